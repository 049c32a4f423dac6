"""What the fork server imports before it forks: all that course notebooks and checks use."""

from __future__ import annotations

import gc
import importlib
import os
import pkgutil
from typing import TYPE_CHECKING

from autograder.confinement import use_threads
from autograder.quick_start import leave_out_iri

if TYPE_CHECKING:
    from autograder.engine.shell import CellShell

MODULES = (
    "autograd",
    "autograd.numpy",
    "matplotlib.pyplot",
    "matplotlib.backends.backend_agg",
    "matplotlib_inline.backend_inline",
    "scipy.special",
    "scipy.stats",
    "sklearn.datasets",
    "sklearn.linear_model",
    "sklearn.metrics",
    "sklearn.model_selection",
    "sklearn.neural_network",
    "sklearn.preprocessing",
    "tqdm.auto",
    "autograder.data",
    "autograder.engine.examiner",
    "autograder.engine.student",
    "autograder.judge.picture",
)


def preload() -> CellShell:
    """Import everything, draw one figure (fonts are looked up then), and make the shell.

    numpy must not have been imported: the number of its threads is set here, and threads do not survive a fork.
    """
    for library in ("OPENBLAS", "OMP", "MKL", "BLIS", "NUMEXPR"):
        os.environ[f"{library}_NUM_THREADS"] = "1"
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"  # as a kernel has it
    leave_out_iri()
    use_threads()  # before joblib and scikit-learn ask for processes, which a confined process may not have
    checks = importlib.import_module("autograder.checks")
    found = (module.name for module in pkgutil.walk_packages(checks.__path__, "autograder.checks."))
    for name in (*MODULES, *found):
        importlib.import_module(name)
    from autograder.engine.shell import make_shell

    shell = make_shell()
    _warm_up(shell)
    # What is imported stays: a child's garbage collector need not look at it, and so does not copy its pages.
    gc.collect()
    gc.freeze()
    return shell


def _warm_up(shell: CellShell) -> None:
    """Do once what takes long the first time: a picture, a traceback, a look at the processor."""
    import joblib
    import numpy as np

    from autograder.judge.picture import draw
    from autograder.judge.report import Picture

    draw(Picture("x", np.zeros((2, 2)), np.ones((2, 2))))
    try:
        raise ValueError
    except ValueError as error:
        shell.InteractiveTB.structured_traceback(type(error), error, error.__traceback__)
    joblib.cpu_count(only_physical_cores=True)  # runs a command of the system, which is refused later
