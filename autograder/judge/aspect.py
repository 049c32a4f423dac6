"""The frame of a check cell: one aspect, one verdict, one message.

    with check.aspect("softmax-batch"):
        check.softmax_batch(softmax)

Inside, the first thing that is wrong ends the block. In Jupyter the student then sees a picture, where an array is
wrong, and the message in place of a traceback; a grader reads the same verdict from the cell's output.
"""

import base64
import html
import sys
import urllib.parse
from contextlib import AbstractContextManager, ExitStack
from types import TracebackType
from typing import Self

from autograder.causes.sections import SECTIONS, anchor
from autograder.errors import CheckFailed
from autograder.findings import OUTCOME_MIME, Finding, Outcome, outcome_to_json
from autograder.judge.calls import blame_missing
from autograder.judge.elsewhere import RemoteError
from autograder.judge.picture import draw
from autograder.judge.report import Picture, Wrong
from autograder.judge.undisturbed import undisturbed


class aspect(AbstractContextManager):
    """Judge one aspect; see the module.

    Args:
        aspect_id: the `grade_id` of the check cell, `<question>-<aspect>`.

    Raises:
        CheckFailed: on leaving the block, when something in it is wrong.
    """

    def __init__(self, aspect_id: str) -> None:
        self.aspect_id = aspect_id

    def __enter__(self) -> Self:
        self._stack = ExitStack()
        self._stack.enter_context(undisturbed())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> bool:
        self._stack.close()
        if error is None:
            publish(Outcome(self.aspect_id, "passed"))
            return True
        if not isinstance(error, Exception):
            return False  # the user's interrupt, or the end of the kernel
        outcome, picture = judge_exception(self.aspect_id, error)
        publish(outcome, picture)
        raise CheckFailed(outcome) from None


def judge_exception(aspect_id: str, error: Exception) -> tuple[Outcome, Picture | None]:
    """What an exception that left a check says about the student's code."""
    if isinstance(error, AttributeError):
        try:
            blame_missing(error)
        except Wrong as found:
            error = found
    if isinstance(error, Wrong):
        return Outcome(aspect_id, "failed", (error.finding,)), error.picture
    if isinstance(error, NameError) and error.name and _raised_by_cell(error):
        question = aspect_id.split("-")[0]
        finding = Finding(
            f"`{error.name}` does not exist yet.",
            hint=f"the cell of question {question}: has it been run, and is the name spelled like this?",
            data={"name": error.name},
        )
        return Outcome(aspect_id, "failed", (finding,)), None
    text = " ".join(str(error).split())[:300]
    finding = Finding(
        f"the check could not make sense of what your code gave it ({type(error).__name__}: {text}).",
        hint="the types of what your functions return and of what your objects hold",
        data={"exception": type(error).__name__},
    )
    return Outcome(aspect_id, "error", (finding,)), None


def publish(outcome: Outcome, picture: Picture | None = None) -> None:
    """Show an outcome in Jupyter; outside of Jupyter nothing is shown."""
    shell = _shell()
    if shell is None:
        return
    bundle: dict[str, object] = {OUTCOME_MIME: outcome_to_json(outcome)}
    if outcome.status == "passed":
        bundle["text/plain"] = f"✔ {outcome.message}"
        bundle["text/html"] = (
            f'<div style="color:#1a7f37;font-weight:600">&#10004; {html.escape(outcome.message)}</div>'
        )
    elif picture is not None:
        bundle["text/plain"] = f"[heat map: {picture.name}, yours, expected and their difference]"
        bundle["image/png"] = draw(picture)
    else:
        bundle["text/plain"] = ""
        bundle["text/html"] = "<!-- the message follows -->"
    shell.display_pub.publish(data=_encoded(bundle))
    if any(finding.cause for finding in outcome.findings):
        link = explained_in(outcome.aspect)
        if link:
            shell.display_pub.publish(data=link)


def explained_in(aspect_id: str) -> dict[str, object] | None:
    """A link to the place in the notebook that explains what an aspect is about, as text and HTML; None without one."""
    heading = SECTIONS.get(aspect_id.split("-")[0])
    if heading is None:
        return None
    title = heading.split("  (")[0]
    address = urllib.parse.quote(anchor(heading), safe="-(),.?!:'")
    return {
        "text/plain": f"explained above, in “{title}”",
        "text/html": f'<div>explained above, in <a href="#{address}">{html.escape(title)}</a></div>',
    }


def _encoded(bundle: dict[str, object]) -> dict[str, object]:
    """Bytes as base64 text, which is how a notebook keeps pictures."""
    return {
        mime: base64.b64encode(content).decode("ascii") if isinstance(content, bytes) else content
        for mime, content in bundle.items()
    }


def _shell():
    """The running IPython shell, or None; IPython is not imported for it."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


def _raised_by_cell(error: BaseException) -> bool:
    """Whether an exception was raised by the check cell or by student code, not by a module of this package."""
    if isinstance(error, RemoteError):
        return True
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return step is None or not step.tb_frame.f_globals.get("__name__", "").startswith("autograder.")
