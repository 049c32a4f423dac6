# question: deep_net
# why: applies the activation function to the logits
# cause: activation_behind_last_layer
# fails: deep_net-forward, deep_net-grad_weights, deep_net-grad_biases
# says: the last layer gets the activation function, too.
# edit: softmax(inputs[-1] @ self.weights[-1] + self.biases[-1])
# to:   softmax(self.activation(inputs[-1] @ self.weights[-1] + self.biases[-1]))
