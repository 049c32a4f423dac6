"""The registry of causes keeps its rules."""

import re

import pytest

from autograder import causes


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


def test_an_unknown_cause_is_our_mistake() -> None:
    """It fails loudly."""
    with pytest.raises(KeyError, match="no cause is registered as 'bad_luck'"):
        causes.diagnosis("bad_luck")
