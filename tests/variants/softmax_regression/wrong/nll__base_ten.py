# question: nll
# why: logarithm to base 10
# cause: wrong_logarithm
# fails: nll-vector, nll-batch, nll-zero
# says: the logarithm has another base
# edit: np.log(
# to: np.log10(
