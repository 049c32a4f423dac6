"""A long run: hundreds of mixed submissions; scores, memory, processes, descriptors and folders are watched.

    python -m benchmarks.soak --submissions 500 --jobs 2 --plot docs/images/soak.png
    python -m benchmarks.soak --submissions 60 --interrupt 20       Ctrl-C after 20 s, then --resume
    python -m benchmarks.soak --submissions 60 --kill 20            kill -9 at 20 random moments, then --resume

Exit status 1 when a score is not what it must be, or anything is left behind.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click
import psutil
from rich.console import Console

from autograder.course.assignment import Course
from benchmarks.mixed_class import Member, build, write
from benchmarks.sampling import Sample, Sampler, growth, plot

ROOT = Path(__file__).resolve().parent.parent
ALLOWED_GROWTH = 0.05  # of memory between the second and the last quarter of a run
INTERRUPTED = 130
LONGEST = 20.0  # seconds until a grader is killed
SECONDS_TO_END = 15.0
"""That the fork server of a killed grader has to end everything; it may only just be starting."""


@click.command(epilog=__doc__.replace("\n\n", "\n\n\b\n"))
@click.option("--submissions", "size", default=500, show_default=True, type=click.IntRange(min=8))
@click.option("--jobs", default=2, show_default=True, type=click.IntRange(min=1))
@click.option("--assignment", "names", multiple=True, default=("softmax_regression",), show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option(
    "--interrupt", type=float, metavar="SECONDS", help="Press Ctrl-C then, and go on with --resume."
)
@click.option(
    "--kill", "kills", default=0, metavar="N", help="kill -9 at N random moments, and go on with --resume."
)
@click.option("--plot", "picture", type=click.Path(path_type=Path), metavar="FILE", help="Draw the curves.")
@click.option("--json", "json_file", type=click.Path(path_type=Path), metavar="FILE")
def main(
    size: int,
    jobs: int,
    names: tuple[str, ...],
    seed: int,
    interrupt: float | None,
    kills: int,
    picture: Path | None,
    json_file: Path | None,
) -> None:
    """Grade a large class and look at everything that could go wrong over time."""
    console = Console()
    members = build(Course(ROOT), names, size, seed)
    with tempfile.TemporaryDirectory(prefix="soak-") as name:
        folder = Path(name).resolve()
        write(members, folder / "submitted")
        (folder / "tmp").mkdir()
        troubles, samples = [], []
        rng = random.Random(seed)
        stops = [(interrupt, signal.SIGINT)] if interrupt is not None else []
        stops += [(rng.uniform(0.5, LONGEST), signal.SIGKILL) for _ in range(kills)]
        for after, how in stops:
            status, taken = _grade(folder, jobs, after, how)
            samples += taken
            end = time.monotonic() + (SECONDS_TO_END if how == signal.SIGKILL else 0)
            while _left(folder) and time.monotonic() < end:
                time.sleep(0.5)
            troubles += _left(folder)
            if status not in (INTERRUPTED, -signal.SIGKILL):
                troubles.append(f"{how.name} after {after:.1f} s: the exit status was {status}")
        status, taken = _grade(folder, jobs)
        samples += taken
        troubles += _left(folder)
        troubles += _noted_twice(folder)
        if status != 3:  # some are damaged beyond reading
            troubles.append(f"the exit status was {status}, expected 3")
        troubles += _wrong_scores(folder, members)
    grown = growth(samples)
    if not stops and grown > ALLOWED_GROWTH:
        troubles.append(f"memory has grown by {grown:.1%} between the second and the last quarter")
    if picture:
        plot(samples, picture)
    kinds = {
        kind: sum(member.kind == kind for member in members)
        for kind in ("honest", "wrong", "hostile", "damaged")
    }
    told = {
        "submissions": size,
        "kinds": kinds,
        "jobs": jobs,
        "seconds": round(samples[-1].seconds, 1),
        "peak_megabytes": round(max(sample.memory for sample in samples) / 1e6),
        "growth": round(grown, 4),
        "descriptors": max(sample.descriptors for sample in samples),
        "processes": max(sample.processes for sample in samples),
        "troubles": troubles,
    }
    console.print_json(data=told)
    if json_file:
        json_file.write_text(json.dumps(told | {"samples": [vars(sample) for sample in samples]}) + "\n")
    sys.exit(1 if troubles else 0)


def _grade(
    folder: Path, jobs: int, stop_after: float | None = None, how: signal.Signals = signal.SIGINT
) -> tuple[int, list[Sample]]:
    command = [sys.executable, "-m", "autograder", "grade", "submitted", "--course", str(ROOT)]
    command += ["--jobs", str(jobs), "--json", "scores.json", "--resume"]
    # Everything temporary lies in a folder of its own, so that what is left can be seen.
    environment = os.environ | {"TMPDIR": str(folder / "tmp"), "PYTHONPATH": str(ROOT)}
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True
        )
        sampler = Sampler(process.pid, folder / "scores.json.journal")
        sampler.start()
        try:
            try:
                status = process.wait(stop_after)
            except subprocess.TimeoutExpired:
                process.send_signal(how)
                status = process.wait()
        finally:
            samples = sampler.end()
    return status, samples


def _left(folder: Path) -> list[str]:
    """Processes that work in the temporary folder, and what lies there."""
    told = [f"left behind: {path.name}" for path in sorted((folder / "tmp").iterdir())]
    for process in psutil.process_iter():
        try:
            variables = process.environ()
        except psutil.Error:
            continue
        if variables.get("TMPDIR") == str(folder / "tmp"):
            told.append(f"left behind: process {process.pid}, {' '.join(process.cmdline())[:100]}")
    return told


def _noted_twice(folder: Path) -> list[str]:
    lines = (folder / "scores.json.journal").read_text().splitlines()
    noted = [json.loads(line)["fingerprint"] for line in lines]
    return [f"{len(noted) - len(set(noted))} submissions are in the journal twice"] * (
        len(set(noted)) != len(noted)
    )


def _wrong_scores(folder: Path, members: list[Member]) -> list[str]:
    document = json.loads((folder / "scores.json").read_text())
    found = {submission["student"]: submission for submission in document["submissions"]}
    told = []
    for member in members:
        submission = found.get(member.student)
        if submission is None:
            told.append(f"{member.student} ({member.why}): not in the document")
            continue
        expected = "invalid" if member.points is None else "graded"
        if submission["status"] != expected:
            told.append(f"{member.student} ({member.why}): {submission['status']}, {submission['message']}")
        if member.points is None or submission["status"] != "graded":
            continue
        points = {
            aspect["id"]: aspect["points"]
            for question in submission["questions"]
            for aspect in question["aspects"]
            if aspect["points"] is not None
        }
        differing = [name for name, right in member.points.items() if points.get(name) != right]
        if differing:
            told.append(f"{member.student} ({member.why}): {', '.join(differing)} differ")
    return told


if __name__ == "__main__":
    main()
