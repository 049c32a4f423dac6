# question: numerical_gradient
# why: returns a flat array, whatever the shape of x
# cause: none
# fails: numerical_gradient-values, numerical_gradient-eps, numerical_gradient-integers, numerical_gradient-untouched
# says: numerical_gradient(f, x) has shape (6,), expected the shape of x = (3, 2)
# edit: return gradient
# to: return gradient.ravel()
