"""The table of limits: units, ranges, and the docs that show it."""

import re
from pathlib import Path

import pytest

from autograder.confinement import Confines
from autograder.limits import LIMITS, Limits, Unit

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("memory_bytes", "67108864", 64 * 2**20),
        ("memory_bytes", "512MiB", 512 * 2**20),
        ("memory_bytes", " 1.5 gib ", 3 * 2**29),
        ("memory_bytes", "4g", 4 * 2**30),
        ("memory_bytes", "500MB", 500 * 10**6),
        ("file_bytes", "64k", 2**16),
        ("scratch_bytes", "1TiB", 2**40),
        ("cell_seconds", "90", 90),
        ("cell_seconds", ".5s", 0.5),
        ("submission_seconds", "5min", 300),
        ("cpu_seconds", "2h", 7200),
        ("threads", "8", 8),
    ],
)
def test_numbers_with_units(field, text, value):
    parsed = LIMITS[field].parse(text)
    assert parsed == value
    assert isinstance(parsed, int) or not LIMITS[field].whole


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        ("memory_bytes", "lots", "'lots' is no size; write bytes, or a number with a unit, such as 512MiB or 4GiB"),
        ("memory_bytes", "-1GiB", "'-1GiB' is no size"),
        ("memory_bytes", "1e9", "'1e9' is no size"),
        ("memory_bytes", "3 min", "'3 min' is no size"),
        ("memory_bytes", "", "'' is no size"),
        ("memory_bytes", "1 KiB", "'1 KiB' does not fit, expected 32 MiB to 1024 TiB"),
        ("memory_bytes", "9" * 30, "expected 32 MiB to 1024 TiB"),
        ("cell_seconds", "soon", "'soon' is no time; write seconds, or a number with a unit, such as 90s or 5min"),
        ("cell_seconds", "nan", "'nan' is no time"),
        ("cell_seconds", "inf", "'inf' is no time"),
        ("cell_seconds", "0", "'0' does not fit, expected 0.01 s to 604800 s"),
        ("cpu_seconds", "1.5", "'1.5' does not fit, expected a whole number of seconds"),
        ("threads", "8 KiB", "'8 KiB' is no number; write a whole number, such as 100"),
        ("threads", "²", "'²' is no number"),
    ],
)  # fmt: skip
def test_what_is_no_limit_is_one_clear_sentence(field, text, message):
    with pytest.raises(ValueError) as caught:
        LIMITS[field].parse(text)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("field", LIMITS)
@pytest.mark.parametrize("value", [0, -1, float("nan"), float("inf"), True, "7", None])
def test_limits_are_numbers_within_their_range(field, value):
    with pytest.raises(ValueError, match=f"^{field} is .*, expected "):
        Limits(**{field: value})


@pytest.mark.parametrize("limit", LIMITS.values(), ids=LIMITS)
def test_what_is_shown_can_be_written(limit):
    for value in (limit.default, limit.least, limit.most):
        assert limit.parse(limit.show(value)) == value
    assert limit.unit is not Unit.COUNT or limit.name == limit.field.replace("_", "-")


def test_a_confined_process_has_the_same_defaults():
    numbers = Confines().numbers()
    assert numbers == {field: limit.default for field, limit in LIMITS.items() if limit.kernel}
    other = Limits(memory_bytes=2**30, threads=3)
    assert Confines(hidden=(ROOT,)).within(other) == Confines(memory_bytes=2**30, threads=3, hidden=(ROOT,))


def test_limits_that_only_the_kernel_keeps_are_known():
    assert Limits(cell_seconds=1, output_bytes=9).kept_by_the_kernel() == []
    assert Limits(threads=3, file_bytes=2**20).kept_by_the_kernel() == [
        LIMITS["threads"],
        LIMITS["file_bytes"],
    ]


def test_the_table_in_the_docs_is_that_of_the_code():
    """Defaults, names on the command line and in the configuration, and what happens: all of `docs/engine.md`."""
    text = (ROOT / "docs" / "engine.md").read_text()
    rows = re.findall(r"^\| (.*) \|$", text.partition("## Limits")[2].partition("\n## ")[0], re.MULTILINE)
    wanted = [
        " | ".join(
            [
                limit.what,
                limit.show(limit.default),
                f"`{limit.option}`" if limit.option else f"`--limit {limit.name}=`",
                f"`{limit.field}`",
                limit.then,
            ]
        )
        for limit in LIMITS.values()
    ]
    assert rows[2:] == wanted
