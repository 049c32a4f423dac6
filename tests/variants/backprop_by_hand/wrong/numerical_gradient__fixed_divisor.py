# question: numerical_gradient
# why: moves by eps, but divides by the default step
# cause: constant_factor
# fails: numerical_gradient-values, numerical_gradient-eps
# says: every entry is 1.25e+05 times what it should be
# edit: / (2 * eps)
# to: / 2e-6
