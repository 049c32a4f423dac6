"""On the pages that nbgrader makes, nothing that a student wrote or put out runs, is fetched, or poses as the page."""

import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from nbconvert.exporters import HTMLExporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader.server_extensions.formgrader import handlers
from traitlets.config import Config

from autograder.hooks.safe_html import MAX_LENGTH, clean_html, markdown2html
from autograder.hooks.settings import configure

EVIL = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' data:text/html,<script>alert(1)</script>'>x</a>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='data:text/html,x'></object><embed src=x><applet code=x>",
    "<form action=//evil><input name=q><button class=full-credit>x</button></form>",
    "<style>@import '//evil/x.css'; body {display: none}</style>",
    "<link rel=stylesheet href=//evil><meta http-equiv=refresh content='0;url=//evil'><base href=//evil>",
    "<div style='background: url(//evil/x.png); position: fixed; top: 0'>x</div>",
    "<img src='//evil/pixel.png'><img src='https://evil/pixel.png' srcset='//evil/2 2x'>",
    "<div class='nbgrader_cell score' id=submission_id>x</div>",
    "<math><mtext></p><mglyph><style><img src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<details open ontoggle=alert(1)>x</details>",
    "<img src='data:text/html;base64,PHNjcmlwdD4='>",
]
RUNS = {
    "script",
    "iframe",
    "object",
    "embed",
    "applet",
    "form",
    "input",
    "button",
    "style",
    "link",
    "meta",
    "base",
    "svg",
    "math",
}


class Harm(HTMLParser):
    """Collects what a browser would run, fetch or take for the page."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag in RUNS:
            self.found.append(tag)
        for name, value in attrs:
            value = (value or "").strip().lower()
            if name.startswith("on") or "evil" in value or value.startswith(("javascript:", "data:text")):
                self.found.append((tag, name, value))
            if value.startswith("nbgrader_cell") or value == "submission_id" or "position" in value:
                self.found.append((tag, name, value))


@pytest.mark.parametrize("evil", EVIL)
def test_markup_that_runs_becomes_text(evil):
    assert Harm(evil).found or evil.startswith(("<noscript", "<scr<")), (
        "the test sees all that a browser may run"
    )
    assert Harm(clean_html(evil)).found == []
    assert (
        Harm(
            markdown2html({}, f"before\n\n{evil}\n\nafter `{evil}` $x {evil}$ ![a]({evil}) [b]({evil})")
        ).found
        == []
    )


def test_what_is_harmless_stays():
    table = '<table class="dataframe"><thead><tr><th>a</th></tr></thead><tbody><tr><td colspan="2">1</td></tr></tbody></table>'
    assert clean_html(table) == table
    assert clean_html('<span style="color: red;">x</span>') == '<span style="color: red;">x</span>'
    rendered = markdown2html(
        {}, "## Title\n\n*a* **b** [c](https://example.org)\n\n```python\nx = 1 < 2\n```\n\n$a < b$"
    )
    for piece in (
        '<h2 id="Title">',
        "<em>a</em>",
        'href="https://example.org"',
        'class="highlight"',
        "$a &lt; b$",
        "&lt;",
    ):
        assert piece in rendered, piece


def test_pictures_in_the_notebook_are_shown():
    cell = {"attachments": {"a.png": {"image/png": "iVBORw0="}}}
    assert 'src="data:image/png;base64,iVBORw0="' in markdown2html({"cell": cell}, "![a](attachment:a.png)")


@pytest.mark.parametrize(
    "source",
    [
        "![x](attachment:none.png)",
        "[" * 5000 + "x",
        "> " * 3000 + "x",
        "<div>" * 5000,
        "x" * (MAX_LENGTH + 1),
    ],
)
def test_no_text_costs_a_page(source):
    shown = markdown2html({}, source)
    assert "x" in shown or "are not shown" in shown
    assert Harm(shown).found == []


@pytest.mark.parametrize(
    "tag", ["<div>", "<b>", "<a>", "<table><td>", "<p><b>", "<svg>", "<b></i>", "</b><b>"]
)
def test_nested_html_takes_no_time(tag):
    started = time.perf_counter()
    if tag != "</b><b>":
        assert "are not shown" in clean_html(tag * (MAX_LENGTH // len(tag)))
    assert "are not shown" in clean_html("</b></p>" * 1000 + "<b><p>" * 1000)
    clean_html((tag + "x") * 150)
    assert time.perf_counter() - started < 5


def test_endless_html_is_not_shown():
    assert clean_html("<b>" * MAX_LENGTH) == f"<p>({3 * MAX_LENGTH:,} characters of HTML are not shown)</p>"


def config(**html):
    settings = Config()
    configure(settings)
    settings.HTMLExporter.update(html)
    return settings


@pytest.mark.parametrize("evil", EVIL)
def test_formgraders_page_and_feedback_pages_are_clean(evil, page):
    empty, full = page(""), page(evil)
    assert "before" in full
    assert Harm(full).found == Harm(empty).found


@pytest.fixture(scope="module")
def page():
    """Renders a notebook with an attack in every place, as formgrader does."""
    exporter = HTMLExporter(
        config=config(template_name="formgrade", extra_template_basedirs=[handlers.template_path])
    )
    resources = dict.fromkeys(
        ("assignment_id", "notebook_id", "student", "last_name", "first_name", "filename"), "a"
    )
    resources |= {"submission_id": "a", "index": 0, "total": 1, "base_url": "", "notebook_path": "a"}

    def page(evil):
        answer = {
            "grade_id": "a",
            "grade": True,
            "solution": True,
            "locked": False,
            "points": 1,
            "schema_version": 3,
        }
        outputs = [
            new_output("display_data", {"text/html": f"before {evil}", "text/plain": evil}),
            new_output("display_data", {"text/markdown": evil}),
            new_output("display_data", {"text/latex": evil}),
            new_output("stream", name="stdout", text=evil),
            new_output("error", ename=evil, evalue=evil, traceback=[evil]),
        ]
        cells = [
            new_markdown_cell(f"before\n\n{evil}"),
            new_markdown_cell(f"{evil} ![x](attachment:none)", metadata={"nbgrader": answer}),
            new_code_cell(f"# {evil}", outputs=outputs),
        ]
        html, _ = exporter.from_notebook_node(new_notebook(cells=cells), resources=dict(resources))
        return html

    return page


def test_the_feedback_exporter_uses_the_same_filters():
    from autograder.hooks.offline_page import OfflinePage

    templates = Path(handlers.template_path)
    exporter = OfflinePage(config=config(template_name="feedback", extra_template_basedirs=[str(templates)]))
    assert exporter.sanitize_html
    assert exporter.environment.filters["markdown2html"] is markdown2html
    assert exporter.environment.filters["clean_html"] is clean_html
