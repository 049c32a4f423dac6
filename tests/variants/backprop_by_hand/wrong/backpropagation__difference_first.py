# question: backpropagation
# why: starts with prediction minus target, which belongs to softmax with the cross-entropy
# cause: starts_with_difference
# fails: backpropagation-weights, backpropagation-one_layer, backpropagation-biases, backpropagation-cost_der, backpropagation-by_hand
# says: the way back starts with prediction minus target
def backpropagation(input, layers, activation_funcs, target, activation_ders, cost_der=mse_der):
    arrived, zs, predict = feed_forward_saver(input, layers, activation_funcs)
    delta = predict - target
    grads = [(np.outer(delta, arrived[-1]), delta)]
    for k in range(len(layers) - 2, -1, -1):
        slope = activation_ders[k](zs[k])
        handed = layers[k + 1][0].T @ delta
        delta = handed * slope if np.ndim(slope) == 1 else slope @ handed
        grads.insert(0, (np.outer(delta, arrived[k]), delta))
    return grads
