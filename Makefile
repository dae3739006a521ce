# What a contributor runs; `make` alone lists it. Every target sets up what it needs first.
# .venv is named by its relative path throughout, so that a folder with a space in its name works.

PYTHON ?= python3
PORT ?= 8000
JOBS ?= 2
# Hypothesis: how hard `make test-long` looks (long or nightly, see tests/conftest.py).
PROFILE ?= long

OURS := .venv/bin/python
SET_UP := "$(PYTHON)" -m tools.set_up

# Material 9 prints a block about MkDocs 2 and its own end of life at every build. We know: the core
# does not import MkDocs (CONTRIBUTING.md), and the block hides our own messages.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
# `make -j lint test` would otherwise set up twice at once.
.NOTPARALLEL:
.PHONY: help serve build test test-long lint format words bench clean python

help: ## This list
	@echo "make TARGET, where TARGET is one of"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' Makefile
	@echo "Begin with make serve. What stands where: CONTRIBUTING.md"

serve: python ## Show the handbook at http://127.0.0.1:8000/ and again after every edit (PORT=8001 for another port)
	@$(SET_UP) site --port "$(PORT)"
	@echo "Building the handbook. Open the address that stands here at the end; Ctrl-C ends it."
	@.venv/bin/journeys serve --dev-addr "127.0.0.1:$(PORT)"

build: python ## Build the handbook into site/; a finding of level error ends it
	@$(SET_UP) site
	@echo "Building the handbook into site/ …"
	@.venv/bin/journeys build --strict
	@echo "Built. Look at it: $(OURS) -m http.server --bind 127.0.0.1 --directory site $(PORT)"
	@echo "and open http://127.0.0.1:$(PORT)/"

test: python ## Run every test but the long ones, in a real browser too (ARGS="-k persona" for some)
	@$(SET_UP) tests
	@echo "Running the tests on $(JOBS) processes …"
	@$(OURS) -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder -m "not long" $(ARGS)
# CI reads pytest's own last line.
	@test -n "$$CI" || echo "All passed. Next: make lint, or make serve to see the handbook."

test-long: python ## Run every test, the long ones too (PROFILE=nightly looks hardest)
	@$(SET_UP) tests
	@echo "Running all tests on $(JOBS) processes; this takes a while …"
	@$(OURS) -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder --hypothesis-profile "$(PROFILE)" $(ARGS)
	@test -n "$$CI" || echo "All passed, the long ones too. Next: make bench"

lint: python ## Check style, types, direction of imports, reference, words
	@$(SET_UP) tools
	@echo "ruff: the rules …"
	@$(OURS) -m ruff check .
	@echo "ruff: the layout (make format mends it) …"
	@$(OURS) -m ruff format --check .
	@echo "mypy: the types …"
	@$(OURS) -m mypy
	@echo "import-linter: imports point down only …"
	@.venv/bin/lint-imports --no-logo
	@echo "journeys reference: what is written from the code is current …"
	@.venv/bin/journeys reference docs/about-this-tool/reference --check
	@echo "words: the catalogues hold what is said (make words gathers it) …"
	@$(OURS) -m tools.words --check
	@echo "Nothing to mend. Next: make test"

format: python ## Mend the layout, and the style where ruff can
	@$(SET_UP) tools
	@$(OURS) -m ruff format .
	@$(OURS) -m ruff check --fix .

words: python ## Gather the words of the interface for those who translate them
	@$(SET_UP) tools
	@$(OURS) -m tools.words

bench: python ## Measure the promises of speed, as ratios in one run (FULL=1 repeats the slowest too)
	@$(SET_UP) tools
	@$(OURS) -m tools.bench $(ARGS)

clean: ## Remove what was built and cached; .venv stays (delete it to set up anew)
	@rm -rf site .cache build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis tests/artefacts
	@find plugins tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
	@echo "Clean. Next: make serve"

# tools/set_up.py says so itself when this Python is too old.
python:
	@command -v "$(PYTHON)" >/dev/null || { \
	  echo "There is no $(PYTHON) here, and Python 3.11 or newer is needed." >&2; \
	  echo "On Debian and Ubuntu, as root:  apt-get install python3" >&2; \
	  echo "Or name yours:  make PYTHON=/path/to/python3.12 …" >&2; \
	  exit 2; }
