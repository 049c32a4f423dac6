# question: glorot
# why: entry by entry with the standard library
import math
import random


def init_glorot(in_features, out_features):
    bound = math.sqrt(6) / math.sqrt(in_features + out_features)
    weights = []
    for _ in range(in_features):
        weights.append([random.uniform(-bound, bound) for _ in range(out_features)])
    return np.array(weights)
