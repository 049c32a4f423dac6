"""Make a recorded call with the functions and classes of a notebook, under a seed that all random numbers depend on."""

from __future__ import annotations

import contextlib
import copy
import itertools
import random
from collections.abc import Iterator
from types import FunctionType
from typing import Any

import autograd.numpy
import numpy as np

from autograder.audit.recording import Call
from autograder.judge.undisturbed import undisturbed


def perform(call: Call, names: dict[str, Any], seed: int) -> tuple:
    """Make a call with the functions and classes of a notebook.

    Returns:
        ("returned", result, instance, arguments), or ("raised <exception>", None, None, None).
    """
    instance, args, kwargs = at_home(copy.deepcopy((call.instance, call.args, call.kwargs)), names)
    owner, _, method = call.target.partition(".")
    try:
        function = getattr(names[owner], method) if method else names[owner]
        with undisturbed(), seeded(seed):
            result = function(*([instance] if method else []), *args, **kwargs)
    except RecursionError:
        return "raised RecursionError", None, None, None
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a mutant raises anything
        return f"raised {type(error).__name__}", None, None, None
    return "returned", copy.deepcopy(result), instance, (args, kwargs)


def at_home(value: Any, names: dict[str, Any]) -> Any:
    """A value whose instances are of the classes that a notebook now has, and whose recorded functions are its functions."""
    return _at_home(value, names, {})


def _at_home(value: Any, names: dict[str, Any], done: dict[int, Any]) -> Any:
    if id(value) in done:
        return value
    if isinstance(value, FunctionType):
        target = getattr(value, "__audited__", "")
        return names.get(target, value) if target and "." not in target else value
    if isinstance(value, list):
        done[id(value)] = value
        value[:] = [_at_home(item, names, done) for item in value]
    elif type(value) is tuple:
        return tuple(_at_home(item, names, done) for item in value)
    elif isinstance(value, dict):
        done[id(value)] = value
        for key, item in list(value.items()):
            value[key] = _at_home(item, names, done)
    elif isinstance(getattr(value, "__dict__", None), dict) and not isinstance(value, type):
        done[id(value)] = value
        home = names.get(type(value).__name__)
        if isinstance(home, type) and home is not type(value):
            try:
                value.__class__ = home
            except TypeError:
                return value
        for name, item in list(vars(value).items()):
            new = _at_home(item, names, done)
            if new is not item:
                vars(value)[name] = new
    return value


@contextlib.contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Let all random numbers depend on a seed, also those of generators that are made without one."""
    np.random.seed(seed)
    random.seed(seed)
    count = itertools.count(seed)
    make = np.random.default_rng
    with contextlib.ExitStack() as stack:
        for module in (np.random, autograd.numpy.random):
            stack.callback(setattr, module, "default_rng", module.default_rng)
            module.default_rng = lambda given=None: make(next(count) if given is None else given)
        yield
