import itertools
import random
import time
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell

from autograder.course import variants
from autograder.course.assignment import Course
from autograder.course.cells import CellKind, cells_of
from autograder.grading.order import longest_rising
from autograder.grading.repair import repair
from autograder.grading.sources import grade_id_of

ROOT = Path(__file__).parents[2]


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


def test_the_instructors_own_notebook_is_graded_and_recognised(tiny):
    repaired, repairs = repair(tiny.notebook, tiny)
    assert repairs == (
        (
            "the submission has the hidden tests of 1 check cells in it (the first is 'double-number'): "
            "it was made from the instructor's notebook"
        ),
    )
    assert is_whole(repaired, tiny)


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


def test_a_locked_cell_below_an_answer_is_moved_up_rather_than_taken_for_the_one_in_place(submission, tiny):
    graded = [node for node in submission.cells if grade_id_of(node) in ("imports", "double")]
    submission.cells = graded[::-1]
    repaired, repairs = repair(submission, tiny)
    assert "the locked cell 'imports' had been moved; it is back in its place" in repairs
    assert graded_ids(repaired)[:2] == ["imports", "double"]


@pytest.mark.parametrize("name", Course(ROOT).assignments)
def test_in_a_notebook_that_is_upside_down_what_is_given_still_comes_first(name):
    assignment = Course(ROOT).assignment(name)
    submission = variants.solved(assignment)
    submission.cells = submission.cells[::-1]
    repaired, repairs = repair(submission, assignment)
    assert is_whole(repaired, assignment)
    order = [cell.grade_id for cell in assignment.cells if cell.grade_id]
    given = list(
        itertools.takewhile(lambda grade_id: assignment.cell(grade_id).kind is CellKind.LOCKED, order)
    )
    ids = graded_ids(repaired)
    assert ids[: len(given)] == given
    assert f"the locked cell {given[0]!r} had been moved; it is back in its place" in repairs
    places = {grade_id: ids.index(grade_id) for grade_id in order}
    for before, grade_id in itertools.pairwise(order):
        if assignment.cell(grade_id).kind is CellKind.LOCKED:
            assert places[before] < places[grade_id], "none stands before the one that it follows"


def test_of_equally_long_orders_the_one_with_more_answers_counts():
    draws = random.Random(0)
    for _ in range(300):
        ranks = draws.sample(range(9), draws.randint(0, 7))
        answers = [draws.random() < 0.4 for _ in ranks]
        found = longest_rising(ranks, answers)
        rising = [
            places
            for count in range(len(ranks) + 1)
            for places in itertools.combinations(range(len(ranks)), count)
            if all(ranks[a] < ranks[b] for a, b in itertools.pairwise(places))
        ]
        assert tuple(found) in rising
        worth = [(len(places), sum(answers[place] for place in places)) for places in (found, *rising)]
        assert worth[0] == max(worth)


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

    @pytest.mark.parametrize(("grade_id", "source"), [("double", "x = {}"), ("double-number", None)])
    def test_thousands_of_copies_are_no_work_for_minutes(self, submission, tiny, place, grade_id, source):
        """Repair runs in the grader itself, which nobody stops."""
        original = submission.cells[place(grade_id)]
        for number in range(8_000):
            node = type(original)(original | {"id": f"pasted-{number}", "metadata": original.metadata.copy()})
            node.source = node.source if source is None else source.format(number)
            submission.cells.append(node)
        start = time.process_time()
        repaired, repairs = repair(submission, tiny)
        assert time.process_time() - start < 15  # 150 when each copy was looked for among all cells
        assert is_whole(repaired, tiny)
        assert max(map(len, repairs)) < 400

    def test_the_original_answer_counts_and_the_copy_is_not_run(self, copy, tiny, place):
        repaired, repairs = repair(copy("double", "def double(x): return 0"), tiny)
        assert repairs == (
            (
                "there were 2 copies of the solution cell 'double'; cell 4 counts, the one with the cell id that was "
                "handed out; what stands in cell 5 was not run"
            ),
        )
        assert graded_ids(repaired).count("double") == 1
        set_aside = repaired.cells[place("double") + 1]
        assert (set_aside.cell_type, set_aside.source) == ("raw", "def double(x): return 0")

    def test_a_copy_kept_as_notes_above_is_not_run_either(self, copy, tiny, place):
        repaired, repairs = repair(copy("double", "def double(x): return 0", before=True), tiny)
        assert "cell 5 counts, the one with the cell id that was handed out" in repairs[0]
        assert [node.cell_type for node in repaired.cells[3:5]] == ["raw", "code"]

    def test_without_ids_the_one_in_its_place_counts(self, copy, submission, tiny):
        notebook = copy("double", "def double(x): return 0")
        notebook.cells.insert(0, notebook.cells.pop(4))
        for node in notebook.cells:
            node.pop("id")
        _repaired, repairs = repair(notebook, tiny)
        assert "cell 5 counts, the one in its place; what stands in cell 1 was not run" in repairs[0]

    def test_without_ids_the_first_of_two_neighbours_counts(self, copy, tiny):
        notebook = copy("double", "def double(x): return 0")
        for node in notebook.cells:
            node.pop("id")
        assert "cell 4 counts, the first; what stands in cell 5 was not run" in repair(notebook, tiny)[1][0]

    def test_an_answer_that_python_can_read_counts(self, copy, submission, tiny, place):
        copy("double", "def double(x): return 2 * x")
        submission.cells[place("double")].source = "def double(x: return"
        assert "cell 5 counts, the one that Python can read" in repair(submission, tiny)[1][0]

    def test_a_written_answer_wins_over_an_untouched_original(self, copy, submission, tiny, place):
        copy("double")
        submission.cells[place("double")].source = 'raise NotImplementedError("double is not written yet")'
        repaired, repairs = repair(submission, tiny)
        assert repairs == (
            "there were 2 copies of the solution cell 'double'; cell 5 counts, the one with something written in it",
        )
        assert not any("not written yet" in node.source for node in repaired.cells)

    def test_an_untouched_copy_after_the_answer_does_not_undo_it(self, copy, tiny):
        stub = 'def double(x):\n    raise NotImplementedError("double is not written yet")'
        repaired, repairs = repair(copy("double", stub), tiny)
        assert "cell 4 counts, the one with something written in it" in repairs[0]
        assert stub not in [node.source for node in repaired.cells]

    def test_the_more_complete_of_two_half_written_answers_counts(self, copy, submission, tiny, place):
        whole = submission.cells[place("counter_add")].source
        half = whole.replace(
            "self.__init__()", 'raise NotImplementedError("counter_reset is not written yet")'
        )
        copy("counter_add")
        submission.cells[place("counter_add")].source = half
        repaired, repairs = repair(submission, tiny)
        assert "cell 9 counts, the one that is complete" in repairs[0]
        assert [node.source for node in repaired.cells if grade_id_of(node) == "counter_add"] == [whole]

    def test_both_halves_of_a_cell_that_was_split_run(self, submission, tiny, place):
        """JupyterLab leaves the id to the second half, and gives both the metadata."""
        node = submission.cells[place("double")]
        first = type(node)(node | {"id": "new", "source": "def helper(x):\n    return 2 * x"})
        node.source = "def double(x):\n    return helper(x)"
        submission.cells.insert(place("double"), first)
        repaired, repairs = repair(submission, tiny)
        assert repairs == (
            (
                "there were 2 copies of the solution cell 'double'; cell 5 counts, the one with the cell id that was "
                "handed out; cell 4 ran as an ordinary cell"
            ),
        )
        assert [node.source for node in repaired.cells[3:5]] == [first.source, node.source]
        assert repaired.cells[3].cell_type == "code"

    @pytest.mark.parametrize("before", [False, True])
    def test_a_copied_check_counts_once(self, copy, tiny, before):
        repaired, repairs = repair(copy("double-array", before=before), tiny)
        assert repairs == (
            (
                f"there were 2 copies of the check cell 'double-array'; cell {7 if before else 6} counts, "
                "the one with the cell id that was handed out"
            ),
        )
        assert is_whole(repaired, tiny)
        assert len(repaired.cells) == len(tiny.cells)


class TestMerged:
    """Cells of the instructor's inside others."""

    def test_a_check_merged_into_the_answer_is_cut_out(self, submission, tiny, place):
        answer, check = submission.cells[place("double")], submission.cells[place("double-number")]
        own = answer.source
        answer.source += "\n\n" + check.source
        submission.cells.remove(check)
        repaired, repairs = repair(submission, tiny)
        assert repairs == (
            "the check cell 'double-number' had been merged with other code in cell 4; it stands alone again",
        )
        assert graded_ids(repaired) == [cell.grade_id for cell in tiny.cells if cell.grade_id]
        assert repaired.cells[place("double")].source == own
        assert is_whole(repaired, tiny)

    def test_an_answer_merged_into_its_check_is_found(self, submission, tiny, place):
        answer, check = submission.cells[place("double")], submission.cells[place("double-number")]
        check.source = answer.source + "\n\n" + check.source
        submission.cells.remove(answer)
        repaired, repairs = repair(submission, tiny)
        assert repairs == (
            "the check cell 'double-number' had been merged with other code in cell 4; it stands alone again",
            (
                "the solution cell 'double' had lost its metadata; cell 4 was taken for it, because it defines "
                "what the checks ask for"
            ),
        )
        assert repaired.cells[place("double")].source == answer.source
        assert graded_ids(repaired) == [cell.grade_id for cell in tiny.cells if cell.grade_id]

    def test_three_merged_cells_are_three_again(self, submission, tiny, place):
        places = [place(name) for name in ("double-array", "counter_add", "counter_add-steps")]
        nodes = [submission.cells[number] for number in places]
        nodes[1].source = "\n\n".join(node.source for node in nodes)
        own = tiny.cell("counter_add").source.split("\n")[0]
        submission.cells = [node for node in submission.cells if node not in (nodes[0], nodes[2])]
        repaired, repairs = repair(submission, tiny)
        assert len(repairs) == 2
        assert is_whole(repaired, tiny)
        (answer,) = [node for node in repaired.cells if grade_id_of(node) == "counter_add"]
        assert answer.source.startswith(own)
        assert "check" not in answer.source

    def test_what_a_student_adds_to_a_locked_cell_runs_before_it(self, submission, tiny, place):
        submission.cells[place("imports")].source += "\nimport math"
        repaired, repairs = repair(submission, tiny)
        assert "imports" in repairs[0]
        assert is_whole(repaired, tiny)
        assert "import math" in [node.source for node in repaired.cells]

    def test_a_changed_check_that_goes_on_is_changed_not_merged(self, submission, tiny, place):
        submission.cells[place("double-array")].source += "\n    print(double)"
        _repaired, repairs = repair(submission, tiny)
        assert repairs == (
            "the check cell 'double-array' had been changed; the instructor's version was run",
        )

    def test_an_import_put_between_the_lines_of_a_locked_cell_still_runs(self, submission, tiny, place):
        node = submission.cells[place("imports")]
        node.source = node.source.replace("import numpy as np", "import math\nimport numpy as np")
        repaired, repairs = repair(submission, tiny)
        assert repairs == (
            (
                "the locked cell 'imports' had been changed; the instructor's version was run, after the student's, "
                "which defines other names too"
            ),
        )
        assert "import math" in repaired.cells[1].source
        assert grade_id_of(repaired.cells[2]) == "imports"


class TestLostMetadata:
    """Cells that no longer say which they are."""

    def test_a_notebook_without_any_metadata_is_whole_again(self, submission, tiny):
        for number, node in enumerate(submission.cells):
            node.metadata.clear()
            node.id = f"pasted-{number}"
        repaired, repairs = repair(submission, tiny)
        assert graded_ids(repaired) == [cell.grade_id for cell in tiny.cells if cell.grade_id]
        assert len(repaired.cells) == len(tiny.cells)
        assert len(repairs) == len(graded_ids(repaired))
        assert (
            "the answer cell 'thoughts' had lost its metadata; cell 11 was taken for it, because "
            in repairs[-1]
        )
        assert [node.source for node in repaired.cells if grade_id_of(node) == "thoughts"] == [
            submission.cells[-1].source
        ]

    def test_answers_pasted_into_an_empty_notebook_are_found(self, submission, tiny, place):
        answers = [submission.cells[place(name)] for name in ("counter_add", "double")]
        for node in answers:
            node.metadata.clear()
            node.id = f"pasted-{node.id}"
        submission.cells = answers
        repaired, _repairs = repair(submission, tiny)
        ids = graded_ids(repaired)
        assert ids.index("counter_add") < ids.index("counter_reset-zero")
        assert ids.index("double") < ids.index("double-number")
        assert is_whole(repaired, tiny)

    def test_the_cell_id_is_enough(self, submission, tiny, place):
        node = submission.cells[place("double")]
        node.metadata.clear()
        node.source = "%%time\nx = 1"
        _repaired, repairs = repair(submission, tiny)
        assert repairs == (
            (
                "the solution cell 'double' had lost its metadata; cell 4 was taken for it, because it has the cell id that "
                "was handed out"
            ),
        )

    @pytest.mark.parametrize("left", ["# see below", "pass  # below", '"""Below."""', "# double"])
    def test_a_cell_with_a_comment_only_is_untouched(self, left, submission, tiny, place):
        answer = submission.cells[place("double")].source
        submission.cells[place("double")].source = left
        submission.cells.append(new_code_cell(answer))
        repaired, _ = repair(submission, tiny)
        assert [node.source for node in repaired.cells if grade_id_of(node) == "double"] == [answer]

    @pytest.mark.parametrize("left", ["x = 1", "print(double)", "def ("])
    def test_a_cell_that_defines_nothing_that_is_asked_for_is_no_answer(self, left, submission, tiny, place):
        answer = submission.cells[place("double")].source
        submission.cells[place("double")].source = left
        submission.cells.append(new_code_cell(answer))
        repaired, _ = repair(submission, tiny)
        assert [node.source for node in repaired.cells if grade_id_of(node) == "double"] == [answer]
        assert left in [node.source for node in repaired.cells]

    @pytest.mark.parametrize("left", ["double = None", "from math import sqrt as double", "def double(:"])
    def test_a_cell_that_defines_what_is_asked_for_is_the_answer(self, left, submission, tiny, place):
        answer = submission.cells[place("double")].source
        submission.cells[place("double")].source = left
        submission.cells.append(new_code_cell(answer))
        repaired, _ = repair(submission, tiny)
        assert [node.source for node in repaired.cells if grade_id_of(node) == "double"] == [left]

    def test_an_answer_beside_the_untouched_cell_counts(self, submission, tiny, place):
        written = submission.cells[place("double")]
        stub = type(written)(
            written | {"source": 'def double(x):\n    raise NotImplementedError("double is not written yet")'}
        )
        own = type(written)(written | {"id": "own", "metadata": {}})
        for answer_first in (True, False):
            submission.cells[place("double")] = stub
            cells = [own, stub] if answer_first else [stub, own]
            submission.cells = (
                submission.cells[: place("double")]
                + cells
                + submission.cells[-(len(tiny.cells) - place("double") - 1) :]
            )
            repaired, repairs = repair(submission, tiny)
            assert repairs == (
                (
                    f"nothing was written in the solution cell 'double'; cell {4 if answer_first else 5} was taken for it, "
                    "because it defines `double`"
                ),
            )
            assert graded_ids(repaired) == [cell.grade_id for cell in tiny.cells if cell.grade_id]
            assert own.source in [node.source for node in repaired.cells]
            assert stub.source not in [node.source for node in repaired.cells]

    def test_an_answer_below_the_checks_takes_them_along(self, submission, tiny, place):
        node = submission.cells[place("double")]
        submission.cells.append(type(node)(node | {"id": "own", "metadata": {}}))
        node.source = 'def double(x):\n    raise NotImplementedError("double is not written yet")'
        repaired, _ = repair(submission, tiny)
        assert graded_ids(repaired)[-3:] == ["double", "double-number", "double-array"]

    def test_thousands_of_cells_take_seconds(self, submission, tiny):
        node = submission.cells[3]
        more = [
            type(node)(node | {"id": f"own-{n}", "metadata": {}, "source": f"x{n} = {n}"})
            for n in range(5000)
        ]
        submission.cells = submission.cells[:4] + more + submission.cells[4:]
        started = time.perf_counter()
        assert repair(submission, tiny)[1] == ()
        assert time.perf_counter() - started < 10


def test_another_language_is_said(submission, tiny):
    submission.metadata.kernelspec = {"name": "julia-1.10", "language": "julia", "display_name": "Julia"}
    submission.metadata.widgets = {"state": {}}
    repaired, repairs = repair(submission, tiny)
    assert repairs == ("the notebook asked for a julia kernel; it was run with Python",)
    assert repaired.metadata.kernelspec.name == "python3"
    assert "widgets" not in repaired.metadata


class TestAnswersThatOthersNeed:
    """An answer below another question that calls it comes too late for that question, though not for its own checks."""

    SAID = "the solution cell 'double' stood behind others that need it; it now stands before them"

    @pytest.fixture
    def needed(self, submission, place):
        """`Counter` calls `double`, whose cell stands at the end."""
        cells = submission.cells
        cells[place("counter_add")].source += "\n\nEIGHT = double(4)"
        cells.append(cells.pop(place("double")))
        return submission

    def order(self, notebook):
        """Places of the answers and of their first checks."""
        ids = graded_ids(notebook)
        return [ids.index(name) for name in ("double", "double-number", "counter_add")]

    def test_it_moves_up_to_them(self, needed, tiny):
        repaired, repairs = repair(needed, tiny)
        assert is_whole(repaired, tiny)
        assert repairs == (self.SAID,)
        assert self.order(repaired) == sorted(self.order(repaired))

    def test_an_answer_in_a_cell_of_ones_own_does_so_too(self, needed, tiny, place):
        answer = needed.cells.pop()
        needed.cells.insert(place("double"), new_code_cell("", metadata=answer.metadata))
        needed.cells.append(new_code_cell(answer.source))
        repaired, repairs = repair(needed, tiny)
        assert repairs[-1] == self.SAID
        assert self.order(repaired) == sorted(self.order(repaired))
        assert [n.source for n in repaired.cells if grade_id_of(n) == "double"] == [answer.source]

    @pytest.mark.parametrize("between", ["half = 0.5", "def double(x):\n    return 0"])
    def test_it_stays_where_something_in_between_belongs_to_it(self, between, needed, tiny):
        needed.cells[-1].source = "def double(x):\n    return x / half"
        needed.cells.insert(-1, new_code_cell(between))
        repaired, repairs = repair(needed, tiny)
        assert self.SAID not in repairs
        assert (
            "the check cell 'double-number' stood before the answer that it checks; it now stands after it"
            in repairs
        )
        assert grade_id_of(repaired.cells[-3]) == "double"

    def test_it_stays_where_nobody_else_needs_it(self, submission, tiny, place):
        submission.cells.append(submission.cells.pop(place("double")))
        assert self.SAID not in repair(submission, tiny)[1]
