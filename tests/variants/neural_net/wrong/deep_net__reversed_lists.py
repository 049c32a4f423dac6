# question: deep_net
# why: appends while it walks backwards
# cause: layers_reversed
# fails: deep_net-grad_weights, deep_net-grad_biases
# says: the layers' gradients come in reverse order.
# edit: grads["weights"].insert(0, inputs[i].T @ delta)
# to:   grads["weights"].append(inputs[i].T @ delta)
# edit: grads["biases"].insert(0, np.sum(delta, axis=0))
# to:   grads["biases"].append(np.sum(delta, axis=0))
