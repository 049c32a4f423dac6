# question: batch_forward
# why: W (out, in) with b (out, 1), samples as columns inside, also backwards and in training
def create_layers_batch(network_input_size, layer_output_sizes):
    sizes = [network_input_size] + list(layer_output_sizes)
    return [[np.random.randn(o, i) * 0.5, np.random.randn(o, 1) * 0.1] for i, o in zip(sizes, sizes[1:])]


def feed_forward_saver_batch(inputs, layers, activation_funcs):
    a, layer_inputs, zs = inputs.T, [], []
    for (W, b), f in zip(layers, activation_funcs):
        layer_inputs.append(a)
        zs.append(W @ a + b)
        a = f(zs[-1])
    return layer_inputs, zs, a


def feed_forward_batch(inputs, layers, activation_funcs):
    return feed_forward_saver_batch(inputs, layers, activation_funcs)[2].T


def cost_batch(layers, inputs, activation_funcs, targets):
    return ((feed_forward_batch(inputs, layers, activation_funcs) - targets) ** 2).mean()


# %% backpropagation_batch
def mean_square_der(p, t):
    return 2 * (p - t) / p.size


def backpropagation_batch(
    inputs, layers, activation_funcs, targets, activation_ders, cost_der=mean_square_der
):
    layer_inputs, zs, predict = feed_forward_saver_batch(inputs, layers, activation_funcs)
    grads, upstream = [None] * len(layers), cost_der(predict, targets.T)
    for i in range(len(layers) - 1, -1, -1):
        delta = upstream * activation_ders[i](zs[i])
        grads[i] = [delta @ layer_inputs[i].T, delta.sum(axis=1, keepdims=True)]
        upstream = layers[i][0].T @ delta
    return grads


# %% train_network
def network_gradients(inputs, layers, activation_funcs, activation_ders, targets):
    layer_inputs, zs, predict = feed_forward_saver_batch(inputs, layers, activation_funcs)
    grads = [None] * len(layers)
    for i in range(len(layers) - 1, -1, -1):
        if i == len(layers) - 1:
            if activation_ders[i] is None:
                delta = (predict - targets.T) / inputs.shape[0]
            else:
                delta = mean_square_der(predict, targets.T) * activation_ders[i](zs[i])
        else:
            delta = (layers[i + 1][0].T @ delta) * activation_ders[i](zs[i])
        grads[i] = [delta @ layer_inputs[i].T, delta.sum(axis=1, keepdims=True)]
    return grads


def train_network(
    inputs, layers, activation_funcs, activation_ders, targets, learning_rate=0.001, epochs=100
):
    for _ in range(epochs):
        for layer, grad in zip(
            layers, network_gradients(inputs, layers, activation_funcs, activation_ders, targets)
        ):
            layer[0] -= learning_rate * grad[0]
            layer[1] -= learning_rate * grad[1]


# %% sgd_momentum
def train_sgd_momentum(
    inputs,
    layers,
    activation_funcs,
    activation_ders,
    targets,
    batch_size=5,
    learning_rate=0.01,
    momentum=0.8,
    epochs=100,
    rng=None,
):
    rng = rng or np.random.default_rng()
    velocity = [[0, 0] for _ in layers]
    starts = np.arange(0, len(inputs), batch_size)
    for _ in range(epochs):
        rng.shuffle(starts)
        for s in starts:
            xb, tb = inputs[s : s + batch_size], targets[s : s + batch_size]
            for v, layer, grad in zip(
                velocity, layers, network_gradients(xb, layers, activation_funcs, activation_ders, tb)
            ):
                for k in (0, 1):
                    v[k] = momentum * v[k] - learning_rate * grad[k]
                    layer[k] += v[k]
