import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.cli import main

pytestmark = pytest.mark.xdist_group("demo")  # what the tests look at ran once

MINI_COURSE = Path(__file__).parents[1] / "mini_course"
CLASS = """
[[students]]
name = "ada"
why = "everything right"
work = "solved"
[[students]]
name = "dan"
work = {tiny = "damaged"}
[[students]]
name = "umi"
work = {tiny = "untouched"}
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A copy of the mini course with a class."""
    root = tmp_path_factory.mktemp("course")
    shutil.copytree(MINI_COURSE / "source", root / "source")
    (root / "samples").mkdir()
    (root / "samples/class.toml").write_text(CLASS)
    return root


def demo(course, out):
    """Runs the command."""
    return CliRunner().invoke(main, ["demo", "--course", str(course), "--out", str(out)])


@pytest.fixture(scope="module")
def ran(course, tmp_path_factory):
    """The output of one run, and its folder."""
    out = tmp_path_factory.mktemp("demo") / "out"
    result = demo(course, out)
    assert result.exit_code == 0, result.output
    return result.output, out


def test_the_class_is_generated_graded_and_reported(ran):
    output, out = ran
    assert "3 students, 3 submissions:" in output
    assert re.search(r"ada +everything right", output)
    document = json.loads((out / "scores.json").read_text())
    assert [(entry["student"], entry["status"], entry["score"]) for entry in document["submissions"]] == [
        ("ada", "graded", 5.5),
        ("dan", "graded", 3),
        ("umi", "graded", 0),
    ]
    assert "the file is damaged" in document["submissions"][1]["repairs"][0]
    assert "is not written yet" in (out / "release/tiny/tiny.ipynb").read_text()
    assert (out / "feedback/umi/tiny.html").is_file()
    assert "umi,tiny,graded" in (out / "scores.csv").read_text()
    assert (out / "scores.xml").is_file()


def test_it_says_where_to_look(ran):
    output, out = ran
    assert f"{out / 'feedback' / 'index.html'}  the class, with links to every feedback page" in output
    for line in output.partition("Where to look:")[2].splitlines():
        assert not line.strip() or Path(line.split()[0]).exists()


def test_an_untouched_notebook_is_told_so_and_needs_no_repair(ran):
    _, out = ran
    umi = json.loads((out / "scores.json").read_text())["submissions"][2]
    assert umi["repairs"] == []
    messages = [aspect["message"] for question in umi["questions"] for aspect in question["aspects"]]
    assert any("double is not written yet" in message for message in messages)


def test_a_folder_with_other_things_is_never_cleared(course, tmp_path):
    (tmp_path / "release").mkdir()
    (tmp_path / "release/precious.txt").touch()
    result = demo(course, tmp_path)
    assert result.exit_code == 2
    assert "this folder is not empty and not from an earlier demo; choose another --out" in result.output
    assert (tmp_path / "release/precious.txt").exists()


def test_a_class_that_cannot_be_read_is_status_2(course, tmp_path):
    broken = tmp_path / "course"
    shutil.copytree(course / "source", broken / "source")
    result = demo(broken, tmp_path / "out")
    assert result.exit_code == 2
    assert "class.toml: cannot be read (No such file or directory)" in " ".join(result.output.split())
