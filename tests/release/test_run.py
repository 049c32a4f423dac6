"""Releasing an assignment: nothing is written before all proofs hold, and --check says what differs."""

import re
from contextlib import contextmanager

import pytest
from nbformat.v4 import new_markdown_cell

from autograder.course import notebook as notebooks
from autograder.errors import CourseError, ReleaseError
from autograder.release import run
from autograder.release.generate import generated


@pytest.fixture
def release(mini_course):
    """Releases `tiny`; returns the failures by title, and whether all is well."""

    def release(**options):
        steps = []
        good = run.release(mini_course, "tiny", report=steps.append, **options)
        assert good == (not any(step.failure for step in steps))
        assert all(step.seconds >= 0 for step in steps)
        return {step.title: step.failure for step in steps}

    return release


def test_writes_the_student_version_with_its_files(release, mini_course):
    steps = release()
    assert list(steps)[-1] == run.WRITTEN and not any(steps.values())
    folder = mini_course.root / "release" / "tiny"
    assert sorted(path.name for path in folder.iterdir()) == ["numbers.txt", "tiny.ipynb"]
    assert [path.name for path in folder.parent.iterdir()] == ["tiny"]
    notebook = notebooks.read(folder / "tiny.ipynb")
    text = notebooks.dumps(notebook)
    assert (
        "counter_reset is not written yet" in text
        and "| `double` |" in text
        and "*Your answer here.*" in text
    )
    assert "_hidden" not in text and "SOLUTION" not in text
    assert notebook.cells[3].metadata.deletable is False and notebook.cells[4].metadata.editable is False


def test_is_the_same_each_time(tiny, mini_course):
    def once():
        with generated(mini_course.assignment("tiny")) as folder:
            return (folder / "tiny.ipynb").read_bytes()

    assert once() == once()


def test_a_source_without_cell_ids_gives_the_same_each_time(release, tiny):
    for cell in tiny.notebook.cells:
        del cell["id"]
    tiny.path.write_text(notebooks.dumps(tiny.notebook))
    release()
    assert release(check=True)[run.COMPARED] == ""


def test_replaces_what_was_there(release, mini_course):
    release()
    (mini_course.root / "release" / "tiny" / "old.txt").write_text("old")
    release()
    assert not (mini_course.root / "release" / "tiny" / "old.txt").exists()


def test_a_failed_proof_is_reported_and_nothing_is_written(release, edit, mini_course):
    edit(2, "Twice", "Twice, 3 points,")
    steps = release()
    assert [title for title, failure in steps.items() if failure] == ["points come from the metadata"]
    assert run.WRITTEN not in steps
    assert not (mini_course.root / "release").exists()


def test_runs_notebooks_only_with_a_grader(release, honest, graded):
    assert run.SOLVED not in release()
    assert release(grader=honest)[run.SOLVED] == ""
    steps = release(grader=graded(lambda aspect: True))
    assert "an untouched student version earns points on double-number" in steps[run.UNTOUCHED]
    assert run.WRITTEN not in steps


def test_each_step_is_announced(mini_course):
    announced = []

    @contextmanager
    def busy(title):
        announced.append(title)
        yield

    steps = []
    run.release(mini_course, "tiny", report=steps.append, busy=busy)
    assert announced == [step.title for step in steps]


def test_check_writes_nothing(release, mini_course):
    steps = release(check=True)
    assert steps[run.COMPARED] == f"{mini_course.root / 'release' / 'tiny'} does not exist"
    assert run.WRITTEN not in steps
    release()
    assert release(check=True)[run.COMPARED] == ""


def test_check_names_the_cells_that_differ(release, edit, mini_course):
    release()
    folder = mini_course.root / "release" / "tiny"
    released = notebooks.read(folder / "tiny.ipynb")
    released.cells[3].source += "\n# more"
    released.cells[4].metadata.nbgrader.points = 9
    released.cells.append(new_markdown_cell("by hand", id="mine"))
    del released.cells[5]
    notebooks.write(released, folder / "tiny.ipynb")
    (folder / "numbers.txt").unlink()
    (folder / "extra.txt").write_text("")
    edit(2, "Twice", "Two times")
    failure = release(check=True)[run.COMPARED]
    assert failure.replace(str(folder), "F").split("\n") == [
        "F/numbers.txt is missing",
        "F/extra.txt does not belong there",
        "F/tiny.ipynb differs from what source/ gives",
        "  cell tiny-2:",
        "    -Twice $x$, for numbers and arrays.",
        "    +Two times $x$, for numbers and arrays.",
        "  cell double:",
        "    -# more",
        "  cell double-number: metadata or outputs differ",
        "  cell double-array is missing",
        "  cell mine is not in the source",
    ]


def test_check_shortens_a_long_difference(release, mini_course):
    release()
    path = mini_course.release_path("tiny")
    released = notebooks.read(path)
    released.cells[2].source = "\n".join(map(str, range(20)))
    notebooks.write(released, path)
    assert release(check=True)[run.COMPARED].endswith("    -7\n    ... and 15 more lines")


def test_check_says_when_only_the_order_differs_or_the_file_is_broken(release, mini_course):
    release()
    path = mini_course.release_path("tiny")
    released = notebooks.read(path)
    released.cells.reverse()
    notebooks.write(released, path)
    assert release(check=True)[run.COMPARED].endswith(
        "\n  the order of the cells, or the notebook's own metadata"
    )
    path.write_text("{")
    assert re.search(
        "\n  .*tiny.ipynb: not a notebook, line 1 is not JSON", release(check=True)[run.COMPARED]
    )


def test_says_what_nbgrader_does_not_accept(release, tiny):
    tiny.cell("imports").node.metadata.nbgrader.schema_version = 99
    notebooks.write(tiny.notebook, tiny.path)
    with pytest.raises(ReleaseError, match="^tiny: nbgrader cannot generate the student version. .*nbgrader"):
        release()


def test_says_which_mark_names_nothing(release, edit):
    edit(2, "points:double", "points:dubble")
    with pytest.raises(ReleaseError, match="<!-- points:dubble --> names no question and no aspect$"):
        release()


def test_an_unknown_assignment_is_refused(mini_course):
    with pytest.raises(CourseError, match="there is no assignment 'huge'"):
        run.release(mini_course, "huge")
