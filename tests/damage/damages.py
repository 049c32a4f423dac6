"""What can happen to a submission, what becomes of it, and what the report says: the rows of `docs/damage.md`.

Each row damages the solved notebook of the mini course, which is worth 5.5 points (1 and 2 for `double`, 1 for `counter_add`, 1.5
for `counter_reset`, which share a cell), in the folder of a student.
"""

import copy
import json
import os
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FULL, PART, INVALID = "graded in full", "graded but for what is gone", "refused as `invalid`"
MIB = 2**20


@dataclass(frozen=True)
class Damage:
    """One row.

    Attributes:
        name: what happened.
        outcome: `FULL`, `PART` or `INVALID`.
        says: a piece of what the report says about it; "" where there is nothing to say.
        do: does the damage.
        score: points that are left.
        group: heading of its table.
        slow: needs the engine that the course uses.
    """

    name: str
    outcome: str
    says: str
    do: Callable
    score: float
    group: str
    slow: bool = False


DAMAGES: list[Damage] = []


def damage(group, name, outcome, says="", score=None, slow=False):
    """Add a row; the function that is decorated gets a `Stand`."""
    if score is None:
        score = {FULL: 5.5, INVALID: 0}[outcome]

    def add(do):
        DAMAGES.append(Damage(name, outcome, says, do, score, group, slow))
        return do

    return add


class Stand:
    """What a damage works with.

    Attributes:
        data: the submission as JSON data; `write` writes it.
        folder: `submitted/eve/tiny`, empty.
        released: the student version as JSON data.
        source: the instructor notebook, its path.
        monkeypatch: pytest's.
    """

    def __init__(self, data, folder, released, source, monkeypatch):
        self.data, self.folder, self.released, self.source, self.monkeypatch = (
            data,
            folder,
            released,
            source,
            monkeypatch,
        )

    def text(self):
        """The submission as nbformat writes it."""
        return json.dumps(self.data, indent=1, sort_keys=True) + "\n"

    def write(self, content=None, name="tiny.ipynb"):
        """Write the submission, or other bytes or text in its place."""
        content = self.text() if content is None else content
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def place(self, grade_id):
        """Place of a cell."""
        return next(n for n, cell in enumerate(self.data["cells"]) if label(cell) == grade_id)

    def cell(self, grade_id):
        """A cell of the submission."""
        return self.data["cells"][self.place(grade_id)]

    def add(self, where, **cell):
        """Insert a code cell."""
        plain = {"cell_type": "code", "source": "", "metadata": {}, "outputs": [], "execution_count": None}
        self.data["cells"].insert(where, plain | {"id": f"added-{len(self.data['cells'])}"} | cell)

    def stub(self, grade_id):
        """The cell as it was handed out."""
        return next(cell for cell in self.released["cells"] if label(cell) == grade_id)["source"]

    def paste(self, grade_id, **changes):
        """Insert a copy right below a cell, as Jupyter does: with its metadata and another id."""
        pasted = copy.deepcopy(self.cell(grade_id)) | {"id": "pasted"} | changes
        self.data["cells"].insert(self.place(grade_id) + 1, pasted)


def label(cell):
    """The `grade_id` of a cell, or None."""
    return cell["metadata"].get("nbgrader", {}).get("grade_id")


def all_answers(stand):
    """The text of all answers in code; the solution cells get back what was handed out."""
    names = ("double", "counter_add")
    answers = "\n\n".join(stand.cell(name)["source"] for name in names)
    for name in names:
        stand.cell(name)["source"] = stand.stub(name)
    return answers


FILES = "The file"


@damage(FILES, "an empty file", INVALID, "not a notebook, the file is empty")
def _(stand):
    stand.write(b"")


@damage(FILES, "nothing but null bytes", INVALID, "not a notebook, the file is empty")
def _(stand):
    stand.write(bytes(4096))


@damage(
    FILES,
    "half a file: it ends between two cells or inside one",
    PART,
    "whole cells were read, the rest is lost",
    3,
)
def _(stand):
    stand.write(stand.text()[: stand.text().index("class Counter")])


@damage(FILES, "half a file that ends in its first cell", INVALID, "not a notebook, line ")
def _(stand):
    stand.write(stand.text()[:100])


@damage(FILES, "half a file that ends behind the cells", FULL, "whole cells were read, that is all of them")
def _(stand):
    stand.write(stand.text()[:-60])


@damage(FILES, "a broken place in the middle", PART, "11 whole cells were read, the rest is lost", 3)
def _(stand):
    stand.add(8)
    stand.write(stand.text().replace("class Counter", '"class Counter'))


@damage(
    FILES,
    "the tail of an older, longer version behind the end",
    FULL,
    "characters after the end of the notebook were left out",
)
def _(stand):
    stand.write(stand.text() + stand.text()[-200:])


@damage(
    FILES,
    "conflicts of a git merge",
    FULL,
    "the file has 11 conflicts of a git merge in it; one side of each was read",
)
def _(stand):
    for number, cell in enumerate(stand.data["cells"]):
        cell["metadata"]["x"] = f"conflict {number}"
    marks = r'<<<<<<< HEAD\n\g<0>=======\n    "x": "theirs"\n>>>>>>> origin/main\n'
    stand.write(re.sub(r' *"x": "conflict \d+"\n', marks, stand.text()))


@damage(
    FILES,
    "conflicts of a merge inside cells, as nbdime leaves them",
    FULL,
    "cells 4, 8: a conflict of a git merge in it, of which one side was read",
)
def _(stand):
    mine, theirs = stand.cell("double")["source"], stand.stub("double")
    stand.cell("double")["source"] = f"<<<<<<< local\n{mine}\n=======\n{theirs}\n>>>>>>> remote"
    answer, stub = (
        "        self.__init__()",
        '        raise NotImplementedError("counter_reset is not written yet")',
    )
    conflict = f"<<<<<<< local\n{stub}\n||||||| base\n{stub}\n=======\n{answer}\n>>>>>>> remote"
    counter = stand.cell("counter_add")
    counter["source"] = counter["source"].replace(answer, conflict)
    stand.write()


@damage(
    FILES,
    "a comma missing or too many, as conflicts solved by hand leave them",
    FULL,
    "2 commas of the file were missing or too many, which was put right",
)
def _(stand):
    stand.cell("double")["metadata"]["x"] = "first"
    stand.cell("double-number")["metadata"]["x"] = "second"
    stand.write(stand.text().replace('"first"', '"first",').replace('"second"', '"second"\n"y": 1'))


@damage(FILES, "a byte order mark", FULL, "the file begins with a byte order mark, which was left out")
def _(stand):
    stand.write(stand.text().encode("utf-8-sig"))


@damage(
    FILES, "UTF-16, UTF-32", FULL, "the file is UTF-16 text where UTF-8 is usual; it was read all the same"
)
def _(stand):
    stand.write(stand.text().encode("utf-16"))


@damage(FILES, "Windows-1252, Latin-1", FULL, "the file is not UTF-8 text; it was read as Windows-1252")
def _(stand):
    stand.cell("double")["source"] += "  # größer"
    stand.write(json.dumps(stand.data, ensure_ascii=False).encode("cp1252"))


@damage(FILES, "null bytes in between", FULL, "null bytes in it, which were left out")
def _(stand):
    stand.write(stand.text().replace("\n", "\n\0\0") + "\0" * 512)


@damage(FILES, "NaN, Infinity, numbers with thousands of digits", FULL, "numbers that JSON does not have")
def _(stand):
    stand.data["cells"][0]["metadata"]["x"] = [float("nan"), 10**3000]
    stand.write()


@damage(
    FILES, "half a surrogate pair, null characters in a cell", FULL, "cell 4: null characters in it, left out"
)
def _(stand):
    stand.cell("double")["source"] += "  # \ud800 \0"
    stand.write()


@damage(FILES, "JSON nested without end", FULL, "it is nested beyond reason; 10 whole cells were read")
def _(stand):
    stand.cell("double-array")["metadata"]["x"] = "DEEP"
    stand.write(stand.text().replace('"DEEP"', "[" * 50_000 + "]" * 50_000))


@damage(
    FILES,
    "something else: a ZIP archive, a web page, a picture",
    INVALID,
    "not a notebook, this is a web page; download the notebook itself",
)
def _(stand):
    stand.write(b"<!doctype html><title>Sign in</title>")


@damage(FILES, "a ZIP archive that has the name of the notebook", INVALID, "this is a ZIP archive; unpack it")
def _(stand):
    with zipfile.ZipFile(stand.folder / "tiny.ipynb", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("tiny.ipynb", stand.text())


@damage(
    FILES,
    "a shortcut of Google Drive",
    INVALID,
    "this is a shortcut to a file in Google Drive; download the notebook itself",
)
def _(stand):
    stand.write('{"url": "https://colab.research.google.com/drive/1abc", "doc_id": "1abc"}')


@damage(FILES, "JSON that is no notebook", INVALID, "not a notebook, there is no list of cells in it")
def _(stand):
    stand.write('{"nbformat": 4}')


@damage(FILES, "more than 64 MiB", INVALID, "70 MiB is too large for a notebook, at most 64 MiB are read")
def _(stand):
    stand.write(b"")
    os.truncate(stand.folder / "tiny.ipynb", 70 * MIB)


@damage(FILES, "a file that may not be read", INVALID, "cannot be read (Permission denied)")
def _(stand):
    def refuse(path, flags):
        if "eve" in Path(path).parts:
            raise PermissionError(13, "Permission denied")
        return os.open(path, flags)

    stand.write()
    stand.monkeypatch.setattr("autograder.course.notebook._open_without_waiting", refuse)


@damage(FILES, "an empty file of 20 GiB, which takes no space on the disk", INVALID, "20480 MiB is too large")
def _(stand):
    stand.write(b"")
    os.truncate(stand.folder / "tiny.ipynb", 20 * 1024 * MIB)


PLACES = "Its place and name"


@damage(PLACES, "`tiny (1).ipynb`, `tiny-Copy1.ipynb`, `my work.ipynb`", FULL)
def _(stand):
    stand.write(name="my work.ipynb")


@damage(
    PLACES,
    "a wrong ending: `tiny.ipynb.txt`, `tiny.json`",
    FULL,
    "the file is called 'tiny.ipynb.txt'; it was read as a notebook",
)
def _(stand):
    stand.write(name="tiny.ipynb.txt")


@damage(
    PLACES,
    "names in capitals: `TINY/TINY.IPYNB`",
    FULL,
    "the folder 'TINY' was taken for that of tiny",
)
def _(stand):
    stand.write(name="../TINY/TINY.IPYNB")
    stand.folder.rmdir()


@damage(PLACES, "folders in folders", FULL)
def _(stand):
    stand.write(name="tiny/final/tiny.ipynb")


@damage(PLACES, "checkpoints and copies beside the notebook", FULL)
def _(stand):
    stand.write(name="tiny.ipynb")
    stand.write(b"", name=".ipynb_checkpoints/tiny-checkpoint.ipynb")
    stand.write(b"", name="old/tiny.ipynb")
    stand.write(b"", name="._tiny.ipynb")


@damage(PLACES, "a checkpoint and nothing else", INVALID, "there is no notebook in this folder")
def _(stand):
    stand.write(name=".ipynb_checkpoints/tiny-checkpoint.ipynb")


@damage(
    PLACES, "other files and no notebook", INVALID, "there is no notebook in this folder, only 'solution.py'"
)
def _(stand):
    stand.write("x = 1", name="solution.py")


@damage(PLACES, "a folder in the place of the file", INVALID, "there is no notebook in this folder")
def _(stand):
    (stand.folder / "tiny.ipynb").mkdir()


@damage(
    PLACES,
    "a link to the solution, or to another student's work",
    INVALID,
    "this is a link out of its folder; hand in the file itself",
)
def _(stand):
    (stand.folder / "tiny.ipynb").symlink_to(stand.source)


@damage(PLACES, "a link that leads nowhere", INVALID, "this is a link out of its folder")
def _(stand):
    (stand.folder / "tiny.ipynb").symlink_to("/nowhere/tiny.ipynb")


@damage(PLACES, "a link to itself", INVALID, "this is a link that leads nowhere")
def _(stand):
    (stand.folder / "tiny.ipynb").symlink_to("tiny.ipynb")


@damage(PLACES, "a link to something without an end", INVALID, "this is a link out of its folder")
def _(stand):
    (stand.folder / "tiny.ipynb").symlink_to("/dev/zero")


@damage(PLACES, "a pipe or a device in the place of the file", INVALID, "this is not a file")
def _(stand):
    os.mkfifo(stand.folder / "tiny.ipynb")


FORMATS = "The format"


@damage(FORMATS, "formats 2 and 3 (worksheets)", FULL)
def _(stand):
    for cell in stand.data["cells"]:
        cell.pop("id")
        if cell["cell_type"] == "code":
            cell |= {"input": cell.pop("source").splitlines(True), "prompt_number": 1, "language": "python"}
    stand.write(
        json.dumps(
            {
                "metadata": {"name": ""},
                "nbformat": 3,
                "nbformat_minor": 0,
                "worksheets": [{"cells": stand.data["cells"]}],
            }
        )
    )


@damage(FORMATS, "formats 4.0 to 4.4, which have no cell ids", FULL)
def _(stand):
    for cell in stand.data["cells"]:
        cell.pop("id")
    stand.data["nbformat_minor"] = 2
    stand.write()


@damage(FORMATS, "no format, or one of the future", FULL)
def _(stand):
    stand.data |= {"nbformat": 6, "nbformat_minor": None}
    stand.write()


@damage(
    FORMATS,
    "missing or doubled cell ids",
    FULL,
    "cells 2, 3, 4, 5, 6, 7, 8, 9, 10, 11: no cell id of its own, given a new one",
)
def _(stand):
    for number, cell in enumerate(stand.data["cells"]):
        cell["id"] = "a"
        if number == 5:
            del cell["id"]
    stand.write()


@damage(FORMATS, "something in the list of cells that is none", FULL, "cell 3: not a cell at all, left out")
def _(stand):
    stand.data["cells"].insert(2, ["x"])
    stand.write()


@damage(FORMATS, "a cell without a type", FULL, "cell 4: of no type that exists, taken for a code cell")
def _(stand):
    stand.cell("double")["cell_type"] = 3
    stand.write()


@damage(FORMATS, "a cell whose text is no text", PART, "cell 4: no text in it, taken for an empty cell", 2.5)
def _(stand):
    stand.cell("double")["source"] = {"x": 1}
    stand.write()


@damage(
    FORMATS,
    "lists of lines that have lost their line breaks",
    FULL,
    "lines without line breaks, which were put back",
)
def _(stand):
    for cell in stand.data["cells"]:
        cell["source"] = cell["source"].split("\n")
    stand.write()


@damage(FORMATS, "metadata or outputs of wrong types", FULL)
def _(stand):
    stand.data["metadata"] = [1]
    for cell in stand.data["cells"][::3]:
        cell |= {"outputs": {"a": 1}, "execution_count": "many", "attachments": 7}
    stand.data["cells"][0]["metadata"] = "none"
    stand.write()


@damage(FORMATS, "20 MB of old output", FULL)
def _(stand):
    stand.cell("double")["outputs"] = [
        {"output_type": "stream", "name": "stdout", "text": ["a" * 1000] * 20_000}
    ]
    stand.write()


@damage(FORMATS, "Colab's, VS Code's and widgets' metadata", FULL)
def _(stand):
    stand.data["metadata"] |= {
        "colab": {"provenance": []},
        "accelerator": "GPU",
        "widgets": {"state": {}},
        "vscode": {"hash": "x"},
    }
    for cell in stand.data["cells"]:
        cell["metadata"] |= {
            "id": "Xy7",
            "colab": {"base_uri": "https://localhost:8080/"},
            "vscode": {"languageId": "python"},
        }
    stand.write()


@damage(
    FORMATS,
    "the kernel of another language",
    FULL,
    "the notebook asked for a julia kernel; it was run with Python",
)
def _(stand):
    stand.data["metadata"]["kernelspec"] = {
        "name": "julia-1.10",
        "language": "julia",
        "display_name": "Julia",
    }
    stand.write()


CHECKS = "Check cells and locked cells"


@damage(CHECKS, "a check deleted", FULL, "the check cell 'double-array' was missing; it is back in its place")
def _(stand):
    del stand.data["cells"][stand.place("double-array")]
    stand.write()


@damage(
    CHECKS,
    "a check edited",
    FULL,
    "the check cell 'double-array' had been changed; the instructor's version was run",
)
def _(stand):
    stand.cell("double-array")["source"] = "assert True"
    stand.write()


@damage(
    CHECKS,
    "a check edited to pass what is wrong",
    PART,
    "the check cell 'double-array' had been changed; the instructor's version was run",
    2.5,
)
def _(stand):
    stand.cell("double")["source"] = "def double(x): return 0"
    stand.cell("double-array")["source"] = "def double(x): return [2, 4]"
    stand.cell("double-number")["source"] = "pass"
    stand.write()


@damage(
    CHECKS,
    "a check turned into text",
    FULL,
    "the check cell 'double-array' had become a markdown cell; it is a code cell again",
)
def _(stand):
    stand.cell("double-array")["cell_type"] = "markdown"
    stand.write()


@damage(
    CHECKS, "a check moved", FULL, "the check cell 'double-array' had been moved; it is back in its place"
)
def _(stand):
    stand.data["cells"].insert(0, stand.data["cells"].pop(stand.place("double-array")))
    stand.write()


@damage(
    CHECKS,
    "a check merged with the answer",
    FULL,
    "the check cell 'double-number' had been merged with other code in cell 4; it stands alone again",
)
def _(stand):
    check = stand.data["cells"].pop(stand.place("double-number"))
    stand.cell("double")["source"] += "\n\n" + check["source"]
    stand.write()


@damage(
    CHECKS,
    "an answer merged with the check",
    FULL,
    "the solution cell 'double' had lost its metadata; cell 4 was taken for it",
)
def _(stand):
    answer = stand.data["cells"].pop(stand.place("double"))
    stand.cell("double-number")["source"] = answer["source"] + "\n\n" + stand.cell("double-number")["source"]
    stand.write()


@damage(
    CHECKS,
    "a check copied",
    FULL,
    "there were 2 copies of the check cell 'double-array'; cell 6 counts, the one with the cell id that was handed out",
)
def _(stand):
    stand.paste("double-array")
    stand.write()


@damage(
    CHECKS,
    "points or metadata changed",
    FULL,
    "the check cell 'double-array' claimed 100 points; it is worth 2",
)
def _(stand):
    stand.cell("double-array")["metadata"]["nbgrader"] |= {"points": 100, "locked": False}
    stand.write()


@damage(
    CHECKS,
    "a locked cell deleted or changed",
    FULL,
    "the locked cell 'imports' was missing; it is back in its place",
)
def _(stand):
    del stand.data["cells"][stand.place("imports")]
    stand.write()


@damage(
    CHECKS,
    "an import added to a locked cell",
    FULL,
    "the instructor's version was run, after the student's, which defines other names too",
)
def _(stand):
    stand.cell("imports")["source"] = stand.cell("imports")["source"].replace(
        "import numpy", "import math\nimport numpy"
    )
    stand.cell("double")["source"] = "def double(x):\n    return np.asarray(x) * math.sqrt(4)"
    stand.write()


ANSWERS = "Answers"


@damage(
    ANSWERS,
    "a solution cell deleted",
    PART,
    "the solution cell 'double' is missing, so there is no answer in it",
    2.5,
)
def _(stand):
    del stand.data["cells"][stand.place("double")]
    stand.write()


@damage(
    ANSWERS,
    "a solution cell turned into text",
    FULL,
    "the solution cell 'double' had become a raw cell; it is a code cell again",
)
def _(stand):
    stand.cell("double")["cell_type"] = "raw"
    stand.write()


@damage(
    ANSWERS,
    "a solution cell moved behind its checks",
    FULL,
    "stood before the answer that it checks; it now stands after it",
)
def _(stand):
    stand.data["cells"].append(stand.data["cells"].pop(stand.place("double")))
    stand.write()


@damage(
    ANSWERS,
    "a solution cell moved behind other questions that need it",
    FULL,
    "the solution cell 'double' stood behind others that need it; it now stands before them",
)
def _(stand):
    stand.cell("counter_add")["source"] += "\n\nEIGHT = double(4)"
    stand.data["cells"].append(stand.data["cells"].pop(stand.place("double")))
    stand.write()


@damage(
    ANSWERS,
    "a copy with another answer below or above",
    FULL,
    "cell 4 counts, the one with the cell id that was handed out; what stands in cell 5 was not run",
)
def _(stand):
    stand.paste("double", source="def double(x): return 0")
    stand.write()


@damage(
    ANSWERS,
    "the answer in a copy, the original untouched",
    FULL,
    "cell 5 counts, the one with something written in it",
)
def _(stand):
    stand.paste("double")
    stand.cell("double")["source"] = stand.stub("double")
    stand.write()


@damage(
    ANSWERS,
    "an untouched copy behind the answer",
    FULL,
    "cell 4 counts, the one with something written in it",
)
def _(stand):
    stand.paste("double", source=stand.stub("double"))
    stand.write()


@damage(
    ANSWERS,
    "the line that says that nothing is written left as a comment or behind the `return`, a wrong copy above",
    FULL,
    "cell 5 counts, the one with the cell id that was handed out; what stands in cell 4 was not run",
)
def _(stand):
    left = '    raise NotImplementedError("double is not written yet")'
    answer = stand.cell("double")
    answer["source"] += f"\n    # {left.strip()}\n{left}"
    wrong = copy.deepcopy(answer) | {"id": "pasted", "source": "def double(x):\n    return x + x + 0 * 7 + 1"}
    stand.data["cells"].insert(stand.place("double"), wrong)
    stand.write()


@damage(
    ANSWERS,
    "the same line left, and an earlier try in a cell of one's own at the end",
    FULL,
)
def _(stand):
    stand.cell("double")["source"] += '\n    # raise NotImplementedError("double is not written yet")'
    stand.add(12, source="def double(x):\n    return x + 2")
    stand.write()


@damage(
    ANSWERS,
    "copies in a notebook without cell ids",
    FULL,
    "cell 4 counts, the first; what stands in cell 5 was not run",
)
def _(stand):
    stand.paste("double", source="def double(x): return 0")
    for cell in stand.data["cells"]:
        cell.pop("id")
    stand.write()


@damage(ANSWERS, "a cell split in two, both halves with the metadata", FULL, "cell 4 ran as an ordinary cell")
def _(stand):
    stand.paste("double", id=stand.cell("double")["id"], source="def double(x):\n    return half(x) * 4")
    stand.cell("double").update(id="new", source="def half(x):\n    return np.asarray(x) / 2")
    stand.write()


def split(stand, grade_id, where, **second):
    """Split a cell before a piece of its text, blanks and all; the second half has the metadata as well, or other ones."""
    first = stand.cell(grade_id)
    place = first["source"].index(where)
    place = first["source"].rindex("\n", 0, place) + 1
    stand.paste(grade_id, source=first["source"][place:], **second)
    first["source"] = first["source"][: place - 1]
    stand.write()


@damage(
    ANSWERS,
    "a cell split inside a function",
    FULL,
    "cell 4 and cell 5 are halves of a cell that had been split; they are one again",
)
def _(stand):
    split(stand, "double", "return")


@damage(
    ANSWERS,
    "a cell split between two methods, one half without the metadata",
    FULL,
    "cell 8 and cell 9 are halves of a cell that had been split; they are one again",
)
def _(stand):
    split(stand, "counter_add", "def reset", metadata={})


@damage(
    ANSWERS,
    "a cell split inside a text, the first half without the metadata",
    FULL,
    "cell 4 and cell 5 are halves of a cell that had been split; they are one again",
)
def _(stand):
    stand.cell("double")["source"] = (
        'def double(x):\n    """Twice.\n\n    x: a number\n    """\n    return 2 * np.asarray(x)'
    )
    split(stand, "double", "x: a number")
    stand.cell("double").update(metadata={}, id="new")
    stand.write()


@damage(
    ANSWERS,
    "the answer in a cell of one's own, the solution cell untouched",
    FULL,
    "nothing was written in the solution cell 'double'; cell 4 was taken for it, because it defines `double`",
)
def _(stand):
    stand.add(stand.place("double"), source=stand.cell("double")["source"])
    stand.cell("double")["source"] = stand.stub("double")
    stand.write()


@damage(
    ANSWERS,
    "the answer in a cell of one's own at the end, a comment in the solution cell",
    FULL,
    "nothing was written in the solution cell 'double'; cell 12 was taken for it, because it defines `double`",
)
def _(stand):
    stand.add(12, source=stand.cell("double")["source"])
    stand.cell("double")["source"] = "# see below\npass"
    stand.write()


@damage(
    ANSWERS,
    "the answer in a cell of one's own at the end, something else in the solution cell",
    FULL,
    "something else was written in the solution cell 'double'; cell 12 was taken for it, because it defines `double`",
)
def _(stand):
    stand.add(12, source=stand.cell("double")["source"])
    stand.cell("double")["source"] = "print('see the last cell')"
    stand.write()


@damage(
    ANSWERS,
    "two answers, each in the cell of the other question",
    FULL,
    "something else was written in the solution cell 'double'; cell 8 was taken for it, because it defines `double`",
)
def _(stand):
    first, second = stand.cell("double"), stand.cell("counter_add")
    first["source"], second["source"] = second["source"], first["source"]
    stand.write()


@damage(
    ANSWERS,
    "all answers in one cell of one's own at the end",
    FULL,
    "nothing was written in the solution cell 'counter_add'; cell 12 was taken for it, because it defines `Counter`",
)
def _(stand):
    stand.add(12, source=all_answers(stand))
    stand.write()


@damage(
    ANSWERS,
    "all answers in the cell of the last question",
    FULL,
    "nothing was written in the solution cell 'double'; cell 8 was taken for it, because it defines `double`",
)
def _(stand):
    answers = all_answers(stand)
    stand.cell("counter_add")["source"] = answers
    stand.write()


@damage(
    ANSWERS,
    "all answers in the cell of the first question",
    FULL,
    "nothing was written in the solution cell 'counter_add'; cell 4 was taken for it, because it defines `Counter`",
)
def _(stand):
    answers = all_answers(stand)
    stand.cell("double")["source"] = answers
    stand.write()


@damage(
    ANSWERS,
    "all answers in one cell of one's own at the end, the solution cells deleted",
    FULL,
    "nothing was written in the solution cell 'counter_add'; cell 10 was taken for it, because it defines `Counter`",
)
def _(stand):
    stand.add(12, source=all_answers(stand))
    for name in ("double", "counter_add"):
        del stand.data["cells"][stand.place(name)]
    stand.write()


@damage(
    ANSWERS,
    "an unknown `grade_id`",
    FULL,
    "the cell 'bonus' is not part of tiny; it counts as an ordinary cell",
)
def _(stand):
    stand.add(5, metadata={"nbgrader": {"grade_id": "bonus", "grade": True, "points": 50, "locked": True}})
    stand.write()


@damage(
    ANSWERS,
    "a cell that has lost its metadata",
    FULL,
    "the solution cell 'double' had lost its metadata; cell 4 was taken for it, because it has the cell id that was handed out",
)
def _(stand):
    stand.cell("double")["metadata"] = {}
    stand.write()


@damage(
    ANSWERS,
    "no nbgrader metadata at all, no cell ids",
    FULL,
    "the check cell 'double-array' had lost its metadata; cell 6 was taken for it, because it has the same text",
)
def _(stand):
    for cell in stand.data["cells"]:
        cell["metadata"] = {}
        cell.pop("id")
    stand.write()


@damage(
    ANSWERS,
    "only the answers, pasted into a new notebook",
    FULL,
    "cell 1 was taken for it, because it defines what the checks ask for",
)
def _(stand):
    answers = [stand.cell(name) for name in ("double", "counter_add", "thoughts")]
    stand.data["cells"] = [answer | {"metadata": {}, "id": f"new-{n}"} for n, answer in enumerate(answers)]
    stand.write()


@damage(ANSWERS, "added cells that raise", FULL)
def _(stand):
    for number, source in enumerate(["1 / 0", "raise SystemError", "def (", "class Counter(", "del nothing"]):
        stand.add(3 + 2 * number, source=source)
    stand.write()


@damage(ANSWERS, "added cells that loop or end Python", FULL, slow=True)
def _(stand):
    stand.add(3, source="while True: pass")
    stand.add(6, source="import os; os._exit(0)")
    stand.write()


@damage(ANSWERS, "thousands of cells", FULL)
def _(stand):
    for number in range(5000):
        stand.add(5, source=f"x{number} = {number}", id=f"many-{number}")
    stand.write()


OTHERS = "Another notebook"


@damage(OTHERS, "the notebook of another assignment", INVALID, "its cells belong to other, not to tiny")
def _(stand):
    stand.write(
        stand.text()
        .replace("double", "triple")
        .replace("counter_", "meter_")
        .replace("imports", "other_imports")
    )


@damage(
    OTHERS, "a notebook that has nothing to do with the course", INVALID, "none of its cells belongs to tiny"
)
def _(stand):
    stand.data["cells"] = []
    stand.add(0, source="print('shopping list')")
    stand.write()


@damage(
    OTHERS,
    "an older release, in which a question has another name",
    FULL,
    "the cell 'twice' is not part of tiny; it counts as an ordinary cell",
)
def _(stand):
    for name in ("double", "double-number", "double-array"):
        cell = stand.cell(name)
        cell["metadata"]["nbgrader"]["grade_id"] = name.replace("double", "twice")
        cell["id"] = f"old-{name}"
    stand.write()


@damage(
    OTHERS,
    "an older release, in which a question is not asked yet",
    PART,
    "the solution cell 'double' is missing, so there is no answer in it",
    2.5,
)
def _(stand):
    stand.data["cells"] = [
        cell for cell in stand.data["cells"] if not (label(cell) or "").startswith("double")
    ]
    stand.write()


@damage(OTHERS, "as it was handed out", PART, "", 0)
def _(stand):
    stand.write(json.dumps(stand.released))


@damage(OTHERS, "the instructor's notebook itself", FULL, "it was made from the instructor's notebook")
def _(stand):
    stand.write(stand.source.read_bytes())


def rows():
    """The rows of the table, in the order of this file."""
    return [f"| {row.name} | {row.outcome} | {row.says.strip() or '–'} |" for row in DAMAGES]


if __name__ == "__main__":
    for group in dict.fromkeys(row.group for row in DAMAGES):
        print(f"\n## {group}\n\n| what happened | outcome | the report says |\n| --- | --- | --- |")
        print("\n".join(line for line, row in zip(rows(), DAMAGES, strict=True) if row.group == group))
