# question: sigmoid_der
# why: another formula, as a vector
def sigmoid_der(z):
    return np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))) ** 2
