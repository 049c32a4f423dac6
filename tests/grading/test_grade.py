import pytest
from nbformat.v4 import new_output

from autograder.errors import EngineError
from autograder.findings import Finding
from autograder.grading.engine import CellResult, Execution, Limits
from autograder.grading.grade import grade_all, grade_notebook
from autograder.grading.records import AspectStatus
from autograder.grading.submissions import Submission, discover


@pytest.fixture
def grade(mini_course, engine):
    """Grades one file with the engine that runs nothing."""
    return lambda path, **more: grade_notebook(path, mini_course, engine=engine, **more)


def statuses(record):
    """Aspect id -> (status, points)."""
    return {aspect.id: (str(aspect.status), aspect.points) for aspect in record.aspects}


def test_a_right_submission_gets_all_points_and_waits_for_a_person(grade, hand_in):
    record = grade(hand_in("ada") / "ada/tiny/tiny.ipynb")
    assert (record.student, record.assignment, record.status, record.message) == ("ada", "tiny", "graded", "")
    assert statuses(record) == {
        "double-number": ("passed", 1),
        "double-array": ("passed", 2),
        "counter_add-steps": ("passed", 1),
        "counter_reset-zero": ("passed", 1.5),
        "thoughts": ("needs_grading", None),
    }
    assert (record.score, record.max_score) == (5.5, 5.5)
    assert [question.id for question in record.questions] == [
        "double",
        "counter_add",
        "counter_reset",
        "thoughts",
    ]


def test_a_failed_check_costs_its_aspect_only(grade, engine, hand_in):
    engine.answers["double([1, 2])"] = CellResult(AspectStatus.FAILED, "double-array: it is not [2, 4]")
    record = grade(hand_in("ada") / "ada/tiny/tiny.ipynb")
    assert statuses(record)["double-array"] == ("failed", 0)
    assert [aspect.message for aspect in record.aspects][1] == "it is not [2, 4]"
    assert record.score == 3.5


def test_an_answer_that_hangs_is_the_reason_for_what_fails_after_it(grade, engine, hand_in):
    engine.answers["twice_as_much"] = CellResult(AspectStatus.TIMEOUT, "the cell was stopped after 30 s")
    engine.answers["double(3)"] = CellResult(AspectStatus.FAILED, "`double` does not exist yet.")
    record = grade(hand_in("ada") / "ada/tiny/tiny.ipynb")
    assert statuses(record)["double-number"] == ("timeout", 0)
    assert next(record.aspects).message == "double: the cell was stopped after 30 s"
    assert statuses(record)["double-array"] == ("passed", 2), "a check that passes keeps its points"


def unnamed(name):
    """What a check reports that misses a name."""
    finding = Finding(f"`{name}` does not exist yet.", hint="has it been run?", data={"name": name})
    return CellResult(AspectStatus.FAILED, finding.message, (finding,))


def with_error(engine, grade_id, kind, text, traceback=()):
    """Lets the cell end with an error, in its outputs as well."""
    run = engine.run

    def failing(notebook, limits, files=None):
        execution = run(notebook, limits, files)
        cell = next(
            c for c in execution.notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == grade_id
        )
        cell.outputs = [new_output("error", ename=kind, evalue=text, traceback=list(traceback))]
        cells = {**execution.cells, grade_id: CellResult(AspectStatus.ERROR, f"{kind}: {text}")}
        return Execution(execution.notebook, cells, execution.seconds)

    engine.run = failing


def test_a_cell_that_python_cannot_read_is_the_reason_for_a_missing_name(grade, engine, hand_in):
    engine.answers["double(3)"] = unnamed("double")
    with_error(engine, "double", "SyntaxError", "invalid syntax (<ipython-input-5-f776>, line 3)")
    aspect = next(grade(hand_in("ada") / "ada/tiny/tiny.ipynb").aspects)
    assert aspect.status == "failed"
    assert aspect.message == (
        "`double` does not exist, because Python cannot read the cell `double`: invalid syntax, line 3.\n"
        "Look at: line 3 of that cell, and the line above it"
    )


def test_a_cell_that_ended_with_an_error_is_the_reason_for_a_missing_name(grade, engine, hand_in):
    engine.answers["double(3)"] = unnamed("Counter")  # of another question
    traceback = [
        "ValueError\x1b[39m",
        "\x1b[36mCell\x1b[39m\x1b[36m \x1b[39m\x1b[32mIn[11]\x1b[39m\x1b[32m, line 7\x1b[39m\n x",
    ]
    with_error(engine, "counter_add", "ValueError", "no\nstep", traceback)
    aspect = next(grade(hand_in("ada") / "ada/tiny/tiny.ipynb").aspects)
    assert aspect.message == (
        "`Counter` does not exist, because the cell `counter_add` ended with an error: ValueError: no step, line 7.\n"
        "Look at: line 7 of that cell"
    )


def test_a_check_that_fails_tells_the_error_of_the_cell_that_it_checks_besides(grade, engine, hand_in):
    found = Finding("double(3) is wrong.", data={"actual": 5})
    engine.answers["double(3)"] = CellResult(AspectStatus.FAILED, found.message, (found,))
    with_error(engine, "double", "NameError", "name 'half' is not defined (<x>, line 3)")
    told, *others = grade(hand_in("ada") / "ada/tiny/tiny.ipynb").aspects
    assert told.message == (
        "double(3) is wrong.\n"
        "The cell `double` ended with an error: NameError: name 'half' is not defined, line 3.\n"
        "Look at: line 3 of that cell"
    )
    assert [finding.data for finding in told.findings] == [{"actual": 5}, {"cell": "double"}]
    assert not any("ended with an error" in other.message for other in others)


def test_a_cell_that_is_not_written_yet_is_no_error_to_tell(grade, engine, hand_in):
    found = Finding("double(3) is wrong.")
    engine.answers["double(3)"] = CellResult(AspectStatus.FAILED, found.message, (found,))
    with_error(engine, "double", "NotImplementedError", "double is not written yet")
    assert next(grade(hand_in("ada") / "ada/tiny/tiny.ipynb").aspects).message == "double(3) is wrong."


def test_an_error_that_has_nothing_to_do_with_a_missing_name_is_no_reason(grade, engine, hand_in):
    engine.answers["double(3)"] = unnamed("double")
    with_error(engine, "counter_add", "SyntaxError", "invalid syntax (<x>, line 3)")
    assert next(grade(hand_in("ada") / "ada/tiny/tiny.ipynb").aspects).message.startswith(
        "`double` does not exist yet."
    )


def test_a_copy_beside_a_notebook_in_which_nothing_was_written_is_told(grade, hand_in):
    def untouched(notebook):
        for node in notebook.cells:
            if node.metadata.get("nbgrader", {}).get("solution") and node.cell_type == "code":
                node.source = "# to do"

    folder = hand_in("ada", untouched) / "ada/tiny"
    assert grade(folder / "tiny.ipynb").repairs == ()
    (folder / "tiny-Copy1.ipynb").write_text("{}")
    (folder / "scratch.ipynb").write_text("{}")
    assert grade(folder / "tiny.ipynb").repairs == (
        "no code was written in 'tiny.ipynb'; beside it lies 'tiny-Copy1.ipynb', which was not graded",
    )
    (hand_in("ben") / "ben/tiny/tiny-Copy1.ipynb").write_text("{}")
    assert grade(folder.parents[1] / "ben/tiny/tiny.ipynb").repairs == ()


def test_student_and_assignment_can_be_given(grade, hand_in, tmp_path):
    path = hand_in("ada") / "ada/tiny/tiny.ipynb"
    loose = path.rename(tmp_path / "homework.ipynb")
    record = grade(loose)
    assert (record.student, record.assignment) == ("homework", "tiny"), "the cells tell the assignment"
    assert grade(loose, student="eve", assignment="tiny").student == "eve"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "not a notebook, the file is empty"),
        ("{", "not a notebook, line 1 is not JSON"),
        ("[]", "not a notebook, the JSON in it is not an object"),
        (
            '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
            "none of its cells belongs to tiny",
        ),
    ],
)
def test_what_cannot_be_read_is_invalid_and_names_the_file(grade, hand_in, content, reason):
    path = hand_in("ada") / "ada/tiny/tiny.ipynb"
    path.write_text(content)
    record = grade(path)
    assert record.status == "invalid"
    assert record.message.startswith(f"{path}: ")
    assert reason in record.message
    assert statuses(record)["double-array"] == ("not_run", 0)
    assert (record.score, record.max_score) == (0, 5.5)


def test_a_notebook_of_no_assignment_is_invalid(grade, tmp_path):
    path = tmp_path / "shopping.ipynb"
    path.write_text('{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}')
    record = grade(path)
    assert record.message == f"{path}: none of its cells belongs to any assignment of this course"
    assert (record.assignment, record.questions) == ("", ())


def test_no_submission_costs_another_its_score(mini_course, engine, hand_in):
    def mark(word):
        return lambda notebook: notebook.cells[0].update(source=word)

    hand_in("ada")
    hand_in("ben", mark("KEYERROR"))
    hand_in("cleo", mark("NOKERNEL"))
    hand_in("dan")
    root = hand_in("eve")
    (root / "dan/tiny/tiny.ipynb").write_text("{")
    engine.answers = {"KEYERROR": KeyError("oops"), "NOKERNEL": EngineError("a kernel could not be started")}
    told = []
    results = grade_all(
        discover([root], mini_course),
        mini_course,
        engine,
        jobs=2,
        progress=lambda record: told.append(record.student),
    )
    records = [graded.record for _, graded in sorted(results, key=lambda result: result[0])]
    assert [(record.student, str(record.status)) for record in records] == [
        ("ada", "graded"),
        ("ben", "error"),
        ("cleo", "error"),
        ("dan", "invalid"),
        ("eve", "graded"),
    ]
    assert records[1].message.endswith("tiny.ipynb: the grader failed (KeyError: 'oops')")
    assert records[2].message.endswith("tiny.ipynb: a kernel could not be started")
    assert sorted(told) == ["ada", "ben", "cleo", "dan", "eve"]


def test_not_more_submissions_are_started_than_there_are_jobs(mini_course, engine, hand_in):
    hand_in("ada")
    root = hand_in("ben")
    submissions = discover([root], mini_course)
    results = grade_all(submissions, mini_course, engine, limits=Limits(), jobs=1)
    next(results)
    assert engine.seen == 1
    results.close()


def test_a_file_that_vanishes_is_invalid(grade, tmp_path):
    assert grade(tmp_path / "gone.ipynb").message == f"{tmp_path / 'gone.ipynb'}: there is no such file"


def test_a_course_that_cannot_be_read_is_not_the_students_fault(grade, hand_in, mini_course):
    path = hand_in("ada") / "ada/tiny/tiny.ipynb"
    mini_course.source_path("tiny").write_text("{")
    record = grade(path)
    assert record.status == "error"
    assert "source/tiny/tiny.ipynb: not a notebook" in record.message


def test_an_assignment_that_the_course_does_not_have_is_an_error(mini_course, engine, hand_in):
    path = hand_in("ada") / "ada/tiny/tiny.ipynb"
    ((_, graded),) = grade_all([Submission(path, "ada", "huge")], mini_course, engine)
    assert graded.record.status == "error"
    assert "there is no assignment 'huge'; known: tiny" in graded.record.message
