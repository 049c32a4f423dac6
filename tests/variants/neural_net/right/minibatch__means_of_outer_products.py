# question: minibatch
# why: one outer product for each sample, then the mean over the first axis
def grad_loss_batch(model, X, y):
    p, h, z_h = model.forward_keep_activations(X)
    delta_o = p - np.array([one_hot(model.output_size, int(label)) for label in y])
    delta_h = delta_o.dot(model.W_o.T) * dsigmoid(z_h)
    return {
        "W_h": (X[:, :, None] * delta_h[:, None, :]).mean(axis=0),
        "b_h": delta_h.mean(axis=0),
        "W_o": (h[:, :, None] * delta_o[:, None, :]).mean(axis=0),
        "b_o": delta_o.mean(axis=0),
    }
