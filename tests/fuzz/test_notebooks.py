"""Whatever is in a submission's file: no crash, no hang, every report is valid, and the neighbours keep their score."""

import csv
import importlib.util
import io
import json
import sys
from pathlib import Path
from xml.etree import ElementTree

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from autograder.course import variants
from autograder.grading.engine import CellResult, Execution, Limits
from autograder.grading.grade import grade_all
from autograder.grading.submissions import discover
from autograder.reports import feedback, json_report, junit, summary, table
from autograder.runs.journal import _line

_spec = importlib.util.spec_from_file_location("fuzz_mutations", Path(__file__).with_name("mutations.py"))
mutations = sys.modules[_spec.name] = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(mutations)

MINI = Path(__file__).parents[1] / "mini_course" / "source" / "tiny" / "tiny.ipynb"


def solved():
    """The solved notebook of the mini course as JSON data."""
    from autograder.course.assignment import Assignment

    return json.loads(json.dumps(variants.solved(Assignment.read(MINI))))


DATA = solved()
CONTENT = json.dumps(DATA, indent=1, ensure_ascii=False).encode()


class EchoEngine:
    """Runs nothing: a check passes where its cell and its answer are there, and each cell puts out its own source."""

    def run(self, notebook, limits, files=None):
        nbformat.validate(notebook)
        json.dumps(notebook, allow_nan=False)
        results = {}
        for cell in notebook.cells:
            grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
            if cell.cell_type == "code":
                cell.outputs = [nbformat.v4.new_output("stream", text=cell.source)]
                if grade_id:
                    results[grade_id] = CellResult(
                        "passed" if "double" in grade_id else "failed", cell.source
                    )
        return Execution(notebook, results, 0.0)


@pytest.fixture(scope="module")
def everything_is_well(fuzz_course, in_time, tmp_path_factory):
    """Grades a file between two good ones, makes all reports, and checks what must always hold."""
    root = tmp_path_factory.mktemp("fuzz") / "submitted"
    for student in ("ada", "eve", "zoe"):
        (root / student / "tiny").mkdir(parents=True)
        (root / student / "tiny" / "tiny.ipynb").write_bytes(CONTENT)
    names = {aspect.id for aspect in fuzz_course.assignment("tiny").aspects}

    def everything_is_well(content):
        (root / "eve" / "tiny" / "tiny.ipynb").write_bytes(content)
        with in_time():
            results = dict(
                grade_all(discover([root], fuzz_course), fuzz_course, EchoEngine(), limits=Limits(), jobs=1)
            )
            graded = [results[number] for number in range(3)]
            page = feedback.page(graded[1].record, graded[1].notebook)
        ada, eve, zoe = (one.record for one in graded)
        assert (
            (ada.status, ada.score, ada.repairs) == (zoe.status, zoe.score, zoe.repairs) == ("graded", 3, ())
        )
        assert eve.status in ("graded", "invalid"), f"our fault: {eve.message}"
        assert eve.message.startswith(f"{eve.notebook}: ") if eve.status == "invalid" else eve.score == 3
        assert {aspect.id for aspect in eve.aspects} == names
        assert eve.max_score == 5.5
        for sentence in (*eve.repairs, *filter(None, [eve.message])):
            assert "\n" not in sentence and len(sentence) < 1000
        check_reports([ada, eve, zoe], page)

    return everything_is_well


def check_reports(records, *pages):
    """All reports of some records are valid and harmless."""
    document = json.loads(json_report.dumps(records), parse_constant=pytest.fail)
    assert len(document["submissions"]) == len(records)
    json.dumps(document, ensure_ascii=False).encode("utf-8")
    for record in records:
        again = json_report.from_submission(json.loads(_line("key", record))["submission"])
        assert again.score == record.score
    assert len(ElementTree.fromstring(junit.dumps(records)).findall("testsuite")) == len(records)
    rows = list(csv.reader(io.StringIO(summary.to_csv(records))))
    assert {len(row) for row in rows} == {8}
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    console = Console(file=io.StringIO(), width=100)
    console.print(table.render(records))
    assert "\x1b" not in console.file.getvalue()
    links = {number: f"{number}.html" for number in range(len(records))}
    for page in (*pages, summary.page(records, links)):
        page.encode("utf-8")
        assert "<script" not in page.lower()
        assert "<img src=x" not in page
        assert "math.tau" not in page, "the hidden test"


@mutations.fuzz
@given(mutations.changed_bytes(CONTENT))
def test_changed_bytes(everything_is_well, content):
    everything_is_well(content)


@mutations.fuzz
@given(mutations.changed_json(DATA))
def test_changed_values(everything_is_well, content):
    everything_is_well(content)


@mutations.fuzz
@given(st.lists(st.tuples(st.integers(0, 10), mutations.nbgrader), min_size=1, max_size=11), mutations.values)
def test_changed_metadata(everything_is_well, changes, other):
    data = json.loads(CONTENT)
    for number, nbgrader in changes:
        data["cells"][number]["metadata"] = {"nbgrader": nbgrader, "other": other}
    data["metadata"] = other
    everything_is_well(json.dumps(data).encode())


@mutations.fuzz
@given(st.one_of(st.binary(max_size=300), mutations.values.map(lambda value: json.dumps(value).encode())))
def test_anything_at_all(everything_is_well, content):
    everything_is_well(content)


def test_the_fuzzer_reaches_every_outcome(everything_is_well):
    """So that the tests above do not only ever see files that are refused."""
    for content in (CONTENT, CONTENT[:3000], b"{"):
        everything_is_well(content)
    assert len(list(mutations.places(DATA))) > 100
