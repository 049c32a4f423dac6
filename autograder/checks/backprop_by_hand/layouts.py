"""Layers of a batch in whatever layout the student chose, read and written through their shapes.

The usual layout is `W (in, out)` and `b (out,)`, but any consistent one is right: transposed matrices, biases of
shape `(1, out)` or `(out, 1)`, lists, tuples or dicts. Networks in the checks have sizes that differ, so that a
shape says which array is which; of arrays of one shape, the first belongs to the first layer. Everything is then
judged in the layout of the given `create_layers`.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from autograder.checks.backprop_by_hand import stated
from autograder.judge import Product, Wrong, call, equal, wrong

CREATE = "create_layers_batch(network_input_size, layer_output_sizes)"


@dataclass(frozen=True)
class Layout:
    """How the arrays of one network lie in the student's layers.

    Attributes:
        template: the student's layers; only their nesting and shapes matter.
        sizes: sizes of the network, the input first.
        places: for each layer the position of W and of b among the arrays.
    """

    template: Any
    sizes: tuple[int, ...]
    places: tuple[tuple[int, int], ...]

    @property
    def shapes(self) -> list[tuple[int, ...]]:
        return [np.shape(leaf) for leaf in leaves(self.template)]

    def build(self, layers: stated.Layers) -> Any:
        """The student's nesting, filled with fresh copies of W and b."""
        arrays = self.arrange(layers)
        return _rebuilt(self.template, iter(arrays))

    def arrange(self, layers: stated.Layers) -> list[np.ndarray]:
        """W and b, or their gradients, in the order and the shapes of the student's arrays."""
        arrays: list[np.ndarray] = [np.empty(0)] * len(self.shapes)
        for (W, b), (at_W, at_b) in zip(layers, self.places, strict=True):
            arrays[at_W] = (W if self.shapes[at_W] == W.shape else W.T).copy()
            arrays[at_b] = b.reshape(self.shapes[at_b]).copy()
        return arrays

    def read(self, arrays: Sequence[np.ndarray]) -> stated.Layers:
        """Arrays in the student's order as W (out, in) and b (out,); the opposite of `arrange`."""
        layers = []
        widths = zip(self.sizes[:-1], self.sizes[1:], self.places, strict=True)
        for inputs, outputs, (at_W, at_b) in widths:
            W = arrays[at_W] if arrays[at_W].shape == (outputs, inputs) else arrays[at_W].T
            layers.append((W.copy(), arrays[at_b].reshape(outputs).copy()))
        return layers

    def label(self, position: int) -> tuple[int, int]:
        """Layer and part (0 for W, 1 for b) of an array."""
        for i, pair in enumerate(self.places):
            if position in pair:
                return i, pair.index(position)
        raise ValueError(f"no array at position {position}")


def recognise(layers: Any, sizes: Sequence[int], *, name: str) -> Layout:
    """Find out which array is which.

    Args:
        layers: the student's layers.
        sizes: sizes of the network, the input first; above 1. Where neighbours are equal, nobody can say which way
            round the weights lie between them.
        name: what messages call the layers.

    Raises:
        Wrong: an array is missing, superfluous, or has no shape that fits.
    """
    shapes = [np.shape(leaf) for leaf in leaves(layers)]
    free = list(range(len(shapes)))
    places = []
    for i, (inputs, outputs) in enumerate(itertools.pairwise(sizes)):
        pair = []
        for part, fitting in (
            ("W", ((inputs, outputs), (outputs, inputs))),
            ("b", ((outputs,), (1, outputs), (outputs, 1))),
        ):
            found = next((at for at in free if shapes[at] in fitting), None)
            if found is None:
                wrong(
                    f"{name}: no array fits {part} of layer {i + 1}, which has {inputs} inputs and {outputs} outputs.\n"
                    f"shapes there: {_listed(shapes)}",
                    hint="the size of a layer's input is the size of the output of the layer before",
                    shapes=[list(shape) for shape in shapes],
                )
            free.remove(found)
            pair.append(found)
        places.append((pair[0], pair[1]))
    if free:
        wrong(f"{name}: there are more arrays than layers need.\nshapes there: {_listed(shapes)}")
    return Layout(layers, tuple(sizes), tuple(places))


def created(create_layers_batch: Any, sizes: Sequence[int]) -> Layout:
    """The layout that the student's function makes.

    Raises:
        Wrong: it does not run, or its layers do not fit together.
    """
    layers = call(create_layers_batch, sizes[0], list(sizes[1:]), name=CREATE)
    return recognise(layers, sizes, name=f"the result of {CREATE}")


def own_or_usual(create_layers_batch: Any, sizes: Sequence[int]) -> Layout:
    """The student's layout, and the usual one where `create_layers_batch` is wrong: that is another aspect."""
    try:
        return created(create_layers_batch, sizes)
    except Wrong:
        pairs = [
            (np.zeros((inputs, outputs)), np.zeros(outputs)) for inputs, outputs in itertools.pairwise(sizes)
        ]
        return recognise(pairs, sizes, name="layers")


def leaves(tree: Any) -> list[Any]:
    """The arrays in nested lists, tuples and dicts, in order; a list of plain numbers is an array."""
    if isinstance(tree, dict):
        tree = list(tree.values())
    if isinstance(tree, list | tuple) and not _numbers(tree):
        return [leaf for branch in tree for leaf in leaves(branch)]
    return [tree]


def gradients_of(result: Any, layout: Layout, *, name: str) -> list[Any]:
    """The student's gradients in the order of the layout's arrays, each still to be judged.

    The nesting may differ from that of the layers; shapes then say which is which.

    Raises:
        Wrong: there are more or fewer arrays than in the layers.
    """
    found, shapes = leaves(result), layout.shapes
    if len(found) != len(shapes):
        wrong(
            f"{name} gives {len(found)} arrays for layers of {len(shapes)} arrays.",
            hint="each layer has one gradient for its weights and one for its biases",
        )
    if all(_fits(leaf, shape) for leaf, shape in zip(found, shapes, strict=True)):
        return [_without_leading(leaf, shape) for leaf, shape in zip(found, shapes, strict=True)]
    matched, free = [], list(range(len(found)))
    for position, shape in enumerate(shapes):
        # Of several that fit, each is taken once: equal layers have equal shapes.
        fitting = [at for at in free if _fits(found[at], shape)] or [position]
        if fitting[0] in free:
            free.remove(fitting[0])
        matched.append(_without_leading(found[fitting[0]], shape))
    return matched


def judge_leaves(
    actual: Sequence[Any],
    expected: Sequence[np.ndarray],
    layout: Layout,
    *,
    name: Callable[[str, int], str],
    parts: Sequence[int] = (0, 1),
    last_only: bool = False,
    factors: dict[str, float] | None = None,
    suspects: Callable[[int], dict[str, Any]] = lambda position: {},
    product: Callable[[int], Product] | None = None,
    multiples: Callable[[int], dict[str, np.ndarray]] = lambda position: {},
    relative: float = 1e-6,
    scale: float = 1e-5,
    hint: str = "",
) -> None:
    """Compare arrays of the student's layout one after the other, the last layer first.

    Args:
        actual: the student's arrays.
        expected: the right ones.
        layout: says what each of them is.
        name: from `W` or `b` and the number of the layer.
        parts: 0 for weights, 1 for biases.
        last_only: judge the last layer alone.
        factors: as in `equal`.
        suspects: as in `equal`, for the array at a position.
        product: as in `equal`, for the array at a position.
        multiples: as in `equal`, for the array at a position.
        relative: as in `equal`.
        scale: as in `equal`.
        hint: as in `equal`.
    """
    depth = len(layout.places)
    for i in [depth - 1] if last_only else reversed(range(depth)):
        for part in parts:
            position = layout.places[i][part]
            equal(
                actual[position],
                expected[position],
                name=name("Wb"[part], i + 1),
                axes="the shape of " + "Wb"[part],
                relative=relative,
                scale=scale,
                factors=factors,
                suspects=suspects(position),
                multiples=multiples(position),
                product=partial(product, position) if product else None,
                hint=hint,
            )


def _fits(leaf: Any, shape: tuple[int, ...]) -> bool:
    return _squeezed(np.shape(leaf)) == _squeezed(shape)


def _squeezed(shape: tuple[int, ...]) -> tuple[int, ...]:
    """A shape without leading axes of 1: adding such an array to the other changes nothing."""
    while shape and shape[0] == 1:
        shape = shape[1:]
    return shape


def _without_leading(leaf: Any, shape: tuple[int, ...]) -> Any:
    if isinstance(leaf, np.ndarray) and leaf.shape != shape and _fits(leaf, shape):
        return leaf.reshape(shape)
    return leaf


def _rebuilt(tree: Any, arrays: Iterator[np.ndarray]) -> Any:
    if isinstance(tree, dict):
        return {key: _rebuilt(branch, arrays) for key, branch in tree.items()}
    if isinstance(tree, list | tuple) and not _numbers(tree):
        return type(tree)([_rebuilt(branch, arrays) for branch in tree])
    return next(arrays)


def _numbers(tree: Sequence[Any]) -> bool:
    return bool(tree) and all(isinstance(entry, int | float | np.number) for entry in tree)


def _listed(shapes: Sequence[tuple[int, ...]]) -> str:
    return ", ".join(map(str, shapes)) or "none"
