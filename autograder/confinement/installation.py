"""What student code must read to run at all: the interpreter's library, the installed packages, a few system files.

A course folder often holds its own environment (`.venv`), and a home folder the interpreter, so whole prefixes are
never named: a prefix may be the very folder that must stay hidden. Named are
- `<prefix>/lib` and `lib64` of the interpreter and of the environment (standard library, packages, shared libraries);
- every `site-packages` and `dist-packages` folder on `sys.path`;
- of an editable installation of this package, the folder `autograder` alone;
- the system's shared libraries, time zones and fonts, and the harmless devices.
Other editable installations and folders of PYTHONPATH are not readable, unless `Confines.readable` names them.
"""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path

_SYSTEM = (
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/usr/local/lib",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/etc/mime.types",
    "/usr/share/zoneinfo",
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    # How many processors a container may use: joblib, and so scikit-learn, opens these if it sees them, and cannot go
    # on if it may not.
    "/sys/fs/cgroup/cpu.max",
    "/sys/fs/cgroup/cpu/cpu.cfs_quota_us",
    "/sys/fs/cgroup/cpu/cpu.cfs_period_us",
)

#: Devices that may be read; `null` may be written, too.
READABLE_DEVICES = tuple(map(Path, ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")))
NULL = Path("/dev/null")


def readable_paths() -> tuple[Path, ...]:
    """The files and folders of the installation that runs this, as far as they exist, links resolved, sorted."""
    paths = [Path(path) for path in _SYSTEM]
    for prefix in {sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix}:
        paths += (Path(prefix, "lib"), Path(prefix, "lib64"))
    paths += (Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib", "purelib", "platlib"))
    paths += (Path(entry) for entry in sys.path if Path(entry).name in ("site-packages", "dist-packages"))
    paths.append(Path(__file__).parents[1])
    return outermost(path.resolve() for path in paths if path.exists())


def outermost(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Drop the paths that lie inside another one of them; the rest sorted."""
    found: list[Path] = []
    for path in sorted(set(paths)):
        if not any(path.is_relative_to(other) for other in found):
            found.append(path)
    return tuple(found)


def exposed(readable: Iterable[Path], hidden: Iterable[Path]) -> tuple[Path, Path] | None:
    """The first hidden folder that lies inside a readable one, and that one; None if there is none."""
    for secret in (path.resolve() for path in hidden):
        for path in readable:
            if secret.is_relative_to(path):
                return secret, path
    return None


def environment(inherited: dict[str, str], home: Path | None = None) -> dict[str, str]:
    """The environment variables that a process with student code may have.

    Start the process that forks (`exec`) with them: what a process was started with stays in its memory, where student
    code finds it even if `os.environ` is emptied later.

    Args:
        inherited: the environment to choose from. Language, time zone and the settings of the numerical libraries
            stay; keys, tokens, and paths of the machine do not.
        home: becomes the home folder, and that of temporary and matplotlib's files.

    Returns:
        A new dictionary, with one thread for each numerical library.
    """
    chosen = {name: value for name, value in inherited.items() if name in _HARMLESS or name.startswith("LC_")}
    chosen |= {f"{library}_NUM_THREADS": "1" for library in ("OPENBLAS", "OMP", "MKL", "BLIS", "NUMEXPR")}
    chosen |= {"PATH": "/usr/bin:/bin", "MPLBACKEND": chosen.get("MPLBACKEND", "agg")}
    if home is not None:
        chosen |= dict.fromkeys(("HOME", "TMPDIR", "MPLCONFIGDIR", "IPYTHONDIR", "XDG_CACHE_HOME"), str(home))
    return chosen


_HARMLESS = frozenset(
    {
        "LANG",
        "LANGUAGE",
        "TZ",
        "MPLBACKEND",
        "KERAS_BACKEND",
        "PYTHONHASHSEED",
        "LD_LIBRARY_PATH",
        "NBGRADER_EXECUTION",  # courses ask whether their cells are being graded
    }
)
