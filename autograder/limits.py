"""What one submission may use up: every limit in one table, with its unit, default and range.

`Limits` is the table, and a set of values for it. The command line (`--limit NAME=VALUE`), the settings of nbgrader
(`c.RunCells.<field>`) and what the kernel is told are made of it; a test holds the table in docs/engine.md against it.
"""

from __future__ import annotations

import dataclasses
import enum
import re
from dataclasses import dataclass, fields
from typing import Any

KIB, MIB, GIB, TIB = 2**10, 2**20, 2**30, 2**40

_WEEK = 7 * 24 * 3600


class Unit(enum.Enum):
    """What a limit is counted in; the value is how a field with this unit ends."""

    SECONDS = "seconds"
    BYTES = "bytes"
    COUNT = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """One row of the table.

    Attributes:
        field: its name in `Limits` and in `nbgrader_config.py`, such as `memory_bytes`.
        default: in seconds, in bytes or a number.
        whole: whether it is a whole number.
        least: the least that makes sense; below it honest work would fail.
        most: the most that the machinery can be told.
        what: what is bounded.
        then: what happens there.
        option: its own option of `autograder grade`; "" if it is one of `--limit`.
        kernel: whether the kernel, and so only `--isolation full`, keeps it.
    """

    field: str
    default: float
    whole: bool
    least: float
    most: float
    what: str
    then: str
    option: str
    kernel: bool

    @property
    def unit(self) -> Unit:
        """What it is counted in."""
        return next(unit for unit in Unit if self.field.endswith(unit.value))

    @property
    def name(self) -> str:
        """Its name on the command line: the field without its unit, such as `memory` or `open-files`."""
        return self.field.removesuffix(self.unit.value).rstrip("_").replace("_", "-")

    def show(self, value: float) -> str:
        """A value as a person writes it: `2 GiB`, `30 s`, `2000`."""
        if self.unit is Unit.SECONDS:
            return f"{value:g} s"
        if self.unit is Unit.COUNT:
            return f"{value:g}" if value < 10**6 else str(value)
        for name, size in (("TiB", TIB), ("GiB", GIB), ("MiB", MIB), ("KiB", KIB)):
            if value >= size and not value % size:
                return f"{value // size} {name}"
        return f"{value} bytes"

    def parse(self, text: str) -> float:
        """The value of a text: a number, with a unit for times (`90s`, `5min`) and sizes (`512MiB`, `1.5 GB`).

        Raises:
            ValueError: one sentence that says what is expected.
        """
        found = _QUANTITY.fullmatch(text.strip())
        factor = _FACTORS[self.unit].get(found["unit"].lower()) if found else None
        if found is None or factor is None:
            raise ValueError(f"{text!r} is no {_EXAMPLES[self.unit]}")
        value = float(found["number"]) * factor
        return self.checked(
            int(value) if self.whole and value.is_integer() else value, f"{text.strip()!r} does not fit"
        )

    def checked(self, value: Any, said: str = "") -> float:
        """The value, if it is of the right kind and within the range.

        Args:
            value: in the limit's unit.
            said: what the value is called in a message. Default: the field and the value.

        Raises:
            ValueError: one sentence that says what is expected.
        """
        said = said or f"{self.field} is {value!r}"
        if isinstance(value, bool) or not isinstance(value, int if self.whole else int | float):
            kind = "a whole number" if self.whole else "a number"
            raise ValueError(f"{said}, expected {kind} of {self.unit.value or self.what}")
        if not self.least <= value <= self.most:  # also refuses NaN
            raise ValueError(f"{said}, expected {self.show(self.least)} to {self.show(self.most)}")
        return value


_QUANTITY = re.compile(r"(?P<number>\d+(?:\.\d*)?|\.\d+)\s*(?P<unit>[a-zA-Z]*)", re.ASCII)

# As docker and systemd read them: K, M, G and T alone are powers of 1024; KB and its kin are those of 1000.
_FACTORS: dict[Unit, dict[str, int]] = {
    Unit.SECONDS: {"": 1, "s": 1, "sec": 1, "m": 60, "min": 60, "h": 3600},
    Unit.BYTES: {"": 1, "b": 1, "bytes": 1}
    | {f"{letter}{end}": 1024**power for power, letter in enumerate("kmgt", 1) for end in ("", "ib")}
    | {f"{letter}b": 1000**power for power, letter in enumerate("kmgt", 1)},
    Unit.COUNT: {"": 1},
}

_EXAMPLES = {
    Unit.SECONDS: "time; write seconds, or a number with a unit, such as 90s or 5min",
    Unit.BYTES: "size; write bytes, or a number with a unit, such as 512MiB or 4GiB",
    Unit.COUNT: "number; write a whole number, such as 100",
}


def _limit(
    default: float, least: float, most: float, what: str, then: str, option: str = "", *, kernel: bool = True
) -> Any:
    row = {"least": least, "most": most, "what": what, "then": then, "option": option, "kernel": kernel}
    return dataclasses.field(default=default, metadata=row)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one submission may use up; each attribute is a row of `LIMITS`, which says more.

    Raises:
        ValueError: for a value of the wrong kind or out of its range, by name.
    """

    cell_seconds: float = _limit(
        30.0, 0.01, _WEEK, "wall time of one cell, or of one check",
        "the cell is interrupted: `timeout`; if it does not stop within 2 s, its process is replaced. Later cells run",
        "--timeout", kernel=False,
    )  # fmt: skip
    submission_seconds: float = _limit(
        300.0, 0.01, _WEEK, "wall time of all cells of a submission, replays included",
        "the running cell is stopped: `timeout`; later cells are `not_run`, what passed before counts",
        "--submission-timeout", kernel=False,
    )  # fmt: skip
    startup_seconds: float = _limit(
        60.0, 0.01, 3600, "wall time until a process is ready to run cells",
        "the submission has the status `error`: it is the machine's fault", kernel=False,
    )  # fmt: skip
    cpu_seconds: int = _limit(
        # Wall time is what usually ends a submission. This is the last resort behind it: twice a submission's wall
        # time, for two busy cores.
        600, 1, _WEEK, "CPU time of the student process, all threads together",
        "the process is ended (SIGXCPU, two seconds later SIGKILL): the cell is `killed`",
    )  # fmt: skip
    memory_bytes: int = _limit(
        2 * GIB, 32 * MIB, 1024 * TIB, "memory (address space) beyond what the fork inherits",
        "`MemoryError` in the student's code, which goes on; in C code that does not ask, the cell is `killed`",
    )  # fmt: skip
    threads: int = _limit(
        64, 1, 100_000, "threads at a time, the main one included; other processes cannot be started",
        "the process is killed: the cell is `killed`",
    )  # fmt: skip
    file_bytes: int = _limit(
        64 * MIB, 4 * KIB, 1024 * TIB, "size of one file", "`OSError`, file too large, in the student's code",
    )  # fmt: skip
    scratch_bytes: int = _limit(
        256 * MIB, 64 * KIB, 1024 * TIB,
        "all files of the scratch folder, those of the course that are copied there included",
        "the process is killed: the cell is `killed`",
    )  # fmt: skip
    scratch_entries: int = _limit(
        2_000, 10, 1_000_000, "files and folders in the scratch folder", "the process is killed: the cell is `killed`",
    )  # fmt: skip
    open_files: int = _limit(
        256, 16, 1_000_000, "open files at a time", "`OSError`, too many open files, in the student's code",
    )  # fmt: skip
    output_bytes: int = _limit(
        MIB, 1, 64 * MIB, "output of one cell that is kept, pictures included",
        "the rest is cut, with a note; the first errors and all verdicts are always kept. Each output counts 200 bytes "
        "besides what it shows. All cells together may put out 8 times as much, errors included", kernel=False,
    )  # fmt: skip
    value_bytes: int = _limit(
        16 * MIB, 64 * KIB, GIB, "one value that the student's code returns to a check",
        "the check says that it cannot be handed over: `error`, and the process goes on", kernel=False,
    )  # fmt: skip

    def __post_init__(self) -> None:
        for limit in LIMITS.values():
            limit.checked(getattr(self, limit.field))

    def kept_by_the_kernel(self) -> list[Limit]:
        """The limits that are not at their default, and hold only where student code is confined."""
        return [
            limit for limit in LIMITS.values() if limit.kernel and getattr(self, limit.field) != limit.default
        ]


LIMITS: dict[str, Limit] = {
    field.name: Limit(field.name, field.default, field.type == "int", **field.metadata)
    for field in fields(Limits)
}
"""The table: field -> row, in the order of the docs."""
