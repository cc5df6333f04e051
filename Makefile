# Two commands do everything: `make demo` shows the program at work, `make test` tests it.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
DEMO ?= demo-vault
RUNS ?= 1000000
EDITS ?= 100000

# What says room by room how the program behaves.
ROOMS = tests/unit tests/rules tests/golden tests/git tests/lsp

# What writes: every line and every branch of it is tested.
WRITE_PATH = */store/durable.py,*/store/exchange.py,*/store/kept.py,*/store/lease.py,*/store/replace.py,*/store/state.py,*/store/temp.py,*/store/whose.py,*/store/write.py

.PHONY: demo test pictures faults powercuts mutants fuzz soak long bench check lint types layers docs clean

$(BIN)/vaultgoals: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $(BIN)/vaultgoals

# A fresh copy of the sample vault, as of today: checked, its pages written, and what the newest one begins with.
demo: $(BIN)/vaultgoals
	@rm -rf $(DEMO)
	@echo '$$ vaultgoals init --sample $(DEMO)'
	@$(BIN)/vaultgoals init --sample $(DEMO)
	@echo; echo '$$ vaultgoals check'
	@$(BIN)/vaultgoals -C $(DEMO) check || test $$? -eq 1 # the sample has one fault, on purpose
	@echo; echo '$$ vaultgoals review'
	@$(BIN)/vaultgoals -C $(DEMO) review
	@echo; echo 'Open the folder $(DEMO) in an editor. Its newest page begins:'; echo
	@sed -n '/^# /,/vaultgoals:end next/{/^<!--/!p;}' "$$(ls $(DEMO)/Reviews/Weekly/*.md | tail -n 1)"

# The rooms' own tests must reach 95 % of all but the command line; the rest runs without coverage, which slows it.
test: $(BIN)/vaultgoals
	$(BIN)/python -m pytest -n auto --dist worksteal -rfEs --cov --cov-report=term:skip-covered --cov-fail-under=95 $(ROOMS)
	$(BIN)/python -m coverage report --include='$(WRITE_PATH)' --fail-under=100
	$(BIN)/python -m pytest -n auto --dist worksteal -rfEs $(ROOMS:%=--ignore=%)

# Every picture on our pages, drawn in Chromium by the Mermaid that Obsidian has and by the newest; needs npm.
pictures: $(BIN)/vaultgoals tests/pictures/node_modules
	PICTURES=required $(BIN)/python -m pytest tests/pictures

tests/pictures/node_modules: tests/pictures/package.json
	cd $(@D) && npm install --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

# A write killed or failing at every system call, and 15,000 saves of a person meanwhile; some ten minutes.
faults: $(BIN)/vaultgoals
	$(BIN)/python tests/faults/suite.py

# The power cut at every system call of a write, on a model of a disk and, as root, on ext4; some ten minutes.
powercuts: $(BIN)/vaultgoals
	$(BIN)/python tests/faults/powercuts.py

# Small wrongs done to all that writes, each of which a test must notice; half an hour and more, for a night.
mutants: $(BIN)/vaultgoals
	$(BIN)/python tests/mutants/hunt.py

# Readers and grammars under a fuzzer, a million inputs each unless RUNS says otherwise; for a night.
fuzz: $(BIN)/vaultgoals
	$(BIN)/python -m pip install --quiet --editable '.[fuzz]'
	$(BIN)/python tests/fuzz/run.py --runs $(RUNS)

# A watcher's long life: 100,000 edits, with flat memory, open files and threads; for a night, too.
soak: $(BIN)/vaultgoals
	$(BIN)/python tests/soak.py $(EDITS)

# Words in every place and days in every zone, in earnest; for a night, too.
long: $(BIN)/vaultgoals
	LONG=1 $(BIN)/python -m pytest -n auto tests/property/test_property_escape.py tests/unit/workspace/test_workspace_clock.py

# How fast it is, each goal beside its bound; takes long, and wants a machine with nothing else to do.
bench: $(BIN)/vaultgoals
	$(BIN)/python bench/run.py

# All that CI does, but for the pictures.
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
	$(BIN)/python -m vaultgoals.render.context > docs/template-values.md
	$(BIN)/python -m vaultgoals.export.schema_pages > docs/json.md

clean:
	rm -rf $(VENV) $(DEMO) dist tests/pictures/node_modules .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
