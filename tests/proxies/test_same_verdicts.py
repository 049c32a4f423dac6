"""Through proxies, every check says of every variant what it says in place."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.course.assignment import Course

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "variants"

RANDOM = ("fit__", "glorot__", "weights_not_centred")
"""Variants whose numbers are drawn without a seed, so that no two runs say the same; so are trained networks."""


def run(script: str, *arguments: str) -> dict[str, dict]:
    """What a script prints; it forks, so it has a process of its own."""
    finished = subprocess.run(
        [sys.executable, str(ROOT / "tests" / script), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert finished.returncode == 0, finished.stderr[-3000:]
    return json.loads(finished.stdout)


def some_variants(name: str) -> list[str]:
    """One in thirty; `tests/proxies/driver.py` compares all of an assignment, in minutes."""
    paths = sorted(FOLDER.glob(f"{name}/*/*.py"))
    return [str(path) for path in paths[::30] if not any(word in path.name for word in RANDOM)]


@pytest.mark.parametrize("name", Course(ROOT).assignments)
def test_variants_are_told_the_same(name: str) -> None:
    """Status, message and findings are those of the check in place."""
    paths = some_variants(name)
    in_place, through_proxies = run("lab.py", name, *paths), run("proxies/driver.py", name, *paths)
    for path in paths:
        told, expected = through_proxies[path], in_place[path]
        for aspect in expected:
            if aspect.endswith(("-iris", "-accuracy", "-learns")):
                told[aspect], expected[aspect] = told[aspect]["status"], expected[aspect]["status"]
        assert told == expected, path
