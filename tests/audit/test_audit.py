"""An audit of a course with planted faults finds all of them, and nothing else."""

import dataclasses
import io
import json

import pytest
from rich.console import Console

from autograder.audit import corpus, json_report, readme, table
from autograder.audit.bars import bars
from autograder.audit.contract import Explained
from autograder.audit.lanes import manner
from autograder.audit.records import Unstable
from autograder.audit.run import Plan, Wanted
from autograder.errors import AuditError, EngineError

from .conftest import write_course

pytestmark = pytest.mark.xdist_group("audit")


@pytest.fixture
def found(audit):
    """Bars by the beginning of their text: what was found, or None where the bar holds."""
    return {bar.text: None if bar.holds else bar.found for bar in bars(audit)}


@pytest.fixture
def verdicts(audit):
    """Verdicts by name."""
    return {verdict.name: verdict for verdict in audit.verdicts}


def test_a_check_that_rejects_a_right_answer_fails_the_bar(found, verdicts):
    """The planted check wants a list, the contract does not."""
    assert found["no right variant rejected"] == "1: strict__tuple"
    assert verdicts["strict__tuple"].lost == ("strict-type",)


def test_a_check_that_accepts_a_wrong_answer_fails_the_bar(found, verdicts):
    """The planted check looks at 0 alone."""
    assert found["no wrong variant accepted"] == "1: weak__cube"
    assert verdicts["weak__cube"].lost == ()


def test_points_that_others_lose_are_collateral(found, verdicts):
    """`later` calls `sound`; its check has no second route."""
    assert verdicts["sound__sign"].collateral == ("later-values",)
    assert verdicts["sound__sign"].lost == ("sound-values", "later-values")
    assert found["no collateral"].startswith("4: ")


def test_who_cannot_notice_is_not_run(verdicts):
    """`weak`, `strict` and `noise` read nothing of `sound`; a right answer that stands alone is judged by its question."""
    assert verdicts["sound__sign"].checks == 2
    assert verdicts["sound__loop"].checks == 3 and verdicts["sound__loop"].right
    assert verdicts["sound__scalar_only"].checks == 1 and verdicts["sound__scalar_only"].right


def test_consequences_are_looked_at_only_with_all_the_rest(planted):
    """`result` falls with `sound`, as the contract says: that is no collateral, and tells nothing."""
    scope = corpus.scope(planted, (), ("sound",))
    wanted = Wanted(scope, manner(planted, 2, "full"), with_mutants=False)
    verdicts = {verdict.name: verdict for verdict in Plan(planted, wanted).carry_out().verdicts}
    assert verdicts["sound__sign"].lost == ("sound-values", "later-values", "result-value")
    assert verdicts["sound__sign"].consequences == ("result-value",)
    assert verdicts["sound__sign"].collateral == ("later-values",)


def test_causes_are_counted_where_the_mistake_is_numerical(found, verdicts, audit):
    """A missing name is not numerical; a cause that the header does not have is a wrong one."""
    assert verdicts["sound__sign"].named == ("wrong_sign",) and verdicts["sound__sign"].named_right
    assert verdicts["sound__four_times"].misnamed == ("missing_mean",)
    assert not verdicts["sound__missing"].numerical and verdicts["sound__missing"].rejected
    assert found["no wrong cause named"] == "1: sound__four_times"
    assert audit.total.named.total == 3 and audit.total.named_right.hits == 2


def test_a_near_copy_is_found(found):
    """The same answer with another name for its argument."""
    assert found["no variant is a near copy of another"] == "1: sound__sign and sound__sign_renamed"


def test_a_weak_check_lets_mutants_survive(found, audit):
    """`weak` is judged at 0 alone; all other questions are judged well."""
    assert {judged.mutant.question for judged, _ in audit.survivors} == {"weak"}
    low = found["mutation score of at least 98% for each question"]
    assert low.startswith("1: weak ")
    diffs = {judged.mutant.diff.splitlines()[-1] for judged, _ in audit.survivors}
    assert {"+    return x + 1", "+    return 1"} <= diffs
    assert all("weak" in judged.difference for judged, _ in audit.survivors)


def test_survivors_must_be_explained_and_explanations_must_be_of_survivors(found, audit):
    """One of the two explanations is of a mutant that is killed."""
    explained = [judged.mutant.diff for judged, why in audit.survivors if why]
    assert explained == ["-    return x * x + 1\n+    return x + 1"]
    assert found["each survivor explained"].startswith("1: weak ")
    assert found["no explanation of a mutant that does not survive"] == "1: weak"


def test_equivalent_mutants_are_dropped(audit):
    """`3 * x` for `x * 3`, and what the contract leaves open; what differs is not dropped."""
    sound = {
        judged.mutant.diff.splitlines()[-1]: judged
        for judged in audit.judged
        if judged.mutant.question == "sound"
    }
    assert sound["+    total = x * 3"].equivalent and sound["+    total = x * 3"].trials > 100
    assert sound["+    total = np.asarray(x) * 4"].killed
    assert not any(judged.survived for judged in sound.values())


def test_the_contract_leaves_things_open(audit):
    """Other random numbers, another level; and what is only printed is read by nobody."""
    noise = {
        judged.mutant.diff.splitlines()[-1]: judged
        for judged in audit.judged
        if judged.mutant.question == "noise"
    }
    assert noise["+    return np.random.uniform(1, -1, size=n)"].by_contract
    assert noise["+level = np.array([1.0, 4.0]).sum()"].by_contract
    assert noise["+level = np.array([1.0, 2.0]).mean()"].killed
    assert noise["+shown = level + 2"].unobserved
    assert noise["+    return np.random.uniform(-2, 1, size=n)"].killed


def test_mutants_in_endless_loops_are_killed(audit):
    """Nothing hangs, and every mutant has a verdict."""
    assert all(j.killed or j.equivalent or j.survived for j in audit.judged)
    assert len(audit.judged) == audit.total.mutants > 30


def test_trials_see_what_checks_have_seen(audit, found):
    """The control: killed mutants are told from the solution."""
    assert audit.controls and all(judged.killed and judged.difference for judged in audit.controls)
    text = "trials tell at least 98% of the killed mutants from the solution"
    assert found[text] is None
    blind = tuple(dataclasses.replace(judged, difference="") for judged in audit.judged)
    told = {bar.text: bar for bar in bars(dataclasses.replace(audit, judged=blind))}
    assert not told[text].holds


def test_the_engine_agrees(audit, found):
    """The sample took the long way and came to the same verdicts."""
    assert audit.sampled and found["the engine agrees on a sample of the mutants"] is None
    one = audit.sampled[0]
    other = dataclasses.replace(one, lost=() if one.lost else ("sound-values",))
    told = {bar.text: bar for bar in bars(dataclasses.replace(audit, sampled=(other,)))}
    assert not told["the engine agrees on a sample of the mutants"].holds


def test_too_few_variants_fail_the_bar(found):
    """Every question needs two right and five wrong ones, the course a hundred and more."""
    assert found["at least 100 right and 250 wrong variants"] == "5 and 5"
    assert "strict (1, 0)" in found["each question has at least 2 right and 5 wrong variants"]


def test_verdicts_that_depend_on_the_seed_fail_the_bar(audit, found):
    """Here none does."""
    assert found["the same verdicts over 2 seeds"] is None
    shaky = dataclasses.replace(audit, unstable=(Unstable("planted/wrong/x", {0: (), 1: ("a",)}),))
    assert any(bar.found == "1: planted/wrong/x" for bar in bars(shaky))


def test_the_table_says_all_of_it(audit):
    """In a wide terminal and in a narrow one."""
    for width in (80, 200):
        stream = io.StringIO()
        Console(file=stream, width=width).print(table.render(audit))
        text = stream.getvalue()
        for word in ("strict__tuple", "weak__cube", "not explained", "The planted check", "return x + x + 1"):
            assert word in text
        assert "missing_mean, not wrong_sign" in text.replace("\n  ", " ")


def test_the_json_has_the_same_numbers(audit):
    """It is valid, complete, and plain data."""
    document = json.loads(json_report.dumps(audit))
    assert len(document["variants"]) == len(audit.verdicts)
    assert len(document["survivors"]) == len(audit.survivors)
    weak = next(row for row in document["questions"] if row["question"] == "weak")
    assert weak["wrong_rejected"] == {"hits": 0, "total": 1, "low": 0.0, "high": pytest.approx(0.7935)}
    assert weak["mutants"]["killed"]["hits"] < weak["mutants"]["killed"]["total"]
    assert document["sample"]["agree"] == document["sample"]["mutants"] == len(audit.sampled)
    assert {bar["text"]: bar["holds"] for bar in document["bars"]} == {
        bar.text: bar.holds for bar in bars(audit)
    }


def test_the_readme_gets_a_table(audit, tmp_path):
    """Between its marks, twice with the same result; without the marks one clear sentence."""
    path = tmp_path / "README.md"
    path.write_text(f"# Title\n\n{readme.BEGIN}\nold\n{readme.END}\n\nEnd\n")
    readme.write(audit, path)
    first = path.read_text()
    assert "| `planted` | 4 of 5 | 4 of 5 |" in first and "old" not in first
    assert first.startswith("# Title") and first.endswith("End\n")
    readme.write(audit, path)
    assert path.read_text() == first
    path.write_text("no marks")
    with pytest.raises(AuditError, match=r"README.md: the figures stand between"):
        readme.write(audit, path)


def test_a_solution_that_fails_its_own_check_ends_the_audit(tmp_path):
    """Nothing can be said about the checks then."""
    cells = [
        ("broken", "solution", "def broken():\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION"),
        ("broken-value", "check", 'assert broken() == 2, "not two"'),
    ]
    course = write_course(tmp_path, cells, {}, "")
    plan = Plan(course, Wanted(corpus.scope(course), manner(course, 1)))
    with pytest.raises(EngineError, match="planted, question broken: the solution itself fails: .*not two"):
        plan.carry_out()


def test_an_explanation_of_another_question_does_not_count(audit):
    """Diffs of two questions may be the same."""
    (judged, _), *_ = audit.survivors
    elsewhere = Explained("sound", judged.mutant.diff, "text")
    assert all(
        not why for _, why in dataclasses.replace(audit, explained={"planted": (elsewhere,)}).survivors
    )
