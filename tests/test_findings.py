"""Findings and outcomes travel as JSON, and what comes back is trusted in nothing."""

import json

import pytest

from autograder.findings import Finding, Outcome, outcome_from_json, outcome_to_json


def test_round_trip() -> None:
    """What goes in comes out."""
    finding = Finding(
        "dW is wrong.", "wrong_sign", "the sign is wrong.", "minus signs", {"index": [1, 2], "x": 0.5}
    )
    outcome = Outcome("a-b", "failed", (finding,))
    assert outcome_from_json(json.loads(json.dumps(outcome_to_json(outcome)))) == outcome


def test_nothing_that_json_cannot_hold() -> None:
    """nan, infinity, objects, lone surrogates and endless text are made harmless."""
    data = {
        "nan": float("nan"),
        "object": object,
        "deep": {"a": {"b": {"c": {"d": {}}}}},
        "long": list(range(99)),
    }
    outcome = Outcome("a\ud800", "failed", (Finding("x" * 9999, data=data),))
    document = outcome_to_json(outcome)
    json.dumps(document, allow_nan=False).encode()
    assert len(document["findings"][0]["fact"]) == 4000
    assert len(document["findings"][0]["data"]["long"]) == 50


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (None, "not an outcome of version 1"),
        ({"version": 2}, "not an outcome of version 1"),
        ({"version": 1}, "the outcome has no aspect"),
        ({"version": 1, "aspect": "a", "status": "won"}, "the outcome of a has no valid status"),
        ({"version": 1, "aspect": "a", "status": "failed"}, "the outcome of a has no list of findings"),
        ({"version": 1, "aspect": "a", "status": "failed", "findings": [1]}, "a finding has no fact"),
    ],
)
def test_what_is_no_outcome_is_refused(document, reason: str) -> None:
    """With the part that is wrong."""
    with pytest.raises(ValueError, match=reason):
        outcome_from_json(document)


def test_a_message_has_at_most_four_lines() -> None:
    """Fact, numbers, cause, hint."""
    finding = Finding("what\nnumbers", "wrong_sign", "why.", "where")
    assert finding.message == "what\nnumbers\nLikely cause: why.\nLook at: where"
