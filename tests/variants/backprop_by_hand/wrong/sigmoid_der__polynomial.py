# question: sigmoid_der
# why: sets small slopes to a floor
# cause: none
# fails: sigmoid_der-large
# says: sigmoid_der(z) is 0.001 at z = -30
# edit: a * (1 - a)
# to: np.maximum(a * (1 - a), 1e-3)
