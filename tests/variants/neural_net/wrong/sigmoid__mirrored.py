# question: sigmoid
# why: forgets the minus sign in the exponential
# cause: sigmoid_mirrored
# fails: sigmoid-values, sigmoid-shapes, sigmoid-stable
# says: the sign in the exponential is flipped.
# edit: 0.5 + 0.5 * np.tanh(0.5 * X)
# to:   1 / (1 + np.exp(X))
