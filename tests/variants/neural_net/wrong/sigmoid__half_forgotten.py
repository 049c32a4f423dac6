# question: sigmoid
# why: forgets the factor inside the hyperbolic tangent
# cause: constant_factor
# fails: sigmoid-values, sigmoid-shapes, sigmoid-stable
# says: the log odds of sigmoid(X) is wrong in
# edit: 0.5 + 0.5 * np.tanh(0.5 * X)
# to:   0.5 + 0.5 * np.tanh(X)
