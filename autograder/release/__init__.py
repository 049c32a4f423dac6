"""`autograder release`: from ``source/`` to ``release/``, with proofs.

generate.py      nbgrader's generate_assignment with our hooks, in a folder of its own
proofs.py        the list of proofs; those about metadata, stubs and prose
names.py         what check cells may name and bind
leaks.py         no solution, hidden test or mark in the student version
scoring.py       untouched scores 0, solved scores 100 %
differences.py   what is not as it was generated, cell by cell
run.py           all of it for one assignment
"""
