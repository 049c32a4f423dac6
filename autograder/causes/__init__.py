"""Why a result may be wrong: stable identifiers, each with one sentence and one place to look.

A cause is registered once, in the file of its family, and named in a report only when its numbers reproduce the
student's (`autograder.judge.diagnosis`). To add one, add a line to a family; `tests/causes` keeps the rules: the
identifier is unique, the sentence is one line, the hint holds no formula.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.causes import (
    activations,
    arrays,
    batches,
    chain,
    differences,
    factors,
    general,
    initialisation,
    layers,
    loss,
    networks,
    objects,
    updates,
)

FAMILIES = (
    general,
    arrays,
    initialisation,
    activations,
    loss,
    batches,
    chain,
    factors,
    layers,
    networks,
    objects,
    updates,
    differences,
)


@dataclass(frozen=True)
class Diagnosis:
    """A cause with its sentence filled in.

    Attributes:
        cause: stable identifier, such as `wrong_sign`.
        because: one sentence that states the cause.
        hint: where to look.
    """

    cause: str
    because: str
    hint: str


def diagnosis(cause: str, **values: object) -> Diagnosis:
    """Look up a registered cause.

    Args:
        cause: its identifier.
        **values: what stands for the `{names}` in the sentence.

    Raises:
        KeyError: no family registers this identifier.
    """
    for family in FAMILIES:
        if cause in family.CAUSES:
            because, hint = family.CAUSES[cause]
            return Diagnosis(cause, because.format(**values), hint.format(**values))
    raise KeyError(f"no cause is registered as {cause!r}")


def composed(causes: Sequence[str], **values: object) -> Diagnosis:
    """One cause, or several at once: identifiers joined by `+`, sentences by `and`.

    Args:
        causes: identifiers, the first one first.
        **values: as in `diagnosis`.
    """
    parts = [diagnosis(cause, **values) for cause in causes]
    if len(parts) == 1:
        return parts[0]
    sentences = ", and ".join(part.because.removesuffix(".") for part in parts)
    return Diagnosis(
        "+".join(causes), f"two slips at once: {sentences}.", "; ".join(part.hint for part in parts)
    )


def identifiers() -> list[str]:
    """All registered identifiers, family by family."""
    return [cause for family in FAMILIES for cause in family.CAUSES]
