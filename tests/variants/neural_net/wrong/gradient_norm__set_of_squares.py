# question: gradient_norm
# why: a set comprehension: two parameters with equal sums of squares are counted once
# cause: none
# fails: gradient_norm-values
# says: gradient_norm(grads) of [[0, 3, 4]], [4, 0, -3] and [1, 2, 3] has the wrong value.
def gradient_norm(grads):
    return np.sqrt(sum({float(np.sum(g**2)) for g in grads.values()}))


net = NeuralNet(64, 10, 10)
c = []
for _ in range(10):
    for i in range(0, 1500, 32):
        for k, g in grad_loss_batch(net, X_train[i : i + 32], y_train[i : i + 32]).items():
            setattr(net, k, getattr(net, k) - 0.3 * g)
    c.append(gradient_norm(grad_loss_batch(net, X_train, y_train)))
plt.plot(c)
