# Everything lives in .venv; the stamp makes second runs start at once.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help run demo test check format lint types gathered tests docs pictures bench faults hours lock clean

help: ## show what there is to make
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

$(STAMP): pyproject.toml requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) (once) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m compileall -qq -j 0 $(VENV)/lib src || true
	@touch $@

run: $(STAMP) ## open the desk
	@$(BIN)/mentordesk

demo: $(STAMP) ## open a throw-away desk with a believable practice
	@$(BIN)/mentordesk demo

test: check ## the whole of make check

check: format lint ## format, lint, types, architecture and every test
	@$(MAKE) --no-print-directory -j 2 types gathered
	@$(MAKE) --no-print-directory tests

format: $(STAMP)
	@$(BIN)/ruff format --check --quiet . || { echo "Run: .venv/bin/ruff format ."; exit 1; }

lint: $(STAMP)
	@$(BIN)/ruff check --quiet .

types: $(STAMP)
	@$(BIN)/mypy

# What pytest makes of the tests' asserts is kept beside them: each worker would make it anew.
gathered: $(STAMP)
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m pytest --collect-only -qq > $(VENV)/gathered \
	  || { cat $(VENV)/gathered; exit 1; }

tests: $(STAMP)
	@$(BIN)/python -m pytest -n auto --dist worksteal

docs: $(STAMP) ## write the generated pages anew (keys.md, cli.md)
	@$(BIN)/python -m tests.generate

pictures: $(STAMP) ## draw the README's pictures from the demo desk
	@$(BIN)/python docs/pictures.py

bench: $(STAMP) ## measure against floors and print the table
	@$(BIN)/python -m bench

faults: $(STAMP) ## kill it 200 times in mid-sentence, fill its disk, hold its lock, open it twice (a quarter of an hour)
	@$(BIN)/python -m pytest tests/faults
	@$(BIN)/python -m tests.faults 200

hours: $(STAMP) ## sit in a call for eight hours of a fake clock, and print what memory gains
	@$(BIN)/python -m tests.faults.hours 8

lock: ## resolve the dependencies anew into requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --group dev pyproject.toml build.in -o requirements.lock

clean: ## remove the environment and caches
	@rm -rf $(VENV) .mypy_cache .ruff_cache .hypothesis
