# question: sigmoid_der
# why: returns the sigmoid
# cause: function_for_derivative
# fails: sigmoid_der-values, sigmoid_der-large
# says: this is the function itself, not its derivative
# edit: a * (1 - a)
# to: a
