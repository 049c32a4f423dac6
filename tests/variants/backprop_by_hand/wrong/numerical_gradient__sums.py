# question: numerical_gradient
# why: returns the sum of all derivatives
# cause: none
# fails: numerical_gradient-values, numerical_gradient-eps, numerical_gradient-integers, numerical_gradient-untouched
# says: numerical_gradient(f, x) has shape (), expected the shape of x = (4,)
# edit: return gradient
# to: return gradient.sum()
