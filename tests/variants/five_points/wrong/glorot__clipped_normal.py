# question: glorot
# why: a normal distribution, clipped to the interval
# cause: none
# fails: glorot-distribution
# says: its smallest and its largest number again and again
def init_glorot(in_features, out_features):
    bound = np.sqrt(6 / (in_features + out_features))
    return np.clip(np.random.randn(in_features, out_features) * bound, -bound, bound)
