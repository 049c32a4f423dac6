# question: sigmoid_der
# why: the slopes of whole numbers are stored as whole numbers
# cause: integer_result
# fails: sigmoid_der-values
# says: whole numbers; float64 is expected
def sigmoid_der(z):
    out = np.zeros_like(z)
    for i in range(len(z)):
        s = sigmoid(z[i])
        out[i] = s * (1 - s)
    return out
