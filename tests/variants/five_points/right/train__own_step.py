# question: train
# why: uses the parts of the network and makes the steps itself
def train(x, y, net, epochs, lr):
    history = []
    for epoch in range(epochs):
        net.backward(x, y)
        y_pred = net.layers[-1].last_zout
        history.append(net.loss.forward(y, y_pred))
        for layer in net.layers:
            layer.linear.weight = layer.get_weight() - lr * layer.linear.weight_grad
            layer.linear.bias = layer.get_bias() - lr * layer.linear.bias_grad
    return [net, history]
