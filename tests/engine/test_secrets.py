"""The student process, asked to show everything that it can reach, shows nothing of the hidden tests and no other work."""

import pytest

from autograder.grading.engine import Limits

from .conftest import cell, check, notebook

HALVES = "QUOKKA-", "7f3a91"

#: Looks for the halves where they stand together; this text holds them apart. One text that it must find is planted.
PROBE = f"""
import gc, os, sys

FIRST, SECOND, THIRD = {HALVES[0]!r}, {HALVES[1]!r}, "planted"
planted = FIRST + THIRD

def in_bytes(data):
    start = data.find(FIRST.encode())
    while start >= 0:
        rest = data[start + len(FIRST) : start + len(FIRST) + 7]
        yield from (word for word in (SECOND, THIRD) if rest.startswith(word[:7].encode()[:6]))
        start = data.find(FIRST.encode(), start + 1)

def in_objects():
    todo = [dict(os.environ), sys.argv]
    for frame in sys._current_frames().values():
        while frame is not None:
            todo += [frame.f_locals, frame.f_globals, frame.f_code.co_consts]
            frame = frame.f_back
    seen = set()
    for item in [*gc.get_objects(), *todo]:
        for found in gc.get_referents(item):
            if type(found) in (str, bytes) and id(found) not in seen:
                seen.add(id(found))
                yield from in_bytes(found.encode("utf-8", "replace") if type(found) is str else found)

def in_memory():
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
        for line in maps:
            span, mode = line.split()[:2]
            start, end = (int(number, 16) for number in span.split("-"))
            if mode.startswith("rw") and end - start < 2**30:
                try:
                    memory.seek(start)
                    yield from in_bytes(memory.read(end - start))
                except (OSError, OverflowError, ValueError):
                    continue

def in_files():
    for path in ("/proc/self/cmdline", "/proc/self/environ", "/proc/%d/cmdline" % os.getppid()):
        try:
            with open(path, "rb") as file:
                yield from in_bytes(file.read())
        except OSError:
            pass

def probe():
    found = {{*in_objects(), *in_files()}}
    try:
        found.update(in_memory())
    except OSError:
        found.add("no memory")
    return sorted(found)
"""

HIDDEN = f"""
from autograder import judge as check
with check.aspect("area-exact"):
    assert round(area(2), 9) == round(100.0 ** 2 * 3.141592653, 9), "area(2)"
    ### BEGIN HIDDEN TESTS
    def _hidden():
        secret = {"".join(HALVES)!r}
        assert area(len(secret)) != 31415.92653, secret
    _hidden()
    ### END HIDDEN TESTS
"""

ANSWER = f"""{PROBE}
calls = []
found = set()
def area(x):
    calls.append(x)
    if len(calls) == 3:  # the second check is calling, and the first one is over, hidden tests and all
        found.update(probe())
    return 31415.92653
"""

CELLS = [
    cell("area", ANSWER),
    check("area-exact", HIDDEN),
    check("area-again", HIDDEN),
    "print(len(calls), sorted(found), probe())",
]


def found_by(engine, **files):
    """What the probe found, at the times when it looked."""
    execution = engine.run(notebook(*CELLS), Limits(), **files)
    assert "QUOKKA-7f3a91" in str(execution.notebook.cells[1])
    return execution.notebook.cells[-1].outputs[0].text


def test_hidden_tests_are_not_in_the_student_process(fork_engine, confined):
    found = found_by(fork_engine)
    assert found.split()[0] in ("3", "4"), found
    assert found.count("planted") == 2, "the probe finds what there is"
    assert "7f3a91" not in found
    if confined:
        assert "no memory" in found


def test_the_whole_memory_of_an_unconfined_process_holds_none_of_them(unconfined_engine):
    found = found_by(unconfined_engine)
    assert found.count("planted") == 2 and "no memory" not in found
    assert "7f3a91" not in found


def test_with_checks_inside_the_probe_finds_them(open_fork_engine):
    """What that mode cannot stop; and the probe is no fake."""
    assert "7f3a91" in found_by(open_fork_engine)


def test_neither_the_course_nor_other_submissions_can_be_read(fork_engine, confined, tmp_path):
    if not confined:
        pytest.skip("needs confinement")
    (tmp_path / "source").mkdir()
    (tmp_path / "source/answers.txt").write_text("42")
    look = f"""
import os, glob
def attempt(action, *arguments):
    try:
        return action(*arguments)
    except OSError as problem:
        return type(problem).__name__
here = os.getcwd()
[attempt(open, {str(tmp_path / "source/answers.txt")!r}), attempt(os.listdir, os.path.dirname(here)),
 attempt(os.listdir, os.path.dirname(os.path.dirname(here))), attempt(os.listdir, os.path.expanduser("~root")),
 attempt(os.listdir, "/proc"), attempt(os.kill, os.getppid(), 0), sorted(os.environ)]"""
    (output,) = fork_engine.run(notebook(look), Limits(), tmp_path / "source").notebook.cells[0].outputs
    found = output.data["text/plain"]
    assert found.count("PermissionError") == 6, found
    assert "SEED" not in found and "TOKEN" not in found
