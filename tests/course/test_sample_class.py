import pytest

from autograder.course import notebook as notebooks
from autograder.course import sample_class, variants
from autograder.errors import CourseError, VariantError

NUMBER = """\
# question: double
# why: adds two
# cause: none
# fails: double-array
# says: not
# edit: 2 * np.asarray(x)
# to: 2 + np.asarray(x)
"""
RESET = """\
# question: counter_reset
# why: resets to one
# cause: none
# fails: counter_reset-zero
# says: not 0
# edit: self.__init__()
# to: self.count = 1
"""


@pytest.fixture
def course(mini_course):
    """The mini course with two variants that can be combined, and one that cannot."""
    folder = mini_course.root / "samples/variants/tiny/wrong"
    folder.mkdir(parents=True)
    (folder / "double__adds.py").write_text(NUMBER)
    (folder / "double__adds_too.py").write_text(NUMBER)
    (folder / "counter_reset__one.py").write_text(RESET)
    return mini_course


@pytest.fixture
def read(course, tmp_path):
    """Reads a class out of TOML text."""

    def read(text):
        path = tmp_path / "class.toml"
        path.write_text(text)
        return sample_class.read(path, course)

    return read


def test_a_class_is_built_out_of_solutions_and_variants(read, course, tiny, tmp_path):
    students = read("""
        [[students]]
        name = "ada"
        work = "solved"
        [[students]]
        name = "ben"
        why = "two slips"
        work = {tiny = ["double__adds", "counter_reset__one"]}
        [[students]]
        name = "dan"
        work = {tiny = "damaged"}
        [[students]]
        name = "umi"
        work = {tiny = "untouched"}
    """)
    released = variants.solved(tiny)
    released.cells[0].source = "as it was handed out"
    paths = sample_class.build(students, course, {"tiny": released}, tmp_path / "in")
    assert [str(path.relative_to(tmp_path / "in")) for path in paths] == [
        f"{name}/tiny/tiny.ipynb" for name in ("ada", "ben", "dan", "umi")
    ]
    ada, ben, dan, umi = paths
    assert notebooks.read(ada) == variants.solved(tiny)
    assert "2 + np.asarray(x)" in ben.read_text()
    assert "self.count = 1" in ben.read_text()
    assert ada.read_text().startswith(dan.read_text())
    assert dan.read_text() != ada.read_text()
    assert "as it was handed out" in umi.read_text()


def test_variants_of_the_same_cell_cannot_be_combined(course, tiny):
    chosen = [
        variants.read(sample_class.find_variant(course, "tiny", name))
        for name in ("double__adds", "double__adds_too")
    ]
    with pytest.raises(VariantError, match="adds_too.py: writes the same cell as double__adds"):
        sample_class.combine(tiny, chosen)


def test_a_variant_that_does_not_exist_is_named(course):
    with pytest.raises(
        VariantError, match="there is no variant 'double__no' of tiny: no double__no.py in samples"
    ):
        sample_class.find_variant(course, "tiny", "double__no")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"there are no \[\[students\]\]"),
        ("x = ", "not a TOML file"),
        ("[[students]]", "a student needs a name"),
        ("[[students]]\nname = '../x'", "a student needs a name that can be the name of a folder"),
        ("[[students]]\nname = 'a'", "a has no work"),
        ("[[students]]\nname = 'a'\nwork = 'great'", "the work of a on tiny is 'great'; expected 'solved'"),
        ("[[students]]\nname = 'a'\nwork = {huge = 'solved'}", "a works on 'huge'; the course has tiny"),
        ("[[students]]\nname = 'a'\nwork = {tiny = []}", r"the work of a on tiny is \[\]"),
        (2 * "[[students]]\nname = 'a'\nwork = 'solved'\n", "there are two students 'a'"),
    ],
)
def test_a_description_that_makes_no_sense_is_refused(read, text, message):
    with pytest.raises(CourseError, match=message):
        read(text)


def test_a_missing_file_is_refused(course, tmp_path):
    with pytest.raises(CourseError, match=r"no.toml: cannot be read \(No such file or directory\)"):
        sample_class.read(tmp_path / "no.toml", course)
