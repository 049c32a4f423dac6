"""Which preprocessors run where: one place for `nbgrader_config.py` and for `autograder release`."""

from __future__ import annotations

import sys

from nbconvert.preprocessors import ClearMetadataPreprocessor, CSSHTMLHeaderPreprocessor
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ClearOutput,
    ComputeChecksums,
    Execute,
    GetGrades,
    IgnorePattern,
    IncludeHeaderFooter,
    LimitOutput,
    LockCells,
    SaveAutoGrades,
    SaveCells,
)
from traitlets.config import Config

from autograder.hooks import safe_html, unfinished
from autograder.hooks.hide_tests import HideTests
from autograder.hooks.offline_page import OfflinePage
from autograder.hooks.points import FillPoints
from autograder.hooks.repaired import RepairedNotebook
from autograder.hooks.run_cells import RunCells
from autograder.hooks.stubs import TEXT_STUB, NamedStubs
from autograder.hooks.tidy import TidyChecks
from autograder.limits import Limits

# nbgrader's own Execute, which runs the model solutions, may take as long for a cell as `autograder grade`.
_CELL_TIMEOUT = int(Limits().cell_seconds)

# nbgrader's own list, with our engine in place of its Execute.
_AUTOGRADE = (
    RunCells,
    IgnorePattern,
    ClearMetadataPreprocessor,
    LimitOutput,
    SaveAutoGrades,
    AssignLatePenalties,
    CheckCellMetadata,
)


def configure(config: Config) -> None:
    """Put the course's preprocessors and limits into an nbgrader configuration.

    Args:
        config: what ``get_config()`` returns; changed in place.
    """
    config.GenerateAssignment.preprocessors = _names(
        IncludeHeaderFooter,
        # Before the checksums and the database, so that both agree with what students get.
        FillPoints,
        # nbgrader's InstantiateTests, usually here, is left out: it starts a kernel, and this course has no AUTOTEST.
        LockCells,
        NamedStubs,
        ClearOutput,
        CheckCellMetadata,
        ComputeChecksums,
        SaveCells,
        # The database keeps the hidden tests, the student version does not: a second set of checksums.
        ClearHiddenTests,
        ClearMarkScheme,
        TidyChecks,
        ComputeChecksums,
        CheckCellMetadata,
    )
    # Where students see the model solution, the points are filled in and the hidden tests are gone, too.
    config.GenerateSolution.preprocessors = _names(
        IncludeHeaderFooter,
        FillPoints,
        LockCells,
        ClearOutput,
        ClearMarkScheme,
        Execute,
        HideTests,
    )
    config.Autograde.autograde_preprocessors = _names(*_AUTOGRADE)
    [config.Autograde.exporter_class] = _names(RepairedNotebook)
    config.Autograde.pre_convert_hook = f"{unfinished.__name__}.{unfinished.begin.__name__}"
    config.Autograde.post_convert_hook = f"{unfinished.__name__}.{unfinished.end.__name__}"
    for folder in unfinished.sweep(unfinished.configured_root(config.CourseDirectory)):
        print(f"{folder}: autograding was cut off; it can be graded again", file=sys.stderr)
    # For feedback pages, and for formgrader, which shows submissions in the instructor's browser.
    config.HTMLExporter.sanitize_html = True
    config.HTMLExporter.filters = {
        name: f"{safe_html.__name__}.{name}" for name in ("markdown2html", "clean_html")
    }
    config.GenerateFeedback.preprocessors = _names(GetGrades, HideTests, CSSHTMLHeaderPreprocessor)
    [config.GenerateFeedback.exporter_class] = _names(OfflinePage)
    config.ClearSolutions.text_stub = TEXT_STUB
    # `nbgrader validate` cuts longer lines; its default of 90 would cut our messages.
    config.Validator.width = 160
    config.Execute.timeout = _CELL_TIMEOUT
    # Messages of checks have a handful of lines and are never cut; what a student's endless recursion writes is.
    config.LimitOutput.max_lines = 1000
    config.LimitOutput.max_traceback = 100


def run_confined(config: Config, *, checks_inside: bool = False) -> None:
    """Let nbgrader run submissions with our engine, and leave all other settings of a course as they are.

    Args:
        config: what ``get_config()`` returns; changed in place. Preprocessors that it already names stay.
        checks_inside: for courses whose check cells are ordinary Python: run them in the student's process, as nbgrader
            does. Student code can then change what the checks see; it is confined all the same.

    Raises:
        ValueError: if the configuration names preprocessors for autograding, and nbgrader's Execute is not one of them.
    """
    names = _names(*_AUTOGRADE)
    if "autograde_preprocessors" in config.Autograde:
        given = [
            item if isinstance(item, str) else _name(item)
            for item in config.Autograde.autograde_preprocessors
        ]
        places = [
            place for place, name in enumerate(given) if name.rpartition(".")[2] in ("Execute", "RunCells")
        ]
        if len(places) != 1:
            raise ValueError(
                "c.Autograde.autograde_preprocessors must name nbgrader.preprocessors.Execute once, which our engine replaces"
            )
        given[places[0]] = _name(RunCells)
        names = given
    config.Autograde.autograde_preprocessors = names
    config.RunCells.checks_inside = checks_inside


def _names(*classes: type) -> list[str]:
    """Classes as ``module.name``: formgrader shows the configuration as JSON, and cannot if there are classes in it."""
    return [_name(cls) for cls in classes]


def _name(cls: type) -> str:
    return f"{cls.__module__}.{cls.__qualname__}"
