"""Whatever a student hands in, everybody else keeps the score, and one sentence says what was wrong."""

import importlib.util
import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from autograder.course import notebook as notebooks
from autograder.course import variants
from autograder.grading.engine import Limits
from autograder.grading.submissions import discover
from autograder.release.generate import generated
from autograder.reports import json_report
from autograder.runs.run import Destinations, run


def _load(name):
    spec = importlib.util.spec_from_file_location(f"damage_{name}", Path(__file__).with_name(f"{name}.py"))
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


damages, quick_engine = _load("damages"), _load("quick_engine")
TABLE = Path(__file__).parents[2] / "docs" / "damage.md"
SLOW = [row for row in damages.DAMAGES if row.slow]
QUICK = [row for row in damages.DAMAGES if not row.slow]


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """The student version of the mini course, as JSON data."""
    from autograder.course.assignment import Course

    folder = tmp_path_factory.mktemp("released")
    shutil.copytree(Path(__file__).parents[1] / "mini_course" / "source", folder / "source")
    with generated(Course(folder).assignment("tiny")) as release:
        return json.loads(json.dumps(notebooks.read(release / "tiny.ipynb")))


@pytest.fixture
def other_assignment(mini_course):
    """A second assignment `other`, whose cells have other names."""
    source = mini_course.root / "source"
    shutil.copytree(source / "tiny", source / "other")
    text = (source / "other/tiny.ipynb").read_text()
    for old, new in (("double", "triple"), ("counter_", "meter_"), ("imports", "other_imports")):
        text = text.replace(old, new)
    (source / "other/other.ipynb").write_text(text)
    (source / "other/tiny.ipynb").unlink()


@pytest.fixture
def classroom(mini_course, tiny, hand_in, other_assignment, released, tmp_path, monkeypatch):
    """Damages the work of eve, grades it between that of ada and zoe, and returns the three records."""

    def classroom(row, engine, limits, jobs=1):
        for student in ("ada", "zoe"):
            hand_in(student)
        folder = tmp_path / "submitted" / "eve" / "tiny"
        folder.mkdir(parents=True)
        data = json.loads(json.dumps(variants.solved(tiny)))
        stand = damages.Stand(data, folder, released, mini_course.source_path("tiny"), monkeypatch)
        row.do(stand)
        submissions = discover([tmp_path / "submitted"], mini_course)
        assert [found.student for found in submissions] == ["ada", "eve", "zoe"]
        results = Destinations(json=tmp_path / "scores.json")  # with a journal, which reads the files as well
        return run(submissions, mini_course, engine, results, limits=limits, jobs=jobs)

    return classroom


def check(row, records):
    """The outcome of a row is what it says, and nobody else is concerned."""
    ada, eve, zoe = records
    assert (ada.score, ada.repairs, zoe.score, zoe.repairs) == (5.5, (), 5.5, ())
    assert eve.max_score == 5.5
    assert eve.score == row.score, (eve.repairs, eve.message)
    told = eve.repairs
    if row.outcome == damages.INVALID:
        assert eve.status == "invalid"
        assert re.match(r"\S*/submitted/eve/tiny(/tiny.ipynb)?: ", eve.message), "the sentence names the file"
        told = (eve.message,)
    else:
        assert eve.status == "graded"
    assert any(row.says in sentence for sentence in told) if row.says else not told, told
    for sentence in told:
        assert "\n" not in sentence
        assert len(sentence.replace(eve.notebook, "")) < 250, sentence
    json.loads(json_report.dumps(records), parse_constant=pytest.fail)


@pytest.mark.parametrize("row", QUICK, ids=lambda row: row.name)
def test_the_damage_has_its_outcome(row, classroom):
    check(row, classroom(row, quick_engine.QuickEngine(), Limits()))


@pytest.mark.parametrize("row", SLOW, ids=lambda row: row.name)
def test_the_damage_has_its_outcome_where_cells_never_end(row, classroom):
    from autograder.confinement import complete, probe
    from autograder.engine.fork_engine import ForkEngine

    with ForkEngine(confined=complete(probe())) as engine:
        check(row, classroom(row, engine, Limits(cell_seconds=1), jobs=3))


def test_the_table_says_what_the_tests_show():
    """Rows of `docs/damage.md` are printed by `python tests/damage/damages.py`."""
    rows = [line for line in TABLE.read_text().splitlines() if line.startswith("| ") and "---" not in line]
    assert [row for row in rows if not row.startswith("| what happened")] == damages.rows()


@pytest.mark.parametrize(
    "student",
    ["-rf", "=HYPERLINK(1)", "a b", "ünï", "y" * 200, "a'b\"c", "<script>alert(1)", "\udcff", "a\nb"],
)
def test_unusual_student_ids_get_their_points_and_their_pages(student, hand_in, mini_course, tmp_path):
    submitted = hand_in(student)
    out = tmp_path / "out"
    out.mkdir()
    destinations = Destinations(out / "a.json", out / "a.xml", out / "a.csv", out / "pages")
    [record] = run(
        discover([submitted], mini_course),
        mini_course,
        quick_engine.QuickEngine(),
        destinations,
        limits=Limits(),
        jobs=1,
    )
    assert (record.student, record.score) == (student, 5.5)
    for path in out.rglob("*"):
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        assert path.suffix != ".html" or "<script" not in text
        assert path.suffix != ".csv" or not re.search(r"^[=+@-]", text, re.MULTILINE)
    pages = [path.relative_to(out / "pages").parts for path in (out / "pages").rglob("tiny.html")]
    assert len(pages) == 1 and len(pages[0]) == 2
