"""From paths to submissions: which notebooks there are, whose they are, and of which assignment."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course.assignment import Course
from autograder.errors import SubmissionError
from autograder.grading.names import (
    assignment_called,
    assignment_in,
    student_on_platform,
    without_assignment,
)

#: Folders that never hold submissions.
SKIPPED = frozenset({".ipynb_checkpoints", "__pycache__", "__MACOSX", "node_modules", ".git", ".venv"})

#: Names that a message lists.
MAX_NAMES = 3


@dataclass(frozen=True, slots=True)
class Submission:
    """One notebook to grade; nothing of it has been read yet.

    Attributes:
        path: the notebook file, as it was found from the given path; a folder where there is a problem with it.
        student: from the folder of the student, or else from the file name.
        assignment: from the folder or the file name; None where only the cells inside can tell.
        problem: why it cannot be graded, for a sentence that begins with the path; usually "".
        notes: what is unusual about it, one sentence each.
    """

    path: Path
    student: str
    assignment: str | None
    problem: str = ""
    notes: tuple[str, ...] = ()


def discover(
    paths: Iterable[Path | str], course: Course, assignment: str | None = None
) -> tuple[Submission, ...]:
    """Find the submissions under some paths.

    A path is a notebook, or a folder on any level of `submitted/<student>/<assignment>/<notebook>.ipynb`; a folder of
    loose notebooks is fine as well, and so is what Moodle, Canvas and Brightspace let a teacher download. Checkpoints and hidden folders are skipped. Where a folder holds the notebook of
    its assignment, other notebooks beside and below it are the student's own business. A folder of an assignment without a
    notebook, one that cannot be opened, and links that lead out of it become submissions with a `problem`.

    Args:
        paths: notebooks and folders.
        course: knows the names of the assignments.
        assignment: only this one: submissions that lie in the folder of another one are left out.

    Returns:
        The submissions in the order of the paths, each file once, those of one folder by name.

    Raises:
        SubmissionError: if a path does not exist or holds no notebook.
        CourseError: if the course has no such assignment.
    """
    known = course.assignments
    if assignment is not None:
        course.assignment(assignment)  # says what there is instead
    found: dict[str, Submission] = {}
    for path in map(Path, paths):
        submissions = [_identified(entry, known, assignment, root=path) for entry in _entries(path, known)]
        if not submissions:
            raise SubmissionError(f"{path}: there is no notebook in this folder")
        for submission in submissions:
            if assignment is None or submission.assignment == assignment:
                # A link is told from what it leads to, or it could take somebody's place.
                place = (
                    os.path.abspath(submission.path)
                    if submission.problem
                    else os.path.realpath(submission.path)
                )
                found.setdefault(place, submission)
    if not found:
        raise SubmissionError(f"none of the notebooks is a submission of {assignment!r}")
    return tuple(_with_doubles_told(list(found.values())))


def _with_doubles_told(submissions: list[Submission]) -> Iterator[Submission]:
    """Note where a student has several notebooks of one assignment: somebody must say which of the scores counts."""
    owners = [(submission.student, submission.assignment) for submission in submissions]
    several = {owner for owner, count in Counter(owners).items() if count > 1 and owner[1] is not None}
    for submission, owner in zip(submissions, owners, strict=True):
        if owner in several:
            others = [
                repr(other.path.name if other.path.name != submission.path.name else str(other.path))
                for other, its in zip(submissions, owners, strict=True)
                if its == owner and other is not submission
            ]
            listed = ", ".join(others[:MAX_NAMES]) + (", ..." if len(others) > MAX_NAMES else "")
            note = f"this is not the only notebook of this student for {owner[1]}: there is also {listed}"
            yield replace(submission, notes=(*submission.notes, note))
        else:
            yield submission


def identify(
    path: Path, known: Iterable[str], assignment: str | None = None, root: Path | None = None
) -> Submission:
    """Tell student and assignment from where a notebook lies.

    Args:
        path: the notebook; nothing is read.
        known: names of the assignments of the course.
        assignment: what it is if neither its folder nor its name says anything else.
        root: the folder in which it was found; folders between the two may be those of the assignment.
    """
    known = tuple(known)
    place = Path(os.path.abspath(path))
    home = _assignment_folder(place, known, Path(os.path.abspath(root)) if root is not None else place.parent)
    named = assignment_in(place.stem, known)
    student = student_on_platform(place.name) or student_on_platform(place.parent.name)
    if student is not None:
        return Submission(
            path, student, named or (assignment_called(home.name, known) if home else assignment)
        )
    if home is not None:
        name = assignment_called(home.name, known)
        notes = () if name == home.name else (f"the folder {home.name!r} was taken for that of {name}",)
        return Submission(path, home.parent.name or place.stem, name, notes=notes)
    folder = place.parent.name
    if named:
        rest = without_assignment(place.stem, named)
        return Submission(path, rest or folder or place.stem, named)
    if assignment is not None and assignment_in(folder, known) is None:
        return Submission(path, place.stem, assignment)
    return Submission(path, place.stem, None)


def in_folder_of_student(path: Path, student: str, assignment: str) -> Submission:
    """The submission of a student whose name is known, in the folder of the assignment; links are judged as `discover` does."""
    entry = _file(path, path.parent)
    return Submission(path, student, assignment, entry.problem, entry.notes)


def _assignment_folder(place: Path, known: tuple[str, ...], root: Path) -> Path | None:
    """The folder of the assignment: of several that lie in one another the outermost that has a student's above it.

    Some hand in their copy of the whole course, in which there are folders of that name as well.
    """
    named: list[Path] = []
    for folder in (place.parent, *place.parent.parents):
        if assignment_called(folder.name, known):
            named.append(folder)
        if folder == root or root not in folder.parents:
            break
    if not named:
        return None
    home = next((folder for folder in reversed(named) if root in folder.parent.parents), named[0])
    while home.parent.name.casefold() == home.name.casefold():
        home = home.parent
    return home


@dataclass(frozen=True, slots=True)
class _Entry:
    """A notebook, or something in the place of one."""

    path: Path
    problem: str = ""
    notes: tuple[str, ...] = ()


def _identified(entry: _Entry, known: tuple[str, ...], assignment: str | None, root: Path) -> Submission:
    # A folder stands for the notebook that should be in it.
    name = entry.path / "notebook" if entry.problem and entry.path.is_dir() else entry.path
    found = identify(name, known, assignment, root)
    student = entry.path.name if name != entry.path and found.assignment is None else found.student
    return Submission(entry.path, student, found.assignment, entry.problem, (*found.notes, *entry.notes))


def _entries(path: Path, known: tuple[str, ...]) -> Iterator[_Entry]:
    """The notebook, or all notebooks in a folder, in a stable order."""
    if path.is_dir():
        yield from _in_folder(path, known)
    elif not os.path.lexists(path):
        raise SubmissionError(f"{path}: there is no such file or folder")
    else:
        yield _Entry(path)


def _in_folder(folder: Path, known: tuple[str, ...]) -> Iterator[_Entry]:
    name = assignment_called(Path(os.path.abspath(folder)).name, known)
    if name and not any(map(student_on_platform, _names_in(folder))):
        yield from _of_assignment(folder, name)
        return
    listed = _listed(folder)
    if isinstance(listed, str):
        yield _Entry(folder, listed)
        return
    files, folders = listed
    yield from (_file(path, home=folder) for path in files if _is_notebook(path))
    for inner in folders:
        if not inner.is_symlink():
            yield from _in_folder(inner, known)
        elif assignment_called(inner.name, known) or any(
            assignment_called(name, known) for name in _names_in(inner)
        ):
            yield _Entry(inner, "this is a link to another folder; hand in the files themselves")


def _of_assignment(home: Path, name: str) -> Iterator[_Entry]:
    """What is handed in in the folder of an assignment, which has this name, however deep it lies there."""
    odd: list[Path] = []
    level = [home]
    while level:
        files: list[Path] = []
        below: list[Path] = []
        for folder in level:
            listed = _listed(folder)
            if isinstance(listed, str):
                yield _Entry(folder, listed)
                return
            files += listed[0]
            below += [inner for inner in listed[1] if not inner.is_symlink()]
        notebooks = [path for path in files if _is_notebook(path)]
        exact = [path for path in notebooks if path.name == f"{name}.ipynb"]
        exact = exact or [path for path in notebooks if path.stem.casefold() == name.casefold()]
        if notebooks:
            yield from (_file(path, home) for path in exact or notebooks)
            return
        odd += files
        level = below
    misnamed = [
        path
        for path in odd
        if ".ipynb" in path.name.lower()
        or path.stem.casefold() == name.casefold()
        and path.suffix.lower() in _DISGUISES
    ]
    if len(misnamed) == 1:
        [path] = misnamed
        yield _file(path, home, f"the file is called {path.name!r}; it was read as a notebook")
        return
    names = [repr(path.name) for path in odd[:MAX_NAMES]] + (["..."] if len(odd) > MAX_NAMES else [])
    yield _Entry(
        home, "there is no notebook in this folder" + (f", only {', '.join(names)}" if names else "")
    )


#: What programs that do not know notebooks make of their names.
_DISGUISES = ("", ".json", ".txt", ".html", ".htm")


def _listed(folder: Path) -> tuple[list[Path], list[Path]] | str:
    """Files and folders of a folder, sorted, without hidden ones; or why it cannot be opened."""
    try:
        with os.scandir(folder) as found:
            entries = sorted((entry for entry in found if entry.name[0] != "."), key=lambda entry: entry.name)
            paths = [folder / entry.name for entry in entries]
    except OSError as problem:
        return f"this folder cannot be opened ({problem.strerror})"
    folders = [path for path in paths if os.path.isdir(path)]
    return [path for path in paths if path not in folders], [
        path for path in folders if path.name not in SKIPPED
    ]


def _names_in(folder: Path) -> list[str]:
    """What lies in a folder; nothing, if it is none or cannot be opened."""
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _file(path: Path, home: Path, *notes: str) -> _Entry:
    """A file in the folder of a student: a link out of it could be anybody's work, or the solution."""
    if path.is_symlink():
        target = Path(os.path.realpath(path))
        if Path(os.path.realpath(home)) not in target.parents:
            return _Entry(path, "this is a link out of its folder; hand in the file itself")
    return _Entry(path, notes=notes)


def _is_notebook(path: Path) -> bool:
    return path.name.lower().endswith(".ipynb")
