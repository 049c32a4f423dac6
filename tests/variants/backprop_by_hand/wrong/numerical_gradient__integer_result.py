# question: numerical_gradient
# why: stores the derivatives in integers
# cause: integer_result
# fails: numerical_gradient-integers
# says: the result is stored in integers, so the decimals are cut off
# edit: np.zeros_like(moved)
# to: np.zeros_like(x)
