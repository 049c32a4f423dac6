"""Cells give what Jupyter shows, whatever they do; most run in one notebook, each with what it must show."""

import re
import traceback

import nbformat
import pytest

from autograder.engine.shell import MAX_CALLS, shorten
from autograder.grading.engine import Limits
from autograder.grading.kernel_engine import KernelEngine

from .conftest import notebook

FIGURE = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.title('t')\nplt.show()"
CLEARED = "from IPython.display import clear_output\nprint(1)\nclear_output(wait=True)\nprint(2)"
UPDATED = """\
from IPython.display import HTML, display
handle = display(HTML("<b>1</b>"), display_id=True)
handle.update(HTML("<i>2</i>"))"""
REFUSED = "commands of the operating system cannot be run while a notebook is graded"

#: A cell, and what its outputs look like: kind and a piece of the text of each.
CELLS = [
    ("print(1)\nprint(2)", ["stream 1\n2\n"]),
    ("import sys\nprint(1, file=sys.stderr)\nprint(2)", ["stream 1\n", "stream 2\n"]),
    ("1 + 1", ["execute_result 2"]),
    ("1 + 1;", []),
    ("_3, In[3]", ["execute_result (2, '1 + 1')"]),
    (FIGURE, ["display_data <Figure size"]),
    (f"%matplotlib inline\n{FIGURE}", ["display_data <Figure size"]),
    ("plt.plot([1, 2]);", ["display_data <Figure size"]),
    (CLEARED, ["stream 2\n"]),
    ("print(1)\nclear_output()", []),
    (UPDATED, ["display_data <IPython.core.display.HTML object>"]),
    ("def f(x):\n    return 1 / x\nf(0)", ["error ZeroDivisionError: division by zero"]),
    ("x = = 3", ["error SyntaxError: invalid syntax"]),
    ("import asyncio\nawait asyncio.sleep(0.01)\n5", ["execute_result 5"]),
    ("%%time\nsum([1, 2])", ["stream Wall time", "execute_result 3"]),
    ("%%writefile more.py\nthree = 3", ["stream Writing more.py"]),
    ("%load more.py", []),
    ("import more\nmore.three", ["execute_result 3"]),
    ("%nosuch", ["stream UsageError: Line magic function `%nosuch` not found."]),
    ("%%capture c\nprint(3)", []),
    ("assert 1 == 2, 'bad'", ["error AssertionError: bad"]),
    ("raise KeyboardInterrupt", ["error KeyboardInterrupt"]),
    ("sys.exit('enough')", ["error SystemExit: enough", "stream To exit"]),
    ("raise SystemExit", ["error SystemExit"]),
    ("class A:\n    def __repr__(self): raise ValueError('no')\nA()", ["error ValueError: no"]),
    ("class P:\n    def _repr_png_(self): return b'x'\n    def __repr__(self): return 'P'\nP()", ["execute_result P"]),
    ("display({'application/json': {'a': [1.5]}, 'text/plain': 'j'}, raw=True)", ["display_data j"]),
    ("raise BaseException('rare')", ["error BaseException: rare"]),
    ("import warnings\nwarnings.warn('careful')", ["stream UserWarning: careful"]),
]  # fmt: skip

THREADS = """\
import threading, time
def work():
    while True:
        print('.', end='')
        time.sleep(0.01)
threading.Thread(target=work).start()
threading.Thread(target=sys.exit).start()"""

#: Not as in a kernel, on purpose.
OURS = [
    ("input('name?')", ["stream name?", "error EOFError: nobody answers while a notebook is graded"]),
    ("import getpass; getpass.getpass('key?')", ["stream key?", "error EOFError: nobody answers"]),
    ("!ls\n3", [f"stream `!ls`: {REFUSED}", "execute_result 3"]),
    ("_exit_code", ["execute_result 126"]),
    ("files = !ls -l\nlist(files)", [f"stream `!ls -l`: {REFUSED}", r"execute_result \[\]"]),
    ("%%bash\nls", [f"error CommandRefused: `%%bash`: {REFUSED}"]),
    ("%sx ls", [f"stream `!ls`: {REFUSED}", r"execute_result \[\]"]),
    ("%pip install x\n4", [f"stream .*pip install x`: {REFUSED}", "stream Note: you may", "execute_result 4"]),
    (f"%matplotlib widget\n{FIGURE}", ["display_data <Figure size"]),
    (f"%matplotlib qt\n{FIGURE}", ["display_data <Figure size"]),
    ("%matplotlib notebook\nplt.plot([1, 2]);", ["display_data <Figure size"]),
    ("print('\\ud800')", [r"stream \?"]),
    ("def f(x):\n    return f(x)\nf(1)", ["error RecursionError: maximum recursion depth exceeded"]),
    ("exit", ["stream exit: ignored while a notebook is graded\n"]),
    ("class R:\n    def __repr__(self): raise SystemExit\nR()", ["error SystemExit"]),
    ("class B:\n    def _repr_html_(self): raise BaseException('html')\nB()", ["error BaseException: html"]),
    ("class E(Exception):\n    def __str__(self): raise ValueError\nraise E", ["error E: .*text of this exception raises", "error "]),
    ("sys.stdout = None\nprint(1)", []),
    ("print(2)", ["stream 2\n"]),
    ("sys.stdout.close()\nprint(3)", ["stream 3\n"]),
    ("sys.stdout.write(b'x')", [r"error TypeError: write\(\) argument must be str, not bytes"]),
    ("import atexit\natexit.register(print, 'bye')\natexit.register(sys.exit, 3);", []),
    (THREADS, ["stream ()"]),
    ("time.sleep(0.1)", [r"stream \.\."]),
    ("import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nget_ipython().run_cell = 0;", []),
    ("1", ["error TypeError"]),
]  # fmt: skip


def shown(output):
    """Kind and text of an output."""
    match output.output_type:
        case "stream":
            return f"stream {output.text}"
        case "error":
            text = f"{output.ename}: {output.evalue}" if output.evalue else output.ename
            return f"error {text}"
    return f"{output.output_type} {output.data['text/plain']}"


@pytest.fixture(scope="module")
def executed(fork_engine):
    """All cells, run once."""
    return fork_engine.run(notebook(*(source for source, _ in CELLS + OURS)), Limits()).notebook


@pytest.mark.parametrize("number", range(len(CELLS + OURS)), ids=lambda n: (CELLS + OURS)[n][0][:30])
def test_a_cell_shows(executed, number):
    outputs = [shown(output) for output in executed.cells[number].outputs]
    source, expected = (CELLS + OURS)[number]
    assert len([text for text in outputs if text]) <= len(expected), outputs
    for output, pattern in zip([*outputs, ""], expected, strict=False):
        pattern = re.escape(pattern) if (source, expected) in CELLS else pattern
        kind, _, text = pattern.partition(r"\ " if (source, expected) in CELLS else " ")
        assert re.search(text, output), outputs
        assert output.startswith(kind) or text == "()", outputs


def test_the_notebook_is_valid_and_its_results_are_numbered_like_its_cells(executed):
    nbformat.validate(executed)
    for count, cell in enumerate(executed.cells, 1):
        assert cell.execution_count == count
        assert {output.get("execution_count", count) for output in cell.outputs} <= {count}


def test_figures_are_pictures_and_tracebacks_are_jupyters(executed):
    for number in (5, 6, 7):
        assert executed.cells[number].outputs[0].data["image/png"].startswith("iVBORw0KGgo")
    assert executed.cells[10].outputs[0].data["text/html"] == "<i>2</i>"
    text = re.sub(r"\x1b\[[\d;]*m", "", "\n".join(executed.cells[11].outputs[0].traceback))
    assert "----> 2     return 1 / x" in text and "Cell In[12], line 3" in text


def test_a_kernel_gives_the_same(executed):
    """But for addresses, times, colours and file names; `input` has another exception there."""
    with KernelEngine() as engine:
        theirs = engine.run(notebook(*(source for source, _ in CELLS)), Limits()).notebook
    for ours, cell in zip(executed.cells, theirs.cells, strict=False):
        if "input(" not in cell.source:
            assert sorted(map(_comparable, ours.outputs)) == sorted(map(_comparable, cell.outputs)), (
                cell.source
            )


def _comparable(output):
    text = str(output)
    if output.output_type == "error":
        # How many lines of context a traceback shows depends on what IPython's caches hold; what it ends with does not.
        text = "\n".join([output.ename, output.evalue, *output.traceback[-1:]])
    text = re.sub(r"\x1b\[[\d;]*m|\\x1b\[[\d;]*m", "", text)
    text = re.sub(r"/tmp/ipykernel_\d+/\d+\.py|<ipython-input-[\w-]+>|\d+\.py", "FILE", text)
    return re.sub(r"\d+(\.\d+)?(e[+-]\d+)? ([mnuμµ]?s)|0x[0-9a-f]+|\s+", "", text)


FLOODS = [
    "while True: print('x' * 1000)",
    "'x' * 10**8",
    "print('x' * 10**8)",
    "class R:\n    def __repr__(self): return 'x' * 10**7\nR()",
    "from IPython.display import display\nfor _ in range(1_000): display('x' * 10_000)",
    "import os\nwhile True: os.write(1, b'x' * 1000)",
]


@pytest.mark.parametrize("source", FLOODS)
def test_output_is_cut_with_a_note(outputs, source):
    seconds = 1 if "while True" in source else 30  # a busy machine may take its time over what ends by itself
    found = outputs(source, limits=Limits(cell_seconds=seconds, output_bytes=10_000))
    assert sum(len(str(output)) for output in found) < 20_000
    notes = "".join(output.get("text", "") for output in found if output.get("name") == "stderr")
    if "os.write" not in source:
        assert "[the rest of the output is left out: too long]" in notes
    if "while" in source:
        assert "the cell was stopped after 1 s; is there an endless loop?" in notes


def test_more_output_than_a_frame_holds_is_a_note(outputs):
    large = "display({'text/plain': 'x'}, metadata={'a': 'é' * 2 * 10**7}, raw=True)"
    found = outputs(f"{large}\nraise ValueError('x')")
    assert "the outputs of this cell cannot be kept" in found[0].text
    assert found[1].ename == "ValueError"


def test_of_a_recursion_without_end_the_middle_is_left_out():
    """IPython takes milliseconds for each of a thousand calls."""

    def endless(x):
        return endless(x + 1)

    def calls(error):
        return [frame.f_code.co_name for frame, _ in traceback.walk_tb(error.__traceback__)]

    with pytest.raises(ZeroDivisionError) as caught:
        try:
            endless(1)
        finally:
            1 / 0  # noqa: B018
    shorten(caught.value)
    assert calls(caught.value) == ["test_of_a_recursion_without_end_the_middle_is_left_out"]
    kept = calls(caught.value.__context__)
    assert kept[0] == "test_of_a_recursion_without_end_the_middle_is_left_out"
    assert set(kept[1:]) == {"endless"}
    assert len(kept) == MAX_CALLS + 1
