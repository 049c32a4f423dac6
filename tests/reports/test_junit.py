from junitparser import Error, Failure, JUnitXml, Skipped

from autograder.grading.records import AspectRecord
from autograder.reports import junit


def test_each_aspect_is_a_test_case_with_its_kind_of_result(records):
    document = JUnitXml.fromstring(junit.dumps(records))
    ada, ben, dan = document
    assert [case.name for case in ada] == ["softmax-vector", "softmax-batch", "logreg_reading"]
    assert [type(result) for case in ben for result in case.result] == [Failure, Skipped]
    (failure,) = list(ben)[1].result
    assert failure.message == "each column adds up to 1 <b>&?"
    assert failure.text == "each column adds up to 1 <b>&?\nsecond line"
    (case,) = dan
    assert type(case.result[0]) is Error
    assert case.result[0].message == "submitted/dan.ipynb: it ends in the middle"
    assert (document.tests, document.failures, document.errors, document.skipped) == (7, 1, 1, 2)


def test_what_could_not_be_judged_is_an_error(graded):
    aspects = [
        AspectRecord(status, status, 0, 1, f"it is {status}")
        for status in ("error", "timeout", "killed", "not_run")
    ]
    (suite,) = JUnitXml.fromstring(junit.dumps([graded("eve", *aspects)]))
    assert [case.result[0].message for case in suite] == [
        "it is error",
        "it is timeout",
        "it is killed",
        "it is not_run",
    ]
    assert suite.errors == 4
    assert suite.time == 2.5
