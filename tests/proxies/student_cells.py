"""What a student's notebook defines, for the tests of the proxies."""

import collections
import copy
import sys

import autograd
import autograd.numpy as anp
import numpy as np

number = 3
huge = np.broadcast_to(1.0, (10**8,))
objects = np.array([None, 1], dtype=object)
table = collections.OrderedDict(a=1)
Pair = collections.namedtuple("Pair", "W b")
pair = Pair(1, 2)
boolean = np.bool_(True)
matrix = np.eye(2).view(np.matrix)
masked = np.ma.masked_array([1.0, 2.0], mask=[True, False])
kept = []


class Network(list):
    """A list with methods is an object."""

    def forward(self, x):
        return x


class Params(dict):
    """A dict with methods is an object that is still a mapping."""

    def total(self):
        return sum(self.values())


network, params = Network([1]), Params(a=1)


class Model:
    """An ordinary student's class."""

    size = 5

    def __init__(self):
        self.W = np.zeros(3)
        self.params = {"W": self.W}
        self._hidden = 1

    def forward(self, x):
        return x + self.W

    def __len__(self):
        return 2

    def __getitem__(self, key):
        return key

    def __iter__(self):
        return iter([self, 1.0])

    def __contains__(self, value):
        return value == 4

    @property
    def broken(self):
        raise ValueError("no such thing")


model = Model()


def endless():
    while True:
        yield 1


def give(value):
    return value


def call(function, *args, **kwargs):
    return function(*args, **kwargs)


def doubled(x):
    x *= 2
    return x


def scrambled(x, layers, settings):
    x[0] = -1
    layers[0][0][...] += 1
    layers.append(x)
    settings["seen"] = layers[1]
    return layers


def untouched(x, layers):
    return len(layers)


def fails(x):
    y = x
    return np.linalg.inv(y)


def stub():
    raise NotImplementedError("softmax is not written yet")


def leaves():
    sys.exit("bye")


def stops():
    raise StopIteration


def interrupts():
    raise KeyboardInterrupt


def unknown():
    return undefined_name  # noqa: F821


class Oddity(ValueError):
    """An exception whose text fails."""

    def __str__(self):
        raise RuntimeError


def odd():
    raise Oddity


def prints():
    print("result")


def catches(function):
    try:
        function()
    except ValueError as error:
        return f"{type(error).__name__}: {error}"
    return "nothing"


def names_of(function):
    try:
        function()
    except Exception as error:  # noqa: BLE001 - as students do
        return type(error).__name__, str(error), error.__traceback__.tb_next is None
    return None


def deeper(function):
    return function(deeper)


def copied(owner):
    return copy.deepcopy(owner).function(2)


def traced(function, x):
    return autograd.grad(lambda x: anp.sum(function(x)))(x)


def boxed(x):
    found = []
    autograd.grad(lambda x: (found.append(x), x**2)[1])(x)
    return found[0]


def steps(layer):
    before = layer.weights
    layer.weights -= 1
    return (
        before,
        layer.forward(1.0),
        layer.learning_rate,
        hasattr(layer, "secret"),
        hasattr(layer, "_private"),
    )


def keep(function):
    kept.append(function)


def kept_call():
    return kept[-1]()


def globals_of(function):
    return sorted(
        name for name in dir(function) if not name.startswith("__")
    ), function.__closure__ is not None


def nested():
    value = []
    for _ in range(100):
        value = [value]
    return value


def helpers():
    return np.tanh


def foundation(x):
    return 2 * x


def build_on(x):
    return foundation(x)
