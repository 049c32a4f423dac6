"""The JSON document of `autograder audit`."""

from __future__ import annotations

import json
from typing import Any

from autograder.audit.bars import bars
from autograder.audit.intervals import Rate
from autograder.audit.records import Audit, Tally
from autograder.audit.table import in_all

VERSION = 1


def dumps(audit: Audit) -> str:
    """The document as text, ASCII only."""
    return json.dumps(document(audit), allow_nan=False, indent=1) + "\n"


def document(audit: Audit) -> dict[str, Any]:
    """The document as plain data."""
    return {
        "version": VERSION,
        "seconds": round(audit.seconds, 1),
        "seeds": audit.seeds,
        "collateral": audit.collateral,
        "confined": audit.confined,
        "bars": [{"text": bar.text, "found": bar.found, "holds": bar.holds} for bar in bars(audit)],
        "rates": {name: _rate(rate) for name, rate in in_all(audit)},
        "questions": [
            {
                "assignment": assignment,
                "question": question,
                **_tally(audit.of_question(assignment, question)),
            }
            for assignment, question in audit.questions
        ],
        "variants": [
            {
                "assignment": v.assignment,
                "question": v.question,
                "name": v.name,
                "wrong": v.wrong,
                "lost": list(v.lost),
                "stated": list(v.stated),
                "collateral": list(v.collateral),
                "declared": list(v.declared),
                "consequences": list(v.consequences),
                "cause": v.cause,
                "named": list(v.named),
                "numerical": v.numerical,
                "message": v.message,
                "seconds": round(v.seconds, 3),
            }
            for v in audit.verdicts
        ],
        "near_copies": [
            {
                "assignment": p.assignment,
                "first": p.first,
                "second": p.second,
                "similarity": round(p.similarity, 3),
            }
            for p in audit.copies
        ],
        "unstable": [
            {"name": u.name, "lost": {str(seed): list(lost) for seed, lost in u.lost.items()}}
            for u in audit.unstable
        ],
        "survivors": [
            {
                "assignment": j.mutant.assignment,
                "question": j.mutant.question,
                "operator": j.mutant.operator,
                "diff": j.mutant.diff,
                "difference": j.difference,
                "reached": j.reached,
                "trials": j.trials,
                "explained": why,
            }
            for j, why in audit.survivors
        ],
        "sample": {
            "mutants": len(audit.sampled),
            "agree": sum(sampled.agrees for sampled in audit.sampled),
        },
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "right_accepted": _rate(tally.accepted),
        "wrong_rejected": _rate(tally.rejected),
        "collateral": tally.clean.total - tally.clean.hits,
        "declared": tally.declared,
        "consequences": tally.consequences,
        "causes_named": _rate(tally.named),
        "causes_named_right": _rate(tally.named_right),
        "causes_named_wrongly": tally.misnamed,
        "mutants": {
            "made": tally.mutants,
            "equivalent": tally.equivalent,
            "by_contract": tally.by_contract,
            "unobserved": tally.unobserved,
            "killed": _rate(tally.killed),
        },
    }


def _rate(rate: Rate) -> dict[str, Any]:
    low, high = rate.interval
    return {"hits": rate.hits, "total": rate.total, "low": round(low, 4), "high": round(high, 4)}
