"""`autograder audit` on the command line: its help, its refusals, and one small audit."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.cli.audit import audit

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments):
    """Call the command."""
    return CliRunner().invoke(audit, [str(argument) for argument in arguments], catch_exceptions=False)


def test_help_has_examples_and_says_what_the_status_means():
    """Everything that one needs to begin."""
    text = run("--help").output
    for word in ("autograder audit --no-mutants --seeds 20", "Exit status: 0 all bars hold", "--collateral"):
        assert word in text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--assignment", "nothing"], "there is no assignment 'nothing'"),
        (["--question", "nothing"], "there is no question 'nothing'"),
        (["--course", "/nowhere"], "no course here"),
        (["--seeds", "0"], "x>=1"),
        (["--collateral", "some"], "is not one of"),
    ],
)
def test_unusable_arguments_are_refused_with_status_2(arguments, told):
    """One sentence."""
    result = run("--course", ROOT, *arguments)
    assert result.exit_code == 2 and told in result.output


def test_a_variant_that_breaks_the_format_is_refused(mini_course):
    """The file is named."""
    path = mini_course.root / "tests" / "variants" / "tiny" / "wrong" / "double__x.py"
    path.parent.mkdir(parents=True)
    path.write_text("# question: double\n")
    result = run("--course", mini_course.root)
    assert result.exit_code == 2 and "double__x.py: the header has no `# why:`" in result.output


@pytest.mark.xdist_group("audit")
def test_a_fallen_bar_is_status_1_and_the_results_are_written(mini_course, tmp_path):
    """There are too few variants, and nothing else is wrong."""
    folder = mini_course.root / "tests" / "variants" / "tiny"
    wrong = (
        "# question: double\n# why: three times\n# cause: none\n# fails: double-number, double-array\n"
        "# says: is not\n# edit: 2 *\n# to: 3 *\n"
    )
    right = "# question: double\n# why: adds\ndef double(x):\n    return np.add(x, x)\n"
    for kind, text in (("right", right), ("wrong", wrong)):
        (folder / kind).mkdir(parents=True)
        (folder / kind / "double__a.py").write_text(text)
    result = run("--course", mini_course.root, "--no-mutants", "--json", tmp_path / "audit.json")
    assert result.exit_code == 1
    document = json.loads((tmp_path / "audit.json").read_text())
    fallen = [bar["text"] for bar in document["bars"] if not bar["holds"]]
    assert fallen == [
        "at least 100 right and 250 wrong variants",
        "each question has at least 2 right and 5 wrong variants",
    ]
    lost = {variant["wrong"]: variant["lost"] for variant in document["variants"]}
    assert lost == {False: [], True: ["double-number", "double-array"]}
