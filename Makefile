# `make demo` and `make test` each work as the only command on a fresh clone: they build .venv first when it is
# missing or older than the pins. Needs Python 3.11 or later, git and make.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
SHARED := ../shared
CASES ?= 20000
SEED ?= 20260420

.PHONY: help demo test fuzz score floors bench bench-many schemas constraints clean

help:
	@echo "make demo         read the notices of corpus/, write the comparison and the checklist to out/"
	@echo "make test         style, types, tests"
	@echo "make fuzz         20,000 broken documents; CASES=… SEED=… for others"
	@echo "make score        precision, recall and F1 of every field"
	@echo "make floors       raise the floors of accuracy to what is measured"
	@echo "make bench        speed, memory, import time"
	@echo "make bench-many   two processes against one, memory over 10,000 files"
	@echo "make schemas      write schemas/ from the models"
	@echo "make constraints  write constraints.txt from this environment"
	@echo "make clean        remove what the other targets have made"

$(READY): pyproject.toml constraints.txt
	@echo "== environment: $(VENV)"
	@test -n "$(PYTHON)" || { echo "No python3 found. Install Python 3.11 or later."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than 3.11. Set PYTHON=…"; exit 1; }
	@test -x $(PY) || $(PYTHON) -m venv $(VENV) || { echo "The venv module is missing; on Debian: apt-get install python3-venv"; exit 1; }
	@$(PY) -m pip install -qq --disable-pip-version-check -e '.[dev]' -c constraints.txt
	@touch $@

demo: $(READY)
	@$(PY) scripts/demo.py

test: $(READY)
	@echo "== style"
	@$(PY) -m ruff check --quiet .
	@$(PY) -m ruff format --check --quiet .
	@echo "== types"
	@$(PY) -m mypy --no-error-summary
	@echo "== tests"
	@$(PY) -m pytest

fuzz: $(READY)
	@$(PY) -m tests.fuzz.driver --cases $(CASES) --seed $(SEED)

score: $(READY)
	@if [ -f $(SHARED)/eval/score.py ]; then \
		for part in seeds real practice; do echo "== $$part"; $(PY) $(SHARED)/eval/score.py $(SHARED)/$$part; done; \
	else echo "== no scorer beside this clone ($(SHARED)/eval/score.py): scoring corpus/ alone"; fi
	@echo "== corpus"
	@PYTHONPATH=. $(PY) scripts/score_corpus.py

floors: $(READY)
	@$(PY) scripts/floors.py

bench: $(READY)
	@$(PY) benchmarks/run.py
	@$(PY) benchmarks/uses.py

bench-many: $(READY)
	@$(PY) benchmarks/many.py

schemas: $(READY)
	@$(PY) scripts/write_schemas.py

constraints: $(READY)
	@$(PY) scripts/write_constraints.py

clean:
	rm -rf out fuzz-failures build dist src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +
