# question: gradient_norm
# why: norms of weights and biases by their keys: other keys ("weights_1", "gamma") are left out
# cause: none
# fails: gradient_norm-values
# says: every array of the dict counts, under whatever key
def gradient_norm(grads):
    parts = [np.linalg.norm(g) for k, g in grads.items() if k.startswith("W") or k.startswith("b")]
    return np.linalg.norm(parts)


net = NeuralNet(64, 10, 10)
c = []
for _ in range(10):
    for i in range(0, len(X_train), 32):
        for k, g in grad_loss_batch(net, X_train[i : i + 32], y_train[i : i + 32]).items():
            setattr(net, k, getattr(net, k) - 0.3 * g)
    c.append(gradient_norm(grad_loss_batch(net, X_train, y_train)))
plt.plot(c)
