"""The registry of causes keeps its rules."""

import re
from pathlib import Path

import pytest

from autograder import causes
from autograder.causes.sections import SECTIONS
from autograder.course import notebook
from autograder.course.assignment import Course

ROOT = Path(__file__).resolve().parents[1]


def test_identifiers_are_unique_and_stable_in_form() -> None:
    """Lower-case words joined by underscores, each registered once."""
    known = causes.identifiers()
    assert len(known) == len(set(known))
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", cause) for cause in known)


@pytest.mark.parametrize("family", causes.FAMILIES, ids=lambda family: family.__name__.rpartition(".")[2])
def test_sentences_and_hints_fit_on_their_line(family) -> None:
    """One sentence with a full stop, one place to look without one."""
    for cause, (because, hint) in family.CAUSES.items():
        assert because.endswith("."), cause
        assert "\n" not in because + hint, cause
        assert hint, cause
        assert not hint.endswith("."), cause


def test_links_lead_to_headings_of_the_student_version() -> None:
    """Each question with checks has a section, and the link to it is letter by letter that of the heading."""
    for name in Course(ROOT).assignments:
        released = notebook.read(ROOT / "release" / name / f"{name}.ipynb")
        headings = {
            line.lstrip("#").strip()
            for cell in released.cells
            if cell.cell_type == "markdown"
            for line in cell.source.splitlines()
            if line.startswith("#")
        }
        for question in Course(ROOT).assignment(name).questions:
            if not question.manual:
                assert SECTIONS[question.id] in headings, question.id


def test_two_causes_are_one_sentence() -> None:
    """Both identifiers, both facts, both places to look."""
    both = causes.composed(("wrong_sign", "one_sample_only"))
    assert both.cause == "wrong_sign+one_sample_only"
    assert both.because == (
        "two slips at once: the sign is wrong in every entry, and only one sample of the batch is used."
    )
    assert "; " in both.hint


def test_an_unknown_cause_is_our_mistake() -> None:
    """It fails loudly."""
    with pytest.raises(KeyError, match="no cause is registered as 'bad_luck'"):
        causes.diagnosis("bad_luck")
