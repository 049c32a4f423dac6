# question: dropout
# why: seeds the generator in each call
# cause: none
# fails: dropout-mask
# says: drops the same entries in every call
# edit: np.random.uniform(size
# to:   np.random.RandomState(0).uniform(size
