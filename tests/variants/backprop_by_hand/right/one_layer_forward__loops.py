# question: one_layer_forward
# why: plain loops and plain numpy, weights from a Generator, an integer bias
import numpy as np

rng = np.random.default_rng(0)
W = rng.random((3, 2))
b = np.zeros(3, dtype=int)


def feed_forward_one_layer(weights, bias, inputs):
    outputs = []
    for row, shift in zip(weights, bias):
        total = 0.0
        for w, value in zip(row, inputs):
            total += w * value
        outputs.append(1.0 / (1.0 + np.exp(-(total + shift))))
    print("forward")
    return outputs
