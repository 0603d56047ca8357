# Words of this project; each one makes the environment it needs. `make help` lists them.

PYTHON ?= python3
BIN := .venv/bin

# A stamp carries the checksum of what it was made from: a changed lock is installed, an unchanged one is not.
checksum = $(shell cat $(1) 2>/dev/null | cksum | tr ' ' -)
SITE := .venv/site-$(call checksum,requirements/site.txt)
DEV := .venv/dev-$(call checksum,requirements/dev.txt)
PROJECT := .venv/project-$(call checksum,pyproject.toml)
DRAWING := node_modules/drawing-$(call checksum,package-lock.json)
TOOLS := node_modules/tools-$(call checksum,package-lock.json)

NPM := npm ci --ignore-scripts --silent --no-audit --no-fund
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check
COMPILE := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
  --fork-strategy fewest --generate-hashes --no-emit-index-url --no-emit-find-links \
  --custom-compile-command "make lock"

export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help site serve test check bench fuzz psplib lock clean .venv

help:  ## list the words
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' Makefile | expand -t 8

site: $(SITE) $(PROJECT) $(DRAWING)  ## check the records, then build the site into site/
	$(BIN)/handbook check
	$(BIN)/mkdocs build --quiet --strict

serve: $(SITE) $(PROJECT) $(DRAWING)  ## build the site and again on every change, on port 8000
	$(BIN)/mkdocs serve

test: $(DEV) $(PROJECT) $(TOOLS)  ## run all tests; those that need a browser find one
	$(BIN)/python -m pytest -n auto $(ARGS)

check: $(DEV) $(PROJECT)  ## read the code: style, types, architecture
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(DEV) $(PROJECT)  ## measure, side by side with peers
	$(BIN)/python -m benchmarks

fuzz: $(DEV) $(PROJECT)  ## look for input that breaks the reader, for SECONDS (600)
	$(BIN)/python tests/fuzz/load.py -max_total_time=$(or $(SECONDS),600) -jobs=0 -close_fd_mask=0

psplib: $(DEV) $(PROJECT)  ## level the instances of PSPLIB in FOLDER, for hours
	$(BIN)/python -m benchmarks.level_psplib $(FOLDER) $(ARGS)

lock: $(DEV)  ## choose versions again and write requirements/
	$(COMPILE) --upgrade --group build --output-file requirements/site.txt
	$(COMPILE) --upgrade --group dev --constraints requirements/site.txt --output-file requirements/dev.txt

clean:  ## remove the environment and everything built
	rm -rf .venv node_modules site build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv: $(DEV) $(PROJECT)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "expected Python 3.11 or newer, found $$($(PYTHON) --version 2>&1): name another, as in PYTHON=python3.12 make" >&2; \
	  exit 1; }
	$(PYTHON) -m venv .venv

$(SITE): | $(BIN)/python
	$(INSTALL) --require-hashes -r requirements/site.txt
	@rm -f .venv/site-*
	@touch $@

$(DEV): | $(BIN)/python
	$(INSTALL) --require-hashes -r requirements/dev.txt
	@rm -f .venv/dev-* .venv/site-*
	@touch $@ $(SITE)

$(PROJECT): | $(SITE)
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@rm -f .venv/project-*
	@touch $@

# Without npm the site still builds: diagrams stand as outlines. Tests that need what npm brings are skipped.
$(DRAWING):
	@if command -v npm >/dev/null; then $(NPM) --omit=dev && touch $@; fi

$(TOOLS):
	@if command -v npm >/dev/null; then $(NPM) && touch $@ $(DRAWING); fi
