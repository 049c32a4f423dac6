# question: backpropagation_batch
# why: the slope of the activation is missing
# cause: missing_activation_derivative
# fails: backpropagation_batch-one_layer, backpropagation_batch-weights, backpropagation_batch-biases, backpropagation_batch-one_sample, backpropagation_batch-default
# says: the derivative of the activation function is missing as a factor
# edit: dC_dz = dC_da * der(z)
# to: dC_dz = dC_da
