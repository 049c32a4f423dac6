# question: sgd_momentum
# why: needs a generator
# cause: none
# fails: sgd_momentum-random
# says: train_sgd_momentum(...) raised AttributeError: 'NoneType' object has no attribute 'permuta
# edit: rng = np.random.default_rng() if rng is None else rng
# to: rng = rng
