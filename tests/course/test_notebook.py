"""Notebook files: what is mended, what is refused, and that equal notebooks are equal files."""

import json
import os
import re

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.course import notebook as notebooks
from autograder.errors import NotebookError


def text_of(**changes):
    """JSON of a small notebook with some top-level keys changed."""
    plain = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}
    return json.dumps(plain | changes)


def test_reads_back_what_it_wrote(tmp_path):
    notebook = new_notebook(cells=[new_markdown_cell("täxt"), new_code_cell("x = 1\ny = 2")])
    notebooks.write(notebook, tmp_path / "deep" / "a.ipynb")
    assert notebooks.read(tmp_path / "deep" / "a.ipynb") == notebook


def test_equal_notebooks_give_equal_bytes_and_nothing_else_is_left(tmp_path):
    notebook = new_notebook(cells=[new_code_cell("x = 1")], metadata={"b": 1, "a": 2})
    other = nbformat.from_dict({key: notebook[key] for key in reversed(list(notebook))})
    notebooks.write(notebook, tmp_path / "a.ipynb")
    notebooks.write(other, tmp_path / "b.ipynb")
    assert (tmp_path / "a.ipynb").read_bytes() == (tmp_path / "b.ipynb").read_bytes()
    assert (tmp_path / "a.ipynb").read_bytes().endswith(b"}\n")
    assert sorted(os.listdir(tmp_path)) == ["a.ipynb", "b.ipynb"]


def test_a_failed_write_leaves_the_old_file(tmp_path):
    path = tmp_path / "a.ipynb"
    notebooks.write(new_notebook(), path)
    before = path.read_bytes()
    with pytest.raises(UnicodeEncodeError):
        notebooks.write(new_notebook(cells=[new_markdown_cell("\ud800")]), path)
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["a.ipynb"]


def test_mends_what_tools_leave_out():
    cells = [
        {"cell_type": "code", "source": ["x = 1\r\n", "y = 2"]},
        {"cell_type": "markdown", "source": "text", "outputs": [], "execution_count": 3, "id": "a"},
        {"cell_type": "raw", "metadata": None, "id": "a"},
    ]
    notebook = notebooks.parse(text_of(cells=cells), "a.ipynb")
    assert [cell.source for cell in notebook.cells] == ["x = 1\ny = 2", "text", ""]
    assert notebook.cells[0].outputs == [] and notebook.cells[0].execution_count is None
    assert "outputs" not in notebook.cells[1]
    assert [cell.id for cell in notebook.cells] == ["cell-1", "a", "cell-3"]
    nbformat.validate(notebook)


def test_ids_are_given_only_where_the_format_has_them():
    cells = [{"cell_type": "markdown", "source": "", "id": "a"}]
    notebook = notebooks.parse(text_of(cells=cells, nbformat_minor=4), "a.ipynb")
    assert "id" not in notebook.cells[0]
    nbformat.validate(notebook)


def test_an_invented_id_is_not_one_that_exists():
    cells = [{"cell_type": "raw", "id": "cell-2"}, {"cell_type": "raw"}]
    notebook = notebooks.parse(text_of(cells=cells), "a.ipynb")
    assert [cell.id for cell in notebook.cells] == ["cell-2", "cell-2-again"]


def test_half_a_surrogate_pair_becomes_a_question_mark():
    text = text_of(cells=[{"cell_type": "markdown", "source": "a\ud83dz \U0001f600"}])
    assert "\\ud83d" in text
    assert notebooks.parse(text, "a.ipynb").cells[0].source == "a?z \U0001f600"


def test_a_byte_order_mark_does_no_harm(tmp_path):
    (tmp_path / "a.ipynb").write_text(text_of(), encoding="utf-8-sig")
    assert notebooks.read(tmp_path / "a.ipynb").cells == []


def test_a_copy_shares_nothing():
    notebook = new_notebook(cells=[new_code_cell("x")])
    notebooks.copy(notebook).cells[0].metadata["a"] = 1
    assert notebook.cells[0].metadata == {}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not a notebook, line 1 is not JSON"),
        ('{\n"nbformat": 4,\n', "line 3 is not JSON"),
        ("[" * 100_000, "its JSON is nested or large beyond reason"),
        ('{"nbformat": ' + "9" * 5000 + "}", "its JSON is nested or large beyond reason"),
        ("[]", "the JSON is not an object"),
        ("{}", "there is no format version in it"),
        (text_of(nbformat=3), "it has format 3; open it in Jupyter and save it as format 4"),
        (text_of(cells=None), "there is no list of cells in it"),
        (text_of(cells=[3]), "cell 1 is not an object"),
        (text_of(cells=[{"cell_type": "poem"}]), "cell 1 has the unknown type 'poem'"),
        (text_of(cells=[{"cell_type": "raw", "source": 7}]), "the source of cell 1 is not text"),
    ],
)
def test_says_why_a_text_is_no_notebook(text, reason):
    with pytest.raises(NotebookError, match=f"^ann/a.ipynb: .*{re.escape(reason)}"):
        notebooks.parse(text, "ann/a.ipynb")


def test_says_why_a_file_cannot_be_read(tmp_path, monkeypatch):
    (tmp_path / "utf16.ipynb").write_bytes(text_of().encode("utf-16"))
    (tmp_path / "large.ipynb").write_text(text_of())
    os.mkfifo(tmp_path / "pipe.ipynb")
    (tmp_path / "ring.ipynb").symlink_to(tmp_path / "ring.ipynb")
    with pytest.raises(NotebookError, match=r"none.ipynb: there is no such file$"):
        notebooks.read(tmp_path / "none.ipynb")
    with pytest.raises(NotebookError, match=r": this is not a file$"):
        notebooks.read(tmp_path)
    with pytest.raises(NotebookError, match=r"pipe.ipynb: this is not a file$"):
        notebooks.read(tmp_path / "pipe.ipynb")
    with pytest.raises(NotebookError, match=r"ring.ipynb: this is a link that leads nowhere$"):
        notebooks.read(tmp_path / "ring.ipynb")
    with pytest.raises(NotebookError, match=r"utf16.ipynb: not a notebook, the file is not UTF-8 text$"):
        notebooks.read(tmp_path / "utf16.ipynb")
    monkeypatch.setattr(notebooks, "MAX_BYTES", 20)
    with pytest.raises(NotebookError, match=r"large.ipynb: 0 MiB is too large for a notebook, at most 0 MiB"):
        notebooks.read(tmp_path / "large.ipynb")


def test_says_that_a_file_may_not_be_read(tmp_path, monkeypatch):
    (tmp_path / "a.ipynb").write_text(text_of())

    def refuse(path, flags):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(notebooks, "_open_without_waiting", refuse)
    with pytest.raises(NotebookError, match=r"a.ipynb: cannot be read \(Permission denied\)$"):
        notebooks.read(tmp_path / "a.ipynb")
