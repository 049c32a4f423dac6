# question: backpropagation_batch
# why: divides by the number of entries although cost_der has done so
# cause: divided_again
# also: constant_factor
# fails: backpropagation_batch-one_layer, backpropagation_batch-weights, backpropagation_batch-biases, backpropagation_batch-one_sample, backpropagation_batch-default
# says: the result is divided once more by the number of entries
# edit: dC_da = cost_der(predict, targets)
# to: dC_da = cost_der(predict, targets) / predict.size
