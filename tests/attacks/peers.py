"""The same attacks against stock nbgrader and otter-grader, for the table in docs/security.md.

    python tests/attacks/peers.py --save peers.json                           # stock nbgrader
    python tests/attacks/peers.py --save peers.json --otter otter/bin/python  # otter-grader
    python tests/attacks/peers.py --table peers.json                          # the table of both

Not part of the tests. The two graders confine nothing, so only attacks that do no harm are run: those whose header has no
`# peers: no`. Otter-grader and the course's packages must be installed for the given Python; both graders get the same
cells and the same check cells, hidden tests included. A grader is defeated by an attack that gains a point in it, prints
a secret, reaches the listener, writes a file, or runs in a browser (formgrader's page; otter makes none).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

import nbformat
from nbconvert.exporters import HTMLExporter
from nbgrader.server_extensions.formgrader import handlers
from traitlets.config import Config

from autograder.course import notebook as notebooks
from autograder.course import variants
from autograder.course.assignment import Assignment
from autograder.course.cells import CellKind
from tests.attacks.catalogue import EVERYTHING, Attack, read_all
from tests.attacks.pages import MARK, what_runs
from tests.attacks.stage import ROOT, SECRETS, Stage, secret, set_up
from tests.nbgrader import stock

SECONDS = 300  # for one submission
BATCH = 10  # attacks that are run before their results are saved

TEST = """\
OK_FORMAT = False
from otter.test_files import test_case
name, points = {name!r}, 1


@test_case(points=1)
def check(env):
    exec({source!r}, env)
"""


def batched(attacks: list[Attack], size: int) -> Iterator[list[Attack]]:
    """Several attacks at a time."""
    for start in range(0, len(attacks), size):
        yield attacks[start : start + size]


def harmless(attacks: list[Attack]) -> list[Attack]:
    """The attacks that may be run without confinement."""
    return [attack for attack in attacks if not attack.fields.get("peers", "").startswith("no")]


def verdict(attack: Attack, gained: set[str] | None, outputs: str, page: str = "") -> str:
    """In a few words what an attack has achieved; `stopped` if nothing.

    Args:
        attack: the attack.
        gained: aspects with points, None if there is no score.
        outputs: what came out of the student's own cells; loot is marked as such in it.
        page: formgrader's page, if the attack has markup.
    """
    if gained is None:
        return "no score at all"
    found = []
    if attack.earns != {EVERYTHING} and (more := gained - attack.earns):
        found.append(f"gains {', '.join(sorted(more))}")
    loot = " ".join(re.findall(r"(?:LOOT|THROUGH).*", outputs))
    if seen := [kind for kind in SECRETS if secret(kind) in loot]:
        found.append(f"sees {', '.join(seen)}")
    if page and what_runs(page):
        found.append("runs in formgrader")
    return "; ".join(found) or "stopped"


def elsewhere(stage: Stage, attacks: list[Attack], told: dict[str, str]) -> None:
    """Add who reached the network or wrote a file; attacks write files of names of their own."""
    text = {attack.name: attack.path.read_text(encoding="utf-8") for attack in attacks}
    for name, cells in text.items():
        written = [path.name for path in stage.outside.iterdir() if f"@OUTSIDE@/{path.name}" in cells]
        found = [f"writes {', '.join(sorted(written))}"] if written else []
        found += ["reaches the network"] if stage.heard and "@PORT@" in cells else []
        if found:
            told[name] = "; ".join([*found, *(part for part in [told[name]] if part != "stopped")])


def in_nbgrader(stage: Stage, attacks: list[Attack]) -> dict[str, str]:
    """What each attack achieves in stock nbgrader: its own `autograde`, no configuration."""
    told = {}
    submitted = stage.hand_in(attacks, ["0-honest"])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "course"
        folder.mkdir()
        shutil.copy(ROOT / "nbgrader_config.py", stage.course.root)
        scores = stock.stock_scores(stage.course.root, submitted, folder)
        for attack in attacks:
            path = folder / "autograded" / attack.student / attack.assignment / f"{attack.assignment}.ipynb"
            gained, outputs, page = None, "", ""
            if path.is_file():
                mine = {
                    key[2]: points
                    for key, points in scores.items()
                    if key[:2] == (attack.student, attack.assignment)
                }
                gained = {aspect for aspect, points in mine.items() if points}
                # As nbformat joins it: our own reader leaves the lines of an output as they are.
                cells = [cell for cell in nbformat.read(path, as_version=4).cells if not _is_check(cell)]
                outputs = "\n".join(
                    str(output.get("text", "")) for cell in cells for output in cell.get("outputs", ())
                )
                page = formgrader(path) if MARK in attack.path.read_text(encoding="utf-8") else ""
            told[attack.name] = verdict(attack, gained, outputs, page)
    elsewhere(stage, attacks, told)
    return told


def formgrader(path: Path) -> str:
    """The page on which stock formgrader shows a submission."""
    config = Config()
    config.HTMLExporter.template_name = "formgrade"
    config.HTMLExporter.extra_template_basedirs = [handlers.template_path]
    resources = {
        "assignment_id": "a", "notebook_id": "n", "submission_id": "s", "index": 0, "total": 1, "base_url": "",
        "student": "s", "last_name": None, "first_name": None, "notebook_path": "p",
    }  # fmt: skip
    return HTMLExporter(config=config).from_filename(str(path), resources=resources)[0]


def in_otter(stage: Stage, attacks: list[Attack], python: str) -> dict[str, str]:
    """What each attack achieves in otter-grader: `otter run`, which grades as its container does."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        zips = {
            one: _autograder(stage.course.assignment(one), folder, python)
            for one in {a.assignment for a in attacks}
        }
        with ThreadPoolExecutor(2) as pool:
            found = pool.map(
                lambda attack: _otter(stage, attack, folder, zips[attack.assignment], python), attacks
            )
            told = {attack.name: text for attack, text in zip(attacks, found, strict=True)}
    elsewhere(stage, attacks, told)
    return told


def _otter(stage: Stage, attack: Attack, folder: Path, autograder: Path, python: str) -> str:
    assignment = stage.course.assignment(attack.assignment)
    base = variants.solved(assignment) if attack.earns == {EVERYTHING} else variants.untouched(assignment)
    notebook = attack.submission(base, stage.knowledge)
    notebook.cells = [cell for cell in notebook.cells if not _is_check(cell)]
    here = folder / attack.name
    notebooks.write(notebook, here / "submission.ipynb")
    command = [python, "-m", "otter", "run", "submission.ipynb", "-a", str(autograder), "--no-logo"]
    path = os.pathsep.join([str(Path(python).parent), os.environ["PATH"]])
    try:
        done = subprocess.run(
            command,
            cwd=here,
            env=os.environ | {"PATH": path},
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "no score at all"
    results, gained = here / "results.json", None
    if results.is_file():
        tests = json.loads(results.read_text()).get("tests", ())
        gained = {test["name"].split(" ")[0] for test in tests if test.get("score")}
    return verdict(attack, gained, done.stdout + done.stderr)


def _is_check(cell) -> bool:
    nbgrader = cell.metadata.get("nbgrader", {})
    return bool(nbgrader.get("grade")) and not nbgrader.get("solution")


def _autograder(assignment: Assignment, folder: Path, python: str) -> Path:
    """An autograder of otter's with the check cells as tests."""
    here = folder / f"otter-{assignment.name}"
    (here / "tests").mkdir(parents=True)
    for cell in assignment.cells:
        if cell.kind is CellKind.CHECK:
            test = TEST.format(name=cell.grade_id, source=cell.source)
            (here / "tests" / f"{cell.grade_id}.py").write_text(test)
    path = here / "autograder.zip"
    subprocess.run(
        [python, "-m", "otter", "generate", "-t", "tests", "-o", str(path), "--no-config", "--no-requirements", "--no-environment"],
        cwd=here, check=True, capture_output=True,
    )  # fmt: skip
    return path


def table(told: dict[str, dict[str, str]]) -> str:
    """The table in Markdown, all attacks."""
    lines = [
        "| attack | what is tried | stopped by | stock nbgrader | otter | this project |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for attack in read_all():
        reason = attack.fields.get("peers", "")
        if reason.startswith("no"):
            others = [f"not run: {reason[3:].strip('()')}"] * 2
        else:
            others = [told.get(grader, {}).get(attack.name, "not run") for grader in ("nbgrader", "otter")]
        others = [
            text if text in ("stopped", "no score at all") or text.startswith("not run") else f"**{text}**"
            for text in others
        ]
        title = attack.fields["title"].replace("|", "\\|")
        lines.append(
            f"| `{attack.family}/{attack.path.stem}` | {title} | **{attack.fields['stopped by']}** | {others[0]} | {others[1]} | stopped |"
        )
    return "\n".join(lines)


def main() -> None:
    """Run the attacks and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--otter", help="a Python with otter-grader; without it, stock nbgrader is run")
    parser.add_argument("--only", default="", help="a part of the names of attacks")
    parser.add_argument(
        "--save", type=Path, help="where what was found is added, as JSON; what is there is not run again"
    )
    parser.add_argument("--table", type=Path, help="print the table of such a file, and run nothing")
    asked = parser.parse_args()
    told = json.loads(asked.table.read_text()) if asked.table else {}
    if not asked.table:
        attacks = [attack for attack in harmless(read_all()) if asked.only in attack.name]
        grader = "otter" if asked.otter else "nbgrader"
        told = json.loads(asked.save.read_text()) if asked.save and asked.save.exists() else {}
        done = told.setdefault(grader, {})
        for batch in batched([attack for attack in attacks if attack.name not in done], BATCH):
            with tempfile.TemporaryDirectory() as name, set_up(Path(name)) as stage:
                done |= in_otter(stage, batch, asked.otter) if asked.otter else in_nbgrader(stage, batch)
            if asked.save:
                asked.save.write_text(json.dumps(told, indent=1))
    print(table(told))


if __name__ == "__main__":
    main()
