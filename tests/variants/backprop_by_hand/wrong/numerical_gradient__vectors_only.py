# question: numerical_gradient
# why: loops over the first axis only
# cause: none
# fails: numerical_gradient-values, numerical_gradient-eps, numerical_gradient-integers, numerical_gradient-untouched
# says: numerical_gradient(f, x) is wrong in all entries
# edit: for index in np.ndindex(moved.shape):
# to: for index in range(len(moved)):
