"""Hidden tests are on no page for students: not as source, not in tracebacks, not in what the code printed."""

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from autograder.course import notebook as notebooks
from autograder.hooks.hide_tests import REMOVED, HideTests

SECRET = "expected = scipy.special.softmax(logits)"
SOURCE = f"""with check.aspect("softmax-batch"):
    check.softmax_batch(softmax)
    ### BEGIN HIDDEN TESTS
    def _hidden():
        {SECRET}
        y = f(X)
    _hidden()
    ### END HIDDEN TESTS"""


def cleaned(*outputs, source=SOURCE, grade=True, other="print(1)"):
    """A notebook with a student's cell and a check cell, after the hook."""
    check = new_code_cell(
        source, outputs=list(outputs), metadata={"nbgrader": {"grade": grade, "grade_id": "a-b"}}
    )
    notebook = new_notebook(cells=[new_code_cell(other), check])
    HideTests().preprocess(notebook, {})
    return notebook


def test_the_source_goes():
    assert (
        cleaned().cells[1].source == 'with check.aspect("softmax-batch"):\n    check.softmax_batch(softmax)'
    )


@pytest.mark.parametrize(
    "output",
    [
        new_output("stream", name="stdout", text=f"1\n    {SECRET}\n2\n"),
        new_output("stream", name="stdout", text=f"['x', '{SECRET}']\n"),
        new_output("display_data", {"text/plain": SECRET, "text/html": f"<pre>{SECRET}</pre>"}),
        new_output(
            "error",
            ename="E",
            evalue=SECRET,
            traceback=[f"\x1b[0;32m---> 5\x1b[0m {SECRET}\n      6 \x1b[0mok"],
        ),
        new_output("error", ename="E", evalue="", traceback=["(expected =", "   " + SECRET[11:]]),
        new_output("error", ename="E", evalue="", traceback=["\x1b[32mexpected\x1b[39m =" + SECRET[10:]]),
    ],
    ids=["printed", "as repr", "displayed", "traceback", "wrapped", "in colours"],
)
def test_quotations_in_outputs_go(output):
    text = notebooks.dumps(cleaned(output))
    assert "scipy.special" not in text
    assert REMOVED in text


def test_messages_and_pictures_stay():
    outputs = [
        new_output("display_data", {"image/png": "aGk=", "text/plain": "[heat map]"}),
        new_output(
            "error",
            ename="CheckFailed",
            evalue="wrong",
            traceback=["✘ softmax-batch: y[0] is 2", "  Look at"],
        ),
        new_output("stream", name="stdout", text="y = f(X), says the student\n"),
    ]
    before = [notebooks.plain_json(output) for output in outputs]
    assert [notebooks.plain_json(output) for output in cleaned(*outputs).cells[1].outputs] == before


def test_what_students_see_anyway_is_no_secret():
    output = new_output("stream", name="stdout", text=SECRET)
    assert cleaned(output, other=SECRET).cells[1].outputs[0].text == SECRET


def test_marks_of_a_student_enclose_nothing_of_ours():
    source = "### BEGIN HIDDEN TESTS\nmine = 1"
    assert cleaned(source=source, grade=False).cells[1].source == source


def test_frames_of_the_check_cell_go_and_frames_of_the_student_stay():
    frames = [
        "\x1b[36mCell\x1b[39m In[3]\x1b[32m, line 9\x1b[39m\n---> 9 _hidden()",
        "Cell In[2], line 1, in f(x)",
    ]
    output = new_output(
        "error", ename="KeyboardInterrupt", evalue="", traceback=[*frames, "KeyboardInterrupt: "]
    )
    notebook = new_notebook(
        cells=[
            new_code_cell(
                SOURCE,
                execution_count=3,
                outputs=[output],
                metadata={"nbgrader": {"grade": True, "grade_id": "a-b"}},
            )
        ]
    )
    HideTests().preprocess(notebook, {})
    assert notebook.cells[0].outputs[0].traceback == ["Cell In[2], line 1, in f(x)", "KeyboardInterrupt: "]
