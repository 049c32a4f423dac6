# question: sigmoid_der
# why: a Jacobian, while all that follows is the solution as it stands
def sigmoid_der(z):
    return np.diagflat(sigmoid(z) * (1 - sigmoid(z)))


# %% two_layer_link
dz2_da1 = W2
