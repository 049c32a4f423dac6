"""Unit tests of the checks of backprop_by_hand: what the variants do not reach."""

import itertools

import numpy as np
import pytest
from scipy.special import expit

from autograder.checks import backprop_by_hand as check
from autograder.checks.backprop_by_hand import functions, layouts, stated, style
from autograder.checks.backprop_by_hand.orders import orders
from autograder.checks.backprop_by_hand.trained import same_network
from autograder.checks.backprop_by_hand.walks import Walks
from autograder.data import iris
from autograder.judge import Wrong
from autograder.judge.undisturbed import undisturbed


def message(judge, *arguments):
    """What a check says about something wrong."""
    with undisturbed(), pytest.raises(Wrong) as found:
        judge(*arguments)
    return str(found.value)


def passes(judge, *arguments):
    with undisturbed():
        judge(*arguments)


# Right answers, in small


def numerical_gradient(f, x, eps=1e-6):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = eps
        gradient[index] = (f(x + step) - f(x - step)) / (2 * eps)
    return gradient


def mse_der(predict, target):
    return 2 * (predict - target) / np.size(target)


def sigmoid_der(z):
    return expit(z) * expit(-z)


def backpropagation(x, layers, funcs, target, ders, cost_der=mse_der):
    inputs, zs = [], []
    for (W, b), func in zip(layers, funcs, strict=True):
        inputs.append(x)
        zs.append(W @ x + b)
        x = func(zs[-1])
    upstream, grads = cost_der(x, target), []
    for i in reversed(range(len(layers))):
        delta = upstream * ders[i](zs[i])
        grads.insert(0, (np.outer(delta, inputs[i]), delta))
        upstream = layers[i][0].T @ delta
    return grads


def create_layers_batch(n_in, sizes):
    widths = [n_in, *sizes]
    return [(np.random.randn(i, o), np.random.randn(o)) for i, o in itertools.pairwise(widths)]


def feed_forward_batch(a, layers, funcs):
    for (W, b), func in zip(layers, funcs, strict=True):
        a = func(a @ W + b)
    return a


def cost_batch(layers, inputs, funcs, targets):
    return np.mean((feed_forward_batch(inputs, layers, funcs) - targets) ** 2)


def backpropagation_batch(X, layers, funcs, targets, ders, cost_der=mse_der):
    inputs, zs = [], []
    for (W, b), func in zip(layers, funcs, strict=True):
        inputs.append(X)
        zs.append(X @ W + b)
        X = func(zs[-1])
    upstream, grads = cost_der(X, targets), []
    for i in reversed(range(len(layers))):
        delta = upstream * ders[i](zs[i])
        grads.insert(0, (inputs[i].T @ delta, delta.sum(axis=0)))
        upstream = delta @ layers[i][0].T
    return grads


def train_network(X, layers, funcs, ders, targets, learning_rate=0.001, epochs=100):
    for _ in range(epochs):
        grads = backpropagation_batch(X, layers, funcs, targets, ders)
        layers = [
            (W - learning_rate * dW, b - learning_rate * db)
            for (W, b), (dW, db) in zip(layers, grads, strict=True)
        ]
    return layers


def own_style():
    return sigmoid_der


def own_backward():
    return backpropagation_batch


def missing():
    """A name that the student has not defined."""
    raise NameError("name 'sigmoid_der' is not defined")


def one_entry(array, by=1.0005):
    """The array with one entry changed by 0.05 %."""
    changed = np.array(array, dtype=float)
    changed[np.unravel_index(np.argmax(np.abs(changed)), changed.shape)] *= by
    return changed


# What comes back has the wrong type, shape or content


def raises(*arguments):
    raise ZeroDivisionError("by nothing")


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (None, "`mse_der` cannot be called: it is None"),
        (raises, "raised ZeroDivisionError: by nothing"),
        (lambda p, t: None, "returned None"),
        (lambda p, t: "text", "is a str"),
        (lambda p, t: np.ones((2, 2)), "has shape (2, 2)"),
        (lambda p, t: (p > t).astype(int), "has dtype int64"),
        (lambda p, t: mse_der(p, t).astype(np.float32), "has dtype float32"),
        (lambda p, t: np.full(p.shape, np.nan), "has nan in"),
    ],
)
def test_mse_der_says_what_it_got(answer, says):
    """Each kind of result that is no gradient has a sentence of its own."""
    text = message(check.mse_derivative, answer)
    assert says.replace("`mse_der`", "mse_der") in text.replace("`", "")


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (lambda *a: 3.0, "a list of length 1 is expected"),
        (lambda *a: [], "has length 0, expected 1"),
        (lambda *a: [()], "gives no gradients for layer 1 of 1"),
        (lambda *a: [(np.ones((4, 3)),)], "has length 1, expected 2"),
        (lambda *a: [(np.ones((3, 4)), np.ones(4))], "has shape (3, 4), expected (out, in) = (4, 3)"),
        (lambda *a: [("W", "b")], "dC_dW of layer 1 of 1 is a str"),
    ],
)
def test_backpropagation_says_what_it_got(answer, says):
    """A result that is no list of pairs is described."""
    assert says in message(check.one_layer, answer, own_style, lambda: mse_der)


def test_a_missing_mse_der_is_no_error_of_the_check():
    """The name is asked for only where it could help."""
    assert "dC_dW of layer 1" in message(
        check.one_layer, lambda *a: [(np.zeros((4, 3)), np.zeros(4))], missing, missing
    )


def test_targets_of_a_later_cell_are_named():
    """`target` is given twice in the notebook; a check that meets the other one says so."""
    W, b, x = np.ones((3, 2)), np.ones(3), np.ones(2)
    assert "run the cells" in message(check.last_layer, "a", np.ones(3), None, W, b, x, np.ones(4))


# Small errors are seen, right styles pass


def test_right_answers_pass():
    """The small right answers above satisfy every check that takes them."""
    passes(check.numerical_values, numerical_gradient)
    passes(check.numerical_step, numerical_gradient)
    passes(check.numerical_untouched, numerical_gradient)
    passes(check.mse_derivative, mse_der)
    passes(check.sigmoid_moderate, sigmoid_der)
    passes(check.sigmoid_large, sigmoid_der)
    passes(check.one_layer, backpropagation, own_style, lambda: mse_der)
    for which in ("weights", "biases"):
        passes(check.several_layers, which, backpropagation, own_style)
        passes(check.batch_several_layers, which, backpropagation_batch, create_layers_batch)
    passes(check.passed_cost, backpropagation, own_style)
    passes(check.by_hand, backpropagation, missing)
    passes(check.batch_default, backpropagation_batch, lambda: cost_batch, create_layers_batch, missing)
    passes(check.train_step, train_network, create_layers_batch, own_backward)
    passes(check.train_epochs, train_network, create_layers_batch, own_backward)


def test_an_error_of_one_in_two_thousand_is_seen():
    """0.05 % in one entry of any gradient fails."""
    assert "wrong in 1 of" in message(check.mse_derivative, lambda p, t: one_entry(mse_der(p, t)))
    assert "wrong in 1 of" in message(check.sigmoid_moderate, lambda z: one_entry(sigmoid_der(z)))
    assert "wrong in 1 of" in message(
        check.numerical_values, lambda f, x, eps=1e-6: one_entry(numerical_gradient(f, x, eps))
    )

    def slightly(part):
        def wrong_backpropagation(*arguments):
            grads = [list(pair) for pair in backpropagation(*arguments)]
            grads[0][part] = one_entry(grads[0][part])
            return grads

        return wrong_backpropagation

    assert "dC_dW of layer 1" in message(check.several_layers, "weights", slightly(0), own_style)
    assert "dC_db of layer 1" in message(check.several_layers, "biases", slightly(1), own_style)

    def slightly_in_batches(*arguments):
        grads = [list(pair) for pair in backpropagation_batch(*arguments)]
        return [[one_entry(leaf) for leaf in pair] for pair in grads]

    for which in ("weights", "biases"):
        assert "wrong in 1 of" in message(
            check.batch_several_layers, which, slightly_in_batches, create_layers_batch
        )
    assert "wrong in 1 of" in message(
        check.batch_default, slightly_in_batches, lambda: cost_batch, create_layers_batch, missing
    )


def test_a_constant_cost_with_zero_gradients_earns_nothing():
    """Zeros agree with a cost that never changes; the stated cost is what counts."""

    def zeros(X, layers, *rest):
        return [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]

    assert message(check.batch_default, zeros, lambda: lambda *a: 1.0, create_layers_batch, missing)
    assert message(check.batch_several_layers, "weights", zeros, create_layers_batch)
    assert message(check.train_step, lambda X, layers, *rest: layers, create_layers_batch, lambda: zeros)
    assert message(check.train_epochs, lambda X, layers, *rest: layers, create_layers_batch, lambda: zeros)


def test_a_default_that_fits_the_students_own_multiple_of_the_cost_passes():
    """Half the mean squared error, with its own derivative, is consistent."""

    def half(layers, inputs, funcs, targets):
        return cost_batch(layers, inputs, funcs, targets) / 2

    def half_backpropagation(*arguments):
        return backpropagation_batch(*arguments, lambda p, t: (p - t) / p.size)

    passes(check.batch_default, half_backpropagation, lambda: half, create_layers_batch, missing)
    assert message(
        check.batch_default, half_backpropagation, lambda: cost_batch, create_layers_batch, missing
    )


@pytest.mark.parametrize("upstream", [np.zeros(3), np.full(3, 0.7), np.full(3, np.nan)])
def test_what_is_built_on_nothing_earns_nothing(upstream):
    """A quantity that follows from zeros or constants is judged by the stated cost alone."""
    rng = np.random.default_rng(1)
    W, b, x, target = rng.normal(size=(3, 2)), rng.normal(size=3), rng.normal(size=2), rng.normal(size=3)
    value = upstream * sigmoid_der(W @ x + b)
    assert message(check.last_layer, "z", value, lambda: upstream, W, b, x, target)


def test_what_is_built_on_a_wrong_quantity_passes():
    """One slip costs one aspect."""
    rng = np.random.default_rng(2)
    W, b, x, target = rng.normal(size=(3, 2)), rng.normal(size=3), rng.normal(size=2), rng.normal(size=3)
    upstream = np.array([0.3, -2.0, 1.0])
    passes(check.last_layer, "z", upstream * sigmoid_der(W @ x + b), lambda: upstream, W, b, x, target)
    passes(check.last_layer, "W", np.outer(upstream, x), lambda: upstream, W, b, x, target)
    assert message(check.last_layer, "W", np.outer(upstream, x), missing, W, b, x, target)


@pytest.mark.parametrize("kind", ["a", "z", "W", "b"])
def test_numbers_with_which_a_derivative_is_zero_show_nothing(kind):
    """The numbers are the student's; where the sigmoid is flat and the target met, zeros follow from nothing."""
    W, b, x, zeros = np.array([[2.0, 1.0], [1.0, 1.0]]), np.full(2, -1e4), np.ones(2), np.zeros(2)
    value = np.zeros((2, 2)) if kind == "W" else zeros
    upstream = None if kind == "a" else lambda: np.array([1.0, 2.0])
    assert "with these numbers" in message(check.last_layer, kind, value, upstream, W, b, x, zeros)


def test_a_link_of_zeros_shows_nothing():
    layers = [(np.ones((3, 2)), np.ones(3)), (np.zeros((4, 3)), np.ones(4))]
    assert "with these numbers" in message(check.two_layer_link, np.zeros((4, 3)), layers)


def test_other_numbers_than_the_given_ones_pass():
    """A student may take other sizes, other weights, inputs of zero and one: all but those that show nothing."""
    rng = np.random.default_rng(6)
    for sizes, scale in itertools.product(((2, 3), (1, 1), (5, 2), (3, 1)), (0.1, 1.0, 3.0)):
        W, b = scale * rng.normal(size=sizes[::-1]), scale * rng.normal(size=sizes[1])
        x, target = rng.integers(0, 2, size=sizes[0]).astype(float), rng.uniform(size=sizes[1])
        x[0] = 1.0
        dC_da = mse_der(expit(W @ x + b), target)
        dC_dz = dC_da * sigmoid_der(W @ x + b)
        passes(check.last_layer, "a", dC_da, None, W, b, x, target, lambda: mse_der)
        passes(check.last_layer, "z", dC_dz, lambda v=dC_da: v, W, b, x, target, lambda: sigmoid_der)
        passes(check.last_layer, "W", np.outer(dC_dz, x), lambda v=dC_dz: v, W, b, x, target)
        passes(check.last_layer, "b", dC_dz, lambda v=dC_dz: v, W, b, x, target)


def test_a_derivative_of_the_cost_that_is_always_the_same_carries_nothing():
    """A wrong one does, as one slip costs one aspect."""
    rng = np.random.default_rng(7)
    W, b, x, target = rng.normal(size=(3, 2)), rng.normal(size=3), rng.normal(size=2), rng.normal(size=3)
    counted = np.arange(1.0, 4.0)
    assert message(check.last_layer, "a", counted, None, W, b, x, target, lambda: lambda p, t: counted)
    undivided = 2 * (expit(W @ x + b) - target)
    passes(check.last_layer, "a", undivided, None, W, b, x, target, lambda: lambda p, t: 2 * (p - t))


@pytest.mark.parametrize("size", [1.0, 5e-324])
def test_gradients_that_are_the_same_for_all_data_carry_no_training(size):
    """A training along them needs no data; and one along gradients that vanish needs no step."""

    def constant(X, layers, *rest):
        return [
            tuple(size * (-1.0) ** np.arange(leaf.size).reshape(leaf.shape) * np.ceil(size) for leaf in pair)
            for pair in layers
        ]

    def train(X, layers, funcs, ders, targets, rate, epochs):
        moves = constant(X, layers)
        return [(W - rate * dW, b - rate * db) for (W, b), (dW, db) in zip(layers, moves, strict=True)]

    assert message(check.train_step, train, create_layers_batch, lambda: constant)


def test_irises_that_are_known_before_the_training_show_nothing():
    """The layers before training and the activation functions are the student's."""
    X, classes = iris()
    fitted = np.linalg.lstsq(np.c_[X, np.ones(150)], np.eye(3)[classes], rcond=None)[0]
    quadratic = np.linalg.lstsq(np.c_[X, X**2, np.ones(150)], np.eye(3)[classes], rcond=None)[0]
    assert np.mean((np.c_[X, np.ones(150)] @ fitted).argmax(axis=1) == classes) < 0.95

    def measurements(inputs, outputs):
        pairs = itertools.pairwise([inputs, *outputs])
        return [(np.eye(m, n), np.zeros(n)) for m, n in pairs]

    def known(z):
        return np.pad(np.c_[z, z**2, np.ones(len(z))] @ quadratic, [(0, 0), (0, 1)]) if z.shape[1] == 4 else z

    settings = {
        "layer_output_sizes": [4, 3],
        "activation_funcs": [known, np.positive],
        "activation_ders": [None, None],
        "learning_rate": 0.1,
        "epochs": 1,
    }
    idle = message(check.train_iris, lambda X, layers, *rest: layers, missing, measurements, lambda: settings)
    assert "before any training" in idle


def test_student_arrays_and_random_numbers_are_left_alone():
    """A check changes neither what it was given nor numpy's global state."""
    rng = np.random.default_rng(3)
    W, b, x, target = rng.normal(size=(3, 2)), rng.normal(size=3), rng.normal(size=2), rng.normal(size=3)
    copies = [given.copy() for given in (W, b, x, target)]
    state = np.random.get_state()[1].copy()
    passes(check.last_layer, "W", _right_dW(W, b, x, target), lambda: np.ones(3), W, b, x, target)
    passes(check.batch_forward, feed_forward_batch, create_layers_batch)
    assert all(np.array_equal(now, then) for now, then in zip((W, b, x, target), copies, strict=True))
    assert np.array_equal(np.random.get_state()[1], state)


def _right_dW(W, b, x, target):
    a = expit(W @ x + b)
    return np.outer(2 * (a - target) / 3 * a * (1 - a), x)


def test_arguments_that_are_overwritten_are_told():
    """A student's function that works in place on its arguments disturbs the cells after it, not the check."""

    def in_place(predict, target):
        predict -= target
        predict *= 2 / len(target)
        return predict

    of_floats_only = lambda p, t: in_place(p, t) if p.dtype.kind == "f" else mse_der(p, t)
    assert "predict is not the same after the call" in message(check.mse_derivative, of_floats_only)


# Styles and layouts


def test_style_follows_the_students_sigmoid_der():
    """A Jacobian asks for Jacobians; anything else, also nothing at all, for vectors."""
    z = np.array([0.1, -0.4])
    jacobian = style.in_style_of(lambda: lambda z: np.diag(sigmoid_der(z)))(functions.turn_der)
    assert np.allclose(jacobian(z), np.diag(functions.turn_der(z)))
    for unknown in (own_style, missing, lambda: raises, lambda: None):
        assert style.in_style_of(unknown)(functions.turn_der) is functions.turn_der


@pytest.mark.parametrize(
    "make",
    [
        lambda i, o: (np.zeros((i, o)), np.zeros(o)),
        lambda i, o: [np.zeros((o, i)), np.zeros((o, 1))],
        lambda i, o: {"b": np.zeros((1, o)), "W": np.zeros((i, o))},
    ],
)
def test_layouts_are_read_and_written(make):
    """What is written in the student's layout is read back the same."""
    sizes = (2, 4, 3)
    layout = layouts.recognise([make(2, 4), make(4, 3)], sizes, name="layers")
    layers = stated.random_layers(np.random.default_rng(4), sizes)
    own = layout.build(layers)
    assert type(own[0]) is type(make(2, 4))
    back = layout.read(layouts.leaves(own))
    for (W, b), (W_back, b_back) in zip(layers, back, strict=True):
        assert np.array_equal(W, W_back)
        assert np.array_equal(b, b_back)


@pytest.mark.parametrize(
    ("layers", "says"),
    [
        ([(np.zeros((2, 3)), np.zeros(4))], "no array fits W of layer 1"),
        ([(np.zeros((2, 4)), np.zeros(2))], "no array fits b of layer 1"),
        ([(np.zeros((2, 4)), np.zeros(4)), (np.zeros((4, 3)), np.zeros(3))], "more arrays than layers need"),
        (None, "shapes there: ()"),
        ([], "shapes there: none"),
    ],
)
def test_layers_that_do_not_fit_are_described(layers, says):
    """The message names the first array that is missing."""
    with pytest.raises(Wrong, match=r"layers") as found:
        layouts.recognise(layers, (2, 4), name="layers")
    assert says in str(found.value)


def test_gradients_may_be_nested_otherwise():
    """Lists of all weights and all biases are matched to pairs through their shapes."""
    layout = layouts.recognise(create_layers_batch(2, [4, 3]), (2, 4, 3), name="layers")
    found = layouts.gradients_of(
        ([np.zeros((2, 4)), np.zeros((4, 3))], [np.zeros((1, 4)), np.zeros(3)]), layout, name="f"
    )
    assert [np.shape(leaf) for leaf in found] == layout.shapes


def test_the_trained_layers_are_found():
    """They may be returned, alone or beside the costs, or changed in place."""
    layers, other = create_layers_batch(2, [3]), create_layers_batch(2, [3])
    assert same_network(None, layers) is layers
    assert same_network(other, layers) is other
    assert same_network((other, [0.3, 0.2]), layers) is other
    assert same_network([0.3, 0.2], layers) is layers


def test_orders_deal_out_every_sample_once():
    """Four samples in two mini-batches of two have six orders."""
    found = list(orders(range(4), (2, 2)))
    assert len(found) == 6
    assert all(sorted([*one, *two]) == [0, 1, 2, 3] for one, two in found)


def test_walks_keep_the_last_change():
    """With a constant gradient the second step is the first one, enlarged by the momentum."""
    layout = layouts.recognise(create_layers_batch(2, [3]), (2, 3), name="layers")
    from autograder.checks.backprop_by_hand.batches import batch

    case = batch(np.random.default_rng(5), layout, 2)
    walks = Walks(case, lambda at: [np.ones(shape) for shape in layout.shapes], 0.1, 0.5)
    start, end = layout.arrange(case.layers), walks.end([((0,), (1,))])
    assert np.allclose(start[0] - end[0], 0.1 + 0.1 * 1.5)


def test_a_wrong_function_of_the_students_costs_its_own_question_only():
    """What follows from the student's `mse_der` and `sigmoid_der` is right even where they are wrong."""
    rng = np.random.default_rng(6)
    W, b, x, target = rng.normal(size=(3, 2)), rng.normal(size=3), rng.normal(size=2), rng.normal(size=3)
    z = W @ x + b

    def no_two(predict, target):
        return (predict - target) / 3

    def twice(z):
        return sigmoid_der(expit(z))

    upstream = no_two(expit(z), target)
    passes(check.last_layer, "a", upstream, None, W, b, x, target, lambda: no_two)
    passes(check.last_layer, "z", upstream * twice(z), lambda: upstream, W, b, x, target, lambda: twice)
    assert message(check.last_layer, "a", upstream, None, W, b, x, target, lambda: mse_der)
    assert message(
        check.last_layer, "z", upstream * twice(z), lambda: upstream, W, b, x, target, lambda: sigmoid_der
    )
