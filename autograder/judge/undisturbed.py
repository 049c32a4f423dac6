"""Run code that belongs to somebody else and leave no trace of it.

A check calls student code hundreds of times. Whatever that code prints, warns, draws or seeds must change neither
the student's notebook nor the score: nbgrader gives zero points to a cell that wrote to stderr.
"""

import contextlib
import io
import logging
import random
import sys
import warnings
from collections.abc import Iterator

import numpy as np


@contextlib.contextmanager
def undisturbed() -> Iterator[io.StringIO]:
    """Keep global state as it was and collect what is printed.

    Restored afterwards: numpy's and Python's global random state, warnings filters, numpy's floating-point error
    handling. Open figures of pyplot that the code leaves behind are closed. Inside, warnings are off: code that
    is right may overflow on the way.

    Yields:
        The text printed to stdout and stderr so far.
    """
    numpy_state, python_state = np.random.get_state(), random.getstate()
    figures, logging_level = _open_figures(), logging.root.manager.disable
    printed = io.StringIO()
    logging.disable(logging.CRITICAL)  # handlers hold the real stderr, which redirecting does not change
    try:
        with (
            warnings.catch_warnings(),
            np.errstate(all="ignore"),
            contextlib.redirect_stdout(printed),
            contextlib.redirect_stderr(printed),
        ):
            warnings.simplefilter("ignore")
            yield printed
    finally:
        logging.disable(logging_level)
        np.random.set_state(numpy_state)
        random.setstate(python_state)
        for number in _open_figures() - figures:
            sys.modules["matplotlib.pyplot"].close(number)


def _open_figures() -> set[int]:
    """Numbers of pyplot's open figures, without importing pyplot for it."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    return set(pyplot.get_fignums()) if pyplot else set()
