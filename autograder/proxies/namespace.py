"""The names of a check cell: what it imports, binds and takes from Python is its own, all else is the student's."""

import ast
import builtins
import symtable
from collections.abc import Iterable
from typing import Any

from autograder.names import bound, used
from autograder.proxies.client import Client


def names(source: str) -> frozenset[str]:
    """The names that a check cell uses and does not define: those of the student's notebook.

    Args:
        source: the cell, plain Python.

    Raises:
        SyntaxError: it does not parse.
    """
    ast.parse(source)
    table = symtable.symtable(source, "<check>", "exec")
    return frozenset(used(table) - bound(table) - set(dir(builtins)))


class Namespace(dict):
    """Globals for `exec` of one check cell.

    A student's name is asked for when the cell comes to it; where there is none, Python raises NameError in the
    cell, as it does in Jupyter. A traceback's frames with these globals are the examiner's: their lines are not shown.
    """

    examiners = True

    def __init__(self, client: Client, names: Iterable[str]) -> None:
        super().__init__(__name__="__main__", __builtins__=builtins)
        self._client, self._names = client, frozenset(names)

    def __missing__(self, name: str) -> Any:
        if name not in self._names:
            raise KeyError(name)
        value = self[name] = self._client.get(name)
        return value


def namespace(client: Client, names: Iterable[str]) -> Namespace:
    """Globals for a check cell; see `Namespace`.

    Args:
        client: asks the student's process.
        names: those that may be asked for; see `names`.
    """
    return Namespace(client, names)
