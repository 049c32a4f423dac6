"""Mutants: which changes are made, which are not, and always the same ones."""

import ast
import textwrap

import pytest
from nbformat import v4

from autograder.audit import operators
from autograder.audit.mutants import mutants, normal_form
from autograder.audit.operators import Place
from autograder.course.assignment import Assignment


@pytest.fixture
def assignment():
    """An assignment of one solution cell, with a check cell for each question."""

    def assignment(source, *questions):
        def metadata(**values):
            fields = {"grade": False, "solution": False, "locked": False, "schema_version": 3, "task": False}
            return {"nbgrader": fields | values}

        cells = [
            v4.new_code_cell(textwrap.dedent(source), metadata=metadata(grade_id=questions[0], solution=True))
        ]
        for question in questions:
            cells.append(
                v4.new_code_cell(
                    f"assert {question}",
                    metadata=metadata(grade_id=f"{question}-a", grade=True, locked=True, points=1),
                )
            )
        return Assignment.of(v4.new_notebook(cells=cells), "made_up.ipynb")

    return assignment


@pytest.fixture
def diffs(assignment):
    """The diffs of the mutants of an expression in a function of x, w and b."""

    def diffs(expression):
        source = f"def f(x, w, b):\n    ### BEGIN SOLUTION\n    return {expression}\n    ### END SOLUTION\n"
        return {
            mutant.diff.splitlines()[-1].removeprefix("+    return ")
            for mutant in mutants(assignment(source, "f"))
        }

    return diffs


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("x * w", {"x / w", "x + w", "x", "w", "-(x * w)", "w * w", "b * w", "x * b", "x * x"}),
        ("x ** 2", {"x * 2", "x", "2", "2 ** x", "x ** 3", "x ** 1"}),
        ("np.sum(x, axis=0)", {"np.mean(x, axis=0)", "np.sum(x, axis=1)", "np.sum(x)", "x"}),
        ("x @ w.T", {"x @ w", "w.T @ x", "x.T @ w.T"}),
        ("np.dot(x, w)", {"np.dot(w, x)", "np.dot(x.T, w)", "np.dot(x, w.T)"}),
        ("x[1:]", {"x[:]", "x[2:]", "x[0:]"}),
        ("x[::-1]", {"x[:]"}),
        ("x < w", {"x <= w", "x > w"}),
        ("w if x > 0 else b", {"w", "b", "w if True else b", "w if x >= 0 else b"}),
        ("max(x, w)", {"min(x, w)", "x", "max(w, x)"}),
        ("-x", {"x"}),
        ("1e-12 + x", {"2e-12 + x", "5e-13 + x"}),
        ("{'a': x, 'b': w}", {"{'a': w, 'b': x}", "{'a': -x, 'b': w}"}),
        ("[x for i in range(w)]", {"[x for i in range(0, w - 1)]", "[x for i in range(0 + 1, w)]"}),
    ],
)
def test_what_is_made_of_an_expression(diffs, expression, expected):
    """The mistakes that students make in such a place are among the mutants."""
    assert expected <= diffs(expression)


def test_statements_are_deleted_and_moved(assignment):
    """A forgotten step, and two steps in the wrong order."""
    source = """\
        def f(x):
            ### BEGIN SOLUTION
            y = x + 1
            x = y * y
            return x
            ### END SOLUTION
        """
    sources = {mutant.source for mutant in mutants(assignment(source, "f"))}
    assert normal_form("def f(x):\n    y = x + 1\n    pass\n    return x") in sources
    assert normal_form("def f(x):\n    x = y * y\n    y = x + 1\n    return x") in sources


def test_attributes_and_keys_are_confused(assignment):
    """`self.W` for `self.b`, `grads["W"]` for `grads["b"]`."""
    source = """\
        class f:
            ### BEGIN SOLUTION
            def __init__(self):
                self.W, self.b = 1, 2

            def step(self, grads):
                self.W = self.W - grads["W"]
                self.b = self.b - grads["b"]
            ### END SOLUTION
        """
    changed = {mutant.diff.splitlines()[-1].strip("+ ") for mutant in mutants(assignment(source, "f"))}
    assert {"self.W = self.b - grads['W']", "self.W = self.W - grads['b']"} <= changed


def test_only_solutions_are_changed_and_display_is_not(assignment):
    """What is given stays, and so do texts, prints, plots and progress bars."""
    source = '''\
        def f(x):
            """Docstring with the number 3."""
            given = x + 1
            ### BEGIN SOLUTION
            print(given * 2)
            plt.plot(x + 3)
            for row in tqdm(x, desc="rows", disable=len(x) < 9):
                given = given + row
            raise ValueError(f"{given - 7}")
            ### END SOLUTION
        '''
    changed = "\n".join(mutant.diff for mutant in mutants(assignment(source, "f")))
    assert "given + row" in changed
    for untouched in ("x + 1", "given * 2", "x + 3", "desc", "- 7}", "Docstring"):
        assert f"-    {untouched}" not in changed
    assert not any(
        line.startswith("-") and ("print" in line or "plt" in line) for line in changed.splitlines()
    )


def test_a_region_belongs_to_its_question(assignment):
    """Questions that share a cell have their own mutants, and can be asked for one by one."""
    source = """\
        class f:
            def a(self):
                ### BEGIN SOLUTION f
                return 1
                ### END SOLUTION

            def b(self):
                ### BEGIN SOLUTION g
                return 2
                ### END SOLUTION
        """
    made = assignment(source, "f", "g")
    of = {mutant.question for mutant in mutants(made)}
    assert of == {"f", "g"}
    assert {"return 2"} == {
        mutant.diff.splitlines()[0].strip("- ") for mutant in mutants(made, frozenset({"g"}))
    }


def test_mutants_are_the_same_each_time_and_all_different(tiny):
    """No two give the same code, none is the solution, and the order is fixed."""
    first, second = mutants(tiny), mutants(tiny)
    assert first == second and len(first) > 10
    trees = [ast.dump(ast.parse(mutant.source)) for mutant in first]
    solutions = {ast.dump(ast.parse(cell.source)) for cell in tiny.cells if cell.is_code}
    assert len(set(trees)) == len(trees) and not set(trees) & solutions


def test_the_line_is_that_of_the_changed_statement(tiny):
    """Lines count in the normal form, where comments and blank lines are gone."""
    for mutant in mutants(tiny):
        before = normal_form(tiny.cells[mutant.cell].source).splitlines()
        removed = [line[1:] for line in mutant.diff.splitlines() if line.startswith("-")]
        assert mutant.operator == "move" or before[mutant.line - 1] in removed


def test_every_operator_says_what_it_does():
    """Their docstrings are the documentation, and their names stand in reports."""
    for operator in operators.OPERATORS:
        assert operator.__doc__ and operator.__name__.isidentifier()
        assert list(operator(ast.Pass(), Place(ast.Module([], []), "body"))) == []
