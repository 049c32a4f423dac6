"""Strategies for Hypothesis: what may become of a notebook's bytes, of its JSON, and of texts on their way to a report."""

import copy
import json
import os

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

#: `make fuzz` tries 2,000 new examples in each test, the ordinary run a few that are always the same.
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "0"))

fuzz = settings(
    max_examples=EXAMPLES or 30,
    derandomize=not EXAMPLES,
    database=None,
    deadline=None,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)

#: Texts that break something somewhere.
NASTY = st.sampled_from(
    [
        "",
        "\0",
        "\ud800",
        "\ufeff",
        "\x1b[31m\x1b]0;title\x07",
        "\u202etxt.exe",
        "\ufffe\uffff\x0b\x0c\x7f\x85",
        "<script>alert(1)</script>",
        "'\"><img src=x onerror=alert(1)>",
        "]]><!--",
        "=HYPERLINK(1)",
        "@SUM(1)",
        "-1+1",
        "\t=1",
        "../../etc/passwd",
        "{{ 7 * 7 }}{% raw %}",
        "$\\href{javascript:alert(1)}{x}$",
        "### BEGIN HIDDEN TESTS",
        "### END SOLUTION",
        "raise SystemExit",
        "NaN",
        "a" * 10_000,
        "double",
        "double-number",
    ]
)
texts = st.one_of(NASTY, st.text(st.characters(exclude_categories=()), max_size=30))
numbers = st.one_of(
    st.integers(),
    st.floats(),
    st.sampled_from([0, -1, 1, 4, 5, 10**300, float("nan"), float("inf"), True, False, None]),
)
values = st.recursive(
    st.one_of(texts, numbers),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(texts, inner, max_size=4)),
    max_leaves=8,
)

#: What nbgrader's metadata of a cell may say.
nbgrader = st.one_of(
    values,
    st.fixed_dictionaries(
        {},
        optional={
            "grade_id": st.one_of(
                st.sampled_from(
                    ["double", "double-number", "double-array", "imports", "thoughts", "counter_add"]
                ),
                values,
            ),
            "grade": st.one_of(st.booleans(), values),
            "solution": st.one_of(st.booleans(), values),
            "locked": st.one_of(st.booleans(), values),
            "task": st.one_of(st.booleans(), values),
            "points": st.one_of(numbers, values),
            "schema_version": st.one_of(st.integers(0, 5), values),
            "checksum": texts,
            "cell_type": texts,
        },
    ),
)


@st.composite
def changed_bytes(draw, content):
    """Bytes with a few pieces cut, doubled, overwritten or put in, and perhaps in another encoding."""
    encoding = draw(st.sampled_from(["utf-8"] * 6 + ["utf-8-sig", "utf-16", "utf-32-be", "latin-1"]))
    data = bytearray(content.decode().encode(encoding, "replace"))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.one_of(st.integers(0, 8), st.integers(0, len(content)))))
        match draw(st.sampled_from(["cut", "end", "put", "double", "nulls", "flip"])):
            case "cut":
                del data[start:end]
            case "end":
                del data[start:]
            case "put":
                data[start:start] = draw(
                    st.one_of(st.binary(max_size=20), texts.map(lambda text: text.encode("utf-8", "replace")))
                )
            case "double":
                data[start:start] = data[start:end]
            case "nulls":
                data[start:end] = bytes(end - start)
            case "flip" if start < len(data):
                data[start] ^= draw(st.integers(1, 255))
    return bytes(data)


def places(value, path=()):
    """The paths of all values inside a JSON value."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from places(item, (*path, key))


@st.composite
def changed_json(draw, data):
    """A notebook with a few of its values replaced, removed, moved or doubled; whole cells more often than others."""
    data = copy.deepcopy(data)
    for _ in range(draw(st.integers(1, 5))):
        cells = data.get("cells") if isinstance(data, dict) else None
        if isinstance(cells, list) and cells and draw(st.booleans()):
            _change_cells(draw, cells)
            continue
        path = draw(st.sampled_from(list(places(data))))
        if not path:
            continue
        owner = data
        for key in path[:-1]:
            owner = owner[key]
        match draw(st.sampled_from(["set", "remove", "rename"])):
            case "set":
                owner[path[-1]] = draw(values)
            case "remove":
                del owner[path[-1]]
            case "rename" if isinstance(owner, dict):
                owner[draw(texts)] = owner.pop(path[-1])
    return json.dumps(data).encode()


def _change_cells(draw, cells):
    number = draw(st.integers(0, len(cells) - 1))
    other = draw(st.integers(0, len(cells) - 1))
    match draw(st.sampled_from(["move", "copy", "remove", "type", "source", "merge", "nbgrader", "id"])):
        case "move":
            cells.insert(other, cells.pop(number))
        case "copy":
            cells.insert(other, copy.deepcopy(cells[number]))
        case "remove":
            del cells[number]
        case change if isinstance(cells[number], dict):
            cell, neighbour = cells[number], cells[other]
            if change == "type":
                cell["cell_type"] = draw(
                    st.one_of(st.sampled_from(["code", "markdown", "raw", "heading"]), values)
                )
            elif change == "source":
                cell["source"] = draw(st.one_of(texts, values))
            elif change == "id":
                cell["id"] = draw(st.one_of(st.just("tiny-3"), values))
            elif change == "nbgrader":
                cell["metadata"] = {"nbgrader": draw(nbgrader)}
            elif isinstance(neighbour, dict):
                cell["source"] = f"{cell.get('source')}\n\n{neighbour.get('source')}"
