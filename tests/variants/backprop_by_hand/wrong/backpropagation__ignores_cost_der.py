# question: backpropagation
# why: starts with mse_der, whatever is passed
# cause: cost_der_ignored
# fails: backpropagation-cost_der
# says: the derivative of the mean squared error is used, whatever `cost_der` is passed
# edit: dC_da = cost_der(predict, target)
# to: dC_da = mse_der(predict, target)
