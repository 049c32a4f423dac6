# question: minibatch
# why: einsum, its own forward pass, the mean at the end
def grad_loss_batch(net, X, labels):
    z = np.einsum("nd,dh->nh", X, net.W_h) + net.b_h
    h = 1 / (1 + np.exp(-z))
    d = softmax(np.einsum("nh,hc->nc", h, net.W_o) + net.b_o)
    d[np.arange(len(X)), labels] -= 1
    e = np.einsum("nc,hc->nh", d, net.W_o) * h * (1 - h)
    grads = {
        "W_h": np.einsum("nd,nh->dh", X, e),
        "b_h": e.sum(0),
        "W_o": np.einsum("nh,nc->hc", h, d),
        "b_o": d.sum(0),
    }
    return {name: grad / len(X) for name, grad in grads.items()}
