"""What is prepared: the installation's folders, the filter's table, the probe, and clear errors."""

import errno
import os
import re
import struct
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from autograder.confinement import (
    Confines,
    Layer,
    complete,
    environment,
    layers,
    plan,
    policy,
    prepare,
    probe,
)
from autograder.confinement.bpf import Program, answer, load, when_equal
from autograder.confinement.installation import exposed, outermost, readable_paths
from autograder.confinement.kernel import Kernel
from autograder.confinement.numbers import MACHINES, Machine
from autograder.errors import EngineError

HEADERS = {
    "x86_64": (Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"), Path("/usr/include/asm/unistd_64.h")),
    "aarch64": (Path("/usr/include/asm-generic/unistd.h"),),
}


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_numbers_are_the_kernels(machine):
    """Every number equals that of the kernel's own header, where this machine has it."""
    header = next((path for path in HEADERS[machine.name] if path.exists()), None)
    if header is None:
        pytest.skip("the kernel's headers are not installed")
    text = header.read_text()
    known = {name: int(number) for name, number in re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", text)}
    known |= {"newfstatat": known.get("newfstatat", known.get("fstatat"))}
    compared = {name: known.get(name, number) for name, number in machine.numbers.items()}
    assert machine.numbers == compared
    assert len(set(machine.numbers.values())) == len(machine.numbers)
    assert len(known.keys() & machine.numbers.keys()) > 120


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_every_named_call_has_a_number(machine):
    """A misspelt name in the policy would be refused in silence."""
    named = {*policy.ALLOWED, *policy.PRETENDED, *policy.UNSUPPORTED, *policy.UNKNOWN}
    known = {name for each in MACHINES for name in each.numbers}
    assert named <= known
    own = {"seccomp", "capset", "landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self"}
    assert known == {*policy.RULES, *own}
    dangerous = {
        "execve",
        "execveat",
        "fork",
        "vfork",
        "ptrace",
        "socket",
        "connect",
        "bpf",
        "mount",
        "unshare",
        "setns",
    }
    assert not dangerous & set(machine.numbers)
    assert len(policy.program(machine)) < 4096


def test_programs_know_their_process():
    """The process's id is filled in after the fork, and nowhere else."""
    program = Program([load(0), *when_equal(-1, [answer(5)]), answer(7)])
    constants = [k for _, _, _, k in struct.iter_unpack("=HBBI", program.code(1234))]
    assert constants == [0, 1234, 5, 7]


def test_the_installation_is_named_exactly():
    """The standard library and the packages are readable, prefixes and the folder of the course are not."""
    paths = readable_paths()
    for module in (os, pytest, re):
        file = Path(module.__file__).resolve()
        assert any(file.is_relative_to(path) for path in paths), file
    package = Path(plan.__file__).parents[1].resolve()
    assert any(package.is_relative_to(path) for path in paths)
    assert not any(Path.home().resolve().is_relative_to(path) for path in paths)
    assert not any(Path("/etc").is_relative_to(path) or path == Path("/usr") for path in paths)


def test_folders_inside_others_are_dropped():
    """One rule for each tree is enough."""
    paths = [Path("/usr/lib/python3"), Path("/usr/lib"), Path("/usr/library"), Path("/a")]
    assert outermost(paths) == (Path("/a"), Path("/usr/lib"), Path("/usr/library"))


def test_a_hidden_folder_in_a_readable_one_is_found():
    """The other way round is fine: the environment of a course lies in it."""
    assert exposed([Path("/opt")], [Path("/opt/course")]) == (Path("/opt/course"), Path("/opt"))
    assert exposed([Path("/opt/course/.venv/lib")], [Path("/opt/course")]) is None


def test_a_course_inside_the_installation_is_refused(tmp_path):
    """What must be hidden cannot lie inside of what must be readable; the sentence names both."""
    (tmp_path / "course").mkdir()
    confines = Confines(readable=(tmp_path,), hidden=(tmp_path / "course",))
    sentence = f"{tmp_path}/course must be hidden from student code, but lies inside {tmp_path}"
    with pytest.raises(EngineError, match=re.escape(sentence)):
        prepare(confines)


@pytest.mark.parametrize(
    ("name", "answered", "sentence"),
    [
        ("autograder.confinement.landlock.version", 0, "this kernel offers no Landlock"),
        ("autograder.confinement.kernel.Kernel.has_filters", False, "this kernel offers no seccomp filters"),
    ],
)
def test_a_kernel_that_lacks_something_is_named(monkeypatch, name, answered, sentence):
    """Without Landlock or filters nothing is prepared, unless to find out what is missing."""
    monkeypatch.setattr(name, lambda *_: answered)
    with pytest.raises(EngineError, match=sentence):
        prepare(Confines())
    prepare(Confines(), partly=True).close()


def test_another_machine_is_named(monkeypatch):
    """The sentence says what is supported and what this is."""
    monkeypatch.setattr(Machine, "here", lambda: None)
    with pytest.raises(EngineError, match="confined on Linux on x86_64 or aarch64, not on Linux"):
        prepare(Confines())


def test_windows_and_macs_are_told():
    """Where Python lacks what is needed, the package can be imported all the same, and says so."""
    program = """
        import multiprocessing.synchronize, os, pathlib, sys, tempfile
        sys.modules["resource"] = None
        for name in ("O_DIRECTORY", "O_NOFOLLOW", "O_CLOEXEC", "O_PATH", "uname", "fork", "setsid"):
            delattr(os, name)
        sys.platform = "win32"
        from autograder.confinement import Confines, prepare
        try:
            prepare(Confines())
        except Exception as problem:
            print(problem)
    """
    command = [sys.executable, "-c", textwrap.dedent(program)]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    assert finished.stdout.startswith("student code can be confined on Linux on x86_64 or aarch64, not on"), (
        finished
    )


def test_a_plan_closes_its_descriptors():
    """Preparing a hundred times leaves nothing open."""
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        with prepare(Confines()):
            assert len(os.listdir("/proc/self/fd")) > before
    assert len(os.listdir("/proc/self/fd")) == before


def test_the_environment_is_chosen(tmp_path):
    """Language stays, secrets go, libraries get one thread, and home is the given folder."""
    chosen = environment(
        {"LANG": "C.UTF-8", "LC_ALL": "C", "AWS_KEY": "x", "HOME": "/root", "OMP_NUM_THREADS": "8"}, tmp_path
    )
    assert chosen["LANG"] == "C.UTF-8"
    assert chosen["OMP_NUM_THREADS"] == "1"
    assert chosen["HOME"] == chosen["TMPDIR"] == str(tmp_path)
    assert "AWS_KEY" not in chosen
    assert "HOME" not in environment({"HOME": "/root"})


def test_all_layers_hold_here():
    """Each layer was tried and held, so grading may begin."""
    found = probe()
    assert [layer.name for layer in found] == [
        "files",
        "network",
        "processes",
        "privileges",
        "limits",
        "watch",
    ]
    assert complete(found), found
    assert re.fullmatch(r"Landlock ABI \d+", found[0].note)
    assert all(layer.stops and not layer.remedy for layer in found)


def test_one_layer_less_is_not_complete():
    """Every layer counts, and a missing one is not a holding one."""
    good = [Layer(name, True, "...") for name in layers.LAYERS]
    assert complete(good)
    assert not complete(good[1:])
    assert not complete([*good[1:], Layer("files", False, "...")])


def test_a_trial_that_fails_is_told(monkeypatch):
    """Whatever goes wrong: no layer holds, and the note says why."""
    monkeypatch.setattr(layers.sys, "executable", "/no/such/python")
    found = probe()
    assert not any(layer.holds for layer in found)
    assert "the trial could not be run" in found[0].note
    assert "Landlock" in found[0].remedy


def test_calls_that_fail_say_why():
    """The error number becomes an OSError."""
    with pytest.raises(OSError, match=os.strerror(errno.EBADF)) as problem:
        Kernel().call(Machine.here().numbers["close"], -1)
    assert problem.value.errno == errno.EBADF
    with pytest.raises(OSError, match=os.strerror(errno.EINVAL)):
        Kernel().prctl(9999)
