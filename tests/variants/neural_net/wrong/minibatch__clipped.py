# question: minibatch
# why: entries of the gradient are clipped at +-5 (min-char-rnn): wrong for large inputs
# cause: clipped_entries
# fails: minibatch-hidden
# says: of a batch of 3 with large entries is wrong in
def grad_loss_batch(model, X, y):
    p, h, z = model.forward_keep_activations(X)
    d = (p - one_hot(model.output_size, y)) / len(y)
    dh = d @ model.W_o.T * dsigmoid(z)
    grads = {"W_h": X.T @ dh, "b_h": dh.sum(0), "W_o": h.T @ d, "b_o": d.sum(0)}
    return {k: np.clip(g, -5, 5) for k, g in grads.items()}
