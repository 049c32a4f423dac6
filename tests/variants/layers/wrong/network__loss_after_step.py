# question: network
# why: computes the loss after the step
# cause: loss_after_step
# fails: network-loss
# says: after its step instead of before it
# edit: return loss
# to:   return np.mean(softmax_crossentropy_with_logits(forward(network, X)[-1], y))
