# question: activations
# why: writes `* 2` for `** 2`
# cause: times_two_for_square
# fails: activations-dtanh
# says: a square is written as `* 2` instead of `** 2`.
# edit: 1 - np.tanh(X) ** 2
# to:   1 - np.tanh(X) * 2
