# Two commands do everything: `make demo` shows the program at work, `make test` tests it.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
DEMO ?= demo-vault
RUNS ?= 1000000

# What writes: every line and every branch of it is tested.
WRITE_PATH = */store/durable.py,*/store/exchange.py,*/store/kept.py,*/store/lease.py,*/store/replace.py,*/store/state.py,*/store/temp.py,*/store/whose.py,*/store/write.py

.PHONY: demo test faults fuzz check lint types layers docs clean

$(BIN)/vaultgoals: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $(BIN)/vaultgoals

# A fresh copy of the sample vault, as of today: checked, its pages written, and the weekly page's headline.
demo: $(BIN)/vaultgoals
	@rm -rf $(DEMO)
	@echo '$$ vaultgoals init --sample $(DEMO)'
	@$(BIN)/vaultgoals init --sample $(DEMO)
	@echo; echo '$$ vaultgoals check'
	@$(BIN)/vaultgoals -C $(DEMO) check || test $$? -eq 1 # the sample has one fault, on purpose
	@echo; echo '$$ vaultgoals review'
	@$(BIN)/vaultgoals -C $(DEMO) review
	@echo; echo 'Open the folder $(DEMO) in an editor. Its newest page says:'; echo
	@grep -h -m 1 '^\*\*' "$$(ls $(DEMO)/Reviews/Weekly/*.md | tail -n 1)"

test: $(BIN)/vaultgoals
	$(BIN)/python -m pytest -n auto --cov --cov-report=term:skip-covered --cov-fail-under=95
	$(BIN)/python -m coverage report --include='$(WRITE_PATH)' --fail-under=100

# A write killed or failing at every system call, and 15,000 saves of a person meanwhile; some five minutes.
faults: $(BIN)/vaultgoals
	$(BIN)/python tests/faults/suite.py

# Readers and grammars under a fuzzer, a million inputs each unless RUNS says otherwise; for a night.
fuzz: $(BIN)/vaultgoals
	$(BIN)/python -m pip install --quiet --editable '.[fuzz]'
	$(BIN)/python tests/fuzz/run.py --runs $(RUNS)

# All that CI does.
check: lint types layers test

lint: $(BIN)/vaultgoals
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(BIN)/vaultgoals
	$(BIN)/mypy

layers: $(BIN)/vaultgoals
	$(BIN)/lint-imports

# What is generated from the code; a test holds each file against it.
docs: $(BIN)/vaultgoals
	$(BIN)/python -m vaultgoals.rules.pages > docs/rules.md

clean:
	rm -rf $(VENV) $(DEMO) dist .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
