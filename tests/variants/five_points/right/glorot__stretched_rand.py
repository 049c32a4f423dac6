# question: glorot
# why: numbers from 0 to 1, stretched and shifted in place
def init_glorot(in_features, out_features, gain=1.0):
    w = np.random.rand(in_features, out_features)
    w *= 2
    w -= 1
    w *= gain * np.sqrt(6.0 / (in_features + out_features))
    print("weights", w.shape)
    return w
