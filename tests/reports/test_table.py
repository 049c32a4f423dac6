import io

import pytest
from rich.console import Console

from autograder.grading.records import AspectRecord
from autograder.reports import table


@pytest.fixture
def shown():
    """Renders records as a pipe of 80 columns sees them."""

    def render(records, **options):
        console = Console(file=io.StringIO(), width=80, **options)
        console.print(table.render(records))
        return console.file.getvalue()

    return render


def test_one_row_a_submission_and_the_first_line_of_each_failed_aspect(shown, records):
    text = shown(records)
    rows = [line.split() for line in text.splitlines()]
    assert ["ada", "softmax_regression", "3", "/", "3", "100", "2.5"] in rows
    assert ["<i>ben</i>", "softmax_regression", "1", "/", "3", "33", "2.5", "repaired"] in rows
    assert ["dan", "?", "–", "–", "0.0", "invalid"] in rows
    assert "  softmax-batch: each column adds up to 1 <b>&? (softmax_wrong_axis)" in text
    assert "second line" not in text
    assert "  repaired: the check cell 'x' was missing" in text
    assert "  submitted/dan.ipynb: it ends in the middle" in text
    assert "2 graded, 1 invalid, mean 66.7 %, 2 written answers wait for a person" in text


def test_no_line_is_wider_than_the_terminal_and_nothing_moves_the_cursor(shown, records):
    text = shown(records)
    assert max(map(len, text.splitlines())) <= 80
    assert "\x1b" not in text
    assert "\x1b[31m<b>" not in shown(records, force_terminal=True)


def test_markup_in_a_message_is_only_text(shown, graded):
    aspect = AspectRecord("a", "failed", 0, 1, "[bold]loud[/bold]")
    assert "[bold]loud[/bold]" in shown([graded("[red]eve", aspect)])


def test_aspects_with_the_same_message_share_a_line(shown, graded):
    same = [AspectRecord(f"softmax-{n}", "failed", 0, 1, "softmax is not written yet") for n in range(5)]
    assert "softmax-0, softmax-1, softmax-2 and 2 more: softmax is not written yet" in shown(
        [graded("umi", *same)]
    )


def test_a_long_list_ends_with_a_count(shown, graded):
    many = [AspectRecord(f"a-{n}", "timeout", 0, 1, f"reason {n}") for n in range(20)]
    text = shown([graded("umi", *many)])
    assert "reason 7" in text
    assert "reason 8" not in text
    assert "... and 12 more aspects" in text
    assert "timeout" in text
