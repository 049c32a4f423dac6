# question: backward
# why: the derivative is taken at the activation
# cause: derivative_at_activation
# fails: backward-single, backward-output_weights, backward-output_biases, backward-hidden_weights, backward-hidden_biases
# says: at the activation instead of the pre-activation
# edit: layer.act.get_gradient(layer.last_zin)
# to: layer.act.get_gradient(layer.last_zout)
