"""A feedback page waits for nothing from the network."""

import re

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from autograder.hooks.offline_page import OfflinePage


def page(*cells):
    """The HTML of a page with nbgrader's feedback template."""
    from pathlib import Path

    import nbgrader
    from traitlets.config import Config

    config = Config()
    config.HTMLExporter.template_name = "feedback"
    templates = Path(nbgrader.__file__).parent / "server_extensions" / "formgrader" / "templates"
    config.HTMLExporter.extra_template_basedirs = [str(templates)]
    # bootstrap.min.css, which nbgrader's template wants, lies where GenerateFeedback tells nbconvert to look.
    static = templates.parent / "static" / "node_modules" / "bootstrap" / "dist" / "css"
    config.HTMLExporter.extra_template_paths = [str(static)]
    resources = {"nbgrader": {"notebook": "tiny", "score": 1, "max_score": 2, "late_penalty": 0}}
    return OfflinePage(config=config).from_notebook_node(new_notebook(cells=list(cells)), resources)[0]


def test_no_script_is_waited_for():
    html = page(new_markdown_cell("Twice $x$"))
    outside = re.findall(r"<(?:script|link|img)[^>]*(?:src|href)=[\"']https?:[^>]*>", html)
    assert len(outside) == 1 and "async" in outside[0] and "mathjax" in outside[0]
    assert html.index("MathJax.Hub.Config") < html.index(outside[0])
    assert '["\\\\(", "\\\\)"]' in html, "MathJax's delimiters are escaped as JavaScript wants them"
    assert "Twice $x$" in html


def test_a_progress_bar_is_shown_as_text():
    bar = {"application/vnd.jupyter.widget-view+json": {"model_id": "a"}, "text/plain": "100% done"}
    assert "100% done" in page(new_code_cell("", outputs=[new_output("display_data", bar)]))


def test_a_picture_is_part_of_the_page():
    html = page(
        new_code_cell("", outputs=[new_output("display_data", {"image/png": "aGk=", "text/plain": "map"})])
    )
    assert "data:image/png;base64,aGk=" in html


def test_a_message_is_red():
    error = new_output("error", ename="E", evalue="", traceback=["\x1b[1;31m✘ wrong\x1b[0m"])
    html = page(new_code_cell("", outputs=[error]))
    assert '<span class="ansi-red-intense-fg ansi-bold">✘ wrong</span>' in html
    assert ".ansi-red-intense-fg { color:" in html
