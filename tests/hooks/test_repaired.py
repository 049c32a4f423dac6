"""nbgrader takes in damaged submissions, and gives them the score that `autograder grade` gives."""

import importlib.util
import json
import os
import shutil
import sys
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import PyFileConfigLoader

from autograder.course import notebook as notebooks
from autograder.course import variants
from autograder.grading.grade import grade_all
from autograder.grading.submissions import discover

ROOT = Path(__file__).parents[2]


def _load(name):
    spec = importlib.util.spec_from_file_location(f"hooks_{name}", ROOT / "tests" / "damage" / f"{name}.py")
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


damages, quick_engine = _load("damages"), _load("quick_engine")

#: One of each kind that nbgrader by itself cannot read, gives up on, or scores otherwise.
CHOSEN = (
    "half a file: it ends between two cells or inside one",
    "NaN, Infinity, numbers with thousands of digits",
    "formats 2 and 3 (worksheets)",
    "an answer merged with the check",
    "a copy with another answer below or above",
    "no nbgrader metadata at all, no cell ids",
    "something else: a ZIP archive, a web page, a picture",
    "a link to the solution, or to another student's work",
)

pytestmark = [
    # nbgrader 0.9.6 adds objects to a session in an order that SQLAlchemy 2 does not like.
    pytest.mark.filterwarnings("ignore:Object of type .* not in session:sqlalchemy.exc.SAWarning"),
    # nbgrader leaves connections to its database to the garbage collector.
    pytest.mark.filterwarnings("ignore:unclosed database:ResourceWarning"),
]


@pytest.fixture
def submitted(mini_course, tiny, monkeypatch):
    """Students whose work is damaged, one for each of `CHOSEN`: name of the student -> row."""
    monkeypatch.setenv("PATH", os.pathsep.join([str(Path(sys.executable).parent), "/usr/bin:/bin"]))
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        monkeypatch.setenv(name, "1")
    students = {}
    for number, name in enumerate(CHOSEN):
        [row] = [row for row in damages.DAMAGES if row.name == name]
        folder = mini_course.root / "submitted" / f"student-{number:02}" / "tiny"
        folder.mkdir(parents=True)
        data = json.loads(json.dumps(variants.solved(tiny)))
        row.do(damages.Stand(data, folder, None, mini_course.source_path("tiny"), monkeypatch))
        students[folder.parent.name] = row
    return students


def test_nbgrader_gives_damaged_submissions_the_same_scores(submitted, mini_course):
    root = mini_course.root
    found = discover([root / "submitted"], mini_course)
    results = grade_all(found, mini_course, quick_engine.QuickEngine(), jobs=1)
    records = {graded.record.student: graded.record for _, graded in results}
    assert {name: record.score for name, record in records.items()} == {
        name: row.score for name, row in submitted.items()
    }

    shutil.copy(ROOT / "nbgrader_config.py", root)
    configuration = PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()
    api = NbGraderAPI(CourseDirectory(config=configuration), config=configuration)
    assert api.generate_assignment("tiny")["success"]
    api.autograde("tiny", "*")  # fails, because some of the submissions cannot be read
    api.gradebook.close()

    with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
        scores = {
            submission.student.id: {
                grade.name: grade.auto_score for nb in submission.notebooks for grade in nb.grades
            }
            for submission in gradebook.assignment_submissions("tiny")
        }
    for name, record in records.items():
        notebook = root / "autograded" / name / "tiny" / "tiny.ipynb"
        if record.status == "invalid":
            assert not notebook.exists()
            continue
        assert {aspect.id: aspect.points for aspect in record.aspects} == scores[name], submitted[name].name
        told = notebooks.read(notebook).cells[0].source
        for sentence in record.repairs:
            assert sentence in told
