# question: minibatch
# why: the gradient dict is kept on the model and its arrays are reused: the next call overwrites the gradients returned before
# cause: none
# fails: minibatch-output
# says: of one call changes with the next call.
import numpy as onp
def grad_loss_batch(model, X, y):
    p, h, z = model.forward_keep_activations(X)
    if not hasattr(model, "_g"):
        model._g = {k: onp.zeros_like(getattr(model, k)) for k in ("W_h", "b_h", "W_o", "b_o")}
    d = (p - one_hot(model.output_size, y)) / len(X)
    e = d @ model.W_o.T * dsigmoid(z)
    for k, v in (("W_h", X.T @ e), ("b_h", e.sum(0)), ("W_o", h.T @ d), ("b_o", d.sum(0))):
        model._g[k][...] = v
    return model._g
