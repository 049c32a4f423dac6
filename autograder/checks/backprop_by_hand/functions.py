"""Activations, derivatives and costs that the checks bring along.

They differ from those of the notebook, so that a student who rebinds `np` or `sigmoid` is judged on the question
alone. They are written in autograd's numpy, because a student's code may trace them, and treat every entry on its
own, so that a batch may lie in rows or in columns. Each is a plain function of this module without any state.
"""

import autograd.numpy as anp
import numpy as np


def bend(z):
    """An activation: the hyperbolic tangent of 0.8 z."""
    return anp.tanh(0.8 * z)


def bend_der(z):
    """Its derivative at the pre-activation."""
    return 0.8 / anp.cosh(0.8 * z) ** 2


def wave(z):
    """An activation that goes up and down, so that a derivative taken elsewhere cannot be right by luck."""
    return anp.sin(z) + 0.5 * z


def wave_der(z):
    """Its derivative at the pre-activation."""
    return anp.cos(z) + 0.5


def turn(z):
    """An activation: the arc tangent."""
    return anp.arctan(z)


def turn_der(z):
    """Its derivative at the pre-activation."""
    return 1.0 / (1.0 + z * z)


def untrue_der(z):
    """The derivative of none of these activations: backpropagation by hand follows it all the same."""
    return 0.6 + 0.3 * anp.cos(3.0 * z)


def another_untrue_der(z):
    """A second one, of another size."""
    return 1.5 - 0.5 * anp.tanh(z) ** 2


HONEST = ((bend, bend_der), (wave, wave_der), (turn, turn_der))
"""Activations with their own derivatives."""

UNTRUE = ((bend, another_untrue_der), (wave, untrue_der), (turn, another_untrue_der))
"""Activations with derivatives that do not belong to them."""


def cosh_cost(predict, target):
    """A cost that is not the mean squared error: the mean of cosh of all differences."""
    return anp.mean(anp.cosh(predict - target))


def cosh_cost_der(predict, target):
    """Its derivative, which carries the mean over all entries."""
    return anp.sinh(predict - target) / np.size(target)


def tilted_cost(predict, target):
    """A cost that minds which of the two is the prediction: too high is worse than too low."""
    return anp.mean(anp.exp(predict - target) - (predict - target))


def tilted_cost_der(predict, target):
    """Its derivative by the prediction, which carries the mean over all entries."""
    return (anp.exp(predict - target) - 1.0) / np.size(target)


def squared_cost(predict, target):
    """The stated cost of the notebook: the mean of the squared error over all entries."""
    return anp.mean((predict - target) ** 2)


def cross_entropy(predict, target):
    """The mean over the samples (rows) of minus the logarithm of the probability of the true class."""
    return -anp.sum(target * anp.log(predict)) / len(target)


def softmax_rows(z):
    """Probabilities of samples that are rows."""
    return _softmax(z, -1)


def softmax_columns(z):
    """Probabilities of samples that are columns, for networks that keep them so inside."""
    return _softmax(z, 0)


def _softmax(z, axis: int):
    exponentials = anp.exp(z - anp.max(z, axis=axis, keepdims=True))
    return exponentials / anp.sum(exponentials, axis=axis, keepdims=True)


def of_rows(activation):
    """The same activation for samples that are rows; an elementwise one does not mind."""
    return softmax_rows if activation is softmax_columns else activation


def any_cost_der(predict, target):
    """The derivative of no cost in particular; a backward pass starts with it all the same."""
    return 0.7 * predict - 0.4 * target * predict + 0.3
