# make demo and make test need Python 3.11 or later and nothing else; everything stays inside this folder.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
INSTALL := $(PIP) install --require-hashes --no-deps -r
PACKAGE := $(PIP) install --no-deps --no-build-isolation --editable .
NOT_INSTALLED = echo "Not everything could be installed. This step needs the internet, or a mirror that pip knows; mend what pip says above and run make again." >&2
PORT ?= 8000
POSTGRESQL ?= postgresql://postgres@127.0.0.1:5432/goldthread

.DEFAULT_GOAL := help
.PHONY: help demo test test-postgresql check fix bench docs sizes pack lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## */  make \1|/' | awk -F'|' '{ printf "%-22s %s\n", $$1, $$2 }'

demo: $(VENV)/run.ready ## Northmere's papers in a site on this machine: addresses and sign-ins are printed
	@$(BIN)/goldthread demo --port $(PORT)

test: $(VENV)/dev.ready ## the whole suite; browser tests run when Chromium is found
	@$(BIN)/python -m pytest -n auto

test-postgresql: $(VENV)/dev.ready ## the tests that use the database, on PostgreSQL at POSTGRESQL=address
	@GOLDTHREAD_TEST_DATABASE_URL="$(POSTGRESQL)" $(BIN)/python -m pytest -n auto -m django_db

check: $(VENV)/dev.ready ## format, lint, types, layers, documentation, Northmere's pack
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python tools/make_docs.py --check
	@$(BIN)/python northmere/make.py --check

fix: $(VENV)/dev.ready ## format and mend what the linter can
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format --quiet .

bench: $(VENV)/dev.ready ## speed and memory, as figures
	@$(BIN)/python tools/bench.py

docs: $(VENV)/dev.ready ## write the reference pages again
	@$(BIN)/python tools/make_docs.py

sizes: $(VENV)/dev.ready ## how long functions and files are
	@$(BIN)/python tools/sizes.py

pack: $(VENV)/dev.ready ## build Northmere's papers again from their words
	@$(BIN)/python northmere/make.py

lock: $(VENV)/dev.ready ## compile the locks again after a change of dependencies
	@tools/lock

clean: ## take away what make built
	@rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c '' 2>/dev/null || { echo "No Python was found as “$(PYTHON)”; Goldthread needs 3.11 or later. Name one that you have: make PYTHON=python3.12 demo" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; found = sys.version.split()[0]; sys.exit(0 if sys.version_info >= (3, 11) else "Python " + found + " was found; Goldthread needs 3.11 or later. Name a later one: make PYTHON=python3.12 demo")'
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/run.ready: requirements/run.txt pyproject.toml | $(BIN)/python
	@echo "Installing what Goldthread needs into $(VENV) …"
	@$(INSTALL) requirements/run.txt || { $(NOT_INSTALLED); exit 1; }
	@$(PACKAGE) || { $(NOT_INSTALLED); exit 1; }
	@touch $@

$(VENV)/dev.ready: requirements/dev.txt pyproject.toml | $(BIN)/python
	@echo "Installing what Goldthread and its tests need into $(VENV) …"
	@$(INSTALL) requirements/dev.txt || { $(NOT_INSTALLED); exit 1; }
	@$(PACKAGE) || { $(NOT_INSTALLED); exit 1; }
	@touch $@ $(VENV)/run.ready
