import base64
import re
import time
from html.parser import HTMLParser

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell

from autograder.findings import OUTCOME_MIME
from autograder.reports import feedback, summary
from autograder.reports.cells import markdown

PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"0" * 20).decode()
CHECK = """\
with check.aspect("softmax-batch"):
    check.softmax_batch(softmax)
    ### BEGIN HIDDEN TESTS
    secret_oracle = scipy.special.softmax(secret_input)
    ### END HIDDEN TESTS"""


class Elements(HTMLParser):
    """All elements of a page with their attributes, as a browser sees them."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, attrs))


def cell(source, outputs=(), **nbgrader):
    """A code cell with nbgrader metadata."""
    metadata = {"nbgrader": nbgrader | {"schema_version": 3}} if nbgrader else {}
    return new_code_cell(source, outputs=list(outputs), metadata=metadata)


@pytest.fixture
def executed():
    """A notebook with everything that must not get onto a page, and a heat map that must."""
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    error = [
        "\x1b[31mAssertionError\x1b[0m",
        "----> 4     secret_oracle = scipy.special.softmax(secret_input)",
        evil,
    ]
    return new_notebook(
        cells=[
            new_markdown_cell(f"# Title {evil}\n\n$x < {evil}$ <!-- points --> [go](javascript:alert(3))"),
            cell(
                f"print('{evil}')",
                [
                    new_output("stream", name="stdout", text=evil),
                    new_output("display_data", {"text/html": evil, "text/plain": f"plain {evil}"}),
                    new_output("display_data", {"image/svg+xml": f"<svg>{evil}</svg>"}),
                    new_output("display_data", {"image/png": 'x" onerror="alert(4)'}),
                    new_output("display_data", {"image/png": PNG, "text/plain": '"> onerror=alert(5)'}),
                    new_output("error", ename="E", evalue="", traceback=error),
                    new_output("stream", name="stdout", text="y" * 30_000),
                ],
                grade_id="softmax",
                grade=False,
                solution=True,
                locked=False,
            ),
            cell(
                CHECK,
                [
                    new_output("stream", name="stdout", text="printed while checking"),
                    new_output(
                        "display_data", {OUTCOME_MIME: {}, "image/png": PNG, "text/plain": "heat map"}
                    ),
                    new_output("error", ename="CheckFailed", evalue="", traceback=error),
                ],
                grade_id="softmax-batch",
                grade=True,
                solution=False,
                locked=True,
                points=2,
            ),
        ]
    )


def test_the_page_shows_score_messages_heat_map_and_notebook(records, executed):
    page = feedback.page(records[1], executed)
    assert "<h1>Softmax regression</h1>" in page
    assert "Feedback for &lt;i&gt;ben&lt;/i&gt;" in page
    assert '<b>1</b> <span class="soft">of 3 points</span>' in page
    assert "1 written answer still to be graded by a person" in page
    assert "each column adds up to 1 &lt;b&gt;&amp;?\nsecond line" in page
    assert "the check cell &#39;x&#39; was missing" in page
    assert page.count(f'<img src="data:image/png;base64,{PNG}"') == 2  # the student's figure and the heat map
    assert "check.softmax_batch" in re.sub(r"<[^>]+>", "", page)


def test_nothing_on_the_page_runs_or_fetches(records, executed):
    page = feedback.page(records[1], executed)
    elements = Elements(page).found
    assert {"script", "svg", "iframe", "link", "object", "form"}.isdisjoint(name for name, _ in elements)
    attributes = [item for _, attributes in elements for item in attributes]
    assert not [name for name, _ in attributes if name.startswith("on")]
    addresses = [value for name, value in attributes if name in ("src", "href")]
    assert all(address.startswith(("data:image/png;base64,", "#")) for address in addresses), addresses
    policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
    assert ("content", policy) in attributes


def test_hidden_tests_stay_hidden_even_in_tracebacks(records, executed):
    page = feedback.page(records[1], executed)
    assert "secret" not in page
    assert "HIDDEN TESTS" not in page
    assert "printed while checking" not in page
    assert "BEGIN HIDDEN TESTS" in executed.cells[2].source, "the notebook itself is not changed"


def test_long_output_is_cut_with_a_note(records, executed):
    page = feedback.page(records[1], executed)
    assert "y" * 20_000 in page
    assert "y" * 20_001 not in page
    assert "[10000 more characters are not shown]" in page


@pytest.mark.parametrize("source", ["> " * 20_000 + "deep", "* a\n" * 20_000, "[" * 20_000, "x" * 60_000])
def test_no_markdown_stops_the_page(records, source):
    page = feedback.page(
        records[0], new_notebook(cells=[new_markdown_cell(source), new_markdown_cell("the next")])
    )
    assert "<p>the next</p>" in page


def test_not_more_outputs_than_anyone_reads_are_shown(records, executed):
    executed.cells[1].outputs = [new_output("stream", name="stdout", text=f"line {n}") for n in range(1000)]
    page = feedback.page(records[0], executed)
    assert "line 49<" in page
    assert "line 50<" not in page


def test_a_perfect_submission_is_told_so(records):
    assert "Every check passed." in feedback.page(records[0])


def test_an_unreadable_submission_has_a_page_that_says_why(records):
    page = feedback.page(records[2])
    assert "could not be graded" in page
    assert "submitted/dan.ipynb: it ends in the middle" in page


def test_the_summary_links_to_the_pages(records):
    page = summary.page(records, {0: "ada/softmax_regression.html"})
    assert '<a href="ada/softmax_regression.html">ada</a>' in page
    assert "&lt;i&gt;ben&lt;/i&gt;" in page
    assert "<i>ben" not in page
    assert "2 graded, 1 invalid" in page


def test_the_csv_has_a_line_an_aspect_and_no_formulas(records):
    records = [records[0].replace(student="=HYPERLINK(1)"), records[2]]
    lines = summary.to_csv(records).splitlines()
    assert lines[0] == "student,assignment,status,question,aspect,result,points,max_points"
    assert lines[1] == "'=HYPERLINK(1),softmax_regression,graded,softmax,softmax-vector,passed,1,1"
    assert lines[3] == "'=HYPERLINK(1),softmax_regression,graded,softmax,logreg_reading,needs_grading,,3"
    assert lines[4] == "dan,,invalid,,,,,"


def test_an_answer_that_was_set_aside_is_shown_as_text(records):
    raw = new_raw_cell("def f():\n    # not a heading <script>")
    page = feedback.page(records[0], new_notebook(cells=[raw]))
    assert '<pre class="output stream">def f():\n    # not a heading &lt;script&gt;</pre>' in page


@pytest.mark.parametrize(
    "url",
    [
        "http://e.org/x.png",
        "//e.org/x.png",
        "x.png",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:/x.png",
    ],
)
@pytest.mark.parametrize("markup", ["![my *plot*]({url} 'title')", "![my *plot*][r]\n\n[r]: {url}"])
def test_pictures_from_elsewhere_are_not_on_the_page(markup, url):
    assert str(markdown(markup.format(url=url))).strip() == "<p>my <em>plot</em></p>"


def test_pictures_that_are_in_the_text_are_on_the_page():
    assert f'<img src="data:image/png;base64,{PNG}" alt="plot" />' in markdown(
        f"![plot](data:image/png;base64,{PNG})"
    )


def test_comments_without_end_take_no_time():
    start = time.process_time()
    page = markdown("a <!-- b -->" + "<!--" * 10_000)
    assert time.process_time() - start < 1  # three seconds when each of them was looked for to the end
    assert " b " not in page


def test_a_notebook_longer_than_any_is_shown_as_plain_text(monkeypatch, records):
    monkeypatch.setattr(feedback, "MAX_RENDERED", 100)
    notebook = new_notebook(cells=[new_markdown_cell("# first"), new_markdown_cell("# second" + " x" * 100)])
    page = feedback.page(records[1], notebook)
    assert "<h1>first</h1>" in page
    assert "# second" in page
