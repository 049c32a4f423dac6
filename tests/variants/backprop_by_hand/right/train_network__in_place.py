# question: train_network
# why: updates the arrays in place, returns the costs, plain loops, settings of its own
def train_network(
    inputs, layers, activation_funcs, activation_ders, targets, learning_rate=0.001, epochs=100
):
    costs = []
    for epoch in range(epochs):
        layer_inputs, zs, predict = feed_forward_saver_batch(inputs, layers, activation_funcs)
        grads = []
        for i in reversed(range(len(layers))):
            if i < len(layers) - 1:
                dC_dz = (dC_dz @ layers[i + 1][0].T) * activation_ders[i](zs[i])
            elif activation_ders[i] is None:
                dC_dz = (predict - targets) / inputs.shape[0]
            else:
                dC_dz = 2 * (predict - targets) / targets.size * activation_ders[i](zs[i])
            grads.append((layer_inputs[i].T @ dC_dz, dC_dz.sum(axis=0)))
        for (W, b), (dW, db) in zip(layers, grads[::-1]):
            W -= learning_rate * dW
            b -= learning_rate * db
        costs.append(float(np.mean((predict - targets) ** 2)))
    return costs
