"""Variant files: the format, its mistakes, and the submissions that come of them."""

import re

import pytest

from autograder.course import notebook as notebooks
from autograder.course import variants
from autograder.errors import NotebookError, VariantError

WRONG = """# question: double
# why: three times
# cause: none
# fails: double-number, double-array
# says: is not 6
# edit: 2 * np.asarray(x)
# to:   3 * np.asarray(x)
# edit: return twice_as_much
# to: return +twice_as_much
"""
RIGHT = """# question: double
# why: adds, with a comment of its own

def double(x):
    # two of them
    return np.asarray(x) + x
# %% thoughts
Because.
"""


@pytest.fixture
def write(tmp_path):
    """Writes a variant file, in a folder `right` or `wrong`."""

    def write(text, *, kind="wrong", name="double__slip.py"):
        path = tmp_path / "variants" / kind / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    return write


def test_reads_a_wrong_variant(write):
    variant = variants.read(write(WRONG))
    assert variant.name == "double__slip" and variant.question == "double" and variant.why == "three times"
    assert variant.wrong and variant.cause is None
    assert variant.fails == ("double-number", "double-array") and variant.says == "is not 6"
    assert variant.edits[0] == ("2 * np.asarray(x)", "3 * np.asarray(x)") and variant.cells == ()


def test_reads_a_right_variant(write):
    variant = variants.read(write(RIGHT, kind="right"))
    assert not variant.wrong and variant.cause is None and variant.fails == () and variant.edits == ()
    body = "def double(x):\n    # two of them\n    return np.asarray(x) + x"
    assert variant.cells == (("", body), ("thoughts", "Because."))


def test_an_edit_changes_the_solution_and_nothing_else(write, tiny):
    notebook = variants.apply(variants.read(write(WRONG)), tiny)
    changed = [c.index for c in tiny.cells if notebook.cells[c.index] != variants.solved(tiny).cells[c.index]]
    assert changed == [tiny.cell("double").index]
    assert notebook.cells[changed[0]].source.endswith("= 3 * np.asarray(x)\n    return +twice_as_much")


def test_a_body_replaces_the_cells(write, tiny):
    notebook = variants.apply(variants.read(write(RIGHT, kind="right")), tiny)
    assert notebook.cells[tiny.cell("double").index].source.startswith("def double(x):\n    # two of them")
    assert notebook.cells[tiny.cell("thoughts").index].source == "Because."


def test_solved_has_no_marks_no_hidden_tests_and_no_outputs(tiny):
    tiny.notebook.cells[1].outputs.append({"output_type": "stream", "name": "stdout", "text": "x"})
    notebook = variants.solved(tiny)
    text = notebooks.dumps(notebook)
    for gone in ("BEGIN", "END", "_hidden", "stdout", "<!--"):
        assert gone not in text
    assert "twice_as_much" in text and "Because a class keeps" in text
    assert "_hidden" in tiny.cell("double-number").source, "the assignment itself is as it was"


def test_untouched_is_the_student_version(tiny, mini_course):
    with pytest.raises(NotebookError, match=r"release/tiny/tiny.ipynb: there is no such file$"):
        variants.untouched(tiny)
    notebooks.write(tiny.notebook, mini_course.release_path("tiny"))
    assert variants.untouched(tiny) == tiny.notebook


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# why: x\nbody", "the header has no `# question:`"),
        ("# question: double\nbody", "the header has no `# why:`"),
        (WRONG.replace("question: double", "question: triple"), "the file must be called triple__<slug>.py"),
        (WRONG + "body", "has both edits and a body; one of them is enough"),
        (WRONG.partition("# edit")[0], "has neither edits nor a body"),
        (WRONG.replace("# cause: none\n", ""), "a wrong variant needs `# cause:`"),
        (WRONG.replace("# fails: double-number, double-array\n", ""), "a wrong variant needs `# fails:`"),
        (WRONG.replace("# says: is not 6\n", ""), "a wrong variant needs `# says:`"),
        (WRONG.replace("# why:", "# wyh:"), ", line 2: unknown field 'wyh'"),
        (WRONG.replace("# to:   3 * np.asarray(x)\n", ""), ", line 7: `# edit:` must be followed by `# to:`"),
        (WRONG.rpartition("# to")[0], "the last `# edit:` has no `# to:`"),
        (
            WRONG.replace("# edit: 2 * np.asarray(x)\n", ""),
            ", line 6: `# to:` without an `# edit:` before it",
        ),
        (WRONG.replace("# edit: return twice_as_much", "# edit:"), ", line 8: `# edit:` says nothing"),
        (WRONG.replace("# says", "# why: again\n# says"), ", line 5: a second `# why:`"),
        (WRONG.partition("# edit")[0] + "body\n# %%\nmore", "`# %%` must name the cell that follows"),
    ],
)
def test_says_what_is_wrong_with_a_file(write, text, message):
    with pytest.raises(VariantError, match=f"double__slip.py(: )?{re.escape(message)}"):
        variants.read(write(text))


@pytest.mark.parametrize("field", ["cause: none", "fails: double-number", "says: no"])
def test_a_right_variant_names_no_failure(write, field):
    with pytest.raises(VariantError, match=f"a right variant has no `# {field.partition(':')[0]}:`$"):
        variants.read(write(f"# question: double\n# why: x\n# {field}\nbody", kind="right"))


def test_says_that_a_file_cannot_be_read(tmp_path):
    with pytest.raises(VariantError, match=r"none.py: cannot be read \(.*No such file"):
        variants.read(tmp_path / "none.py")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "2 * np.asarray(x)",
            "absent",
            "'absent' must occur once in the solution of double, it occurs 0 times",
        ),
        (
            "2 * np.asarray(x)",
            "twice",
            "'twice' must occur once in the solution of double, it occurs 2 times",
        ),
        (
            "double-array",
            "double-list",
            "'double-list' is no aspect of double; there are double-number, double-array",
        ),
    ],
)
def test_says_what_cannot_be_applied(write, tiny, old, new, message):
    variant = variants.read(write(WRONG.replace(old, new, 1)))
    with pytest.raises(VariantError, match=re.escape(message)):
        variants.apply(variant, tiny)


def test_a_variant_changes_only_cells_that_students_write(write, tiny):
    variant = variants.read(write(RIGHT.replace("%% thoughts", "%% imports"), kind="right"))
    with pytest.raises(VariantError, match="the cell 'imports' is not one that students write$"):
        variants.apply(variant, tiny)
