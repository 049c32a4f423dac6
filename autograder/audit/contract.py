"""What a program cannot know about the contract, in writing: `tests/variants/<assignment>/contract.toml`.

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

    [[consequence]]                        # an aspect that judges a result of earlier answers, and rightly falls with them
    aspect = "logreg_fit-accuracy"
    of = "softmax, logreg_grad"            # the questions whose mistakes it may fall with
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
    "consequence": ({"aspect", "of", "why"}, set()),
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
class Consequence:
    """An aspect that judges what came out of earlier answers, such as a trained network.

    Attributes:
        aspect: its id.
        of: the questions whose mistakes it may fall with.
        why: why no check could do otherwise.
    """

    aspect: str
    of: frozenset[str]
    why: str


@dataclass(frozen=True)
class Contract:
    """What is written about one assignment."""

    freedoms: tuple[Freedom, ...] = ()
    explained: tuple[Explained, ...] = ()
    consequences: tuple[Consequence, ...] = ()

    def follows(self, aspect: str, question: str) -> bool:
        """Whether an aspect may fall with a mistake in another question."""
        return any(aspect == c.aspect and question in c.of for c in self.consequences)


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
    for section, entries in document.items():
        if section not in _FIELDS or not isinstance(entries, list):
            raise AuditError(
                f"{path}: {', '.join(f'[[{name}]]' for name in _FIELDS)} are known, {section!r} is not"
            )
        for number, entry in enumerate(entries, 1):
            _check(section, entry, assignment, f"{path}: [[{section}]] number {number}")
    return Contract(
        tuple(
            Freedom(e["question"], e.get("call", ""), e["says"], _expression(e["holds"], path))
            for e in document.get("freedom", ())
        ),
        tuple(
            Explained(e["question"], normal_diff(e["diff"]), e["why"]) for e in document.get("survivor", ())
        ),
        tuple(
            Consequence(e["aspect"], frozenset(_words(e["of"])), e["why"])
            for e in document.get("consequence", ())
        ),
    )


def _check(section: str, entry: object, assignment: Assignment, place: str) -> None:
    """Make sure that an entry has its texts, and names what there is."""
    needed, more = _FIELDS[section]
    keys = set(entry) if isinstance(entry, dict) else set()
    texts = keys and all(isinstance(value, str) and value.strip() for value in entry.values())
    if not texts or not needed <= keys <= needed | more:
        raise AuditError(f"{place} must have {', '.join(sorted(needed))}, as texts")
    known = {question.id for question in assignment.questions}
    for question in [entry["question"]] if "question" in entry else _words(entry["of"]):
        if question not in known:
            raise AuditError(f"{place}: there is no question {question!r}")
    if "aspect" in entry and entry["aspect"] not in {aspect.id for aspect in assignment.aspects}:
        raise AuditError(f"{place}: there is no aspect {entry['aspect']!r}")


def _words(text: str) -> list[str]:
    return text.replace(",", " ").split()


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
