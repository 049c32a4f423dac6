"""How fast submissions are graded, beside nbgrader and otter-grader: `make bench`, or `python -m benchmarks --help`."""
