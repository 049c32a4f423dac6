# question: backward
# why: the derivative of the activation is multiplied in twice
# cause: doubled_activation_derivative
# fails: backward-single, backward-output_weights, backward-output_biases, backward-hidden_weights, backward-hidden_biases
# says: multiplied in twice
# edit: layer.act.get_gradient(layer.last_zin)
# to: layer.act.get_gradient(layer.last_zin) ** 2
