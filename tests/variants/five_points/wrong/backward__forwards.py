# question: backward
# why: the loop over the layers runs forwards
# cause: none
# fails: backward-output_weights, backward-output_biases, backward-hidden_weights, backward-hidden_biases
# says: backward(x, y)
# edit: in reversed(self.layers)
# to: in self.layers
