# question: batch_forward
# why: W (out, in) with samples as rows, separate lists of weights and biases
# alone: its weights lie the other way round, also in its own training functions
def create_layers_batch(network_input_size, layer_output_sizes):
    sizes = [network_input_size, *layer_output_sizes]
    return (
        [np.random.randn(sizes[i + 1], sizes[i]) for i in range(len(sizes) - 1)],
        [np.zeros(size) for size in sizes[1:]],
    )


def feed_forward_saver_batch(inputs, layers, activation_funcs):
    layer_inputs, zs = [], []
    for W, b, f in zip(*layers, activation_funcs):
        layer_inputs.append(inputs)
        zs.append(inputs @ W.T + b)
        inputs = f(zs[-1])
    return layer_inputs, zs, inputs


def feed_forward_batch(inputs, layers, activation_funcs):
    return feed_forward_saver_batch(inputs, layers, activation_funcs)[-1]


def cost_batch(layers, inputs, activation_funcs, targets):
    return mse(feed_forward_batch(inputs, layers, activation_funcs), targets)


# %% backpropagation_batch
def backpropagation_batch(inputs, layers, activation_funcs, targets, activation_ders, cost_der=mse_der):
    layer_inputs, zs, predict = feed_forward_saver_batch(inputs, layers, activation_funcs)
    weights, biases = layers
    dW, db = [None] * len(zs), [None] * len(zs)
    dC_da = cost_der(predict, targets)
    for i in reversed(range(len(zs))):
        dC_dz = dC_da * activation_ders[i](zs[i])
        dW[i] = sum(np.outer(d, a) for d, a in zip(dC_dz, layer_inputs[i]))
        db[i] = np.sum(dC_dz, 0, keepdims=True)
        dC_da = dC_dz @ weights[i]
    return dW, db
