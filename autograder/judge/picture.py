"""A heat map of an error: yours, expected, and the difference."""

import io
import textwrap

import numpy as np

from autograder.judge.report import Picture

MAX_SIDE = 64  # entries of a row or column that are drawn; of a larger array, the part around the worst entry
TITLE = 30  # characters that fit above a panel
ROUNDING = 1e-6  # numbers below this share of the panel's largest are written as 0
ANNOTATE = 8  # columns up to which the numbers are written into the cells


def draw(picture: Picture) -> bytes:
    """Draw a picture as PNG, without touching pyplot or its global state.

    Args:
        picture: two arrays of one shape; axes beyond the second are laid out below each other.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

    actual, expected = _window(_flat(picture.actual), _flat(picture.expected))
    difference = actual - expected
    rows, columns = actual.shape
    height = min(1.0 + 0.32 * rows, 5.0)
    # Places are fixed: matplotlib's own layout draws everything several times, which takes half a second.
    figure = Figure(figsize=(9.0, height), facecolor="white")
    canvas = FigureCanvasAgg(figure)
    panels = figure.subplots(1, 3)
    figure.subplots_adjust(left=0.04, right=0.98, bottom=0.25 / height, top=1 - 0.4 / height, wspace=0.14)
    limit = _limit(np.concatenate([actual, expected]))
    worst = np.unravel_index(int(np.argmax(np.abs(difference))), difference.shape)
    for panel, title, values, colour_limit in (
        (panels[0], textwrap.shorten(f"yours: {picture.name}", TITLE, placeholder="…"), actual, limit),
        (panels[1], "expected", expected, limit),
        (panels[2], "difference", difference, _limit(difference)),
    ):
        image = panel.imshow(values, cmap="RdBu_r", vmin=-colour_limit, vmax=colour_limit, aspect="auto")
        panel.set_title(title, fontsize=10, parse_math=False)
        panel.set_xticks(range(columns) if columns <= 12 else [])
        panel.set_yticks(range(rows) if rows <= 12 else [])
        panel.tick_params(labelsize=8, length=0)
        if columns <= ANNOTATE and rows <= 12:
            _write_numbers(panel, values, colour_limit)
        else:
            figure.colorbar(image, ax=panel, fraction=0.05, pad=0.02).ax.tick_params(labelsize=7)
    for panel in panels:
        corner = (float(worst[1]) - 0.5, float(worst[0]) - 0.5)
        panel.add_patch(Rectangle(corner, 1, 1, fill=False, edgecolor="black", linewidth=2.5, clip_on=False))
    buffer = io.BytesIO()
    canvas.print_png(buffer)
    return buffer.getvalue()


def _flat(values: np.ndarray) -> np.ndarray:
    return np.atleast_2d(values) if values.ndim < 3 else values.reshape(-1, values.shape[-1])


def _window(actual: np.ndarray, expected: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The part of two arrays around the worst entry that is small enough to be seen."""
    worst = np.unravel_index(int(np.argmax(np.abs(actual - expected))), actual.shape)
    part = tuple(
        slice(start := max(0, min(int(at) - MAX_SIDE // 2, size - MAX_SIDE)), start + MAX_SIDE)
        for at, size in zip(worst, actual.shape, strict=True)
    )
    return actual[part], expected[part]


def _limit(values: np.ndarray) -> float:
    return float(np.max(np.abs(values))) or 1.0


def _write_numbers(panel, values: np.ndarray, limit: float) -> None:
    for (row, column), value in np.ndenumerate(values):
        colour = "white" if abs(value) > 0.6 * limit else "black"
        number = f"{value:.2g}" if abs(value) > ROUNDING * limit else "0"
        panel.text(column, row, number, ha="center", va="center", fontsize=7, color=colour)
