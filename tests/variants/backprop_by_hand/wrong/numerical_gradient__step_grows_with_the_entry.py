# question: numerical_gradient
# why: the step is relative to the entry, the divisor is not
# cause: none
# fails: numerical_gradient-values, numerical_gradient-integers
# says: is wrong where entries of x are larger than 1
# edit: moved[index] = entry + eps
# to: moved[index] = entry + eps * max(1, abs(entry))
# edit: moved[index] = entry - eps
# to: moved[index] = entry - eps * max(1, abs(entry))
