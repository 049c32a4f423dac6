# question: minibatch
# why: takes a batch of one for a sample
# cause: none
# fails: minibatch-one_row
# says: grad_loss_batch(model, X, y) raised ValueError
# edit: probabilities, h, z_h = model.forward_keep_activations(X)
# to:   probabilities, h, z_h = model.forward_keep_activations(X := np.squeeze(X))
