"""JUnit XML, which every CI system shows: one test suite a submission, one test case an aspect.

A failed aspect is a failure; one that could not be judged (error, timeout, killed, not run) is an error; one that
a person grades is skipped. A submission that could not be graded is a suite with a single error.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite

from autograder.grading.records import AspectRecord, AspectStatus, SubmissionRecord, SubmissionStatus
from autograder.reports.json_report import LENGTHS
from autograder.reports.text import first_line, points, printable


def dumps(records: Iterable[SubmissionRecord]) -> bytes:
    """Return the XML document, encoded in UTF-8."""
    document = JUnitXml("autograder")
    for record in records:
        document.append(_suite(record))  # `add_testsuite` would join two that look alike
    buffer = io.BytesIO()
    document.write(buffer)
    return buffer.getvalue()


def _suite(record: SubmissionRecord) -> TestSuite:
    suite = TestSuite(_cut(f"{record.student} {record.assignment}".strip()))
    place = _cut(f"{record.assignment or 'unknown'}.{record.student or 'unknown'}")
    if record.status is SubmissionStatus.GRADED:
        suite.add_testcases([_case(aspect, place) for aspect in record.aspects])
    else:
        case = TestCase("notebook", place, 0.0)
        case.result = [_result(Error, record.message, record.status)]
        suite.add_testcase(case)
    suite.add_property("notebook", _cut(record.notebook))
    suite.add_property("score", points(record.score))
    suite.add_property("max_score", points(record.max_score))
    suite.time = float(record.seconds)  # after the cases: adding one sets it to the sum of their times
    return suite


def _case(aspect: AspectRecord, place: str) -> TestCase:
    case = TestCase(_cut(aspect.id), place, 0.0)
    if aspect.status is AspectStatus.FAILED:
        case.result = [_result(Failure, aspect.message, aspect.status)]
    elif aspect.status is AspectStatus.NEEDS_GRADING:
        case.result = [Skipped("graded by a person")]
    elif aspect.status is not AspectStatus.PASSED:
        case.result = [_result(Error, aspect.message, aspect.status)]
    return case


def _result(kind: type[Failure | Error], message: str, status: str) -> Failure | Error:
    """The first line as the attribute that overviews show, the whole message as the text."""
    clean = printable(message)[: LENGTHS["message"]]
    result = kind(first_line(clean)[: LENGTHS["fact"]] or str(status), str(status))
    result.text = clean
    return result


def _cut(text: str) -> str:
    return first_line(text)[: LENGTHS["notebook"]]
