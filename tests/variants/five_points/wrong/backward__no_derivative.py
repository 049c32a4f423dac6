# question: backward
# why: the derivative of the activation is forgotten
# cause: missing_activation_derivative
# fails: backward-single, backward-output_weights, backward-output_biases, backward-hidden_weights, backward-hidden_biases
# says: is missing as a factor
# edit: upstream * layer.act.get_gradient(layer.last_zin)
# to: upstream
