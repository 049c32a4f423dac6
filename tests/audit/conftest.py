"""A course with planted faults, and one audit of it that all tests look at."""

import textwrap
from pathlib import Path

import pytest
from nbformat import v4

from autograder.audit import corpus
from autograder.audit.lanes import manner
from autograder.audit.run import Plan, Wanted
from autograder.course import notebook as notebooks
from autograder.course.assignment import Course

CELLS = [
    ("setup", "locked", "import numpy as np"),
    (
        "sound",
        "solution",
        """
        def sound(x):
            ### BEGIN SOLUTION
            total = np.asarray(x) * 3
            return total + 1
            ### END SOLUTION
        """,
    ),
    (
        "sound-values",
        "check",
        """
        x = check.weights(check.generator("sound-values"), 4)
        check.equal(check.call(sound, x, name="sound(x)"), 3 * x + 1, name="sound(x)",
                    suspects={"wrong_sign": -(3 * x + 1), "missing_mean": 4 * (3 * x + 1)})
        """,
    ),
    (
        "weak",
        "solution",
        """
        def weak(x):
            ### BEGIN SOLUTION
            return x * x + 1
            ### END SOLUTION
        """,
    ),
    ("weak-at_nought", "check", 'assert weak(0.0) == 1, "weak is wrong"'),
    (
        "strict",
        "solution",
        """
        def strict(x):
            ### BEGIN SOLUTION
            return [x, x + 1]
            ### END SOLUTION
        """,
    ),
    ("strict-type", "check", 'assert strict(3) == [3, 4], "strict(3) is no list of 3 and 4"'),
    (
        "later",
        "solution",
        """
        def later(x):
            ### BEGIN SOLUTION
            return sound(sound(x))
            ### END SOLUTION
        """,
    ),
    ("later-values", "check", 'assert abs(later(2.0) - 22) < 1e-9, "later(2) is not 22"'),
    (
        "result",
        "solution",
        """
        ### BEGIN SOLUTION
        trained = sum(float(np.ravel(sound(float(step)))[0]) for step in range(3))
        ### END SOLUTION
        """,
    ),
    ("result-value", "check", 'assert abs(trained - 12) < 1e-9, "trained is not 12"'),
    (
        "noise",
        "solution",
        """
        def noise(n):
            ### BEGIN SOLUTION
            return np.random.uniform(-1, 1, size=n)
            ### END SOLUTION


        ### BEGIN SOLUTION
        level = np.array([1.0, 2.0]).sum()
        shown = level + 1
        print(shown)
        ### END SOLUTION
        """,
    ),
    (
        "noise-size",
        "check",
        'assert len(noise(50)) == 50 and np.max(np.abs(noise(50))) <= 1 and level > 2, "noise is too loud"',
    ),
]

VARIANTS = {
    "right/sound__loop": ("# why: a loop", "def sound(x):\n    return np.array([3 * v + 1 for v in np.ravel(x)])"),
    "right/sound__other_names": ("# why: dot", "def sound(z):\n    return np.dot(3.0, z) + np.ones_like(z)"),
    "right/sound__scalar_only": (
        "# why: its own way\n# alone: later would go on in the same way",
        "def sound(x):\n    return [v * 3.0 + 1.0 for v in x]",
    ),
    "wrong/sound__sign": (
        "# why: minus\n# cause: wrong_sign\n# fails: sound-values\n# says: sound(x)",
        "def sound(x):\n    return -(3 * np.asarray(x) + 1)",
    ),
    "wrong/sound__sign_renamed": (
        "# why: minus\n# cause: wrong_sign\n# fails: sound-values\n# says: sound(x)",
        "def sound(z):\n    return -(3 * np.asarray(z) + 1)",
    ),
    "wrong/sound__four_times": (
        "# why: four times, and the header names another cause\n# cause: wrong_sign\n# fails: sound-values\n# says: sound(x)",
        "def sound(x):\n    return 4 * (3 * np.asarray(x) + 1)",
    ),
    "wrong/sound__missing": (
        "# why: has another name\n# cause: none\n# fails: sound-values\n# says: does not exist",
        "def sounds(x):\n    return 3 * x + 1",
    ),
    "wrong/weak__cube": (
        "# why: the check cannot see it\n# cause: none\n# fails: weak-at_nought\n# says: wrong",
        "def weak(x):\n    return x ** 3 + 1",
    ),
    "right/strict__tuple": ("# why: a tuple is as good", "def strict(x):\n    return (x, x + 1)"),
    "right/noise__normal_form": (
        "# why: another way",
        "def noise(n):\n    return 2 * np.random.random(n) - 1\nlevel = 3.0",
    ),
}  # fmt: skip

CONTRACT = """
[[consequence]]
aspect = "result-value"
of = "sound"
why = "What is computed with it is wrong."

[[freedom]]
question = "noise"
call = "noise"
says = "any numbers between -1 and 1"
holds = "np.shape(result) == (args[0],) and np.all(np.abs(result) <= 1)"

[[freedom]]
question = "noise"
says = "more than 2"
holds = "level > 2"

[[survivor]]
question = "weak"
diff = '''
-    return x * x + 1
+    return x + 1
'''
why = "The planted check looks at 0 alone."

[[survivor]]
question = "weak"
diff = '''
-    return x * x + 1
+    return x * x + 7
'''
why = "This one is killed, so nothing needs to be said about it."
"""


def write_course(folder: Path, cells=CELLS, variants=VARIANTS, contract=CONTRACT) -> Course:
    """A course with the assignment `planted`."""
    nodes = []
    for grade_id, kind, source in cells:
        source = textwrap.dedent(source).strip("\n")
        if kind == "check":
            body = textwrap.indent(source, "    ")
            source = f'from autograder import judge as check\n\nwith check.aspect("{grade_id}"):\n{body}'
        fields = {
            "grade_id": grade_id,
            "grade": kind == "check",
            "solution": kind == "solution",
            "locked": kind != "solution",
            "schema_version": 3,
            "task": False,
        }
        nodes.append(
            v4.new_code_cell(
                source, metadata={"nbgrader": fields | ({"points": 1} if kind == "check" else {})}
            )
        )
    notebooks.write(v4.new_notebook(cells=nodes), folder / "source" / "planted" / "planted.ipynb")
    for name, (header, body) in variants.items():
        path = folder / "tests" / "variants" / "planted" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# question: {path.stem.partition('__')[0]}\n{header}\n{body}\n")
    written = folder / "tests" / "variants" / "planted" / "contract.toml"
    written.parent.mkdir(parents=True, exist_ok=True)
    written.write_text(contract)
    return Course(folder)


@pytest.fixture(scope="session")
def planted(tmp_path_factory):
    """The course with planted faults."""
    return write_course(tmp_path_factory.mktemp("planted"))


@pytest.fixture(scope="session")
def audit(planted):
    """An audit of it, with two seeds."""
    wanted = Wanted(corpus.scope(planted), manner(planted, 2), seeds=2)
    return Plan(planted, wanted).carry_out()
