"""What one submission may use up and read: the numbers that the confinement holds it to."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Confines:
    """Limits of one confined process.

    Attributes:
        memory_bytes: address space beyond what the fork inherits.
        cpu_seconds: CPU time of all threads together. Wall time is the engine's business; this is the last resort
            behind it, hence twice a submission's wall time, for two busy cores.
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

    memory_bytes: int = 2048 * MIB
    cpu_seconds: int = 600
    threads: int = 64
    file_bytes: int = 64 * MIB
    open_files: int = 256
    scratch_bytes: int = 256 * MIB
    scratch_entries: int = 2_000
    readable: tuple[Path, ...] = ()
    hidden: tuple[Path, ...] = ()

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if field.type == "int" and (isinstance(value, bool) or not isinstance(value, int) or value < 1):
                raise ValueError(f"{field.name} is {value!r}, expected a whole number of 1 or more")
