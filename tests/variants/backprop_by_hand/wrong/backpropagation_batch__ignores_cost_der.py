# question: backpropagation_batch
# why: starts with the derivative of the mean squared error, whatever is passed
# cause: cost_der_ignored
# fails: backpropagation_batch-one_layer, backpropagation_batch-weights, backpropagation_batch-biases, backpropagation_batch-one_sample
# says: the derivative of the mean squared error is used, whatever `cost_der` is passed
# edit: dC_da = cost_der(predict, targets)
# to: dC_da = mse_der(predict, targets)
