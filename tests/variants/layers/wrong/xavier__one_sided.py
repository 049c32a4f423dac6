# question: xavier
# why: draws between 0 and a bound
# cause: weights_not_centred
# fails: xavier-spread
# says: not centred at 0
# edit: np.random.normal(0.0, deviation, size
# to:   np.random.uniform(0.0, 2 * deviation, size
