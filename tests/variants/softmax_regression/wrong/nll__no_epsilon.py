# question: nll
# why: the logarithm of 0
# cause: none
# fails: nll-zero
# says: not a finite number
# edit: Y_pred + 1e-12
# to: Y_pred
