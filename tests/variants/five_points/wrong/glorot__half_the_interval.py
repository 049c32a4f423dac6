# question: glorot
# why: draws from 0 to the bound
# cause: draws_one_sided
# fails: glorot-distribution
# says: no entry is negative
# edit: np.random.uniform(-bound, bound,
# to: np.random.uniform(0, bound,
