"""Of a submission's file what can be read is read, and what was not as it should be is said."""

import gzip
import io
import json
import os
import re
import time
import zipfile

import nbformat
import pytest

from autograder.course.salvage import MAX_CELLS, salvage, salvage_bytes
from autograder.errors import NotebookError


def cell(source="x = 1", **changes):
    """A code cell of format 4.5, or whatever the changes make of it; None takes a key away."""
    plain = {"cell_type": "code", "source": source, "metadata": {}, "outputs": [], "execution_count": None}
    return {key: value for key, value in (plain | changes).items() if value is not None}


def content(*cells, **changes):
    """The bytes of a notebook of format 4.4, which has no cell ids."""
    plain = {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
    return json.dumps(plain | changes).encode()


def read(data):
    """Sources and notes; what comes out is always valid."""
    found = salvage_bytes(data, "ann/a.ipynb")
    nbformat.validate(found.notebook)
    json.loads(nbformat.writes(found.notebook), parse_constant=pytest.fail)
    return [cell.source for cell in found.notebook.cells], found.notes


def _by_text(value):
    """The name of a test by the sentence that it expects: contents may be long, or of no fixed bytes."""
    return value if isinstance(value, str) else ""


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_every_encoding_that_a_program_may_choose_is_read(encoding):
    data = json.dumps(json.loads(content(cell("# größer"))), ensure_ascii=False).encode(encoding)
    sources, notes = read(data)
    assert sources == ["# größer"]
    assert bool(notes) == (encoding != "utf-8")


def test_a_broken_byte_in_utf_8_costs_one_character():
    data = content(cell("# größer ä ö ü ß é")).decode("unicode-escape").encode()
    sources, notes = read(data.replace("ß".encode(), b"\xff", 1))
    assert sources == ["# grö\ufffder ä ö ü ß é"]
    assert notes == ("1 characters of the file are not UTF-8; they were replaced by \ufffd",)


@pytest.mark.parametrize("tail", [b"\0" * 4096, b"", b"\n\n"])
def test_null_bytes_are_left_out(tail):
    sources, notes = read(content(cell(), cell("y\0 = 2")) + tail)
    assert sources == ["x = 1", "y = 2"]
    assert notes[-1] == "cell 2: null characters in it, left out"
    assert (len(notes) == 2) == (tail[:1] == b"\0")


def test_numbers_that_json_does_not_have_are_left_out():
    nbgrader = {"grade_id": "a", "points": "POINTS"}
    for number in ("NaN", "-Infinity", "1e999", "9" * 5000):
        data = content(cell(metadata={"nbgrader": nbgrader})).replace(b'"POINTS"', number.encode())
        found = salvage_bytes(data, "a")
        assert found.notebook.cells[0].metadata.nbgrader.points is None
        assert found.notes == (
            "numbers that JSON does not have (NaN, infinity, thousands of digits) were left out",
        )


class TestHalfFiles:
    """A file of which only a part is right."""

    whole = content(*(cell(f"x{n} = {n}") for n in range(10)))

    @pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.98, 0.999])
    def test_the_cells_before_the_end_are_read(self, share):
        half = self.whole[: int(len(self.whole) * share)]
        sources, (note,) = read(half)
        assert sources == [f"x{n} = {n}" for n in range(half.count(b"}, {") if share < 0.95 else 10)]
        where = "" if share < 0.95 else " behind its cells"
        assert f"the file is damaged{where}, line 1 is not JSON (" in note
        lost = "the rest is lost" if share < 0.95 else "that is all of them"
        assert f"{len(sources)} whole cells were read, {lost}" in note

    def test_half_a_cell_is_no_cell(self):
        with pytest.raises(NotebookError, match=r"^ann/a.ipynb: not a notebook, line 1 is not JSON \("):
            read(self.whole[:60])

    def test_the_cells_behind_a_broken_one_are_read(self):
        broken = self.whole.replace(b"x3 = 3", b'x3 = "3').replace(b"x7 = 7", b'x7 = "7')
        sources, (note,) = read(broken)
        assert sources == [f"x{n} = {n}" for n in range(10) if n not in (3, 7)]
        assert "the file is damaged in 2 places" in note
        assert "8 whole cells were read" in note

    def test_what_follows_the_end_is_left_out(self):
        """An editor that writes a shorter file over a longer one may leave the tail of the old one."""
        sources, notes = read(self.whole + b"," + self.whole[-39:])
        assert len(sources) == 10
        assert notes == ("40 characters after the end of the notebook were left out",)

    def test_half_a_character_at_the_end_does_no_harm(self):
        data = content(cell("a"), cell("größe")).decode("unicode-escape").encode()
        assert read(data[: data.index("ö".encode()) + 1])[0] == ["a"]

    def test_a_cell_inside_a_string_is_no_cell(self):
        text = json.dumps({"cells": [cell("forged")]})
        assert read(content(cell(text), cell("own"))[:-30])[0][0] == text

    def test_a_line_break_in_a_string_does_no_harm(self):
        assert read(content(cell("a; b")).replace(b"; ", b"\n"))[0] == ["a\nb"]

    @pytest.mark.parametrize(
        "evil",
        [
            b'{"cells": [' + b'{"source": ' * 200_000,
            b'{"cells": [' + b'[{"cell_type":' * 300_000,
            b'{"cells": [' + b'{"source": "' + b"a" * 100 + b'", "metadata": {' * 20_000,
        ],
    )
    def test_no_file_takes_long(self, evil):
        started = time.perf_counter()
        with pytest.raises(NotebookError):
            read(evil)
        assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    "wrap",
    [
        lambda text: f"[{text}]",
        lambda text: json.dumps(text),
        lambda text: f'{{"name": "a.ipynb", "type": "notebook", "content": {text}}}',
        lambda text: json.dumps([{"content": json.loads(text)}]),
    ],
)
def test_a_notebook_inside_other_json_is_taken_out(wrap):
    text = content(cell()).decode()
    note = "the notebook lay inside other JSON, out of which it was taken"
    assert read(wrap(text).encode()) == (["x = 1"], (note,))


class TestMerges:
    """What git leaves behind where it cannot merge two versions, and what people make of it."""

    one_a_line = json.dumps(json.loads(content(cell("a"), cell("b"), cell("c"))), indent=1)

    def conflict(self, line, other, base=""):
        """The file with a conflict in the place of a line."""
        old = next(old for old in self.one_a_line.splitlines() if line in old)
        assert self.one_a_line.count(old) == 1
        new = f"<<<<<<< HEAD\n{old}\n{base}=======\n{other}\n>>>>>>> origin/main"
        return self.one_a_line.replace(old, new)

    @pytest.mark.parametrize("base", ["", '||||||| 1a2b3c4\n"source": "x",\n'])
    @pytest.mark.parametrize("ending", ["\n", "\r\n"])
    def test_one_side_of_a_conflict_is_read(self, base, ending):
        text = self.conflict('"source": "b"', '"source": "other"', base).replace("\n", ending)
        assert read(text.encode()) == (
            ["a", "b", "c"],
            ("the file has a conflict of a git merge in it; one side of each was read",),
        )

    def test_the_side_with_an_answer_is_read(self):
        unwritten = "raise NotImplementedError('a is not written yet')"
        text = self.conflict('"source": "b"', f'"source": "{unwritten}"').replace('"b"', '"BB"')
        mine_unwritten = text.replace("BB", "CC is not written yet").replace(unwritten, "d")
        assert [read(data.encode())[0][1] for data in (text, mine_unwritten)] == ["BB", "d"]

    def test_a_conflict_around_cells(self):
        lines = self.one_a_line.splitlines()
        begin = next(n for n, line in enumerate(lines) if '"cells"' in line) + 1
        lines[begin:begin] = ["<<<<<<< mine", *lines[begin : begin + 7], "=======", ">>>>>>> yours"]
        assert read("\n".join(lines).encode())[0] == ["a", "a", "b", "c"]

    @pytest.mark.parametrize("end", ["=======\n", "", ">>>>>>> a\n>>>>>>> b\n"])
    def test_marks_that_were_removed_in_part(self, end):
        text = self.one_a_line.replace('   "source": "b"', f'<<<<<<< HEAD\n   "source": "b"\n{end}')
        assert read(text.encode())[0][:2] == ["a", "b"]

    def test_a_conflict_in_half_a_file(self):
        text = self.conflict('"source": "a"', '"source": "other"')
        sources, notes = read(text[: text.index('"c"')].encode())
        assert sources == ["a", "b"]
        assert len(notes) == 2

    def test_a_text_about_merges_is_left_alone(self):
        source = "<<<<<<< HEAD\n=======\n>>>>>>> x"
        assert read(content(cell(source))) == ([source], ())

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ('"outputs": []\n', '"outputs": [],\n'),
            ('"metadata": {},\n   "outputs"', '"metadata": {}\n   "outputs"'),
            ('"outputs": []\n', '"outputs": []\n   "execution_count": 3\n'),
            ("},\n  {", "}\n  {"),
            ("  }\n ],", "  },\n ],"),
        ],
    )
    def test_commas_are_put_right(self, old, new):
        text = self.one_a_line.replace(old, new, 1)
        assert text != self.one_a_line
        assert read(text.encode()) == (
            ["a", "b", "c"],
            ("a comma of the file was missing or too many, which was put right",),
        )

    def test_many_commas_take_no_time(self):
        text = self.one_a_line.replace(",\n", "\n").replace('"a"', '"' + "a" * 20_000_000 + '"')
        started = time.perf_counter()
        with pytest.raises(NotebookError):
            read(text.encode())
        assert time.perf_counter() - started < 5


def test_nesting_costs_the_cell_that_it_is_in():
    deep = content(cell("a"), cell("b", metadata={"x": "DEEP"}), cell("c")).replace(
        b'"DEEP"', b"[" * 50_000 + b"]" * 50_000
    )
    sources, (note,) = read(deep)
    assert sources == ["a", "c"]
    assert "it is nested beyond reason" in note
    shallow = content(cell(metadata={"nbgrader": {"grade_id": "DEEP"}})).replace(
        b'"DEEP"', b"[" * 100 + b"]" * 100
    )
    assert salvage_bytes(shallow, "a").notebook.cells[0].metadata.nbgrader.grade_id == [[[None]]]


class TestFormats:
    """Notebooks of all formats."""

    def test_format_3_has_worksheets_inputs_and_headings(self):
        cells = [
            {"cell_type": "heading", "level": 2, "source": ["Title"], "metadata": {}},
            {
                "cell_type": "code",
                "input": ["x = 1\n", "y = 2"],
                "outputs": [{"output_type": "pyout"}],
                "prompt_number": 3,
                "metadata": {"nbgrader": {"grade_id": "a"}},
                "language": "python",
                "collapsed": False,
            },
            {"cell_type": "markdown", "source": "text", "metadata": {}},
        ]
        old = {
            "metadata": {"name": "a"},
            "nbformat": 3,
            "nbformat_minor": 0,
            "worksheets": [{"cells": cells, "metadata": {}}, 7],
        }
        data = json.dumps(old).encode()
        assert read(data) == (["## Title", "x = 1\ny = 2", "text"], ())
        assert salvage_bytes(data, "a").notebook.cells[1].metadata.nbgrader.grade_id == "a"

    @pytest.mark.parametrize("minor", [0, 1, 2, 3, 4, 5, 6, None, "4", -1])
    def test_the_minor_version_does_not_matter(self, minor):
        sources, notes = read(content(cell(id="a"), nbformat_minor=minor))
        assert (sources, notes) == (["x = 1"], ())

    @pytest.mark.parametrize("major", [4, 5, "4", None, 4.0])
    def test_what_has_cells_is_read(self, major):
        assert read(content(cell(), nbformat=major))[0] == ["x = 1"]

    def test_ids_are_made_unique(self):
        cells = [cell(id="a"), cell(id="a"), cell(id=7), cell(id="<script>"), cell()]
        found = salvage_bytes(content(*cells, nbformat_minor=5), "a")
        ids = [node.id for node in found.notebook.cells]
        assert len(set(ids)) == 5
        assert ids[0] == "a"
        assert found.notes == ("cells 2, 3, 4, 5: no cell id of its own, given a new one",)


@pytest.mark.parametrize(
    ("damaged", "source", "note"),
    [
        (cell(["x = 1\r\n", 3, "y"]), "x = 1\ny", "cell 1: lines in it that are no text, left out"),
        (
            cell(["def f():", "", "    return 1"]),
            "def f():\n\n    return 1",
            "cell 1: lines without line breaks, which were put back",
        ),
        (cell(["# a\u2028", "b\n", "", "c"]), "# a\u2028b\nc", None),
        (cell(["x = 1"]), "x = 1", None),
        (cell(7), "", "cell 1: no text in it, taken for an empty cell"),
        (cell({"a": 1}), "", "cell 1: no text in it, taken for an empty cell"),
        (cell(cell_type="poem"), "x = 1", "cell 1: of no type that exists, taken for a code cell"),
        (
            cell(cell_type=[], outputs=None, execution_count=None),
            "x = 1",
            "cell 1: of no type that exists, taken for a raw cell",
        ),
        (cell("a\ud800b"), "a?b", None),
        (cell(outputs="many", metadata=[3]), "x = 1", None),
        (cell(outputs=[{"output_type": 7, "data": 3}] * 3), "x = 1", None),
        (
            cell(
                cell_type="markdown",
                attachments={"a.png": {"image/png": "AA==", "text/html": "<script>"}, "b": 3},
            ),
            "x = 1",
            None,
        ),
    ],
)
def test_cells_of_any_quality_become_cells(damaged, source, note):
    assert read(content(damaged)) == ([source], (note,) if note else ())


def test_what_is_no_cell_is_left_out_and_the_first_ten_are_named():
    sources, notes = read(content(cell(), *([3] * 15)))
    assert sources == ["x = 1"]
    assert notes == ("cells 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 5 more: not a cell at all, left out",)


def test_old_outputs_of_any_size_are_left_out():
    data = content(cell(outputs=[{"output_type": "stream", "name": "stdout", "text": "a" * 20 * 2**20}]))
    assert read(data) == (["x = 1"], ())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not a notebook, the file is empty"),
        (b"\xef\xbb\xbf", "not a notebook, the file is empty"),
        (b" \r\n\0\0\0", "not a notebook, the file is empty"),
        (b"[" * 100_000, "not a notebook, it is nested beyond reason"),
        (b"[]", "not a notebook, the JSON in it is not an object"),
        (b"{}", "not a notebook, there is no list of cells in it"),
        (b'{"cells": {}}', "not a notebook, there is no list of cells in it"),
        (content(*[cell()] * (MAX_CELLS + 1)), "20,001 cells are too many, at most 20,000 are read"),
    ],
    ids=_by_text,
)
def test_what_is_no_notebook_is_refused_with_the_reason(data, reason):
    with pytest.raises(NotebookError) as caught:
        read(data)
    assert str(caught.value) == f"ann/a.ipynb: {reason}"


def test_says_why_a_file_cannot_be_read(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "pipe.ipynb")
    (tmp_path / "ring.ipynb").symlink_to(tmp_path / "ring.ipynb")
    (tmp_path / "none.ipynb").symlink_to(tmp_path / "nowhere")
    for name, reason in [
        ("pipe", "this is not a file"),
        ("ring", "this is a link that leads nowhere"),
        ("none", "this is a link that leads nowhere"),
        ("a\0b", ""),
    ]:
        with pytest.raises(NotebookError, match=f": .*{reason}"):
            salvage(tmp_path / f"{name}.ipynb")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (
            b"PK\x03\x04" + bytes(range(256)),
            "this is a ZIP archive; unpack it and hand in the notebook in it",
        ),
        (
            gzip.compress(b"{}", mtime=0),
            "this is a compressed file (gzip); unpack it and hand in the notebook in it",
        ),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "this is a picture; hand in the notebook itself"),
        (b"%PDF-1.7\n", "this is a PDF; hand in the notebook itself"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html>\n<html>", "this is a web page; download the notebook itself"),
        (b"<HTML><p>Sign in", "this is a web page; download the notebook itself"),
        (
            b"<!-- saved from url=(0014)about:internet -->\n<html>",
            "this is a web page; download the notebook itself",
        ),
        (
            b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n",
            "this is a pointer of Git LFS to a file; hand in the file itself",
        ),
        (b"404: Not Found", "this is a text that begins with '404: Not Found'; hand in the notebook itself"),
        (b'"a"', "this is a text that begins with '\"a\"'; hand in the notebook itself"),
        (
            b"\n# ---\n# jupyter:\n#   jupytext:\nx = 1\n",
            "this is a text that begins with '# ---'; hand in the notebook itself",
        ),
        (
            b"import numpy as np " * 9,
            "this is a text that begins with 'import numpy as np import numpy as ...'; hand in the notebook itself",
        ),
        (b"\x80\x04\x95\x8c\x05cells", "this is no text; hand in the notebook itself"),
        (b'{"doc_id": "1abc"}', "this is a shortcut to a file in Google Drive; download the notebook itself"),
    ],
    ids=_by_text,
)
def test_other_files_are_called_by_their_name(content, reason):
    with pytest.raises(NotebookError, match=f"^a.ipynb: not a notebook, {re.escape(reason)}$"):
        salvage_bytes(content, "a.ipynb")


def test_a_notebook_that_lies_in_an_archive_as_it_is_is_read():
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as file:
        file.writestr("a.ipynb", '{"cells": [{"cell_type": "code", "source": "x = 1", "metadata": {}}]}')
    found = salvage_bytes(archive.getvalue(), "a.ipynb")
    assert [cell.source for cell in found.notebook.cells] == ["x = 1"]
    assert found.notes == ("the file is a ZIP archive; what can be read of the notebook in it was read",)
