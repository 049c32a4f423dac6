# question: dsigmoid
# why: takes X for the activation, not the pre-activation
# cause: derivative_at_activation
# fails: dsigmoid-values, dsigmoid-shapes
# says: the derivative is taken at the activation instead of the pre-activation.
# edit: activation = sigmoid(X)
# to:   activation = X
