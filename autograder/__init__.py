"""backprop-lab: a course on backpropagation and the checker that explains wrong gradients.

Students meet two things: `autograder.checks.<assignment>`, which the check cells of a notebook call, and
`eval_numerical_gradient`, a numerical derivative to hold their own against.
"""

__version__ = "0.1.0"


def __getattr__(name: str):
    """Import `eval_numerical_gradient` when it is first asked for: `import autograder` alone stays instant."""
    if name == "eval_numerical_gradient":
        from autograder.judge.numerical import eval_numerical_gradient

        return eval_numerical_gradient
    raise AttributeError(f"module 'autograder' has no attribute {name!r}")
