# question: sigmoid
# why: divides two exponentials of X, which are both infinite for large X
# cause: sigmoid_overflow
# fails: sigmoid-stable
# says: the exponential of a large number overflows, and inf / inf is nan.
# edit: 0.5 + 0.5 * np.tanh(0.5 * X)
# to:   np.exp(X) / (1 + np.exp(X))
