# question: sigmoid_der
# why: takes entries between 0 and 1 for activations
# cause: argument_taken_for_activation
# fails: sigmoid_der-values
# says: sigmoid_der(z) is wrong in all entries
def sigmoid_der(z):
    s = z if np.all((z > 0) & (z < 1)) else sigmoid(z)
    return s * (1 - s)
