"""What is audited, and what cannot be: one clear sentence for each."""

import pytest

from autograder.audit import contract, corpus
from autograder.errors import AuditError, CourseError


def test_scope_of_one_question(planted):
    """Other questions and their variants stay out."""
    scope = corpus.scope(planted, questions=["weak"])
    assert [case.variant.name for case in corpus.cases(scope)] == ["weak__cube"]
    assert scope.asks("weak") and not scope.asks("sound")


@pytest.mark.parametrize(
    ("arguments", "error", "text"),
    [
        ({"questions": ["nothing"]}, AuditError, "there is no question 'nothing'; there are sound, weak"),
        ({"assignments": ["nothing"]}, CourseError, "there is no assignment 'nothing'; known: planted"),
    ],
)
def test_what_does_not_exist(planted, arguments, error, text):
    """Names are told."""
    with pytest.raises(error, match=text):
        corpus.scope(planted, **arguments)


def test_a_course_without_variants(planted, tmp_path):
    """The folder is named."""
    with pytest.raises(AuditError, match=r"variants: there are no variants here"):
        corpus.scope(planted, folder=tmp_path / "variants")


def test_names_are_unique(planted):
    """A right and a wrong variant may have the same file name."""
    names = [case.name for case in corpus.cases(corpus.scope(planted))]
    assert len(set(names)) == len(names) and "planted/right/sound__loop" in names


GOOD = '[[freedom]]\nquestion = "weak"\nsays = "s"\nholds = "1 < 2"\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[freedom]", "cannot be read"),
        ("[[liberty]]\nx = 1", "'liberty' is not"),
        ("freedom = 3", "'freedom' is not"),
        ('[[freedom]]\nquestion = "weak"', "number 1 must have holds, question, says"),
        (GOOD + '[[survivor]]\nquestion = "weak"\ndiff = ""\nwhy = "w"', "[[survivor]] number 1 must have"),
        (GOOD.replace("weak", "other"), "there is no question 'other'"),
        (GOOD.replace("1 < 2", "1 <"), "is no Python expression"),
        (GOOD + "colour = 'red'", "must have"),
        ('[[consequence]]\naspect = "weak-x"\nof = "sound"\nwhy = "w"', "there is no aspect 'weak-x'"),
        ('[[consequence]]\naspect = "weak-at_nought"\nof = "sound, x"\nwhy = "w"', "no question 'x'"),
    ],
)
def test_a_contract_that_is_not_as_it_must_be(planted, tmp_path, text, told):
    """One sentence that names the file."""
    (tmp_path / "planted").mkdir()
    (tmp_path / "planted" / "contract.toml").write_text(text)
    with pytest.raises(AuditError, match=r"contract\.toml: ") as caught:
        contract.read(tmp_path, planted.assignment("planted"))
    assert told in str(caught.value)


def test_diffs_are_matched_without_blanks():
    """They are copied out of a terminal."""
    assert contract.normal_diff("\n-  a  \n\n+  b\n") == "-  a\n+  b"
