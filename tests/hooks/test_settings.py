"""`run_confined` puts our engine into the configuration of any course, and nothing else."""

import nbgrader.preprocessors
import pytest
from nbgrader.converters import Autograde
from traitlets.config import Config

from autograder.hooks.run_cells import RunCells
from autograder.hooks.settings import run_confined

OURS = "autograder.hooks.run_cells.RunCells"


def names(preprocessors):
    """Their class names."""
    return [item.rpartition(".")[2] if isinstance(item, str) else item.__name__ for item in preprocessors]


def test_our_engine_stands_where_execute_stood():
    """nbgrader's list is that of the version that is installed."""
    config = Config()
    run_confined(config)
    stock = names(Autograde.autograde_preprocessors.default_args[0])
    assert stock[0] == "Execute"
    assert names(config.Autograde.autograde_preprocessors) == ["RunCells", *stock[1:]]
    assert config.RunCells.checks_inside is False
    assert list(config) == ["Autograde", "RunCells"]


def test_preprocessors_of_the_course_stay():
    config = Config()
    config.Autograde.autograde_preprocessors = [
        "my.own.Preprocessor",
        nbgrader.preprocessors.Execute,
        "nbgrader.preprocessors.SaveAutoGrades",
    ]
    run_confined(config, checks_inside=True)
    wanted = ["my.own.Preprocessor", OURS, "nbgrader.preprocessors.SaveAutoGrades"]
    assert config.Autograde.autograde_preprocessors == wanted
    assert RunCells(config=config).checks_inside is True
    run_confined(config)
    assert config.Autograde.autograde_preprocessors == wanted, "twice is once"


def test_a_list_without_execute_is_one_clear_sentence():
    config = Config()
    config.Autograde.autograde_preprocessors = ["nbgrader.preprocessors.SaveAutoGrades"]
    with pytest.raises(
        ValueError, match="must name nbgrader.preprocessors.Execute once, which our engine replaces"
    ):
        run_confined(config)
