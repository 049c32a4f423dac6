# question: backpropagation
# why: takes the derivatives off the end of the list that it was given
# cause: list_changed
# fails: backpropagation-weights
# says: the list `activation_ders` is not the same after the call
# edit: list(zip(layers, layer_inputs, zs, activation_ders, strict=True))
# to: list(zip(layers, layer_inputs, zs, strict=True))
# edit: for (W, _), layer_input, z, der in reversed
# to: for (W, _), layer_input, z in reversed
# edit: slopes(der, z)
# to: slopes(activation_ders.pop(), z)
