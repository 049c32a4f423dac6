"""A course that is not ours: the one of nbgrader's documentation, which its package brings, and submissions to it.

Its check cells are ordinary Python, its notebooks are called `problem1` and `problem2`, one question has several names. Three
questions are added, for what that course has none of: partial credit, hidden tests, output on stderr.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import nbformat
import nbgrader
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

EXAMPLE = Path(nbgrader.__file__).parent / "docs" / "source" / "user_guide" / "source"

Change = Callable[[NotebookNode], None]


def graded(grade_id: str, points: float, source: str) -> NotebookNode:
    """A check cell."""
    return _cell(grade_id, source, grade=True, locked=True, points=points)


def answer(grade_id: str, source: str) -> NotebookNode:
    """A solution cell."""
    return _cell(grade_id, source, solution=True)


def _cell(grade_id: str, source: str, **more: object) -> NotebookNode:
    metadata = {"grade_id": grade_id, "grade": False, "solution": False, "locked": False, "schema_version": 3}
    cell = new_code_cell(source, metadata={"nbgrader": metadata | {"task": False} | more})
    del cell["id"]  # the notebooks are of format 4.0, which has none
    return cell


QUESTIONS = [
    answer("quality", "### BEGIN SOLUTION\nquality = 1.0\n### END SOLUTION"),
    graded("quality-partial", 3, "quality * 2"),
    graded("quality-numpy", 2, "import numpy as np\n\nnp.float64(quality)"),
    graded("quality-array", 2, "np.array([quality, 0.5])"),
    graded("quality-hidden", 1, "assert quality\n### BEGIN HIDDEN TESTS\nassert quality == 1\n### END HIDDEN TESTS"),
    graded("quality-prints", 1, "print('looks', quality)\nsquares(3)\nNone"),
    answer("figure", "### BEGIN SOLUTION\nfigure = squares(4)\n### END SOLUTION"),
    graded("figure-shown", 1, "import os\n\nassert os.environ['NBGRADER_EXECUTION'] == 'autograde'\nfigure"),
]  # fmt: skip


def build(folder: Path) -> None:
    """Write the course's `source/` into a folder."""
    shutil.copytree(EXAMPLE, folder / "source", ignore=shutil.ignore_patterns("ps1_autotest", "*.html"))
    path = folder / "source" / "ps1" / "problem1.ipynb"
    notebook = nbformat.read(path, 4)
    notebook.cells += QUESTIONS
    nbformat.write(notebook, path)


def cell(notebook: NotebookNode, grade_id: str) -> NotebookNode:
    """The cell of a grade_id."""
    return next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == grade_id)


def write(**sources: str) -> Change:
    """Put other text into cells; underscores in a name may stand for hyphens."""

    def change(notebook: NotebookNode) -> None:
        names = {c.metadata.get("nbgrader", {}).get("grade_id"): c for c in notebook.cells}
        for name, source in sources.items():
            (names.get(name) or names[name.replace("_", "-")]).source = source

    return change


def delete(*grade_ids: str) -> Change:
    """Leave out cells."""

    def change(notebook: NotebookNode) -> None:
        for grade_id in grade_ids:
            notebook.cells.remove(cell(notebook, grade_id))

    return change


def squares(before: str = "pass", result: str = "[i**2 for i in range(1, n + 1)]") -> Change:
    """Another function `squares`."""
    check = "    if n < 1:\n        raise ValueError\n"
    return write(squares=f"import sys, warnings\ndef squares(n):\n    {before}\n{check}    return {result}")


def both(*changes: Change) -> Change:
    """Several troubles in one notebook, in questions that have nothing to do with each other: a kernel takes a second."""

    def change(notebook: NotebookNode) -> None:
        for one in changes:
            one(notebook)

    return change


def tamper(notebook: NotebookNode) -> None:
    """Change what counts: the points and the tests of check cells, what may be run."""
    cell(notebook, "correct_squares").metadata.nbgrader.points = 100
    cell(notebook, "squares_invalid_input").source = "pass"
    cell(notebook, "correct_sum_of_squares").metadata.nbgrader.locked = False
    cell(notebook, "squares").source = "def squares(n):\n    return [n]"


QUALITY = (
    "class Quality:\n    def __mul__(self, other):\n        import time\n        {}\nquality = Quality()"
)
ALONE = "def sum_of_squares(n):\n    return n * (n + 1) * (2 * n + 1) // 6"

# Student -> what is different from the solved notebook `problem1`.
STUDENTS: dict[str, Change] = {
    "solved": lambda notebook: None,
    "wrong-half": both(squares(result="[i**2 for i in range(n)]"), write(quality="quality = 0.5")),
    "partly-numpy": both(
        squares(result="[i**2 for i in range(1, n + 1)] if n < 11 else []"),
        write(quality="import numpy as np\nquality = np.float64(0.5)"),
    ),
    "raises-none": both(squares("raise KeyError('no')"), write(quality=QUALITY.format("return None"))),
    "stderr-negative": both(squares("print('hm', file=sys.stderr)"), write(quality="quality = -1")),
    "prints-alone": both(squares("print('x' * 300)"), write(sum_of_squares=ALONE, quality="quality = True")),
    "warns-slow": both(
        squares("warnings.warn('careful', stacklevel=1)"), write(quality=QUALITY.format("time.sleep(60)"))
    ),
    "asks-exits-essay": both(
        squares("input('n? ')"),
        write(sum_of_squares="import sys\ndef sum_of_squares(n):\n    sys.exit(1)"),
        write(sum_of_squares_equation="$$\\sum i^2$$ as I wrote it", sum_of_squares_application="1 / 0"),
    ),
    "syntax-draws": both(
        write(squares="def squares(n) return n"),
        write(figure="import matplotlib.pyplot as plt\nfigure = plt.plot([1, 2])"),
        delete("quality", "correct_sum_of_squares"),
    ),
    "tampered-text": both(
        tamper, write(quality=QUALITY.format("return 'ab'")), delete("figure-shown", "sum_of_squares")
    ),
    "too-much": write(quality="quality = 20"),
}

LATE = "raises-none", "wrong-half", "solved"
"""Those who hand in an hour after the due date."""


def hand_in(release: Path, submitted: Path) -> None:
    """Write the submissions.

    Args:
        release: the course's release folder.
        submitted: `submitted/`, to be made.
    """
    # The untouched student version, but for one answer; all others hand in the first problem only.
    shutil.copytree(release / "ps1", submitted / "untouched" / "ps1")
    second = nbformat.read(release / "ps1" / "problem2.ipynb", 4)
    cell(second, "part-a").source = "Fibonacci."
    nbformat.write(second, submitted / "untouched" / "ps1" / "problem2.ipynb")
    for student, change in STUDENTS.items():
        folder = submitted / student / "ps1"
        folder.mkdir(parents=True)
        notebook = nbformat.read(release / "ps1" / "problem1.ipynb", 4)
        _solve(notebook)
        change(notebook)
        nbformat.write(notebook, folder / "problem1.ipynb")
        hour = 13 if student in LATE else 11
        (folder / "timestamp.txt").write_text(f"2030-01-01 {hour}:00:00 UTC")


def _solve(notebook: NotebookNode) -> None:
    source = nbformat.read(EXAMPLE / "ps1" / "problem1.ipynb", 4).cells + QUESTIONS
    for solution in source:
        metadata = solution.metadata.get("nbgrader", {})
        if metadata.get("solution"):
            cell(notebook, metadata["grade_id"]).source = solution.source
