# question: sigmoid_der
# why: the diagonal Jacobian everywhere, from here to backpropagation
def sigmoid_der(z):
    s = sigmoid(z)
    return np.diag(s * (1 - s))


# %% one_layer_grads
dC_da = mse_der(predict, target)
dC_dz = dC_da @ sigmoid_der(z)
dC_dW = np.einsum("i,j->ij", dC_dz, x)
dC_db = dC_dz.copy()
# %% two_layer_last
dC_da2 = mse_der(predict, target)
dC_dz2 = sigmoid_der(z2).T @ dC_da2
dC_dW2 = dC_dz2[:, None] * a1[None, :]
dC_db2 = dC_dz2 @ np.eye(4)
# %% two_layer_link
dz2_da1 = W2.T
# %% two_layer_first
dC_da1 = dz2_da1 @ dC_dz2
dC_dz1 = dC_da1 @ sigmoid_der(z1)
dC_dW1 = dC_dz1.reshape(-1, 1) @ x.reshape(1, -1)
dC_db1 = dC_dz1


# %% backpropagation
def backpropagation(input, layers, activation_funcs, target, activation_ders, cost_der=mse_der):
    layer_inputs, zs, predict = feed_forward_saver(input, layers, activation_funcs)
    layer_grads = [() for layer in layers]
    for i in reversed(range(len(layers))):
        layer_input, z, activation_der = layer_inputs[i], zs[i], activation_ders[i]
        if i == len(layers) - 1:
            dC_da = cost_der(predict, target)
        else:
            W, b = layers[i + 1]
            dC_da = dC_dz @ W
        dC_dz = dC_da @ activation_der(z)
        layer_grads[i] = (np.outer(dC_dz, layer_input), dC_dz)
    return layer_grads
