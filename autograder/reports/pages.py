"""What all HTML pages share: one template environment, escaping everything."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from autograder.reports.text import points, printable


def template(name: str) -> Template:
    """Return a template of the folder `templates`; student text in it is escaped."""
    return _environment().get_template(name)


def title(assignment: str) -> str:
    """Return the name of an assignment for people: `neural_net` becomes `Neural net`."""
    return printable(assignment).replace("_", " ").capitalize() or "Unknown assignment"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("autograder.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"points": points, "printable": printable}
    return environment
