"""A shell that runs cells as a Jupyter kernel would, and keeps their outputs on record.

Made before the fork, so that no submission waits for it. It has no history, no thread and no file of its own.
"""

from __future__ import annotations

import builtins
import contextlib
import getpass
import io
import sys
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.pylabtools import activate_matplotlib
from IPython.utils.text import SList
from matplotlib import pyplot
from matplotlib_inline.backend_inline import configure_inline_support
from traitlets.config import Config

from autograder.engine.messages import Message
from autograder.engine.record import Record
from autograder.errors import CommandRefused

_COMMANDS = (
    "bash",
    "sh",
    "script",
    "perl",
    "ruby",
    "python",
    "python2",
    "python3",
    "pypy",
    "cmd",
)
"""Magics that run a cell as a program in another language."""

#: Calls that a traceback shows; for each, IPython looks through all modules that are imported.
MAX_CALLS = 30

_BACKEND = "module://matplotlib_inline.backend_inline"


class _Stream(io.TextIOBase):
    """stdout or stderr of the notebook; closing it is of no effect."""

    encoding, errors = "utf-8", "replace"  # type: ignore[assignment]

    def __init__(self, record: Record, name: str) -> None:
        self._record, self._stream = record, name
        self.name = f"<{name}>"

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._record.write(self._stream, str(text))
        return len(text)

    def writable(self) -> bool:
        return True

    def close(self) -> None:
        pass


class _Publisher(DisplayPublisher):
    def publish(self, data, metadata=None, *, transient=None, update=False, **kwargs) -> None:
        content = {"data": data, "metadata": metadata, "transient": transient}
        if update:
            self.shell.record.update(content)
        else:
            self.shell.record.add("display_data", content)

    def clear_output(self, wait=False) -> None:
        self.shell.record.clear(bool(wait))


class _Hook(DisplayHook):
    def start_displayhook(self) -> None:
        pass

    def write_output_prompt(self) -> None:
        pass

    def write_format_data(self, format_dict, md_dict=None) -> None:
        self.shell.record.add("execute_result", {"data": format_dict, "metadata": md_dict})

    def finish_displayhook(self) -> None:
        pass


class CellShell(InteractiveShell):
    """IPython's shell with outputs on record.

    Attributes:
        record: the outputs of the running cell.
    """

    def __init__(self, **kwargs: Any) -> None:
        self.record = Record()
        self._streams = _Stream(self.record, "stdout"), _Stream(self.record, "stderr")
        super().__init__(**kwargs)

    def run(self, source: str, room: int) -> tuple[bool, list[Message]]:
        """Run one cell.

        Args:
            source: its code, magics included.
            room: characters of output that are kept.

        Returns:
            Whether it ran without an exception, and its outputs.
        """
        self.record.start(room)
        # As at the start of each cell: a cell that left something else here would silence all cells behind it.
        before = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = self._streams
        try:
            result = self.run_cell(source, store_history=True)
        finally:
            sys.stdout, sys.stderr = before
        return result.success, self.record.taken()

    def system(self, cmd: str) -> None:
        """Refuse `!command` and what is made of it, such as `%pip`; confinement would refuse it anyway.

        As in Jupyter, a command that fails is no exception: what stands behind it in the cell is run.
        """
        self._streams[1].write(f"{CommandRefused(f'!{cmd.strip()}')}\n")
        self.user_ns["_exit_code"] = 126  # what a POSIX shell says of a command that it cannot run

    system_piped = system_raw = system

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> str:
        """Refuse `x = !command`, which then has no output."""
        self.system(cmd)
        return SList() if split else ""

    def ask_exit(self) -> None:
        """Answer `exit` and `quit`, which end the kernel in Jupyter."""
        print("exit: ignored while a notebook is graded", file=sys.stderr)

    def showtraceback(self, exc_tuple: tuple | None = None, *args: Any, **kwargs: Any) -> None:
        """Show an error; of a recursion without end the calls in the middle are left out, which take IPython seconds to format."""
        with contextlib.suppress(ValueError):  # there is no exception, as `super` says
            shorten(self._get_exc_info(exc_tuple)[1])
        super().showtraceback(exc_tuple, *args, **kwargs)

    def _showtraceback(self, etype, evalue, stb) -> None:
        self.record.error(etype, evalue, stb if isinstance(stb, list) else [stb])

    def enable_matplotlib(self, gui: str | None = None) -> tuple[str | None, str]:
        """Draw figures into the notebook, whatever `%matplotlib` asks for: windows and widgets change no score."""
        return super().enable_matplotlib("inline")

    def enable_gui(self, gui: str | None = None) -> None:
        """Nothing to do: figures are pictures here, and there is no screen."""


def make_shell() -> CellShell:
    """The one shell of this process, ready to run cells."""
    config = Config()
    config.HistoryManager.enabled = False  # its database has a thread, and threads do not survive a fork
    config.InteractiveShell.colors = "neutral"
    shell = CellShell.instance(config=config, displayhook_class=_Hook, display_pub_class=_Publisher)
    for name in _COMMANDS:
        _refuse(shell, name)
    # As in a kernel, figures are shown whether or not the notebook says %matplotlib inline.
    activate_matplotlib(_BACKEND)
    # They are shown, and closed, before pyplot looks at what is open: it would draw each figure once more, for nobody.
    pyplot.uninstall_repl_displayhook()
    configure_inline_support(shell, _BACKEND)
    pyplot.install_repl_displayhook()
    builtins.input = getpass.getpass = _nobody_answers
    return shell


def shorten(error: BaseException | None) -> None:
    """Leave out the middle of long tracebacks, of an error and of those that it was raised from."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        calls = []
        call = error.__traceback__
        while call is not None:
            calls.append(call)
            call = call.tb_next
        if len(calls) > MAX_CALLS:
            calls[MAX_CALLS // 2].tb_next = calls[-MAX_CALLS // 2]
        error = error.__cause__ or error.__context__


def _nobody_answers(prompt: object = "", *args: object, **kwargs: object) -> str:
    """Stands in the place of `input` and `getpass`, as in a kernel; there, too, a grader has nobody who types."""
    print(prompt, end="")
    raise EOFError("nobody answers while a notebook is graded")


def _refuse(shell: CellShell, name: str) -> None:
    def refuse(line: str, cell: str | None = None) -> None:
        raise CommandRefused(f"{'%' if cell is None else '%%'}{name} {line}".strip())

    shell.register_magic_function(refuse, "line_cell", name)
