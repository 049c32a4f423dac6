import pytest

from autograder.reports.text import first_line, points, printable


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07text", "text"),
        ("a\x00b\x08c\rd", "abcd"),
        ("tab\tand\nnewline", "tab\tand\nnewline"),
        ("half \ud800 pair", "half ? pair"),
        ("abc\u202edef\uffff", "abcdef"),
        ("grüße 你好 🎓", "grüße 你好 🎓"),
    ],
)
def test_printable_text_does_nothing_but_print(raw, clean):
    assert printable(raw) == clean


def test_the_first_line_is_the_first_one_that_says_something():
    assert first_line("\n  \n  hello \nworld") == "hello"
    assert first_line("") == ""


@pytest.mark.parametrize(
    ("value", "shown"), [(2.0, "2"), (0.5, "0.5"), (1 / 3, "0.33"), (None, "–"), (0, "0"), (10.0, "10")]
)
def test_points_are_written_as_people_write_them(value, shown):
    assert points(value) == shown
