# question: sigmoid_der
# why: takes its argument for the activation
# cause: argument_taken_for_activation
# fails: sigmoid_der-values, sigmoid_der-large
# says: sigmoid_der(z) is wrong in all entries
# edit: a = sigmoid(z)
# to: a = z
