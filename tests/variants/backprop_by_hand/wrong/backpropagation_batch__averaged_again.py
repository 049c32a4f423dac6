# question: backpropagation_batch
# why: divides by the number of samples although cost_der has done so
# cause: batch_averaged_twice
# fails: backpropagation_batch-one_layer, backpropagation_batch-weights, backpropagation_batch-biases, backpropagation_batch-default
# says: the result is divided by the number of samples twice
# edit: dC_da = cost_der(predict, targets)
# to: dC_da = cost_der(predict, targets) / len(inputs)
