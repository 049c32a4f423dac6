# question: batch_forward
# why: layers are dicts with a bias row (1, out); the cost is written out
# alone: its layers are dictionaries, also in its own training functions
def create_layers_batch(network_input_size, layer_output_sizes):
    layers = []
    for size in layer_output_sizes:
        layers.append({"W": np.random.normal(size=(network_input_size, size)), "b": np.zeros((1, size))})
        network_input_size = size
    return layers


def feed_forward_batch(inputs, layers, activation_funcs):
    for i in range(len(layers)):
        inputs = activation_funcs[i](np.dot(inputs, layers[i]["W"]) + layers[i]["b"])
    return inputs


def cost_batch(layers, inputs, activation_funcs, targets):
    difference = feed_forward_batch(inputs, layers, activation_funcs) - targets
    return np.sum(difference**2) / difference.shape[0] / difference.shape[1]


def feed_forward_saver_batch(inputs, layers, activation_funcs):
    layer_inputs, zs = (), ()
    for i in range(len(layers)):
        layer_inputs += (inputs,)
        zs += (np.dot(inputs, layers[i]["W"]) + layers[i]["b"],)
        inputs = activation_funcs[i](zs[-1])
    return [layer_inputs, zs, inputs]


# %% backpropagation_batch
def backpropagation_batch(
    X, layers, activation_funcs, T, activation_ders, cost_der=lambda p, t: 2 * (p - t) / t.size
):
    layer_inputs, zs, p = feed_forward_saver_batch(X, layers, activation_funcs)
    delta = cost_der(p, T) * activation_ders[-1](zs[-1])
    grads = []
    for i in range(len(layers))[::-1]:
        grads.append({"W": layer_inputs[i].T @ delta, "b": delta.sum(axis=0)})
        if i:
            delta = delta @ layers[i]["W"].T * activation_ders[i - 1](zs[i - 1])
    return grads[::-1]
