"""Every proof holds for a good notebook, and says where and why it fails for a bad one."""

import re

import pytest

from autograder.course import notebook as notebooks
from autograder.course.marks import HIDDEN_TESTS, without_regions
from autograder.errors import CourseError, ProofError
from autograder.hooks.points import FillPoints
from autograder.hooks.stubs import NamedStubs
from autograder.release import leaks, names, proofs


def student_version(source):
    """What nbgrader makes of it, as far as proofs look at it."""
    notebook = notebooks.copy(source.notebook)
    FillPoints().preprocess(notebook, {})
    NamedStubs().preprocess(notebook, {})
    for cell in notebook.cells:
        cell.source = without_regions(cell.source, HIDDEN_TESTS)
    return notebook


def prove(proof, source):
    proof(source, student_version(source))


@pytest.mark.parametrize("proof", proofs.PROOFS, ids=lambda proof: proof.title)
def test_holds_for_a_good_notebook(proof, tiny):
    proof.prove(tiny, student_version(tiny))


def fails(message):
    return pytest.raises(ProofError, match="^tiny" + re.escape(message))


def test_metadata_must_fit_nbgraders_schema(tiny):
    tiny.cell("double").node.metadata.nbgrader.schema_version = 1
    with fails(": the metadata of the source are not valid: Outdated schema version: 1 (expected 3)"):
        prove(proofs.metadata_are_valid, tiny)


def test_metadata_must_fit_the_notebook_format(tiny):
    released = student_version(tiny)
    released.cells[0].metadata.collapsed = 7
    released.cells[1].execution_count = "one"
    with fails(": the metadata of the student version are not valid: "):
        proofs.metadata_are_valid(tiny, released)


def test_an_aspect_is_worth_something(tiny):
    tiny.cell("double-array").node.metadata.nbgrader.points = 0
    with fails(": 'double-array' is worth 0 points, not more than 0"):
        prove(proofs.metadata_are_valid, type(tiny).of(tiny.notebook, tiny.path))


def test_a_notebook_asks_something(tiny):
    tiny.notebook.cells = tiny.notebook.cells[:1]
    with fails(": there are no questions in it"):
        proofs.every_question_is_asked(type(tiny).of(tiny.notebook, tiny.path), tiny.notebook)


def test_a_solution_cell_is_judged(tiny):
    tiny.cell("double").node.metadata.nbgrader.grade_id = "triple"
    with pytest.raises(CourseError, match="question 'double' has check cells but no solution cell"):
        type(tiny).of(tiny.notebook, tiny.path)
    tiny.cell("imports").node.metadata.nbgrader |= {"solution": True, "locked": False}
    tiny.cell("double").node.metadata.nbgrader.grade_id = "double"
    with fails(": no check cell judges the solution cell 'imports'"):
        prove(proofs.every_question_is_asked, type(tiny).of(tiny.notebook, tiny.path))


def test_a_mark_names_a_question(edit):
    source = edit("double", "BEGIN SOLUTION", "BEGIN SOLUTION dubble")
    with fails(", cell 'double': a solution is marked 'dubble', which is no question"):
        prove(proofs.every_question_is_asked, source)


def test_a_check_cell_names_question_and_aspect(tiny):
    tiny.cell("double-array").node.metadata.nbgrader.grade_id = "double-big-array"
    with fails(": the check cell 'double-big-array' must be called <question>-<aspect>"):
        prove(proofs.every_question_is_asked, type(tiny).of(tiny.notebook, tiny.path))


def test_sources_are_without_outputs(tiny):
    tiny.cell("imports").node.execution_count = 3
    with fails(": cell imports of the source has outputs; clear them all and save"):
        prove(proofs.sources_have_no_outputs, tiny)


def test_a_stub_parses(edit):
    source = edit("double", "def double(x):", "def double(x:")
    with fails(": the stub of 'double' does not parse, line 1: "):
        prove(proofs.every_stub_parses, source)


def test_a_stub_of_nothing_but_a_comment_does_not_parse(edit):
    source = edit(
        "counter_add", "        self.__init__()\n        ### END SOLUTION", "        ### END SOLUTION\n  x"
    )
    with fails(": the stub of 'counter_add' does not parse, line 14: "):
        prove(proofs.every_stub_parses, source)


def test_a_stub_names_each_question_of_a_class(tiny):
    cell = tiny.cell("counter_add").node
    cell.source = cell.source.replace("SOLUTION counter_reset", "SOLUTION")
    with pytest.raises(CourseError, match="must begin with `### BEGIN SOLUTION counter_reset`$"):
        type(tiny).of(tiny.notebook, tiny.path)
    released = tiny.notebook
    NamedStubs().preprocess(released, {})
    with fails(
        ": the stub of 'counter_add' does not say that 'counter_reset' is missing; mark its solution with"
    ):
        proofs.every_stub_parses(tiny, released)


def test_no_solution_cell_is_lost(tiny):
    released = student_version(tiny)
    del released.cells[tiny.cell("double").index]
    with fails(": cell 'double' is not in the student version"):
        proofs.every_stub_parses(tiny, released)


def test_the_table_of_points_is_on_the_first_screen(edit):
    source = edit(0, "<!-- points -->", "no table")
    with fails(": the first text must hold the line <!-- points -->"):
        prove(proofs.points_come_from_metadata, source)


@pytest.mark.parametrize("typed", ["3 points", "1 Point", "2.5 pts", "10 marks"])
def test_points_are_not_typed(edit, typed):
    source = edit(2, "Twice", f"({typed}) Twice")
    with fails(f", cell 3: points are typed in prose ('{typed}'); write <!-- points:QUESTION -->"):
        prove(proofs.points_come_from_metadata, source)


def test_other_points_are_spelled_out(edit):
    prove(proofs.points_come_from_metadata, edit(2, "Twice", "Five points in the plane, x1 points up, twice"))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "assert",
            "import math\n    assert",
            "binds 'math' in the student's namespace; start the name with an",
        ),
        ("assert", "for i in [1]: pass\n    assert", "binds 'i' in the student's namespace"),
        ("assert double", "assert (y := 1) and double", "binds 'y' in the student's namespace"),
        (
            "assert double",
            "assert tripel",
            "names 'tripel', which it does not import and no solution or locked cell",
        ),
        ("assert double", "assert Counter", "names 'Counter', which it does not import"),
        ("_hidden():", "_hidden(:", "line 7 does not parse"),
        ("    _hidden()\n", "    _other()\n", "names '_other', which it does not import"),
        (
            "double-number",
            "double-numer",
            'must hold `with check.aspect("double-number"):` once, its aspects are: \'d',
        ),
        ('with check.aspect("double-number"):', "if True:", "once, its aspects are: none"),
        (
            "    ### END HIDDEN TESTS",
            "    ### END HIDDEN TESTS\n1 + 1",
            "ends with a value, which nbgrader would take",
        ),
        ("import judge as check", "import *", "imports *, so nobody can say which names exist"),
    ],
)
def test_a_check_cell_keeps_to_itself(edit, old, new, message):
    source = edit("double-number", old, new)
    match = f"^tiny, cell 'double-number': .*{re.escape(message)}"
    with pytest.raises(ProofError, match=match):
        prove(names.check_cells_keep_to_themselves, source)


def test_a_visible_check_does_not_lean_on_a_hidden_one(edit):
    source = edit(
        "double-number", "    ### END HIDDEN TESTS", "    _x = 1\n    ### END HIDDEN TESTS\n    assert _x"
    )
    with fails(", cell 'double-number': names '_x', which it does not import"):
        prove(names.check_cells_keep_to_themselves, source)


def test_names_are_found_wherever_python_binds_them():
    source = (
        "%matplotlib inline\n"
        "import a.b, c as d\n"
        "from e import f as g\n"
        "h, (i, *j) = 1, (2, 3)\n"
        "for k in h: pass\n"
        "with h as l: pass\n"
        "def m(x):\n    global n\n    n = z = [o for o in x]\n"
        "class P:\n    q = 1\n"
        "[(r := s) for s in h]\n"
    )
    assert names.bound_names(source, "here") - {"get_ipython"} == set("adghijklmnPr")


def test_names_are_used_in_functions_too():
    source = "def f(x, y=a):\n    z = b(x)\n    def g():\n        return c + z + x\n    return [d for e in z]\nh: i = 1"
    assert names.used_names(source, "here") == set("abcdi")


def test_magic_is_no_name_of_the_student(edit):
    prove(
        names.check_cells_keep_to_themselves,
        edit("imports", "import numpy", "%matplotlib inline\nimport numpy"),
    )


@pytest.mark.parametrize("mark", ["### BEGIN SOLUTION", "### END HIDDEN TESTS", "<!-- points:x -->"])
def test_no_mark_is_left(tiny, mark):
    released = student_version(tiny)
    released.cells[2].metadata["note"] = mark
    with fails(": cell 3 (markdown) of the student version still has '"):
        leaks.no_mark_is_left(tiny, released)


def test_a_solution_in_prose_is_found(edit):
    source = edit(2, "Twice", "Write `twice_as_much =  2 * np.asarray(x)`. Twice")
    with fails(
        ": cell 3 (markdown) of the student version gives away the solution of 'double': twice_as_much = 2 * np.asarr"
    ):
        prove(leaks.no_solution_is_left, source)


def test_a_solution_in_another_cell_s_metadata_is_found(tiny):
    released = student_version(tiny)
    released.cells[1].metadata["old"] = "    self.count = self.count + step"
    with fails(
        ": cell 'imports' of the student version gives away the solution of 'counter_add': self.count = "
    ):
        leaks.no_solution_is_left(tiny, released)


def test_a_solution_without_marks_is_guarded_too(edit):
    edit("thoughts", "### BEGIN SOLUTION\n", "")
    source = edit("thoughts", "\n### END SOLUTION", "")
    source.cells[2].node.source += "\n\nBecause a class keeps what it has counted."
    with fails(
        ": cell 3 (markdown) of the student version gives away the solution of 'thoughts': Because a class"
    ):
        prove(leaks.no_solution_is_left, source)


def test_given_code_is_no_secret(edit):
    source = edit("imports", "import numpy as np", "import numpy as np\n\ntwice_as_much = 2 * np.asarray(x)")
    prove(leaks.no_solution_is_left, source)


def test_a_construction_that_the_text_asks_for_is_no_secret(edit):
    edit("double", "    twice_as_much", "    counter = Counter(64, 'ten')\n    twice_as_much")
    source = edit(2, "Twice", "Make `counter = Counter(64, 'ten')`. Twice")
    prove(leaks.no_solution_is_left, source)


def test_a_hidden_test_in_prose_is_found(edit):
    source = edit(2, "Twice", 'assert double(math.pi) == math.tau, "double(pi) is not tau"\n\nTwice')
    with fails(
        ": cell 3 (markdown) of the student version gives away a hidden test of 'double-number': assert"
    ):
        prove(leaks.no_hidden_test_is_left, source)
