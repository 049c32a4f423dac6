# question: sgd_momentum
# why: None at the end is taken for the mean squared error
# cause: squared_error_for_cross_entropy
# fails: sgd_momentum-iris
# says: the change of W of layer 1 in one epoch is wrong
# edit: cost_der = [lambda predict, targets: (predict - targets) / len(predict)]
# to: pass
