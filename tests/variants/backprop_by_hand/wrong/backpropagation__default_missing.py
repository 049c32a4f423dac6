# question: backpropagation
# why: cost_der must be passed
# cause: none
# fails: backpropagation-one_layer
# says: backpropagation(...) raised TypeError: backpropagation() missing 1 required positional arg
# edit: cost_der=mse_der):
# to: cost_der):
