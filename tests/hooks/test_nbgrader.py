"""nbgrader itself with our configuration, from the instructor notebook to the feedback page.

In this process, the way formgrader does it: starting the command `nbgrader` takes seconds each time.
"""

import os
import shutil
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import PyFileConfigLoader

from autograder.course import notebook as notebooks
from autograder.release.generate import generated

CONFIG = Path(__file__).parents[2] / "nbgrader_config.py"

pytestmark = [
    # nbgrader 0.9.6 adds objects to a session in an order that SQLAlchemy 2 does not like.
    pytest.mark.filterwarnings("ignore:Object of type .* not in session:sqlalchemy.exc.SAWarning"),
    # nbgrader leaves connections to its database to the garbage collector.
    pytest.mark.filterwarnings("ignore:unclosed database:ResourceWarning"),
]


@pytest.fixture
def configuration(mini_course, monkeypatch):
    """What `nbgrader_config.py` says when it lies in the mini course."""
    for name in ("PATH", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        monkeypatch.setenv(
            name, os.environ.get(name, "1")
        )  # the configuration sets them; put them back afterwards
    monkeypatch.setenv("PATH", "/usr/bin:/bin")  # as without an activated environment
    shutil.copy(CONFIG, mini_course.root)
    return PyFileConfigLoader("nbgrader_config.py", path=str(mini_course.root)).load_config()


@pytest.fixture
def nbgrader(configuration):
    """Calls a method of nbgrader's API for the assignment `tiny`, and returns its log."""
    api = NbGraderAPI(CourseDirectory(config=configuration), config=configuration)

    def call(method, *arguments):
        result = getattr(api, method)("tiny", *arguments)
        assert result["success"], result
        assert "not recognized by" not in result["log"]
        return result["log"]

    yield call
    api.gradebook.close()


def test_the_configuration_is_what_formgrader_can_show(configuration, mini_course):
    """Formgrader shows it as JSON, and complains about classes in it."""
    assert '"autograder.hooks.points.FillPoints"' in notebooks.plain_json(configuration)
    assert configuration.CourseDirectory.root == str(mini_course.root)


def test_from_source_to_feedback(nbgrader, mini_course, tiny):
    root = mini_course.root
    nbgrader("generate_assignment")
    with generated(tiny) as folder:
        ours = (folder / "tiny.ipynb").read_bytes()
    assert mini_course.release_path("tiny").read_bytes() == ours, "both ways give the same student version"

    submission = notebooks.read(mini_course.release_path("tiny"))
    # Wrong for what only the hidden test asks; and it tries to tell what the hidden test is.
    answer = "def double(x):\n    if x in (3, [1, 2]):\n        return 6 if x == 3 else [2, 4]\n    raise ValueError(In[-1])"
    submission.cells[tiny.cell("double").index].source = answer
    submission.cells[tiny.cell("thoughts").index].source = "Because it is a class."
    shutil.copytree(root / "release" / "tiny", root / "submitted" / "ann" / "tiny")
    notebooks.write(submission, root / "submitted" / "ann" / "tiny" / "tiny.ipynb")

    nbgrader("autograde", "ann")
    nbgrader("generate_feedback", "ann")
    with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
        graded = gradebook.find_submission_notebook("tiny", "tiny", "ann")
        assert (graded.score, graded.max_score, graded.needs_manual_grade) == (2.0, 7.5, True)
        assert {grade.name: grade.auto_score for grade in graded.grades} == {
            "double-number": 0,
            "double-array": 2,
            "counter_add-steps": 0,
            "counter_reset-zero": 0,
            "thoughts": None,
        }

    page = (root / "feedback" / "ann" / "tiny" / "tiny.html").read_text()
    for shown in (
        "double-array: passed",
        "raise ValueError(In[-1])",
        "counter_add is not written yet",
    ):
        assert shown in page, shown
    autograded = notebooks.read(root / "autograded" / "ann" / "tiny" / "tiny.ipynb")
    outputs = [cell.get("outputs") for cell in autograded.cells]
    assert "math.tau" not in str(outputs), "the check runs elsewhere, there is nothing to tell"
    for hidden in ("math.tau", "_hidden", "HIDDEN TESTS"):
        assert hidden in (root / "autograded" / "ann" / "tiny" / "tiny.ipynb").read_text()
        assert hidden not in page, f"{hidden} is on the feedback page"
