# question: minibatch
# why: gradients add up over the calls as in PyTorch without zero_grad: right at the first call for each model only
# cause: kept_from_earlier_call
# fails: minibatch-output, minibatch-hidden, minibatch-one_row
# says: of a second call with the same model, X and y is another one.
def grad_loss_batch(model, X, y):
    p, h, z = model.forward_keep_activations(X)
    d = (p - one_hot(model.output_size, y)) / len(X)
    e = d @ model.W_o.T * dsigmoid(z)
    new = {"W_h": X.T @ e, "b_h": e.sum(0), "W_o": h.T @ d, "b_o": d.sum(0)}
    old = getattr(model, "grad", {})
    model.grad = {k: g + old.get(k, 0) for k, g in new.items()}
    return model.grad
