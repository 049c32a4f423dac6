"""Checks of question `softmax`: probabilities from logits, for a vector, a batch, and huge logits."""

from typing import Any

import numpy as np

from autograder.causes import diagnosis
from autograder.judge import Wrong, array, call, cases, confirmed, equal, generator, unchanged, wrong


@confirmed
def softmax_vector(softmax: Any) -> None:
    """Softmax of one vector of logits is a probability distribution with the right ratios."""
    rng = generator("softmax-vector")
    for logits in (rng.normal(size=4), rng.normal(size=3), [1.0, 2.0, -0.5], np.array([1, 2, 3, 0])):
        _probabilities(softmax, logits, "softmax(x)", "(C,)")
    logits = rng.normal(size=5)
    given = logits.copy()
    # Called without our copy: this call asks whether the caller's array survives.
    call(lambda: softmax(given), name="softmax(x)")
    unchanged(given, logits, name="x")


@confirmed
def softmax_batch(softmax: Any) -> None:
    """Softmax of a batch treats each row on its own."""
    rng = generator("softmax-batch")
    for shape, axes in cases(
        (
            ((3, 4), "(N, C)"),
            ((1, 5), "(N, C)"),
            ((5, 3), "(N, C)"),
            ((2, 3, 4), "(..., C)"),
            ((2, 3, 2, 4), "(..., C)"),
        )
    ):
        name = "softmax(X)" if len(shape) == 2 else f"softmax(X) for X of shape {shape}"
        _probabilities(softmax, rng.normal(size=shape), name, axes)
    _probabilities(softmax, rng.normal(size=(3, 2)).tolist(), "softmax(X)", "(N, C)")
    _probabilities(softmax, rng.integers(-2, 3, size=(4, 3)), "softmax(X)", "(N, C)")
    _probabilities(softmax, rng.normal(size=(4, 3)).astype(np.float32), "softmax(X)", "(N, C)")
    # Logits that look like probabilities are logits; the same ones in another order are others.
    adding_up_to_one = rng.dirichlet([1.0, 2.0, 3.0], size=4)
    _probabilities(softmax, adding_up_to_one, "softmax(X)", "(N, C)")
    _probabilities(softmax, adding_up_to_one[:, ::-1], "softmax(X)", "(N, C)")


@confirmed
def softmax_stable(softmax: Any) -> None:
    """Logits of size 1e4 give neither nan nor infinity, and the right limits."""
    forms = softmax_forms(softmax)
    high, low = [1e4, 1e4, 0.0], [-1e4, -1e4, -1e4]
    asked = [high, low] if 1 in forms else [[high], [low]]
    for logits in [*asked, *([[[1e4, -1e4, 0.0], [1.0, 2.0, 3.0]]] if 2 in forms else [])]:
        # The high ones come first: where they are right, no exponential overflows, and a nan has another reason.
        cause = "softmax_overflow" if logits is asked[0] else "softmax_underflow"
        logits = np.array(logits)
        result = array(
            call(softmax, logits, name="softmax(X)"),
            name="softmax(X)",
            shape=logits.shape,
            finite=False,
            one_sample=logits.ndim == 1,
        )
        if not np.all(np.isfinite(result)):
            wrong("softmax(X) has nan or inf with logits of size 1e4.", diagnosis=diagnosis(cause))
        _right_ratios(result, logits, "softmax(X) with logits of size 1e4")


def softmax_forms(softmax: Any) -> list[int]:
    """How many axes the logits have where `softmax_stable` asks: 1 for a vector, 2 for a batch.

    One that raises an exception for ordinary logits of one form has lost that aspect, and is not asked for it again.
    """
    return [axes for axes in (1, 2) if _takes(softmax, np.eye(3)[0] if axes == 1 else np.eye(3))] or [1, 2]


def _takes(softmax: Any, logits: np.ndarray) -> bool:
    try:
        call(softmax, logits, name="softmax(X)")
    except Wrong:
        return False
    return True


def _probabilities(softmax: Any, logits: Any, name: str, axes: str) -> None:
    """Rows add up to 1, and any two probabilities differ by the factor that their logits say."""
    given = np.asarray(logits)
    narrow = given.dtype == np.float32
    result = call(softmax, logits, name=name)
    one_sample = given.ndim == 1
    result = array(result, name=name, shape=given.shape, axes=axes, narrow=narrow, one_sample=one_sample)
    sums = result.sum(axis=-1)
    if not np.allclose(sums, 1.0, rtol=0.0, atol=1e-5):
        worst = float(np.ravel(sums)[np.argmax(np.abs(np.ravel(sums) - 1.0))])
        fact = f"{name} does not give probabilities: they must add up to 1 for each sample.\na row adds up to {worst:.6g}"
        wrong(fact, diagnosis=_axis_of(result), hint="what the exponentials are divided by", row_sum=worst)
    _right_ratios(result, given.astype(float), name)


def _axis_of(result: np.ndarray) -> Any:
    """Along which other axis the result adds up to 1, if along one."""
    if result.ndim > 1 and np.allclose(result.sum(axis=0), 1.0):
        return diagnosis("softmax_wrong_axis")
    if result.ndim > 1 and np.isclose(result.sum(), 1.0):
        return diagnosis("softmax_whole_array")
    return None


def _right_ratios(result: np.ndarray, logits: np.ndarray, name: str) -> None:
    top = np.take_along_axis(result, logits.argmax(axis=-1)[..., None], axis=-1)
    if not np.all(top):
        wrong(
            f"{name} gives probability 0 to the largest logit of a row.",
            hint="exponentials that become 0 or infinite, and what is done about it",
        )
    expected = np.exp(logits - logits.max(axis=-1, keepdims=True))
    with np.errstate(all="ignore"):
        ratios = result / top
    lower = logits - logits.max(axis=-1, keepdims=True)
    equal(
        ratios,
        expected,
        name=f"{name} / its largest entry",
        suspects={"another_base": lambda: _nearest(ratios, [2.0**lower, 10.0**lower])},
        function=np.exp,
        argument=lower,
        hint="how a logit becomes a probability",
    )


def _nearest(found: np.ndarray, candidates: list[np.ndarray]) -> np.ndarray:
    return min(candidates, key=lambda candidate: float(np.max(np.abs(candidate - found))))
