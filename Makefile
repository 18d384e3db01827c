# Suunta. `make` alone lists the targets.
# Everything lands in .venv and var/; nothing needs root but the browser for `make test`.

PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
PORT ?= 8000
BIN := .venv/bin
# The certificates of the machine, so that uv trusts the proxies that pip and the browser trust.
export UV_SYSTEM_CERTS ?= 1
PROJECT := $(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable .

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev browser demo test check format lock bench clean

help:  ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

setup: .venv/.runtime  ## Install what Suunta runs on into .venv

setup-dev: .venv/.dev  ## Install what tests and checks need as well

demo: setup  ## Load the example towns and serve them on http://127.0.0.1:8000 (PORT=N)
	$(BIN)/suunta demo --port $(PORT)

test: setup-dev browser  ## Run every test: SQLite, PostgreSQL, a real browser
	bash tests/run.sh

check: setup-dev  ## Lint, types, one-way imports, templates
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/djlint --lint --quiet src/suunta

bench: setup-dev  ## Print the figures of bench/
	bash bench/run.sh

format: setup-dev  ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: setup-dev  ## Compile the lock files anew from pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 -c requirements.lock --extra dev pyproject.toml -o requirements-dev.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 -c requirements-dev.lock --group setup -o requirements-setup.lock

clean:  ## Remove .venv (the data in var/ stays)
	rm -rf .venv

browser:
	@bash tests/browser/install.sh

# The environment itself and uv, which installs the rest. A machine whose Python has no venv
# module (Debian splits it off) is told so.
.venv/.uv: requirements-setup.lock
	@test -n "$(PYTHON)" || { echo "Suunta needs Python 3.11 or newer: install python3.11." >&2; exit 3; }
	@"$(PYTHON)" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || { echo "Suunta needs Python 3.11 to 3.13, $(PYTHON) is another: set PYTHON=/path/to/python3.11." >&2; exit 3; }
	@echo "Creating .venv with $(PYTHON) ..."
	@"$(PYTHON)" -m venv .venv || { echo "Python's venv module is missing: install the package python3-venv, then run make again." >&2; rm -rf .venv; exit 3; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-setup.lock
	@touch $@

# pip stands in where uv does not reach the registry that pip is configured for.
.venv/.runtime: .venv/.uv requirements.lock pyproject.toml
	@echo "Installing Suunta ..."
	@$(BIN)/uv pip install --quiet --require-hashes -r requirements.lock || $(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@$(PROJECT)
	@touch $@

.venv/.dev: .venv/.uv requirements-dev.lock pyproject.toml
	@echo "Installing what tests and checks need ..."
	@$(BIN)/uv pip sync --quiet --require-hashes requirements-setup.lock requirements-dev.lock || $(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@$(PROJECT)
	@touch $@ .venv/.runtime
