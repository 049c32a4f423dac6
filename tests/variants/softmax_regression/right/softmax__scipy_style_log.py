# question: softmax
# why: through the logarithm of the sum, in place on a copy
import numpy


def softmax(logits, axis=-1):
    z = numpy.array(logits, dtype=float)
    z -= z.max(axis=axis, keepdims=True)
    log_sum = numpy.log(numpy.exp(z).sum(axis=axis, keepdims=True))
    print("largest", z.max())
    return numpy.exp(z - log_sum)
