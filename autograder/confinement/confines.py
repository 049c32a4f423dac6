"""What one submission may use up and read: the numbers that the confinement holds it to."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Self

from autograder.limits import MIB, Limits

__all__ = ["MIB", "Confines"]

_DEFAULTS = Limits()


@dataclass(frozen=True, slots=True)
class Confines:
    """Limits of one confined process; those that are numbers are `Limits` by the same names.

    Attributes:
        memory_bytes: address space beyond what the fork inherits.
        cpu_seconds: CPU time of all threads together. Wall time is the engine's business.
        threads: threads at a time, the main one included. More processes than one there are not.
        file_bytes: size of each file.
        open_files: descriptors at a time, those that are kept open included.
        scratch_bytes: room that the files of the scratch folder take, together with deleted files still in use.
        scratch_entries: files and folders in the scratch folder. Looking at them takes the grader 2 microseconds each.
        readable: files and folders that may be read beside the installation (see `installation.py`).
        hidden: folders that student code must not read (the course, the home folder). Nothing is read that is not
            named anyway; `prepare` refuses to work where one of these lies inside a folder that must be readable.

    Raises:
        ValueError: for a limit that is not a positive whole number.
    """

    memory_bytes: int = _DEFAULTS.memory_bytes
    cpu_seconds: int = _DEFAULTS.cpu_seconds
    threads: int = _DEFAULTS.threads
    file_bytes: int = _DEFAULTS.file_bytes
    open_files: int = _DEFAULTS.open_files
    scratch_bytes: int = _DEFAULTS.scratch_bytes
    scratch_entries: int = _DEFAULTS.scratch_entries
    readable: tuple[Path, ...] = ()
    hidden: tuple[Path, ...] = ()

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if field.type == "int" and (isinstance(value, bool) or not isinstance(value, int) or value < 1):
                raise ValueError(f"{field.name} is {value!r}, expected a whole number of 1 or more")

    def numbers(self) -> dict[str, int]:
        """The limits that are numbers, by name."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.type == "int"}

    def within(self, limits: Limits) -> Self:
        """The same readable and hidden folders, with the numbers of these limits."""
        return replace(self, **{name: getattr(limits, name) for name in self.numbers()})
