# question: backward
# why: going down, the derivative of the layer above is taken at the pre-activation of the layer below
# cause: derivative_of_another_layer
# fails: backward-hidden_weights, backward-hidden_biases
# says: which layer's derivative each layer takes
# edit: delta = upstream * layer.act.get_gradient(layer.last_zin)
# to: delta = upstream * (layer if layer is self.layers[-1] else above).act.get_gradient(layer.last_zin)
# edit: upstream = np.dot(delta, layer.get_weight().T)
# to: above, upstream = layer, np.dot(delta, layer.get_weight().T)
