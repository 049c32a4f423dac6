"""A course and its assignments: which questions there are, which aspects, and what they are worth."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode

from autograder.course import notebook as notebooks
from autograder.course.cells import Cell, CellKind, cells_of
from autograder.course.marks import regions
from autograder.errors import CourseError


@dataclass(frozen=True)
class Aspect:
    """What one check cell (or one person) judges.

    Attributes:
        id: the ``grade_id`` of the cell: ``<question>-<aspect>``, or the question id for a manual question.
        question: id of its question.
        points: what it is worth.
        manual: whether a person gives the points.
    """

    id: str
    question: str
    points: float
    manual: bool


@dataclass(frozen=True)
class Question:
    """A question: its aspects in the notebook's order.

    Attributes:
        id: such as ``softmax``.
        aspects: at least one.
        manual: whether a person gives the points.
        solution_cell: ``grade_id`` of the cell where the student answers; several methods of a class share one.
    """

    id: str
    aspects: tuple[Aspect, ...]
    manual: bool
    solution_cell: str

    @property
    def points(self) -> float:
        """What all aspects are worth together."""
        return sum(aspect.points for aspect in self.aspects)


@dataclass(frozen=True, eq=False)
class Assignment:
    """An instructor notebook, and what it asks. Nobody may change the notebook; `variants` makes copies.

    Attributes:
        name: name of its folder and of its notebook.
        path: the instructor notebook, ``source/<name>/<name>.ipynb``.
        notebook: what is in it.
        cells: its cells, with eyes for nbgrader.
        questions: in the order of their check cells.
    """

    name: str
    path: Path
    notebook: NotebookNode
    cells: tuple[Cell, ...] = field(repr=False)
    questions: tuple[Question, ...] = field(repr=False)

    @classmethod
    def read(cls, path: Path | str) -> Assignment:
        """Read an instructor notebook.

        Raises:
            NotebookError: if the file is no notebook.
            CourseError: if two cells share a ``grade_id``, or a question has no cell to answer in.
        """
        return cls.of(notebooks.read(path), path)

    @classmethod
    def of(cls, notebook: NotebookNode, path: Path | str) -> Assignment:
        """Make an assignment of an instructor notebook that is already read.

        Args:
            notebook: what is in it; the assignment keeps it.
            path: where it lies; the file's name is the assignment's name.

        Raises:
            CourseError: as `read`.
        """
        path = Path(path)
        cells = tuple(cells_of(notebook))
        seen: set[str] = set()
        for cell in cells:
            if cell.grade_id in seen:
                raise CourseError(f"{path}: two cells have the grade_id {cell.grade_id!r}")
            if cell.grade_id:
                seen.add(cell.grade_id)
        return cls(path.stem, path, notebook, cells, _questions(cells, path))

    @property
    def aspects(self) -> tuple[Aspect, ...]:
        """All aspects, in the order of the questions."""
        return tuple(aspect for question in self.questions for aspect in question.aspects)

    @property
    def max_points(self) -> float:
        """What the automatic aspects are worth together."""
        return sum(aspect.points for aspect in self.aspects if not aspect.manual)

    @property
    def max_manual_points(self) -> float:
        """What the questions that a person judges are worth together."""
        return sum(aspect.points for aspect in self.aspects if aspect.manual)

    def question(self, question: str) -> Question:
        """The question of an id.

        Raises:
            CourseError: if there is none.
        """
        for candidate in self.questions:
            if candidate.id == question:
                return candidate
        known = ", ".join(candidate.id for candidate in self.questions)
        raise CourseError(f"{self.name} has no question {question!r}; its questions are {known}")

    def cell(self, grade_id: str) -> Cell:
        """The cell of a ``grade_id``.

        Raises:
            CourseError: if there is none.
        """
        for cell in self.cells:
            if grade_id and cell.grade_id == grade_id:
                return cell
        raise CourseError(f"{self.name} has no cell {grade_id!r}")

    def solution_cell_of(self, question: str) -> Cell:
        """The cell in which a question is answered.

        Raises:
            CourseError: if there is no such question.
        """
        return self.cell(self.question(question).solution_cell)


@dataclass(frozen=True)
class Course:
    """A folder with ``source/<assignment>/<assignment>.ipynb``.

    Attributes:
        root: the folder that holds ``source/``.
    """

    root: Path

    @classmethod
    def find(cls, start: Path | str = ".") -> Course:
        """The nearest course at or above a folder.

        Raises:
            CourseError: if no folder at or above ``start`` has a ``source/``.
        """
        start = Path(start).resolve()
        for folder in (start, *start.parents):
            if (folder / "source").is_dir():
                return cls(folder)
        raise CourseError(
            f"{start}: no course here, neither this folder nor one above it has a folder source/"
        )

    @property
    def assignments(self) -> tuple[str, ...]:
        """Names of the assignments, sorted."""
        found = (self.root / "source").glob("*/*.ipynb")
        return tuple(sorted(path.stem for path in found if path.stem == path.parent.name))

    def assignment(self, name: str) -> Assignment:
        """Read an assignment.

        Raises:
            CourseError: if the course has no such assignment, or its notebook is not as it must be.
            NotebookError: if its file is no notebook.
        """
        if name not in self.assignments:
            known = ", ".join(self.assignments) or "none"
            raise CourseError(f"{self.root}: there is no assignment {name!r}; known: {known}")
        return Assignment.read(self.source_path(name))

    def source_path(self, name: str) -> Path:
        """Where the instructor notebook of an assignment lies."""
        return self.root / "source" / name / f"{name}.ipynb"

    def release_path(self, name: str) -> Path:
        """Where the student version of an assignment lies."""
        return self.root / "release" / name / f"{name}.ipynb"


def _questions(cells: tuple[Cell, ...], path: Path) -> tuple[Question, ...]:
    """Group the check cells and manual cells by question, in the order in which the questions first appear."""
    grouped: dict[str, list[Cell]] = {}
    for cell in cells:
        if cell.kind in (CellKind.CHECK, CellKind.MANUAL):
            grouped.setdefault(cell.question, []).append(cell)
    answered_in = _solution_cells(cells, path)
    questions = []
    for name, judges in grouped.items():
        manual = judges[0].kind is CellKind.MANUAL
        if any((cell.kind is CellKind.MANUAL) != manual for cell in judges):
            raise CourseError(f"{path}: question {name!r} is judged both by checks and by a person")
        if manual and len(judges) > 1:
            raise CourseError(f"{path}: the manual question {name!r} has more than one cell")
        if not manual and name not in answered_in:
            raise CourseError(
                f"{path}: question {name!r} has check cells but no solution cell; if it shares one, "
                f"its part of it must begin with `### BEGIN SOLUTION {name}`"
            )
        aspects = tuple(Aspect(cell.grade_id, name, cell.points, manual) for cell in judges)
        questions.append(Question(name, aspects, manual, name if manual else answered_in[name]))
    return tuple(questions)


def _solution_cells(cells: tuple[Cell, ...], path: Path) -> dict[str, str]:
    """Question id -> grade_id of the cell that answers it: its own cell, or the one with a mark of its name."""
    answered_in: dict[str, str] = {}
    solutions = [cell for cell in cells if cell.kind is CellKind.SOLUTION]
    for cell in solutions:
        try:
            labels = [region.label for region in regions(cell.source)]
        except CourseError as error:
            raise CourseError(f"{path}: cell {cell.grade_id!r}, {error}") from error
        for label in labels:
            if label:
                answered_in.setdefault(label, cell.grade_id)
    # A cell of the question's own name wins over a mark elsewhere.
    return answered_in | {cell.grade_id: cell.grade_id for cell in solutions}
