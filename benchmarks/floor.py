"""The floor: what the cells of a notebook cost if nothing but them is done.

    python -m benchmarks.floor NOTEBOOK COPIES

Everything is imported; then, once for each copy, a fork runs all code cells, check cells included, in the shell of the engine,
which renders the figures. No confinement, no examiner, no second process, no file is written. Prints the seconds of each
copy, and with `--profile` where the last one spent them.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path

from autograder.engine.imports import preload


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("notebook", type=Path)
    parser.add_argument("copies", type=int)
    parser.add_argument("--profile", action="store_true", help="print the seconds of each cell")
    arguments = parser.parse_args()
    shell = preload()  # first of all: it sets the number of threads before numpy is imported
    from autograder.course import notebook as notebooks

    cells = [
        (cell.metadata.get("nbgrader", {}).get("grade_id", cell.get("id", "")), cell.source)
        for cell in notebooks.read(arguments.notebook).cells
        if cell.cell_type == "code"
    ]
    seconds = []
    for _ in range(arguments.copies):
        started = time.monotonic()
        child = os.fork()
        if child == 0:
            _child(shell, cells, arguments.profile)
        _, status = os.waitpid(child, 0)
        if status:
            sys.exit(f"{arguments.notebook}: a cell raised an exception")
        seconds.append(time.monotonic() - started)
    print(json.dumps(seconds))


def _child(shell, cells: list[tuple[str, str]], profile: bool) -> None:
    times = []
    for name, source in cells:
        started = time.monotonic()
        success, _ = shell.run(source, 2**20)
        times.append((time.monotonic() - started, name))
        if not success:
            os._exit(1)
    if profile:
        for took, name in sorted(times, reverse=True):
            print(f"{took:8.3f} s  {name}", flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
