"""Limits on the command line: `--timeout 60`, `--limit memory=4GiB`.

One option for all, as with `docker run --ulimit nofile=1024`: a dozen of options that hardly anyone needs would hide the ones
that everyone does.
"""

from __future__ import annotations

import click

from autograder.limits import LIMITS, Limit

_BY_NAME = {limit.name: limit for limit in LIMITS.values() if not limit.option}

NAMES = ", ".join(f"{limit.name} ({limit.show(limit.default)})" for limit in _BY_NAME.values())
"""For the help text: the names, and the defaults."""


class Bounded(click.ParamType):
    """The value of one limit.

    Args:
        field: its name in `Limits`.
    """

    def __init__(self, field: str) -> None:
        self._limit = LIMITS[field]
        self.name = self._limit.unit.value or "number"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Read the value, or refuse it in one sentence."""
        return value if isinstance(value, int | float) else _parsed(self, self._limit, str(value), param, ctx)


class NamedLimit(click.ParamType):
    """`NAME=VALUE`; becomes the field of `Limits` and its value."""

    name = "name=value"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, float]:
        """Read both, or refuse them in one sentence."""
        if isinstance(value, tuple):  # click converts what it has converted before
            return value
        name, equals, text = (part.strip() for part in str(value).partition("="))
        if not equals:
            self.fail(f"{value!r} is no limit; write NAME=VALUE, such as memory=4GiB", param, ctx)
        if name not in _BY_NAME:
            own = ", ".join(f"{limit.option} ({limit.what})" for limit in LIMITS.values() if limit.option)
            known = ", ".join(_BY_NAME)
            self.fail(f"there is no limit {name!r}; known: {known}; and {own}", param, ctx)
        limit = _BY_NAME[name]
        return limit.field, _parsed(self, limit, text, param, ctx)


def _parsed(
    kind: click.ParamType,
    limit: Limit,
    text: str,
    param: click.Parameter | None,
    ctx: click.Context | None,
) -> float:
    try:
        return limit.parse(text)
    except ValueError as problem:
        kind.fail(f"{problem}", param, ctx)
