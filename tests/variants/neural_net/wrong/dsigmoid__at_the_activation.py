# question: dsigmoid
# why: hands the sigmoid of X to the derivative
# cause: derivative_at_activation
# fails: dsigmoid-values, dsigmoid-shapes
# says: the derivative is taken at the activation instead of the pre-activation.
# edit: activation = sigmoid(X)
# to:   activation = sigmoid(sigmoid(X))
