"""No attack gains a point, sees a secret, reaches the network, outlives its submission, or touches a neighbour.

The attacks are the files in the folders beside this one: `catalogue.py` says how to read and add one. All of them are graded
in one run, two at a time, with honest students among them; docs/security.md lists them with the layer that stops each.
"""

import csv
import io
import json
import os
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from nbconvert.exporters import HTMLExporter
from nbgrader.server_extensions.formgrader import handlers
from traitlets.config import Config

from autograder.confinement import complete, probe
from autograder.course import notebook as notebooks
from autograder.hooks.offline_page import OfflinePage
from autograder.hooks.settings import configure
from autograder.reports import feedback, json_report, junit, summary
from autograder.reports.table import render
from autograder.runs.run import feedback_paths

from .catalogue import EVERYTHING, FOLDER, read, read_all
from .pages import MARK, what_runs
from .stage import LIMITS, SECRETS, secret, set_up

ATTACKS = read_all()
HONEST = [f"{letter}-honest" for letter in "0frz"]  # by name they stand between the families

pytestmark = pytest.mark.xdist_group("attacks")


class Run:
    """One graded class.

    Attributes:
        alone: results of an honest student before there were any attackers.
        results: (student, assignment) -> result.
        stage: where it took place.
    """

    def __init__(self, stage):
        self.stage = stage
        submitted = stage.hand_in([], ["alone"])
        self.alone = stage.grade(submitted)
        stage.clean_up()
        self.before = sorted(os.listdir("/dev/shm"))
        self.results = stage.grade(stage.hand_in(ATTACKS, HONEST))

    def of(self, attack):
        """The result of an attack."""
        return self.results[attack.student, attack.assignment]


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """All attacks, graded."""
    if not complete(probe()):
        pytest.skip("this machine cannot confine student code")
    with set_up(tmp_path_factory.mktemp("stage")) as stage:
        yield Run(stage)


def named(attacks):
    """Parameters with the names of attacks as ids."""
    return [pytest.param(attack, id=attack.name) for attack in attacks]


def test_no_notebook_comes_back_larger_than_outputs_may_be(run):
    """Eight times the limit of a cell, which an output with nothing in it exceeds by what frames it; checks put out little."""
    for attack in ATTACKS:
        cells = run.of(attack).graded.notebook.cells
        size = sum(len(json.dumps(output)) for cell in cells for output in cell.get("outputs", ()))
        assert size < 12 * LIMITS.output_bytes, attack.name


@pytest.mark.parametrize("attack", named(ATTACKS))
def test_it_gains_no_point_and_sees_no_secret(run, attack):
    result = run.of(attack)
    assert result.graded.record.status == "graded", result.graded.record.message
    earned = {aspect for aspect, points in result.points.items() if points}
    deserved = set(result.points) if attack.earns == {EVERYTHING} else attack.earns
    assert earned == deserved, {aspect: result.status[aspect] for aspect in earned ^ deserved}
    assert result.seen == set()
    assert printed(result, "THROUGH") == []


def printed(result, word):
    """Lines that student code has printed and that begin with a word."""
    outputs = [output for cell in result.graded.notebook.cells for output in cell.get("outputs", ())]
    lines = [
        line for output in outputs if output.output_type == "stream" for line in output.text.splitlines()
    ]
    return [line for line in lines if line.startswith(word)]


def test_nothing_reached_the_network_or_a_file(run):
    assert run.stage.heard == []
    assert list(run.stage.outside.iterdir()) == []
    assert run.stage.outside.stat().st_mode & 0o777 == run.stage.mode
    assert (run.stage.course.root / "gradebook.db").read_text() == secret("gradebook")


def test_nothing_outlives_its_submission(run):
    assert run.stage.left == []
    assert sorted(os.listdir("/dev/shm")) == run.before
    assert not Path("/tmp/message-from-a-friend").exists()


def test_honest_students_have_the_same_scores_as_without_attackers(run):
    told = {}
    for name in HONEST:
        for (_, assignment), alone in run.alone.items():
            found = run.results[name, assignment]
            assert found.points == alone.points
            assert found.status == alone.status
            told[name, assignment] = sum(found.points.values())
    assert len(told) == 2 * len(HONEST)
    assert {points for points in told.values()} == {4.0, sum(run.alone["alone", "network"].points.values())}


def test_the_secrets_are_there_to_be_found(run):
    """Or none of the above would mean anything."""
    root = run.stage.course.root
    assert secret("hidden") in (root / "source/softmax_regression/softmax_regression.ipynb").read_text()
    assert secret("neighbour") in Path(run.stage.knowledge.neighbour).read_text()
    assert Path(run.stage.knowledge.home).read_text() == secret("home")
    assert os.environ["GRADER_TOKEN"] == secret("environment")
    checks = [cell.source for cell in run.of(ATTACKS[0]).graded.notebook.cells]
    assert any(secret("hidden") in source for source in checks), "the hidden tests were run"
    probe = read(FOLDER / "files" / "source.py")
    assert "@SOURCE@" in probe.cells[0][2]
    assert len(SECRETS) == 6


MARKED = [attack for attack in ATTACKS if MARK in attack.path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("attack", named(MARKED))
def test_no_markup_of_a_student_runs_in_a_browser(run, attack):
    """Our feedback page, the page on which formgrader shows a submission, and nbgrader's feedback page."""
    graded = run.of(attack).graded
    assert what_runs(feedback.page(graded.record, graded.notebook)) == []
    for exporter, template in ((HTMLExporter, "formgrade"), (OfflinePage, "feedback")):
        assert what_runs(page_of(graded.notebook, exporter, template)) == []


def page_of(notebook, exporter, template):
    """A page of nbgrader's, made as formgrader and `nbgrader generate_feedback` make theirs, with our configuration."""
    config = Config()
    configure(config)
    config.HTMLExporter.template_name = template
    config.HTMLExporter.extra_template_basedirs = [handlers.template_path]
    config.HTMLExporter.extra_template_paths = [f"{handlers.static_path}/node_modules/bootstrap/dist/css"]
    notebook = notebooks.copy(notebook)
    for cell in notebook.cells:
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader.update(score=0, points=cell.metadata.nbgrader.get("points", 0), comment="")
    resources = {
        "assignment_id": "a", "notebook_id": "n", "submission_id": "s", "index": 0, "total": 1, "base_url": "",
        "student": "s", "last_name": None, "first_name": None, "notebook_path": "p",
        "nbgrader": {"score": 0, "max_score": 1, "late_penalty": 0},
    }  # fmt: skip
    return exporter(config=config).from_notebook_node(notebook, resources=resources)[0]


def test_the_finder_of_markup_finds_some():
    """It would see what stock nbconvert lets through."""
    for page in (
        "<script>pwned(1)</script>", "<img src=x onerror='pwned(2)'>", "<a href=' java\tscript:pwned(3)'>x</a>",
        "<iframe srcdoc='<script>pwned(4)</script>'></iframe>", "<img width=1 onload=pwned(5) src=x>",
        "<svg onload=pwned(6)>", "<style>@import '//pwned.example'</style>", "<img src='//pwned.example/track.png'>",
        "<div style='background:url(//pwned.example)'>", "<meta http-equiv=refresh content='0;url=//pwned.example'>",
    ):  # fmt: skip
        assert what_runs(page), page
    assert (
        what_runs(
            "<pre>&lt;script&gt;pwned(1)&lt;/script&gt;</pre><img src='data:image/png;base64,x' alt='pwned'>"
        )
        == []
    )


def test_reports_of_the_class_can_be_read(run):
    """JSON, XML, a spreadsheet, a terminal and the pages, with everything that attackers have put in."""
    records = [result.graded.record for result in run.results.values()]
    document = json.loads(json_report.dumps(records), parse_constant=pytest.fail)
    assert len(document["submissions"]) == len(records)
    suites = ET.fromstring(junit.dumps(records))
    assert len(suites) == len(records)
    rows = list(csv.reader(io.StringIO(summary.to_csv(records))))
    assert all(not cell.lstrip().startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert what_runs(summary.page(records, {number: "x.html" for number in range(len(records))})) == []
    from rich.console import Console

    console = Console(file=io.StringIO(), width=120)
    console.print(render(records))
    text = console.file.getvalue()
    assert not any(ord(c) < 32 and c not in "\n" for c in text)
    assert "\u202e" not in text


def test_pages_lie_in_their_folder(run):
    from autograder.grading.submissions import discover

    submissions = discover([run.stage.folder / "submitted"], run.stage.course)
    paths = feedback_paths(submissions)
    assert len(set(paths)) == len(submissions) == len(run.results)
    for path in paths:
        assert not path.is_absolute() and ".." not in path.parts and len(path.parts) == 2
        assert path.as_posix().isprintable() and "\\" not in str(path)


def test_the_catalogue_has_every_family_and_says_what_stops_each():
    families = {attack.family for attack in ATTACKS}
    assert families >= {
        "patch", "lies", "state", "frames", "files", "results", "protocol", "processes", "threads", "resources", "network",
        "markup", "reports",
    }  # fmt: skip
    assert len(ATTACKS) >= 150
    assert len({attack.student for attack in ATTACKS}) == len(ATTACKS)
    text = (FOLDER.parent.parent / "docs" / "security.md").read_text(encoding="utf-8")
    for attack in ATTACKS:
        assert f"`{attack.family}/{attack.path.stem}`" in text, (
            "python tests/attacks/peers.py --table writes the table"
        )
        assert f"**{attack.fields['stopped by']}**" in text
