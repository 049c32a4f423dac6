"""What the contract leaves open, so that doing it otherwise is no mistake: `tests/variants/<assignment>/contract.toml`.

    [[freedom]]                            # a rule: results that satisfy it count as the same
    question = "nll"
    call = "nll"                           # or "Class.method"; without it, the data that the cell computes
    says = "finite where a probability is 0 (any epsilon up to 1e-6, or clipping, is right)"
    holds = "np.isfinite(result)"          # Python, see below

    [[survivor]]                           # a mutant that no check notices, and why that is accepted
    question = "softmax"
    diff = '''
    -    old line
    +    new line
    '''
    why = "..."

`says` quotes the curriculum, `holds` is what a program can test of it. For a call it may use `result` and `expected` (of the mutant and of
the solution), `self`, `expected_self` and `before` (the instance afterwards, that of the solution, and the one before), `args` and `np`; for
data, the notebook's names and `expected`. It is asked only where mutant and solution differ, and only where both return.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from autograder.course.assignment import Assignment
from autograder.errors import AuditError

NAME = "contract.toml"

_FIELDS = {
    "freedom": ({"question", "says", "holds"}, {"call"}),
    "survivor": ({"question", "diff", "why"}, set()),
}


@dataclass(frozen=True)
class Freedom:
    """A rule of what counts as the same.

    Attributes:
        question: whose contract it is.
        call: the function or method, or "" for the data that the cell computes.
        says: the sentence of the curriculum.
        holds: the rule, a Python expression.
    """

    question: str
    call: str
    says: str
    holds: str


@dataclass(frozen=True)
class Explained:
    """A survivor that people have looked at.

    Attributes:
        question: to whose solution it belongs.
        diff: its changed lines.
        why: why no check notices it, and why that is accepted.
    """

    question: str
    diff: str
    why: str


@dataclass(frozen=True)
class Contract:
    """What is written about the mutants of one assignment."""

    freedoms: tuple[Freedom, ...] = ()
    explained: tuple[Explained, ...] = ()

    def why(self, question: str, diff: str) -> str:
        """The explanation of a survivor, or ""."""
        return next(
            (e.why for e in self.explained if e.question == question and e.diff == normal_diff(diff)), ""
        )


def read(folder: Path, assignment: Assignment) -> Contract:
    """Read the file of an assignment; without one, nothing is left open.

    Args:
        folder: of the variants.
        assignment: whose.

    Raises:
        AuditError: the file is not as it must be; the sentence names it.
    """
    path = folder / assignment.name / NAME
    if not path.is_file():
        return Contract()
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise AuditError(f"{path}: cannot be read ({error})") from error
    known = {question.id for question in assignment.questions}
    for section, entries in document.items():
        if section not in _FIELDS or not isinstance(entries, list):
            raise AuditError(f"{path}: [[freedom]] and [[survivor]] are known, {section!r} is not")
        needed, more = _FIELDS[section]
        for number, entry in enumerate(entries, 1):
            keys = set(entry) if isinstance(entry, dict) else set()
            texts = keys and all(isinstance(value, str) and value.strip() for value in entry.values())
            if not texts or not needed <= keys <= needed | more:
                raise AuditError(
                    f"{path}: [[{section}]] number {number} must have {', '.join(sorted(needed))}, as texts"
                )
            if entry["question"] not in known:
                raise AuditError(
                    f"{path}: [[{section}]] number {number}: there is no question {entry['question']!r}"
                )
    freedoms = [
        Freedom(e["question"], e.get("call", ""), e["says"], _expression(e["holds"], path))
        for e in document.get("freedom", ())
    ]
    explained = [
        Explained(e["question"], normal_diff(e["diff"]), e["why"]) for e in document.get("survivor", ())
    ]
    return Contract(tuple(freedoms), tuple(explained))


def normal_diff(diff: str) -> str:
    """A diff without empty lines and without blanks at the ends of lines, so that it can be copied."""
    return "\n".join(line.rstrip() for line in diff.splitlines() if line.strip())


def _expression(text: str, path: Path) -> str:
    text = " ".join(text.split())
    try:
        compile(text, str(path), "eval")
    except SyntaxError as error:
        raise AuditError(f"{path}: {text!r} is no Python expression ({error.msg})") from error
    return text
