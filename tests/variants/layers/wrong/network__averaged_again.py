# question: network
# why: divides the gradient by N once more
# cause: batch_averaged_twice
# fails: network-step
# says: divided by the number of samples twice
# edit: gradient = grad_softmax_crossentropy_with_logits(activations[-1], y)
# to:   gradient = grad_softmax_crossentropy_with_logits(activations[-1], y) / len(y)
