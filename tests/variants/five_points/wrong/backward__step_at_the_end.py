# question: backward
# why: makes a step of gradient descent when all is stored
# cause: changed_by_backward
# fails: backward-repeat
# says: backward(x, y) changes the weight of net.layers[0]
# edit: upstream = self.loss.get_gradient(y, self.forward(x))
# to: upstream = self.loss.get_gradient(y, self.forward(x)); [setattr(layer.linear, "weight", 0.9 * layer.linear.weight) for layer in self.layers[:1]]
