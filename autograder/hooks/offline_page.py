"""A feedback page that opens without the network, with messages in colour.

nbgrader's template loads MathJax from a content delivery network before it shows anything. Here the page is shown at
once; where there is a network, MathJax follows and typesets the formulas, and where there is none they stay as TeX.
"""

from __future__ import annotations

from typing import Any

from jinja2 import DictLoader
from nbconvert.exporters import HTMLExporter

# Shadows the macro of nbconvert's base template. The configuration must stand before the script, because an
# asynchronous script may run at any time after it. nbgrader's template also leaves out the style sheet that has the
# colours of tracebacks, and this is the one place in the head of its page where something can be put in.
_HEAD = """
{%- macro mathjax(url="https://cdnjs.cloudflare.com/ajax/libs/mathjax/2.7.7/latest.js?config=TeX-AMS_CHTML-full,Safe") -%}
    <script type="text/x-mathjax-config">
    MathJax.Hub.Config({
        TeX: { equationNumbers: { autoNumber: "AMS", useLabelIds: true } },
        tex2jax: {
            inlineMath: [ ["$", "$"], ["\\\\(", "\\\\)"] ],
            displayMath: [ ["$$", "$$"], ["\\\\[", "\\\\]"] ],
            processEscapes: true,
            processEnvironments: true
        },
        displayAlign: "center",
        messageStyle: "none"
    });
    </script>
    <script async src="{{ url }}"></script>
    <style>
    .ansi-bold { font-weight: bold; }
    .ansi-red-fg, .ansi-red-intense-fg { color: #b3261e; }
    .ansi-green-fg, .ansi-green-intense-fg { color: #1a7f37; }
    .ansi-yellow-fg, .ansi-yellow-intense-fg { color: #7d5600; }
    .ansi-blue-fg, .ansi-blue-intense-fg { color: #1f5fae; }
    .ansi-magenta-fg, .ansi-magenta-intense-fg { color: #8b3a8b; }
    .ansi-cyan-fg, .ansi-cyan-intense-fg { color: #0b6e75; }
    pre { white-space: pre-wrap; word-break: normal; overflow-wrap: anywhere; }
    .output_png img { max-width: 100%; }
    </style>
{%- endmacro %}
"""

# A progress bar as a widget needs scripts from the network; its plain text says the same.
_NEEDS_NETWORK = ("application/vnd.jupyter.widget-view+json", "application/javascript")


class OfflinePage(HTMLExporter):
    """nbconvert's HTML exporter for feedback pages, with nothing that the page has to wait for."""

    # JupyterLab offers exporters with a name in its menu; this one is for feedback pages only.
    export_from_notebook = None

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.extra_loaders = [DictLoader({"mathjax.html.j2": _HEAD})]

    @property
    def default_config(self) -> Any:
        """nbconvert's defaults, without the kinds of output that need a script from the network."""
        config = super().default_config
        kinds = config.NbConvertBase.display_data_priority
        config.NbConvertBase.display_data_priority = [kind for kind in kinds if kind not in _NEEDS_NETWORK]
        return config
