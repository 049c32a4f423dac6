"""Writes `source/tiny/tiny.ipynb`, a course as small as a course can be: `python tests/mini_course/build.py`.

It has a question with two aspects and hidden tests, a class that answers two questions, and a manual question.
"""

from pathlib import Path

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.course import notebook as notebooks

CHECK = "from autograder import judge as check\n\n"


def metadata(grade_id, *, grade=False, solution=False, locked=False, points=None):
    """nbgrader's metadata of a cell, schema 3."""
    nbgrader = {"grade_id": grade_id, "grade": grade, "solution": solution, "locked": locked}
    nbgrader |= {"schema_version": 3, "task": False}
    if points is not None:
        nbgrader["points"] = points
    return {"nbgrader": nbgrader}


def check(grade_id, points, body):
    """A check cell of the usual form around `body`."""
    source = f'{CHECK}with check.aspect("{grade_id}"):\n{body}'
    return new_code_cell(source, metadata=metadata(grade_id, grade=True, locked=True, points=points))


def build():
    """The instructor notebook of the assignment `tiny`."""
    cells = [
        new_markdown_cell(
            "# Tiny\n\nA course for tests. What it is worth:\n\n<!-- points -->\n\nTwo parts follow."
        ),
        new_code_cell(
            "from pathlib import Path\n\nimport numpy as np\n\n"
            'numbers = Path("numbers.txt").read_text().split()',
            metadata=metadata("imports", locked=True),
        ),
        new_markdown_cell("## Double, <!-- points:double -->\n\nTwice $x$, for numbers and arrays."),
        new_code_cell(
            "def double(x):\n"
            '    """Twice `x`."""\n'
            "    ### BEGIN SOLUTION\n"
            "    twice_as_much = 2 * np.asarray(x)\n"
            "    return twice_as_much\n"
            "    ### END SOLUTION",
            metadata=metadata("double", solution=True),
        ),
        check(
            "double-number",
            1,
            '    assert double(3) == 6, "double(3) is not 6"\n'
            "    ### BEGIN HIDDEN TESTS\n"
            "    def _hidden():\n"
            "        import math\n"
            "\n"
            '        assert double(math.pi) == math.tau, "double(pi) is not tau"\n'
            "    _hidden()\n"
            "    ### END HIDDEN TESTS",
        ),
        check("double-array", 2, '    assert list(double([1, 2])) == [2, 4], "double([1, 2]) is not [2, 4]"'),
        new_markdown_cell(
            "## A counter\n\nAdd: <!-- points:counter_add -->. Reset: <!-- points:counter_reset -->."
        ),
        new_code_cell(
            "class Counter:\n"
            '    """Counts."""\n'
            "\n"
            "    def __init__(self):\n"
            "        self.count = 0\n"
            "\n"
            "    def add(self, step):\n"
            "        ### BEGIN SOLUTION\n"
            "        self.count = self.count + step\n"
            "        ### END SOLUTION\n"
            "\n"
            "    def reset(self):\n"
            "        ### BEGIN SOLUTION counter_reset\n"
            "        self.__init__()\n"
            "        ### END SOLUTION",
            metadata=metadata("counter_add", solution=True),
        ),
        check(
            "counter_add-steps",
            1,
            "    _counter = Counter()\n"
            "    _counter.add(2)\n"
            "    _counter.add(3)\n"
            '    assert _counter.count == 5, "2 and 3 were added, the count is not 5"',
        ),
        check(
            "counter_reset-zero",
            1.5,
            "    _counter = Counter()\n"
            "    _counter.count = 7\n"
            "    _counter.reset()\n"
            '    assert _counter.count == 0, "after a reset the count is not 0"',
        ),
        new_markdown_cell(
            "### BEGIN SOLUTION\nBecause a class keeps what it has counted.\n### END SOLUTION",
            metadata=metadata("thoughts", grade=True, solution=True, points=2),
        ),
    ]
    for number, cell in enumerate(cells):
        cell.id = f"tiny-{number}"
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel, "language_info": {"name": "python"}})


if __name__ == "__main__":
    folder = Path(__file__).parent / "source" / "tiny"
    notebooks.write(build(), folder / "tiny.ipynb")
    (folder / "numbers.txt").write_text("1 2 3\n")
