"""Which cells notice a change, told from names."""

import pytest
from nbformat import v4

from autograder.audit.dependence import Dependence, names_of, observed
from autograder.course.cells import cells_of

KINDS = {
    "locked": {"locked": True, "solution": False, "grade": False},
    "solution": {"locked": False, "solution": True, "grade": False},
    "check": {"locked": True, "solution": False, "grade": True, "points": 1},
}


@pytest.fixture
def dependence():
    """Dependence of a notebook of cells (kind, source)."""

    def dependence(*cells, changes=None):
        nodes = [
            v4.new_code_cell(source, metadata={"nbgrader": {"grade_id": f"c{number}", **KINDS[kind]}})
            for number, (kind, source) in enumerate(cells)
        ]
        return Dependence(tuple(cells_of(v4.new_notebook(cells=nodes))), changes)

    return dependence


NOTEBOOK = (
    ("locked", "import numpy as np\nX = np.ones(3)"),
    ("solution", "def double(x):\n    return 2 * x"),
    ("check", "double(3)"),
    ("solution", "def four_times(x):\n    return double(double(x))"),
    ("check", "four_times(3)"),
    ("solution", "table = [double(x) for x in X]"),
    ("locked", "print(table)"),
    ("check", "table"),
    ("solution", "def other(x):\n    return np.sum(x)"),
    ("check", "other(X)"),
)


def test_a_change_reaches_what_calls_it_through_others(dependence):
    """Functions that call the changed one, data that were computed with it, and their checks."""
    assert dependence(*NOTEBOOK).affected([1]) == [1, 2, 3, 4, 5, 6, 7]
    assert dependence(*NOTEBOOK).affected([3]) == [3, 4]
    assert dependence(*NOTEBOOK).affected([8]) == [8, 9]


def test_what_a_check_needs_leaves_display_out(dependence):
    """A locked cell that only prints need not run."""
    assert dependence(*NOTEBOOK).needed([1, 7], 1) == [1, 5, 7]


def test_an_instance_follows_its_class(dependence):
    """A method that calls a changed function changes what an instance made before does."""
    cells = (
        ("solution", "def f(x):\n    return x"),
        ("locked", "class Model:\n    def run(self, x):\n        return f(x)"),
        ("solution", "model = Model()"),
        ("check", "model.run(1)"),
    )
    assert dependence(*cells).affected([0]) == [0, 1, 2, 3]


def test_an_object_that_is_handed_to_a_call_may_change(dependence):
    """A training cell changes the network of an earlier one."""
    cells = (
        ("solution", "net = make()"),
        ("solution", "train(net)"),
        ("check", "net.loss"),
    )
    assert dependence(*cells).affected([1]) == [1, 2]
    assert dependence(*cells).needed([2], 0) == [0, 1, 2]


def test_given_data_are_not_changed_by_calls(dependence):
    """Otherwise every cell that hands the training set to a function would be a change of it."""
    cells = (
        ("locked", "X = load()"),
        ("solution", "first = fit(X)"),
        ("check", "first"),
        ("solution", "second = fit(X)"),
        ("check", "second"),
    )
    assert dependence(*cells).affected([1]) == [1, 2]
    stored = (*cells[:1], ("solution", "X[0] = 1"), *cells[2:])
    assert dependence(*stored).affected([1]) == [1, 3, 4]


def test_a_check_cell_keeps_its_names_to_itself(dependence):
    """Two check cells bind `check`; that connects nothing."""
    cells = (
        ("solution", "a = 1"),
        ("check", "from m import checks as check\ncheck.a(a)"),
        ("solution", "b = 1"),
        ("check", "from m import checks as check\ncheck.b(b)"),
    )
    assert dependence(*cells).affected([0]) == [0, 1]


def test_names_that_a_variant_reads_count(dependence):
    """A variant that uses more than the solution does."""
    cells = (("solution", "a = 1"), ("solution", "b = 1"), ("check", "b"))
    assert dependence(*cells).affected([0]) == [0]
    assert dependence(*cells, changes={1: "b = a"}).affected([0]) == [0, 1, 2]


def test_a_loop_variable_is_not_read_from_outside():
    """Names that a cell binds before it reads them."""
    names = names_of("for i in range(3):\n    total = i\nprint(total, other)")
    assert "other" in names.read and not {"i", "total"} & names.read
    assert "count" in names_of("count += 1").read


def test_magics_are_python_and_nonsense_is_nothing():
    """A cell as IPython reads it."""
    assert names_of("%matplotlib inline\nx = y").bound == {"x"}
    assert names_of("def f(:").bound == frozenset()


def test_what_stands_behind_the_last_observed_name_is_not_observed():
    """Plots of what was computed, at the end of a cell."""
    source = "model = fit()\nlosses = []\nmodel.train()\nplot(losses)\nprint(losses)"
    assert observed(source, frozenset({"model"})) == 3
    assert observed(source, frozenset()) == 0


def test_what_is_printed_is_taken_to_leave_things_as_they_are():
    source = "model = fit(X)\nprint(model.score(X))\nmodel.forget()\nprint(model)"
    assert observed(source, frozenset({"model"})) == 3
