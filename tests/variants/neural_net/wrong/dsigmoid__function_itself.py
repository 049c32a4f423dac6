# question: dsigmoid
# why: returns the sigmoid
# cause: function_for_derivative
# fails: dsigmoid-values, dsigmoid-shapes
# says: this is the function itself, not its derivative.
# edit: activation * (1 - activation)
# to:   activation
