# Everything a newcomer needs: `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
JOBS ?= 2
RAW ?=
FILE ?=
URL ?=
ARGS ?=
UPGRADE ?=

.PHONY: run test check bench data package bring fill refresh language reference picture hooks locks clean help

help: ## Show what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: $(VENV)/run.ok ## Set up and start the atlas on 127.0.0.1:8501
	@$(BIN)/python -m compileall -q app.py serve.py components data geo pages
	@echo "The atlas is at http://127.0.0.1:$(PORT)"
	@$(BIN)/streamlit run serve.py --server.port $(PORT)

test: $(VENV)/dev.ok packages ## Run all tests, the browser's included
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup -q

check: $(VENV)/dev.ok ## Lint and check types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

bench: $(VENV)/dev.ok ## Measure speed, bytes and memory
	@$(BIN)/python -m bench

data: $(VENV)/dev.ok ## Describe the curated tables anew; with RAW=folder, run all recipes first
	@if [ -n "$(RAW)" ]; then $(BIN)/python -m data.curation.run --raw "$(RAW)"; fi
	@$(BIN)/python -m data.curation.package

package: $(VENV)/dev.ok ## Pack the data with their descriptions into build/package, and validate all
	@$(BIN)/python -m data.curation.release --check

bring: $(VENV)/recipes.ok ## Add a file to the data: FILE=annex.xlsx ARGS="--layout annex"
	@$(BIN)/python -m data.bring $(if $(FILE),"$(FILE)") $(ARGS)

fill: $(VENV)/run.ok ## Put the tables into PostgreSQL: URL=postgres://writer@host/atlas ARGS="--reader reader"
	@$(BIN)/python -m data.store.fill "$(URL)" $(ARGS)

refresh: $(VENV)/recipes.ok ## Ask publishers for newer editions: ARGS="--check" or a source
	@$(BIN)/python -m data.refresh $(if $(RAW),--raw "$(RAW)") $(ARGS)

language: $(VENV)/dev.ok ## Collect new messages into the catalogues
	@$(BIN)/python -m components.language.update

hooks: $(VENV)/dev.ok ## Check each commit before it is made
	@$(BIN)/pre-commit install

locks: $(VENV)/dev.ok ## Resolve the requirements anew, with hashes, for every supported Python
	@$(LOCK) requirements-run.txt --output-file locks/run.txt
	@$(LOCK) requirements.txt --output-file locks/recipes.txt --constraints locks/run.txt
	@$(LOCK) requirements-dev.txt --output-file locks/dev.txt --constraints locks/recipes.txt

LOCK = UV_CUSTOM_COMPILE_COMMAND="make locks" $(BIN)/uv pip compile --quiet --universal \
	--python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate $(UPGRADE)

reference: $(VENV)/dev.ok ## Write reference pages from the docstrings into build/reference
	@$(BIN)/pdoc --docformat numpy --output-directory build/reference components data geo '!data.curation.recipes'

picture: $(VENV)/dev.ok ## Draw the rooms of the code anew (docs/architecture.svg)
	@$(BIN)/python -m tests.architecture

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=python3.12 run"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Install the venv module: apt-get install python3-venv"; exit 1; }

INSTALL = $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r

$(VENV)/run.ok: locks/run.txt | $(VENV)/bin/python
	@$(INSTALL) $<
	@touch $@

$(VENV)/recipes.ok: locks/recipes.txt | $(VENV)/bin/python
	@$(INSTALL) $<
	@touch $@ $(VENV)/run.ok

$(VENV)/dev.ok: locks/dev.txt | $(VENV)/bin/python
	@$(INSTALL) $<
	@touch $@ $(VENV)/recipes.ok $(VENV)/run.ok

.PHONY: packages
packages:
	@sh tests/install-packages.sh

clean: ## Remove what was made
	rm -rf $(VENV) build .pytest_cache .ruff_cache .mypy_cache .hypothesis
