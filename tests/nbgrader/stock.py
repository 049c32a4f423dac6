"""Grade submissions with stock nbgrader, to hold our scores against its own.

    python tests/nbgrader/stock.py build/demo      # after `make demo`: compares the whole bundled class

"Stock" means: nbgrader's own `autograde` with no configuration at all, and our package installed. Only the assignment
is generated with the course's configuration, since that is what an instructor does.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = Path(sys.executable).parent / "nbgrader"


def nbgrader(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    """Run an nbgrader command in a course folder, with no configuration but what lies there."""
    environment = os.environ | {
        "JUPYTER_CONFIG_DIR": str(folder / "no-config"),
        "JUPYTER_PREFER_ENV_PATH": "1",
        "PATH": os.pathsep.join([str(PROGRAM.parent), os.environ["PATH"]]),  # nbgrader calls `alembic`
        "PYTHONPATH": str(ROOT),
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
    }
    return subprocess.run(
        [str(PROGRAM), *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def stock_scores(course: Path, submitted: Path, folder: Path) -> dict[tuple[str, str, str], float | None]:
    """Autograde submissions with stock nbgrader.

    Args:
        course: folder with `source/` and `nbgrader_config.py`.
        submitted: `<student>/<assignment>/<assignment>.ipynb`.
        folder: an empty folder to work in.

    Returns:
        (student, assignment, grade_id) -> automatic score; None where a person must grade.
    """
    from nbgrader.api import Gradebook

    shutil.copytree(course / "source", folder / "source")
    shutil.copytree(submitted, folder / "submitted")
    shutil.copy(course / "nbgrader_config.py", folder)
    names = sorted({path.parent.name for path in submitted.glob("*/*/*.ipynb")})
    for name in names:
        done = nbgrader(folder, "generate_assignment", name)
        if done.returncode:
            raise RuntimeError(done.stderr)
    (folder / "nbgrader_config.py").unlink()
    for name in names:
        nbgrader(
            folder, "autograde", name
        )  # ends with 1 when one submission is damaged; the others are graded
    scores = {}
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as book:
        for assignment in book.assignments:
            for submission in assignment.submissions:
                for grade in (grade for notebook in submission.notebooks for grade in notebook.grades):
                    key = (submission.student.id, assignment.name, grade.name)
                    scores[key] = grade.auto_score
    return scores


def our_scores(document: dict) -> dict[tuple[str, str, str], float | None]:
    """The same from the JSON of `autograder grade`; what was repaired is left out, stock nbgrader cannot read it."""
    return {
        (submission["student"], submission["assignment"], aspect["id"]): aspect["points"]
        for submission in document["submissions"]
        if submission["status"] == "graded" and not submission["repairs"]
        for question in submission["questions"]
        for aspect in question["aspects"]
    }


def differences(ours: dict, stock: dict) -> list[str]:
    """Every aspect whose score differs, as a line."""
    return [
        f"{' / '.join(key)}: autograder grade {ours[key]}, nbgrader {stock.get(key, 'nothing')}"
        for key in ours
        # nbgrader gives an untouched written answer 0 at once; for us a person looks at every one.
        if key not in stock
        or (stock[key] != ours[key] and not (ours[key] is None and stock[key] in (None, 0.0)))
    ]


def main() -> None:
    """Compare a graded class with what stock nbgrader gives it."""
    demo = Path(sys.argv[1])
    ours = our_scores(json.loads((demo / "scores.json").read_text()))
    with TemporaryDirectory() as folder:
        stock = stock_scores(ROOT, demo / "submitted", Path(folder))
    told = differences(ours, stock)
    print(
        "\n".join(told)
        or f"the same score on all {len(ours)} aspects of {len({key[:2] for key in ours})} submissions"
    )
    sys.exit(1 if told else 0)


if __name__ == "__main__":
    main()
