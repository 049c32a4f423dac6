# backprop-lab: everything starts here. `make help` lists what there is.
#
# Each target sets up what it needs in .venv, from the locked requirements, and nothing else on the machine.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
JOBS ?= $(shell nproc 2>/dev/null || sysctl -n hw.ncpu)
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-annotate --custom-compile-command "make lock" pyproject.toml requirements/build.in

# Students' threads and ours must not fight over the cores; BLAS gains nothing on arrays of this size.
export OPENBLAS_NUM_THREADS := 1
export OMP_NUM_THREADS := 1

.DEFAULT_GOAL := help
.PHONY: help demo test lint release lab bench fuzz lock clean

help:  ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

demo: $(VENV)/.instructor  ## generate the student versions, grade a sample class, say where to look
	@$(BIN)/autograder demo --jobs $(JOBS)

test: lint  ## set everything up and run all tests
	$(BIN)/python -m pytest

lint: $(VENV)/.test  ## check style, in modules and notebooks
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet . || { echo "run: $(BIN)/ruff format ."; exit 1; }

fuzz: $(VENV)/.test  ## 2,000 new mutations in each test of tests/fuzz (about 20 minutes)
	FUZZ_EXAMPLES=2000 $(BIN)/python -m pytest tests/fuzz

release: $(VENV)/.instructor  ## generate release/ from source/, with all proofs
	@$(BIN)/autograder release

lab: $(VENV)/.instructor  ## open the course in JupyterLab
	@$(BIN)/jupyter lab

bench: $(VENV)/.bench  ## time and memory of grading, beside nbgrader and otter-grader (15 to 30 minutes)
	@$(BIN)/python -m benchmarks --json build/bench.json

lock:  ## renew requirements/*.txt to current releases
	$(LOCK) --upgrade --all-extras -o requirements/test.txt
	$(LOCK) -c requirements/test.txt --extra instructor -o requirements/instructor.txt
	$(LOCK) -c requirements/test.txt -o requirements/student.txt
	$(LOCK) requirements/bench.in -c requirements/test.txt --extra instructor -o requirements/bench.txt

clean:  ## remove the environment and everything that was built
	rm -rf $(VENV) build dist

$(BIN)/python:
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(not (3, 11) <= v <= (3, 13))' || \
	  { echo "Python 3.11, 3.12 or 3.13 is needed; say which with: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.%: requirements/%.txt pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r $<
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@
