import pytest

from autograder.course import variants
from autograder.course.cells import CellKind, cells_of
from autograder.grading.repair import grade_id_of, repair


@pytest.fixture
def submission(tiny):
    """The solved notebook of the mini course, as a student would hand it in."""
    return variants.solved(tiny)


@pytest.fixture
def place(tiny):
    """Place of a cell in the notebook by its `grade_id`."""
    return lambda grade_id: tiny.cell(grade_id).index


def graded_ids(notebook):
    """The `grade_id`s in order."""
    return [grade_id for node in notebook.cells if (grade_id := grade_id_of(node))]


def is_whole(notebook, tiny):
    """Whether every check and locked cell is there once, as the instructor wrote it, with its points."""
    cells = {cell.grade_id: cell for cell in cells_of(notebook) if cell.grade_id}
    wanted = [cell for cell in tiny.cells if cell.kind in (CellKind.CHECK, CellKind.LOCKED)]
    ids = graded_ids(notebook)
    return all(
        ids.count(cell.grade_id) == 1
        and cells[cell.grade_id].source == cell.source
        and cells[cell.grade_id].points == cell.points
        and cells[cell.grade_id].kind is cell.kind
        for cell in wanted
    )


def test_an_honest_submission_gets_the_hidden_tests_and_needs_no_repair(submission, tiny):
    before = submission.copy()
    repaired, repairs = repair(submission, tiny)
    assert repairs == ()
    assert is_whole(repaired, tiny)
    assert submission == before, "the submission itself is not changed"
    assert [node.source for node in repaired.cells if grade_id_of(node) == "double"] == [
        node.source for node in submission.cells if grade_id_of(node) == "double"
    ]


def test_the_instructors_own_notebook_needs_no_repair_either(tiny):
    assert repair(tiny.notebook, tiny)[1] == ()


def test_outputs_are_dropped(submission, tiny, place):
    submission.cells[place("double")].outputs = [{"output_type": "stream", "name": "stdout", "text": "old"}]
    submission.cells[place("double")].execution_count = 7
    node = repair(submission, tiny)[0].cells[place("double")]
    assert (node.outputs, node.execution_count) == ([], None)


def test_blanks_at_the_end_of_lines_are_no_change(submission, tiny, place):
    node = submission.cells[place("double-array")]
    node.source = node.source.replace("\n", "  \n") + "\n\n"
    assert repair(submission, tiny)[1] == ()


@pytest.mark.parametrize(("grade_id", "kind"), [("double-number", "check cell"), ("imports", "locked cell")])
def test_changed_cells_of_the_instructor_are_restored(submission, tiny, place, grade_id, kind):
    submission.cells[place(grade_id)].source = "pass"
    repaired, repairs = repair(submission, tiny)
    assert repairs == (f"the {kind} '{grade_id}' had been changed; the instructor's version was run",)
    assert is_whole(repaired, tiny)


@pytest.mark.parametrize("grade_id", ["imports", "double-number", "double-array", "counter_reset-zero"])
def test_a_missing_cell_is_put_back_where_it_was(submission, tiny, place, grade_id):
    del submission.cells[place(grade_id)]
    repaired, repairs = repair(submission, tiny)
    kind = "locked" if grade_id == "imports" else "check"
    assert repairs == (f"the {kind} cell '{grade_id}' was missing; it is back in its place",)
    assert is_whole(repaired, tiny)
    assert graded_ids(repaired) == [cell.grade_id for cell in tiny.cells if cell.grade_id]


def test_a_missing_answer_is_said_and_not_invented(submission, tiny, place):
    del submission.cells[place("double")]
    repaired, repairs = repair(submission, tiny)
    assert repairs == ("the solution cell 'double' is missing, so there is no answer in it",)
    assert "double" not in graded_ids(repaired)


def test_an_empty_notebook_gets_all_checks(submission, tiny):
    submission.cells = []
    repaired, repairs = repair(submission, tiny)
    assert is_whole(repaired, tiny)
    assert len(repairs) == len([cell for cell in tiny.cells if cell.grade_id])


def test_a_moved_check_is_put_back(submission, tiny, place):
    submission.cells.insert(0, submission.cells.pop(place("counter_add-steps")))
    repaired, repairs = repair(submission, tiny)
    assert repairs == ("the check cell 'counter_add-steps' had been moved; it is back in its place",)
    assert graded_ids(repaired) == [cell.grade_id for cell in tiny.cells if cell.grade_id]


def test_a_solution_that_was_moved_down_takes_its_checks_along(submission, tiny, place):
    submission.cells.append(submission.cells.pop(place("double")))
    repaired, repairs = repair(submission, tiny)
    ids = graded_ids(repaired)
    assert ids[-3:] == ["double", "double-number", "double-array"]
    assert (
        "the check cell 'double-number' stood before the answer that it checks; it now stands after it"
        in repairs
    )
    assert is_whole(repaired, tiny)


def test_the_answer_to_several_questions_keeps_all_its_checks_behind_it(submission, tiny, place):
    submission.cells.append(submission.cells.pop(place("counter_add")))
    ids = graded_ids(repair(submission, tiny)[0])
    assert ids[-3:] == ["counter_add", "counter_add-steps", "counter_reset-zero"]


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_a_changed_type_is_restored(submission, tiny, place, kind):
    for grade_id in ("double", "double-array"):
        node = submission.cells[place(grade_id)]
        node.cell_type = kind
        del node["outputs"], node["execution_count"]
    repaired, repairs = repair(submission, tiny)
    assert repairs == (
        f"the solution cell 'double' had become a {kind} cell; it is a code cell again",
        f"the check cell 'double-array' had become a {kind} cell; it is a code cell again",
    )
    assert "2 * np.asarray(x)" in repaired.cells[place("double")].source
    assert is_whole(repaired, tiny)


def test_changed_points_and_metadata_are_restored(submission, tiny, place):
    submission.cells[place("double-number")].metadata.nbgrader.points = 100
    submission.cells[place("double-array")].metadata.nbgrader.update(grade=False, solution=True, points=2)
    submission.cells[place("thoughts")].metadata.nbgrader.points = -1
    repaired, repairs = repair(submission, tiny)
    assert repairs == (
        "the check cell 'double-number' claimed 100 points; it is worth 1",
        "the metadata of the check cell 'double-array' had been changed; they were restored",
        "the answer cell 'thoughts' claimed -1 points; it is worth 2",
    )
    assert is_whole(repaired, tiny)


def test_unknown_cells_become_ordinary_ones(submission, tiny, place):
    node = submission.cells[0]
    node.metadata["nbgrader"] = {"grade_id": "bonus", "grade": True, "points": 50}
    repaired, repairs = repair(submission, tiny)
    assert repairs == ("the cell 'bonus' is not part of tiny; it counts as an ordinary cell",)
    assert "nbgrader" not in repaired.cells[0].metadata


@pytest.mark.parametrize("nonsense", [[], "x", {"grade_id": 3}, {"grade": True}, None])
def test_metadata_that_make_no_sense_are_dropped(submission, tiny, nonsense):
    submission.cells[0].metadata["nbgrader"] = nonsense
    repaired, repairs = repair(submission, tiny)
    assert repairs == ()
    assert "nbgrader" not in repaired.cells[0].metadata


class TestCopies:
    """Several cells with one `grade_id`."""

    @pytest.fixture
    def copy(self, submission, place):
        """Adds a copy of a cell right after it, as pasting does, with another cell id and perhaps another source."""

        def copy(grade_id, source=None, *, before=False):
            original = submission.cells[place(grade_id)]
            node = type(original)(original | {"id": "pasted", "metadata": original.metadata.copy()})
            if source is not None:
                node.source = source
            submission.cells.insert(place(grade_id) + (not before), node)
            return submission

        return copy

    def test_the_original_answer_counts_and_the_copy_still_runs(self, copy, tiny, place):
        repaired, repairs = repair(copy("double", "def double(x): return 0"), tiny)
        (said,) = repairs
        assert said.startswith("there were 2 copies of the solution cell 'double'; the original counts;")
        assert said.endswith("the others were run too, as ordinary cells")
        assert graded_ids(repaired).count("double") == 1
        assert repaired.cells[place("double") + 1].source == "def double(x): return 0"

    def test_a_written_answer_wins_over_an_untouched_original(self, copy, submission, tiny, place):
        copy("double")
        submission.cells[place("double")].source = 'raise NotImplementedError("double is not written yet")'
        repaired, repairs = repair(submission, tiny)
        assert repairs == ("there were 2 copies of the solution cell 'double'; number 2 counts",)
        assert not any("not written yet" in node.source for node in repaired.cells)

    def test_an_untouched_copy_after_the_answer_does_not_undo_it(self, copy, tiny):
        stub = 'def double(x):\n    raise NotImplementedError("double is not written yet")'
        repaired, repairs = repair(copy("double", stub), tiny)
        assert repairs == ("there were 2 copies of the solution cell 'double'; the original counts",)
        assert stub not in [node.source for node in repaired.cells]

    @pytest.mark.parametrize("before", [False, True])
    def test_a_copied_check_counts_once(self, copy, tiny, before):
        repaired, repairs = repair(copy("double-array", before=before), tiny)
        assert repairs == ("there were 2 copies of the check cell 'double-array'; the original counts",)
        assert is_whole(repaired, tiny)


def test_another_language_is_said(submission, tiny):
    submission.metadata.kernelspec = {"name": "julia-1.10", "language": "julia", "display_name": "Julia"}
    submission.metadata.widgets = {"state": {}}
    repaired, repairs = repair(submission, tiny)
    assert repairs == ("the notebook asked for a julia kernel; it was run with Python",)
    assert repaired.metadata.kernelspec.name == "python3"
    assert "widgets" not in repaired.metadata
