# question: numerical_gradient
# why: takes the difference to one side
# cause: one_sided_difference
# fails: numerical_gradient-values, numerical_gradient-eps
# says: the difference is taken to one side only
# edit: moved[index] = entry - eps
# to: moved[index] = entry
# edit: / (2 * eps)
# to: / eps
