import json

import numpy as np
import pytest

from autograder.findings import Finding
from autograder.grading.records import AspectRecord
from autograder.reports import json_report


def test_the_document_is_valid_json_and_has_the_stated_keys(records):
    text = json_report.dumps(records)
    assert text.isascii()
    document = json.loads(text, parse_constant=pytest.fail)
    assert document["version"] == 1
    assert [list(submission) for submission in document["submissions"]] == 3 * [
        [
            "student", "assignment", "notebook", "status", "message",
            "repairs", "score", "max_score", "seconds", "questions",
        ]
    ]  # fmt: skip
    ben = document["submissions"][1]
    assert (ben["score"], ben["max_score"], ben["status"]) == (1, 3, "graded")
    aspect = ben["questions"][0]["aspects"][1]
    assert list(aspect) == ["id", "status", "points", "max_points", "message", "findings"]
    assert aspect["findings"] == [
        {
            "fact": "each column adds up to 1",
            "cause": "softmax_wrong_axis",
            "hint": "the axis",
            "data": {"worst": None},
        }
    ]


def test_a_manual_question_has_null_points_and_does_not_count(records):
    ada = json_report.submission(records[0])
    assert ada["questions"][0]["aspects"][2]["points"] is None
    assert (ada["score"], ada["max_score"]) == (3, 3)


def test_a_submission_survives_the_trip_through_a_file(records):
    for record in records:
        once = json_report.submission(record)
        again = json_report.submission(json_report.from_submission(json.loads(json.dumps(once))))
        assert again == once


@pytest.mark.parametrize("broken", [{}, {"student": "a"}, []])
def test_other_data_are_refused(broken):
    with pytest.raises(ValueError, match="not a submission of `autograder grade`"):
        json_report.from_submission(broken)


def test_strings_are_cut_to_their_stated_length(graded):
    aspect = AspectRecord("a", "failed", 0, 1, "m" * 10_000, (Finding("f" * 10_000),))
    data = json_report.submission(graded("s" * 1000, aspect, repairs=["r" * 1000] * 500))
    assert len(data["student"]) == json_report.LENGTHS["student"]
    assert data["student"].endswith("...")
    assert len(data["repairs"]) == json_report.MAX_REPAIRS
    assert len(data["questions"][0]["aspects"][0]["message"]) == json_report.LENGTHS["message"]
    assert len(data["questions"][0]["aspects"][0]["findings"][0]["fact"]) == json_report.LENGTHS["fact"]


def test_numpy_values_become_plain_ones():
    data = {
        "b": np.bool_(True),
        "i": np.int64(3),
        "x": np.float32(0.5),
        "a": np.array([1.0, np.inf]),
        "o": object,
    }
    assert json_report.plain(data) == {"b": True, "i": 3, "x": 0.5, "a": [1, None], "o": "<class 'object'>"}


def test_deep_and_wide_data_are_cut():
    deep: list = []
    deep.append(deep)
    assert json_report.plain(deep) == [[[[["[[...]]"]]]]]
    assert len(json_report.plain(list(range(1000)))) == json_report.MAX_ITEMS
