# question: sigmoid_der
# why: the square of the denominator is written as a product with 2
# cause: times_two_for_square
# fails: sigmoid_der-values, sigmoid_der-large
# says: a square is written as
def sigmoid_der(z):
    return np.exp(-z) / ((1 + np.exp(-z)) * 2)
