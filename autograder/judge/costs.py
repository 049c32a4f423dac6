"""The stated costs of the course, computed from predictions by scipy and scikit-learn's own functions.

A gradient is judged against the cost that the assignment states, taken at the student's own forward pass, so that a
slip in the student's cost does not cost the gradient as well.
"""

import numpy as np
import scipy.special

from autograder.judge.samples import one_hot


def log_loss(probabilities: np.ndarray, classes: np.ndarray | int) -> float:
    """Mean negative log likelihood, as the relative entropy between the truth and the prediction.

    Args:
        probabilities: `(C,)` or `(N, C)`.
        classes: an integer, or `(N,)` integers.
    """
    probabilities = np.atleast_2d(probabilities)
    truth = one_hot(probabilities.shape[1], np.atleast_1d(classes))
    return float(scipy.special.rel_entr(truth, probabilities).sum() / len(probabilities))
