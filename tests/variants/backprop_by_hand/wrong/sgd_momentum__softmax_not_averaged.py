# question: sgd_momentum
# why: the derivative of the cross-entropy is not divided by the number of samples
# cause: batch_not_averaged
# fails: sgd_momentum-iris
# says: the change of W of layer 1 in one epoch is wrong
# edit: cost_der = [lambda predict, targets: (predict - targets) / len(predict)]
# to: cost_der = [lambda predict, targets: predict - targets]
