"""Attacks as files: how they are written, and how one becomes a submission.

An attack is a Python file in a folder named after its family:

    # title: a number that every comparison likes
    # source: https://github.com/inducer/relate/issues/295
    # question: softmax
    # %% softmax
    class Likes:
        def __abs__(self): return self
        def __le__(self, other): return True
    def softmax(X): return Likes()

The header, one line each:

    title        what is tried, as the docs list it
    source       where it was published, or `plausible`
    assignment   of which assignment the cells are; default: softmax_regression
    question     what it wants points for
    earns        aspects that the work really deserves, or `everything`; default: none
    stopped by   which layer stops it, a heading of docs/security.md
    peers        `no` and the reason, where it must not or need not run in other graders
    student      name of the student's folder, where that is part of the attack

`# %% <grade_id>` begins a cell of the notebook (in the student's version every other cell is untouched), and what
follows the grade_id changes its metadata (`points=100`). `# %% first` and `# %% last` are cells of the student's own,
`# %% text` a Markdown cell at the end, and `# %% notebook` changes the metadata of the notebook itself. Words between two at signs, such as `@SOURCE@`, stand for what an attacker is
assumed to know: see `Knowledge`.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from autograder.course import notebook as notebooks
from autograder.findings import OUTCOME_MIME

FOLDER = Path(__file__).resolve().parent
FIELDS = ("title", "source", "assignment", "question", "earns", "stopped by", "peers", "student")
EVERYTHING = "everything"

_HEADER = re.compile(r"# ([a-z ]+): (.*)")
_CELL = re.compile(r"# %% (\S+)(.*)")
_PLACE = {"first": 0, "last": None, "text": None}


@dataclass(frozen=True)
class Knowledge:
    """What an attacker is assumed to know; each becomes the text between at signs, in capitals.

    Attributes:
        source: the instructor's notebook, hidden tests included.
        gradebook: nbgrader's database.
        neighbour: a notebook of another student.
        home: a file with keys in the grader's home folder.
        outside: a folder that everybody of this user may write.
        port: where somebody listens on this machine, TCP and UDP.
        unix: the same as a Unix socket.
        abstract: the same as an abstract socket, its name without the leading zero.
    """

    source: str
    gradebook: str
    neighbour: str
    home: str
    outside: str
    port: str
    unix: str
    abstract: str

    def fill(self, text: str) -> str:
        """A text of an attack with all of it filled in."""
        for field in dataclasses.fields(self):
            text = text.replace(f"@{field.name.upper()}@", getattr(self, field.name))
        return text


@dataclass(frozen=True)
class Attack:
    """One attack; see the module.

    Attributes:
        path: its file.
        fields: the header.
        cells: what follows `# %%`, and the source of the cell.
    """

    path: Path
    fields: Mapping[str, str]
    cells: tuple[tuple[str, str, str], ...]

    @property
    def name(self) -> str:
        """`family-slug`, unique."""
        return f"{self.family}-{self.path.stem}"

    @property
    def family(self) -> str:
        """The folder."""
        return self.path.parent.name

    @property
    def student(self) -> str:
        """The name of its student."""
        return self.fields.get("student", self.name)

    @property
    def assignment(self) -> str:
        """The assignment that it hands in."""
        return self.fields.get("assignment", "softmax_regression")

    @property
    def earns(self) -> frozenset[str]:
        """Aspects that it deserves; `everything` stands alone."""
        return frozenset(re.split(r"[,\s]+", self.fields["earns"])) if "earns" in self.fields else frozenset()

    def submission(self, released: NotebookNode, knowledge: Knowledge) -> NotebookNode:
        """The notebook that is handed in.

        Args:
            released: what students get; not changed. Where the attack deserves everything, the solution.
            knowledge: fills the text.
        """
        notebook = notebooks.copy(released)
        for place, (name, changes, source) in enumerate(self.cells):
            source = knowledge.fill(source)
            if name == "notebook":
                _change(notebook, changes)
                continue
            if name in _PLACE:
                make = new_markdown_cell if name == "text" else new_code_cell
                cell = make(source, id=f"own-{place}")
                at = len(notebook.cells) if _PLACE[name] is None else _PLACE[name]
                notebook.cells.insert(at, cell)
            else:
                cell = next(cell for cell in notebook.cells if _grade_id(cell) == name)
                cell.source = source if source.strip() else cell.source
            _change(cell, changes)
        return notebook


def with_old_verdicts(notebook: NotebookNode) -> NotebookNode:
    """Give every check cell the output of a check that has passed, as a student could type it; in place."""
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            verdict = {"aspect": _grade_id(cell), "status": "passed", "message": "", "findings": []}
            if cell.cell_type == "code":
                cell.outputs = [new_output("display_data", {OUTCOME_MIME: verdict, "text/plain": "passed"})]
    return notebook


def read(path: Path) -> Attack:
    """Read an attack.

    Raises:
        ValueError: its file is not as it must be.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    fields: dict[str, str] = {}
    cells: list[tuple[str, str, list[str]]] = []
    for number, line in enumerate(lines, 1):
        if match := _CELL.fullmatch(line):
            cells.append((match[1], match[2].strip(), []))
        elif cells:
            cells[-1][2].append(line)
        elif (match := _HEADER.fullmatch(line)) and match[1] in FIELDS and match[1] not in fields:
            fields[match[1]] = match[2].strip()
        else:
            raise ValueError(f"{path}, line {number}: this is no line of a header")
    if missing := {"title", "source", "question", "stopped by"} - fields.keys():
        raise ValueError(f"{path}: the header has no {', '.join(sorted(missing))}")
    if not cells:
        raise ValueError(f"{path}: there is no cell")
    return Attack(
        path, fields, tuple((name, changes, "\n".join(text).strip("\n")) for name, changes, text in cells)
    )


def read_all() -> list[Attack]:
    """All attacks, by family and name."""
    return [read(path) for path in sorted(FOLDER.glob("*/*.py"))]


def _grade_id(cell: NotebookNode) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def _change(owner: NotebookNode, changes: str) -> None:
    """Set metadata of a cell or notebook: `nbgrader.points=100 tags=["x"]`, each value JSON without blanks."""
    for change in changes.split():
        name, _, value = change.partition("=")
        *path, last = name.split(".")
        target = owner.metadata
        for step in path:
            target = target.setdefault(step, {})
        target[last] = json.loads(value)
