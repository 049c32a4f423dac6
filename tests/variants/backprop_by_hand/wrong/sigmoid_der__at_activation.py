# question: sigmoid_der
# why: applies the sigmoid twice
# cause: derivative_at_activation
# fails: sigmoid_der-values, sigmoid_der-large
# says: the derivative is taken at the activation instead of the pre-activation
# edit: a = sigmoid(z)
# to: a = sigmoid(sigmoid(z))
