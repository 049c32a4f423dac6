# question: backward
# why: only the hidden layers take the derivative at the activation
# cause: derivative_at_activation
# fails: backward-hidden_weights, backward-hidden_biases
# says: at the activation instead of the pre-activation
# edit: layer.act.get_gradient(layer.last_zin)
# to: layer.act.get_gradient(layer.last_zin if layer is self.layers[-1] else layer.last_zout)
