# question: sigmoid_der
# why: overwrites the pre-activation that it was given
# cause: input_changed
# fails: sigmoid_der-values
# says: z is not the same after the call
def sigmoid_der(z):
    z[...] = 1 / (1 + np.exp(-z))
    return z * (1 - z)
