# question: mse_der
# why: a row with a leading axis of 1, divided by len
# alone: whoever keeps a leading axis of 1 keeps it in all the cells that follow
def mse_der(y_hat, y):
    return ((y_hat - y) * 2 / len(y))[np.newaxis, :]
