"""A check cannot tell a student's object in another process from one beside it."""

import gc
import io
import sys
from functools import partial

import numpy as np
import pytest

from autograder import judge
from autograder.checks.backprop_by_hand.functions import bend
from autograder.checks.layers.stand_ins import Bend
from autograder.proxies import Client, Namespace, Proxy, names, namespace


def test_data_comes_by_value(client) -> None:
    """Also from subclasses of plain types."""
    assert client.get("number") == 3
    assert client.get("table") == {"a": 1}
    assert client.get("pair") == (1, 2)
    assert type(client.get("boolean")) is np.bool
    assert type(client.get("matrix")) is np.ndarray
    assert client.get("masked").tolist() == [1.0, 2.0]


def test_objects_stay_where_they_are(client) -> None:
    """A list or dict with methods of its own is an object; the dict is a mapping all the same."""
    network, params = client.get("network"), client.get("params")
    assert isinstance(network, Proxy)
    assert network.forward(4) == 4
    assert judge.mapping(params, ["a"], name="params") == {"a": 1}
    assert params.total() == 1
    assert judge.kind_of(client.get("objects")) == "a numpy array of objects"
    assert judge.kind_of(client.get("boxed")(1.0)) == "an ArrayBox"


def test_one_object_is_one_proxy(client) -> None:
    """And it comes back to the student as the object itself."""
    model, give = client.get("model"), client.get("give")
    assert model is client.get("model")
    assert give(model) is model
    assert give([model])[0] is model
    assert client.get("Model") is client.get("Model")
    assert client.get("call").__name__ == "call"
    assert callable(give)
    assert not callable(model)


def test_an_instance_is_used_as_usual(client) -> None:
    """Attributes, items, length, truth, iteration."""
    model = client.get("Model")()
    assert model.size == 5
    assert model._hidden == 1
    assert not hasattr(model, "b")
    model.b = [1, {"a": np.ones(2)}]
    assert model.b[1]["a"].tolist() == [1, 1]
    del model.b
    assert not hasattr(model, "b")
    assert (len(model), bool(model), 4 in model, 5 in model) == (2, True, True, False)
    assert model["key"] == "key"
    assert model[1:2] == slice(1, 2)
    one, two = model
    assert one is model
    assert two == 1.0
    assert np.shape(model) == ()


def test_computing_with_an_instance_is_refused(client) -> None:
    """An object's own arithmetic proves nothing."""
    model = client.get("model")
    for compute in (
        lambda: model + 1,
        lambda: np.ones(2) * model,
        lambda: model < 3,
        lambda: float(model),
        lambda: np.add(np.ones(2), model),
        lambda: np.asarray(model, dtype=float),
    ):
        with pytest.raises(TypeError):
            compute()
    with pytest.raises(judge.Wrong, match="is a Model; an array of numbers is expected"):
        judge.array(model, name="x")


def test_an_array_is_set_where_it_lies(client) -> None:
    """`assign` keeps the student's second name for it; so does taking back what was planted."""
    model = client.get("Model")()
    judge.assign(model, "W", np.array([1.0, 2.0, 3.0]))
    assert model.params["W"].tolist() == [1, 2, 3]
    with judge.planted(model, W=np.zeros(1), forward=lambda x: "planted"):
        assert model.forward(1) == "planted"
        assert model.W.tolist() == [0]
    assert model.forward(np.zeros(3)).tolist() == [1, 2, 3]
    judge.assign(model, "W", np.zeros(3))
    assert model.params["W"].tolist() == [0, 0, 0]


def test_arguments_changed_in_place_are_changed_here(client) -> None:
    """At any depth, and what is returned is the argument itself."""
    x, layers, settings = np.array([1.0, 2.0]), [(np.zeros(2), np.ones(1)), "b"], {"seen": None}
    inner = layers[0][0]
    found = client.get("scrambled")(x, layers, settings)
    assert x.tolist() == [-1, 2]
    assert found is layers
    assert layers[0][0] is not None
    assert inner.tolist() == [1, 1]
    assert layers[2] is x
    assert settings == {"seen": "b"}
    y = np.ones(3)
    assert client.get("doubled")(y) is y
    assert y.tolist() == [2, 2, 2]


def test_unchanged_arguments_are_not_sent_back(client) -> None:
    """Only the answer comes."""
    received = []
    receive = client.channel.receive
    client.channel.receive = lambda: received.append(receive()) or received[-1]
    try:
        client.get("untouched")(np.ones(10_000), [np.ones(10_000)])
    finally:
        del client.channel.receive
    assert sum(map(len, received)) < 500


def test_a_part_of_an_array_is_changed_in_place(client) -> None:
    """A view writes through; a read-only array is none that student code can change."""
    whole = np.ones((2, 3))
    client.get("doubled")(whole[0])
    assert whole.tolist() == [[2, 2, 2], [1, 1, 1]]
    whole.flags.writeable = False
    with pytest.raises(ValueError, match="read-only"):
        client.get("doubled")(whole)


def test_errors_come_as_in_place(client) -> None:
    """Type, text and the student's own line; builtin types can be caught as such."""

    def fact(name: str, *args) -> str:
        with pytest.raises(judge.Wrong) as caught:
            judge.call(client.get(name), *args, name=f"{name}()")
        return caught.value.finding.fact

    assert fact("fails", np.zeros((2, 2))).startswith(
        "fails() raised LinAlgError: Singular matrix\nin your line "
    )
    assert fact("fails", np.zeros((2, 2))).endswith(": `return np.linalg.inv(y)`")
    assert fact("stub") == "stub(): softmax is not written yet"
    assert "ended the program" in fact("leaves")
    assert fact("stops").startswith("stops() raised StopIteration")
    assert fact("interrupts").startswith("interrupts() raised KeyboardInterrupt")
    assert fact("odd").startswith("odd() raised Oddity\nin your line")
    assert "raised NameError: name 'undefined_name' is not defined" in fact("unknown")
    assert "nested more than 40 levels" in fact("nested")
    judge.refuses(client.get("fails"), np.zeros((2, 2)), name="fails()", error=ValueError)
    with pytest.raises(judge.Wrong, match="model.broken raised ValueError: no such thing"):
        judge.attribute(client.get("model"), "broken", name="model")
    with pytest.raises(judge.Wrong, match="has no attribute `b`"):
        judge.attribute(client.get("model"), "b", name="model")
    with pytest.raises(ValueError, match="more than 16 MiB"):
        client.get("huge")
    with pytest.raises(NameError) as caught:
        client.get("unknown")()
    assert caught.value.name == "undefined_name"


def test_printing_is_told_from_returning(client) -> None:
    """As inside a check, where it shows nowhere."""
    with judge.aspect("x-y"), pytest.raises(judge.Wrong) as caught:
        judge.call(client.get("prints"), name="f()")
    assert caught.value.finding.cause == "prints_instead_of_returning"
    before = sys.stdout
    assert client.get("prints")() is None
    assert sys.stdout is before
    assert type(before) is not io.StringIO or before.getvalue() == ""


def test_functions_of_the_check_are_called_back(client) -> None:
    """They are real functions over there, and themselves when they come back."""
    call, give = client.get("call"), client.get("give")

    def power(x, *, exponent):
        return x**exponent

    assert call(power, np.arange(3.0), exponent=2).tolist() == [0, 1, 4]
    assert give(power) is power
    assert give([power, power])[0] is power
    assert call(partial(power, exponent=3), 2) == 8
    assert call(call, power, 3, exponent=2) == 9
    model = client.get("Model")()
    with judge.planted(model, function=lambda x: 10 * x):
        assert client.get("copied")(model) == 20
    assert client.get("globals_of")(power) == ([], True)


def test_library_functions_run_over_there(client) -> None:
    """So that autograd can trace them; and they too come back as themselves, once they were handed over."""
    tanh = client.get("helpers")()
    assert isinstance(tanh, Proxy)
    assert tanh(0.0) == 0.0
    slope = client.get("traced")(bend, np.zeros(2))
    np.testing.assert_allclose(slope, [0.8, 0.8])
    assert client.get("give")(np.tanh) is np.tanh
    assert client.get("give")(float) is float


def test_a_random_generator_goes_as_a_copy(client) -> None:
    """The check's own one only as a child, so that its next numbers stay secret."""
    draw = client.send_code("def draw(rng):\n    return rng.random(3)", "draw")
    assert draw(np.random.default_rng(5)).tolist() == np.random.default_rng(5).random(3).tolist()
    own = judge.generator("a-b")
    assert draw(own).tolist() == judge.generator("a-b").spawn(1)[0].random(3).tolist()
    assert own.random() == judge.generator("a-b").random()


def test_code_runs_over_there(client) -> None:
    """Apart from the notebook's names."""
    source = "import autograd\ndef slope(f, x):\n    return autograd.grad(f)(x)\nnumber = 5"
    assert client.send_code(source, "slope")(client.get("give"), 2.0) == 1.0
    assert client.send_code(source, "number") == 5
    assert client.get("number") == 3


def test_what_a_callback_raises(client) -> None:
    """The student's code sees an ordinary exception; the check sees its own again where nobody handles it."""

    def refuse():
        raise ValueError("shapes differ")

    assert client.get("catches")(refuse) == "ValueError: shapes differ"
    with pytest.raises(ValueError, match="shapes differ") as caught:
        client.get("call")(refuse)
    assert type(caught.value) is ValueError
    finding = None
    try:
        client.get("call")(lambda: judge.wrong("expected 0.123456"))
    except judge.Wrong as found:
        finding = found.finding
    assert finding is not None
    assert finding.fact == "expected 0.123456"


def test_a_verdict_is_not_told_to_the_student(client) -> None:
    """Nor are texts of the check's own mistakes, nor any frame of the check."""
    told = client.get("names_of")
    failed = "a function that the check handed over has failed"
    assert told(lambda: judge.wrong("expected 0.123456"))[:2] == ("RuntimeError", failed)
    assert told(lambda: reference)[:2] == ("RuntimeError", failed)  # noqa: F821
    assert told(lambda: np.linalg.inv(np.zeros((2, 2))))[:2] == ("LinAlgError", "Singular matrix")


def test_the_students_own_exception_passes_through_the_check(client) -> None:
    """As the same object, with its own line."""
    fails = client.get("fails")
    with pytest.raises(judge.Wrong, match="in your line .*return np.linalg.inv"):
        judge.call(client.get("call"), lambda: fails(np.zeros((2, 2))), name="f()")


def test_calls_nest_only_so_deep(client) -> None:
    """Then it is a recursion error, as in place."""
    deeper = client.get("deeper")

    def again(function):
        return function(again)

    with pytest.raises(RecursionError):
        deeper(again)
    assert client.get("number") == 3


def test_objects_of_the_check_show_what_is_public(client) -> None:
    """Nothing else can be read; what is set must fit."""
    layer = Bend(np.ones((2, 2)), np.zeros(2), 0.1, [])
    layer.secret = layer._private = 1
    layer.forward = lambda x: "instead"
    before, _, rate, secret, private = client.get("steps")(layer)
    assert before.tolist() == [[1, 1], [1, 1]]
    assert layer.weights.tolist() == [[0, 0], [0, 0]]
    assert (rate, secret, private) == (0.1, False, False)
    assert client.get("give")(layer) is layer


class Answer:
    """A callable that knows what it should be."""

    gradient = 5.0

    def __call__(self, x):
        return 2 * x

    def method(self):
        return 1


def test_other_objects_of_the_check_are_closed(client) -> None:
    """A callable can be called; its attributes may be the answer."""
    answer = Answer()
    assert client.get("call")(answer, 2) == 4
    read = client.send_code(
        "def read(x):\n    return [hasattr(x, n) for n in ('gradient', 'method')]", "read"
    )
    assert read(answer) == [False, False]
    assert client.get("give")(answer) is answer


def test_functions_die_with_their_check(student_channel) -> None:
    """One that student code has kept does not reach into the next check."""
    first = Client(student_channel)
    first.get("keep")(lambda: 5)
    assert first.get("kept_call")() == 5
    first.close()
    second = Client(student_channel)
    second.get("keep")
    with pytest.raises(RuntimeError, match="the check that this function belongs to is over"):
        second.get("kept_call")()
    second.close()


def test_endless_iteration_ends(client, monkeypatch) -> None:
    """A loop over an object is cut."""
    monkeypatch.setattr("autograder.proxies.proxy.MAX_STEPS", 20)
    with pytest.raises(ValueError, match="more than 20 entries"):
        list(client.get("endless")())


def test_references_are_released(client) -> None:
    """What the check has dropped, the student's process may drop."""
    make = client.send_code(
        "import weakref\nclass M: pass\nseen = weakref.WeakSet()\n"
        "def make():\n    m = M()\n    seen.add(m)\n    return m\ndef alive():\n    return len(seen)\n"
        "both = (make, alive)",
        "both",
    )
    make, alive = make
    held = [make() for _ in range(5)]
    assert alive() == 5
    del held
    gc.collect()
    assert alive() == 0


def test_a_cell_runs_on_the_students_names(client) -> None:
    """What it imports and binds, and builtins, are its own; a missing name is a NameError of the cell."""
    source = "import numpy as np\n_n = number\ndef _hidden():\n    return give(len([1, 2])) + number\n_found = _hidden()\n"
    assert names(source) == {"number", "give"}
    cell = namespace(client, names(source))
    exec(compile(source, "<cell>", "exec"), cell)  # noqa: S102 - as an examiner does
    assert cell["_found"] == 5
    assert isinstance(cell, Namespace)
    with pytest.raises(NameError, match="name 'softmax' is not defined") as caught:
        exec("def f():\n    return softmax\nf()", namespace(client, ["softmax"]))  # noqa: S102
    assert caught.value.name == "softmax"
    with pytest.raises(NameError):
        exec("number", namespace(client, []))  # noqa: S102


def test_lines_of_a_check_cell_are_never_shown(client) -> None:
    """They may be hidden tests."""
    import linecache

    source = "def _hidden(x):\n    return 1 / x  # the secret\n"
    linecache.cache["<hidden>"] = (len(source), None, source.splitlines(keepends=True), "<hidden>")
    cell = namespace(client, [])
    exec(compile(source, "<hidden>", "exec"), cell)  # noqa: S102 - as an examiner does
    with pytest.raises(judge.Wrong) as caught:
        judge.call(client.get("call"), cell["_hidden"], 0, name="f()")
    assert caught.value.finding.fact == "f() raised ZeroDivisionError: division by zero"


def test_a_function_stands_on_functions_of_the_check(client) -> None:
    """They are called over here, and the student's own names are put back."""
    build = client.get("build_on")
    assert build(3) == 6
    with judge.beneath(build, foundation=lambda x: x + 10):
        assert build(3) == 13
    assert build(3) == 6


def test_a_gradient_is_one_question(client, monkeypatch) -> None:
    """What is unusual is asked again, one place after the other, and told as ever."""
    source = (
        "import numpy as np\n"
        "class Model:\n"
        "    def __init__(self): self.W, self.limit = np.arange(4.0).reshape(2, 2), np.inf\n"
        "    def loss(self, x):\n"
        "        if self.W[1, 1] > self.limit:\n"
        "            raise ValueError('too much')\n"
        "        return float(np.sum(np.sin(x @ self.W)))\n"
    )
    model, x = client.send_code(source, "Model")(), np.array([0.3, -0.4])
    questions = []
    ask = client.ask
    monkeypatch.setattr(
        client,
        "ask",
        lambda question, *rest, **more: questions.append(question) or ask(question, *rest, **more),
    )
    gradient = judge.parameter_gradient(model, "W", judge.Asked(model.loss, (x,), "loss"))
    np.testing.assert_allclose(gradient, np.outer(x, np.cos(x @ np.arange(4.0).reshape(2, 2))), rtol=1e-9)
    assert len(questions) == 4, questions  # W, `loss`, the sweep, and W put back
    model.limit = 3.00005
    with pytest.raises(judge.Wrong, match="loss raised ValueError: too much"):
        judge.parameter_gradient(model, "W", judge.Asked(model.loss, (x,), "loss"))
    np.testing.assert_array_equal(model.W, np.arange(4.0).reshape(2, 2))
    # A function of the check's own stays where it is.
    cost = judge.Asked(lambda: float(np.sum(model.W**2)), (), "cost")
    np.testing.assert_allclose(
        judge.parameter_gradient(model, "W", cost), 2 * np.arange(4.0).reshape(2, 2), rtol=1e-9, atol=1e-9
    )
