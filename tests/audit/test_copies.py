"""Near copies are found, whatever they are disguised as; different mistakes are not."""

from dataclasses import replace
from pathlib import Path

import pytest

from autograder.audit.copies import NEAR, pairs, statements
from autograder.audit.corpus import Case
from autograder.course.variants import Variant

ORIGINAL = """\
def double(x):
    values = np.asarray(x)
    total = values + values
    return total + 1
"""


@pytest.fixture
def similarity(tiny):
    """The similarity of two whole answers to the question `double`."""

    def similarity(left, right):
        cases = []
        for name, source in (("double__a", left), ("double__b", right)):
            variant = Variant(
                Path(f"wrong/{name}.py"),
                "double",
                "",
                True,
                None,
                ("double-number",),
                "",
                (),
                (("", source),),
            )
            cases.append(Case(tiny, variant))
        (pair,) = pairs(cases)
        return pair.similarity

    return similarity


def test_the_same_is_a_copy(similarity):
    """What is equal to the letter has similarity 1."""
    assert similarity(ORIGINAL, ORIGINAL) == 1


@pytest.mark.parametrize(
    "disguised",
    [
        ORIGINAL.replace("values", "v").replace("total", "twice").replace("(x)", "(something)"),
        "# another comment\n" + ORIGINAL.replace("def double(x):", 'def double(x):\n    """Text."""'),
        ORIGINAL.replace("values + values", "( values\n        + values )"),
    ],
    ids=["renamed", "comments", "layout"],
)
def test_a_disguise_does_not_help(similarity, disguised):
    """Other names, comments, docstrings and line breaks make no other answer."""
    assert similarity(ORIGINAL, disguised) >= NEAR


@pytest.mark.parametrize(
    "other",
    [
        ORIGINAL.replace("values + values", "values * 3"),
        ORIGINAL.replace("total + 1", "total[0]"),
        "def double(x):\n    return [entry ** 2 for entry in x]\n",
    ],
)
def test_another_mistake_is_no_copy(similarity, other):
    """A different statement in a short answer is a different answer."""
    assert similarity(ORIGINAL, other) < NEAR


def test_edits_are_compared_by_what_they_change(tiny):
    """Two edits share nearly the whole solution, which says nothing."""

    def case(name, old, new):
        variant = Variant(
            Path(f"wrong/{name}.py"), "double", "", True, None, ("double-number",), "", ((old, new),), ()
        )
        return Case(tiny, variant)

    one = case("double__a", "2 * np.asarray(x)", "3 * np.asarray(x)")
    two = case("double__b", "2 * np.asarray(x)", "np.asarray(x) ** 2")
    again = replace(one, variant=replace(one.variant, path=Path("wrong/double__c.py")))
    found = {(pair.first, pair.second): pair.similarity for pair in pairs([one, two, again])}
    assert found[("double__a", "double__c")] == 1
    assert found[("double__a", "double__b")] < 0.5


def test_right_and_wrong_are_not_compared(tiny):
    """A wrong answer may look like a right one; that is no copy."""
    right = Variant(Path("right/double__a.py"), "double", "", False, None, (), "", (), (("", ORIGINAL),))
    wrong = replace(right, path=Path("wrong/double__b.py"), wrong=True, fails=("double-number",))
    assert pairs([Case(tiny, right), Case(tiny, wrong)]) == ()


def test_code_that_does_not_parse_is_compared_by_lines():
    """A syntax error is an answer as well."""
    assert statements("def f(:\n    return 1\n") == (("def f(:",), ("return 1",))
