# question: batch_forward
# why: predictions come as columns
# cause: transposed
# fails: batch_forward-forward
# says: the array is transposed
def create_layers_batch(network_input_size, layer_output_sizes):
    layers = []
    for size in layer_output_sizes:
        layers.append((np.random.randn(network_input_size, size), np.random.randn(size)))
        network_input_size = size
    return layers


def feed_forward_batch(inputs, layers, activation_funcs):
    return feed_forward_saver_batch(inputs, layers, activation_funcs)[2].T


def cost_batch(layers, inputs, activation_funcs, targets):
    return np.mean((feed_forward_batch(inputs, layers, activation_funcs).T - targets) ** 2)


def feed_forward_saver_batch(inputs, layers, activation_funcs):
    layer_inputs, zs = [], []
    for (W, b), f in zip(layers, activation_funcs):
        layer_inputs.append(inputs)
        zs.append(inputs @ W + b)
        inputs = f(zs[-1])
    return layer_inputs, zs, inputs
