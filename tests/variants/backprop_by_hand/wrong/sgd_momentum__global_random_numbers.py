# question: sgd_momentum
# why: shuffles with numpy's global generator
# cause: none
# fails: sgd_momentum-random
# says: two calls with generators of the same seed end at different parameters
# edit: order = rng.permutation(len(inputs))
# to: order = np.random.permutation(len(inputs))
