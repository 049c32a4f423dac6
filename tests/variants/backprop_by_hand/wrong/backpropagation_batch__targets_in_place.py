# question: backpropagation_batch
# why: overwrites the targets with the differences
# cause: input_changed
# fails: backpropagation_batch-weights
# says: `targets` is not the same after the call
# edit: dC_da = cost_der(predict, targets)
# to: dC_da = cost_der(predict, targets); targets -= predict
