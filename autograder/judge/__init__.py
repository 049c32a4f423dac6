"""Primitives that checks are made of: call student code, read what came back, compare, explain.

A check is a function that calls these; the first thing that is wrong ends it. Checks of the course stand in
`autograder.checks`; the oracle parts stand between the hidden-test marks of the instructor notebooks and use the
same primitives. No primitive knows an exercise, and no solution is in this package.
"""

from autograder.judge.asked import Asked
from autograder.judge.aspect import aspect
from autograder.judge.beneath import beneath
from autograder.judge.calls import assign, attribute, call, existing, fresh, refuses
from autograder.judge.chain import Chain, Layer
from autograder.judge.compare import (
    CLEARLY,
    EXACT,
    RELATIVE,
    SCALE,
    agree,
    apart,
    equal,
    same_classes,
    unchanged,
)
from autograder.judge.costs import log_loss
from autograder.judge.earlier import blamed_on_earlier_call
from autograder.judge.forward import forward_suspects
from autograder.judge.fresh import cases, confirmed
from autograder.judge.numerical import (
    entry_gradient,
    eval_numerical_gradient,
    numerical_gradient,
    parameter_gradient,
)
from autograder.judge.products import Factor, Product
from autograder.judge.report import Wrong, wrong
from autograder.judge.routes import any_route, only_the_verdict_counts, planted
from autograder.judge.samples import generator, labels, one_hot, weights
from autograder.judge.starts import cost_start, softmax_start
from autograder.judge.steps import handed_over, of_its_sample, step_suspects
from autograder.judge.values import argument, array, kind_of, mapping, number, sequence

__all__ = [
    "CLEARLY",
    "EXACT",
    "RELATIVE",
    "SCALE",
    "Asked",
    "Chain",
    "Factor",
    "Layer",
    "Product",
    "Wrong",
    "agree",
    "any_route",
    "apart",
    "argument",
    "array",
    "aspect",
    "assign",
    "attribute",
    "beneath",
    "blamed_on_earlier_call",
    "call",
    "cases",
    "confirmed",
    "cost_start",
    "entry_gradient",
    "equal",
    "eval_numerical_gradient",
    "existing",
    "forward_suspects",
    "fresh",
    "generator",
    "handed_over",
    "kind_of",
    "labels",
    "log_loss",
    "mapping",
    "number",
    "numerical_gradient",
    "of_its_sample",
    "one_hot",
    "only_the_verdict_counts",
    "parameter_gradient",
    "planted",
    "refuses",
    "same_classes",
    "sequence",
    "softmax_start",
    "step_suspects",
    "unchanged",
    "weights",
    "wrong",
]
