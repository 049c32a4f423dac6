# question: gradient_norm
# why: squares the caller's arrays in place: right number, but the gradients are destroyed and the second call is wrong
# cause: input_changed
# fails: gradient_norm-values
# says: grads["W 1"] is not the same after the call.
import numpy as onp


def gradient_norm(grads):
    s = 0.0
    for g in grads.values():
        onp.multiply(g, g, out=g)
        s += g.sum()
    return s**0.5


net = NeuralNet(64, 10, 10)
c = []
for _ in range(10):
    for i in range(0, len(X_train), 32):
        for k, g in grad_loss_batch(net, X_train[i : i + 32], y_train[i : i + 32]).items():
            setattr(net, k, getattr(net, k) - 0.3 * g)
    c.append(gradient_norm(grad_loss_batch(net, X_train, y_train)))
plt.plot(c)
