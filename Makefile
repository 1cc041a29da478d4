# Sitrep. Needs make and Python 3.12 or newer, nothing else.
#   make install   .venv with everything, and the gazetteer
#   make run       migrate, load the seeds the first time, serve on 127.0.0.1:8000 (HOST and PORT override)
#   make test      every check and test        make lint   checks only
#   make fmt       format the code             make bench  measurements
#   make quality   fails when extraction reads the project's own labelled articles worse than recorded
#   make lock      write requirements/*.txt anew (needs uv)

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
SITREP := $(BIN)/python -m app
STAMP := $(VENV)/.sitrep-installed
LOCK := uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
	--python-version 3.12
PYTEST_WORKERS ?= auto

.PHONY: install run test lint fmt bench quality evaluate lock clean

install: $(STAMP)

# The first interpreter that really runs, is new enough and can make virtual environments.
$(STAMP): pyproject.toml requirements/dev.txt
	@check='import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 12))'; \
	for python in $(PYTHON) python3.12 python3.13 python3 python3.14 python; do \
		if "$$python" -c "$$check" >/dev/null 2>&1; then found="$$python"; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
		echo "Sitrep needs Python 3.12 or newer with its venv module, and none was found on PATH;" \
			"install one or name it with PYTHON=/path/to/python." >&2; exit 1; \
	fi; \
	if ! $(BIN)/python -c "$$check" >/dev/null 2>&1; then "$$found" -m venv --clear $(VENV); fi
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(SITREP) gazetteer build
	@touch $@

run: install
	$(SITREP) migrate
	$(SITREP) gazetteer build
	$(SITREP) seed --if-empty
	$(SITREP) serve $(if $(HOST),--host $(HOST)) $(if $(PORT),--port $(PORT))

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/deptry .

test: lint
	$(BIN)/python -m pytest -n $(PYTEST_WORKERS)

fmt: install
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: install
	$(BIN)/python -m benchmarks

# Extraction quality on labelled articles of our own, against benchmarks/quality/floor.toml (ARGS=--record writes it)
quality: install
	$(BIN)/python -m benchmarks.quality $(ARGS)

# Extraction quality on sets that you keep: EVAL_DIR=… (see benchmarks/evaluate.py)
evaluate: install
	$(BIN)/python -m benchmarks.evaluate

lock:
	$(LOCK) pyproject.toml -o requirements/base.txt
	$(LOCK) --extra dev pyproject.toml -o requirements/dev.txt
	$(LOCK) --group build -o requirements/build.txt

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .schemathesis
