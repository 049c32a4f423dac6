"""A class in which attackers and honest students hand in together, secrets that nobody may see, and who looked or spoke.

The course is the real one, shortened: the cells that draw and train are left out, so that a submission takes a tenth of a
second. Everything that decides about points is the real thing: check cells, hidden tests, repair, engine, confinement.
"""

from __future__ import annotations

import contextlib
import os
import re
import select
import shutil
import socket
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from autograder.course import notebook as notebooks
from autograder.course import variants
from autograder.course.assignment import Course
from autograder.engine.fork_engine import ForkEngine, Server
from autograder.grading.grade import Graded, grade_all
from autograder.grading.submissions import discover
from autograder.limits import Limits

from .catalogue import EVERYTHING, Attack, Knowledge, with_old_verdicts

ROOT = Path(__file__).resolve().parent.parent.parent
MIB = 2**20

CELLS = {
    "softmax_regression": ("softmax_regression", "setup one_hot softmax nll logreg_reading"),
    "logistic_regression": (
        "softmax_regression",
        "setup data one_hot softmax nll logreg_grad logreg_fit worst_predictions",
    ),
    "neural_net": ("neural_net", "setup data given_functions sigmoid dsigmoid neural_net"),
    "momentum": ("neural_net", "setup momentum"),
    "library_model": ("neural_net", "setup data given_functions neural_net_fit library_model"),
    "backprop_by_hand": ("backprop_by_hand", "setup numerical_gradient"),
    "layers_by_hand": (
        "backprop_by_hand",
        (
            "setup given draw_chain one_layer_data one_layer_forward mse_der sigmoid_der one_layer_grads "
            "two_layer_data two_layer_last two_layer_link two_layer_first"
        ),
    ),
    "batches_by_hand": (
        "backprop_by_hand",
        "setup given mse_der batch_forward backpropagation_batch train_network sgd_momentum",
    ),
    "network_class": ("backprop_by_hand", "setup given mse_der sigmoid_der network_class"),
    "layers": ("layers", "setup Layer relu dense batchnorm"),
    "more_layers": ("layers", "setup Layer xavier l2 optimizer_choice optimizer dropout"),
    "deep_net": ("neural_net", "setup given_functions sigmoid dsigmoid deep_net"),
    "network": ("layers", "setup Layer crossentropy crossentropy_grad network"),
    "image_network": ("layers", "setup Layer fit"),
    "five_points": ("five_points", "setup data glorot mse_loss given_layers forward train"),
}
"""Name -> the assignment of the real course that it is a part of, and the cells that stay, with their check cells."""

LIMITS = Limits(
    cell_seconds=5,
    submission_seconds=30,
    cpu_seconds=60,
    memory_bytes=400 * MIB,
    threads=16,
    file_bytes=4 * MIB,
    open_files=64,
    scratch_bytes=8 * MIB,
    scratch_entries=200,
    output_bytes=100_000,
)

SECRETS = ("hidden", "source", "gradebook", "neighbour", "home", "environment")


def secret(kind: str) -> str:
    """What must not be seen; made here, so that no file that student code may read holds it in one piece."""
    return "-".join(("QUOKKA", kind.upper(), str(len(kind) * 7919)))


class Engine(ForkEngine):
    """The engine, without heat maps: hundreds of checks fail here, and a picture takes as long as all the rest."""

    def run(self, notebook, limits, files=None):
        """See `ForkEngine.run`."""
        return super().run(notebook, limits, files, pictures=False)


@dataclass
class Result:
    """What became of one submission.

    Attributes:
        points: aspect -> points, of automatic aspects.
        status: aspect -> status and message.
        seen: kinds of secrets that can be read in what came out of it.
        graded: record and notebook.
    """

    points: dict[str, float]
    status: dict[str, str]
    seen: set[str]
    graded: Graded


@dataclass
class Stage:
    """Everything that a run needs, in a temporary folder; see `set_up`.

    Attributes:
        folder: holds all of it.
        course: the shortened course.
        knowledge: what attackers know of it.
        engine: grades.
        heard: what reached the network, one entry a connection or packet.
        left: what was still there at the end of the last run.
        mode: of the folder outside.
    """

    folder: Path
    course: Course
    knowledge: Knowledge
    engine: Engine
    heard: list[bytes] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    mode: int = 0o700

    @property
    def outside(self) -> Path:
        """A folder that student code would like to write."""
        return self.folder / "outside"

    def clean_up(self) -> None:
        """Remove the submissions of an earlier run."""
        shutil.rmtree(self.folder / "submitted", ignore_errors=True)

    def hand_in(self, attacks: Iterable[Attack], honest: Iterable[str]) -> Path:
        """Write the submissions of a class, honest students spread among the attackers by their names.

        Returns:
            The folder `submitted`.
        """
        submitted = self.folder / "submitted"
        for attack in attacks:
            assignment = self.course.assignment(attack.assignment)
            base = (
                variants.solved(assignment)
                if attack.earns == {EVERYTHING}
                else variants.untouched(assignment)
            )
            notebook = with_old_verdicts(attack.submission(base, self.knowledge))
            notebooks.write(
                notebook, submitted / attack.student / assignment.name / f"{assignment.name}.ipynb"
            )
        for name in honest:
            for notebook, assignment in honest_work(self.course):
                notebooks.write(notebook, submitted / name / assignment / f"{assignment}.ipynb")
        return submitted

    def grade(self, submitted: Path, jobs: int = 2) -> dict[tuple[str, str], Result]:
        """Grade a class as `autograder grade` does.

        Returns:
            (student, assignment) -> what became of it.
        """
        submissions = discover([submitted], self.course)
        results = {}
        for number, graded in grade_all(submissions, self.course, self.engine, limits=LIMITS, jobs=jobs):
            submission = submissions[number]
            results[submission.student, submission.assignment] = _result(graded)
        self.left = left_by(self.engine)
        return results


def honest_work(course: Course) -> Iterator[tuple[NotebookNode, str]]:
    """A notebook in which one of two questions is wrong, and a solved one; both carry a secret."""
    for name, broken in (("softmax_regression", "nll"), ("network", "")):
        notebook = variants.solved(course.assignment(name))
        for cell in notebook.cells:
            if broken and cell.metadata.get("nbgrader", {}).get("grade_id") == broken:
                cell.source = "def nll(Y_true, Y_pred):\n    return 0.5"
        notebook.cells.append(new_code_cell(f"# {secret('neighbour')}", id="honest"))
        yield notebook, name


@contextlib.contextmanager
def set_up(folder: Path) -> Iterator[Stage]:
    """Build the course, hide secrets, and listen; the environment and the home folder are others inside."""
    build_course(folder / "course")
    home, outside = folder / "home", folder / "outside"
    for path, text in (
        (home / ".netrc", secret("home")),
        (home / ".ssh" / "id_ed25519", secret("home")),
        (folder / "course" / "gradebook.db", secret("gradebook")),
        (folder / "course" / "source" / "answers.txt", secret("source")),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    outside.mkdir(mode=0o700)
    before = {name: os.environ.get(name) for name in ("HOME", "GRADER_TOKEN")}
    os.environ |= {"HOME": str(home), "GRADER_TOKEN": secret("environment")}
    try:
        with _listener(folder) as (heard, port):
            knowledge = Knowledge(
                source=str(folder / "course/source/softmax_regression/softmax_regression.ipynb"),
                gradebook=str(folder / "course/gradebook.db"),
                neighbour=str(folder / "submitted/0-honest/softmax_regression/softmax_regression.ipynb"),
                home=str(home / ".netrc"),
                outside=str(outside),
                port=str(port),
                unix=str(folder / "listen"),
                abstract=f"autograder-attacks-{os.getpid()}",
            )
            hidden = (folder / "course", home, outside)
            with Engine(hidden=hidden) as engine:
                yield Stage(folder, Course(folder / "course"), knowledge, engine, heard)
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def build_course(folder: Path) -> None:
    """Write the shortened course, with a secret in each hidden test."""
    real = Course(ROOT)
    for name, (whole, kept) in CELLS.items():
        wanted = set(kept.split())
        assignment = real.assignment(whole)
        questions = {q.id for q in assignment.questions if q.solution_cell in wanted}
        for origin in (assignment.path, real.release_path(whole)):
            notebook = notebooks.read(origin)
            notebook.cells = [
                cell
                for cell in notebook.cells
                if (found := cell.metadata.get("nbgrader", {}).get("grade_id", "")) in wanted
                or found.rpartition("-")[0] in questions
            ]
            for cell in notebook.cells:
                cell.source = re.sub(
                    r"( *)### BEGIN HIDDEN TESTS\n", rf"\g<0>\1_secret = {secret('hidden')!r}\n", cell.source
                )
            notebooks.write(notebook, folder / origin.relative_to(ROOT).parts[0] / name / f"{name}.ipynb")


def _result(graded: Graded) -> Result:
    record = graded.record
    aspects = [aspect for aspect in record.aspects if aspect.points is not None]
    return Result(
        {aspect.id: aspect.points for aspect in aspects},
        {aspect.id: f"{aspect.status}: {aspect.message}" for aspect in aspects},
        _seen(graded),
        graded,
    )


def _seen(graded: Graded) -> set[str]:
    """Kinds of secrets that can be read in the record or in an output, as text, backwards, or in hexadecimal digits."""
    cells = graded.notebook.cells if graded.notebook else []
    text = repr([cell.get("outputs") for cell in cells]) + repr(graded.record)
    return {
        kind
        for kind in SECRETS
        if any(form in text for form in (secret(kind), secret(kind)[::-1], secret(kind).encode().hex()))
    }


def left_by(engine: ForkEngine) -> list[str]:
    """What of a run is still there while its engine lives on: processes of the fork server, and its folders.

    The last of them may be about to be buried, so this looks again for a while.
    """
    deadline = time.monotonic() + 10
    while (left := _left_now(engine._server)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return left


def _left_now(server: Server) -> list[str]:
    left = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = path.read_text().rpartition(")")[2].split()
            if int(fields[1]) == server._process.pid and fields[0] != "Z":
                left.append(f"process {path.parent.name}")
    left += [f"folder {path}" for path in server._folder.iterdir() if path.name != "ipython"]
    return left


@contextlib.contextmanager
def _listener(folder: Path) -> Iterator[tuple[list[bytes], int]]:
    """Listen on TCP, UDP, a Unix and an abstract socket; whatever comes is noted."""
    heard: list[bytes] = []
    with contextlib.ExitStack() as stack:
        tcp = stack.enter_context(socket.socket())
        udp = stack.enter_context(socket.socket(type=socket.SOCK_DGRAM))
        unix, abstract = (stack.enter_context(socket.socket(socket.AF_UNIX)) for _ in range(2))
        tcp.bind(("127.0.0.1", 0))
        port = tcp.getsockname()[1]
        udp.bind(("127.0.0.1", port))
        unix.bind(str(folder / "listen"))
        abstract.bind(f"\0autograder-attacks-{os.getpid()}")
        listening = (tcp, unix, abstract)
        for each in listening:
            each.listen()
        end, ending = socket.socketpair()
        stack.enter_context(end)

        def listen() -> None:
            while True:
                ready = select.select([*listening, udp, end], [], [])[0]
                if end in ready:
                    return
                for each in ready:
                    if each is udp:
                        heard.append(udp.recv(100))
                    else:
                        with each.accept()[0] as connection:
                            connection.settimeout(0.2)
                            with contextlib.suppress(OSError):
                                heard.append(b"connected " + connection.recv(100))

        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield heard, port
        finally:
            ending.close()
            thread.join()
