"""The bundled class of `autograder demo` is whole; the demo itself is tested on the mini course."""

from pathlib import Path

import pytest

from autograder.course import sample_class
from autograder.course.assignment import Course
from autograder.course.variants import read as read_variant

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def students():
    """The bundled class."""
    return sample_class.read(ROOT / "samples/class.toml", Course(ROOT))


def test_every_variant_exists_and_can_be_put_into_a_notebook(students):
    course = Course(ROOT)
    for student in students:
        for name, work in student.work.items():
            if isinstance(work, tuple):
                chosen = [read_variant(sample_class.find_variant(course, name, variant)) for variant in work]
                sample_class.combine(course.assignment(name), chosen)


def test_someone_solved_everything_and_others_did_not(students):
    works = [set(student.work.values()) for student in students]
    assert {"solved"} in works
    assert {"untouched"} in works
    assert {"damaged"} in works
    assert any(isinstance(work, tuple) for student in students for work in student.work.values())
    assert all(student.why for student in students)
