# One command for everything that must hold before a commit: make check
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# The machine's pip installs into the environment: Debian's Python has none to put there.
INSTALL := $(PYTHON) -m pip --python $(BIN)/python install --quiet

.DEFAULT_GOAL := help
.PHONY: help setup check lint types contracts test coverage conformance bench fuzz docs clean

help: ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv --without-pip $(VENV)
	$(INSTALL) --editable '.[dev]'
	$(BIN)/python -m compileall -q exporter
	touch $@

setup: $(VENV)/installed ## make the virtual environment with all that development needs

check: lint types contracts test ## lint, types, import contracts and tests

lint: setup ## ruff, both as linter and as formatter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup ## mypy --strict
	$(BIN)/mypy

contracts: setup ## the layers, by import-linter
	$(BIN)/lint-imports

test: setup ## the tests that need no reference validator
	$(BIN)/pytest -q -n auto -m 'not conformance'

coverage: setup ## the tests again, with a report of the lines and branches that none runs
	$(BIN)/coverage erase
# Tests that count what a start loads fail, since coverage is loaded too.
	-$(BIN)/coverage run -m pytest -q -n auto -m "not conformance"
	$(BIN)/coverage combine -q
	$(BIN)/coverage report

conformance: setup ## the reference validators over outputs (tests/conformance/setup-validators installs them)
	$(BIN)/pytest -q -m conformance tests/conformance

bench: setup ## our backends beside typst, WeasyPrint, platypus and pandoc, in one run
	$(INSTALL) --editable '.[bench]'
	$(BIN)/python -m tests.bench

fuzz: setup ## mutated stories for half an hour; python -m tests.fuzz --help says what else
	$(INSTALL) --editable '.[dev,fuzz]'
	$(BIN)/python -m tests.fuzz story seeds tests/stories

docs: setup ## the API reference, from the docstrings, and the README's pictures
	$(BIN)/python -m tests.guide.api
	$(BIN)/python -m tests.guide.pictures

clean: ## remove what is built
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
