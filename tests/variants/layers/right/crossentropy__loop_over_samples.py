# question: crossentropy
# why: one sample at a time, in a list
import numpy as np


def softmax_crossentropy_with_logits(logits, reference_answers):
    losses = []
    for row, answer in zip(logits, reference_answers, strict=True):
        top = max(row)
        losses.append(top - row[answer] + np.log(sum(np.exp(value - top) for value in row)))
    return losses
