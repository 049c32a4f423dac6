# question: backpropagation
# why: works in place on one array where layers have the same size
# cause: none
# fails: backpropagation-biases
# says: are one and the same array
def backpropagation(input, layers, activation_funcs, target, activation_ders, cost_der=mse_der):
    layer_inputs, zs, predict = feed_forward_saver(input, layers, activation_funcs)
    delta = np.array(cost_der(predict, target))
    grads = []
    for i in range(len(layers) - 1, -1, -1):
        d = activation_ders[i](zs[i])
        s = d if d.ndim == 1 else np.diagonal(d)
        delta *= s
        grads.insert(0, (np.outer(delta, layer_inputs[i]), delta))
        down = layers[i][0].T @ delta
        if down.shape == delta.shape:
            delta[:] = down
        else:
            delta = down
    return grads
