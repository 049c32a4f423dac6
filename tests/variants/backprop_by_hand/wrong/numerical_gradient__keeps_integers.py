# question: numerical_gradient
# why: makes the copy with the dtype of x
# cause: whole_numbers_kept
# fails: numerical_gradient-integers
# says: numerical_gradient(f, x) for integers is wrong in all entries
# edit: np.array(x, dtype=float)
# to: np.array(x)
# edit: np.zeros_like(moved)
# to: np.zeros(moved.shape)
