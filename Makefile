# Two commands for a newcomer: make demo, make test. The others are for those who change sayso.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
KITS   ?= ../shared/bench
# Of Debian's package wordnet-base; only training reads it.
WORDNET ?= /usr/share/wordnet

.PHONY: help demo test cluster-test exchange check fix lint types contracts lock bench shots eval train docs clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(VENV)/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "sayso needs Python 3.11 or newer; name one with: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/installed-exchange: requirements-exchange.lock $(VENV)/installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-exchange.lock
	@touch $@

demo: $(VENV)/installed ## Read the example reports and write a briefing of each subject
	@mkdir -p demo
	@for subject in network harbour; do \
	  printf '\n== %s ==\n' "$$subject"; \
	  $(BIN)/sayso read examples/$$subject --case demo/$$subject.sayso; \
	  status=$$?; [ $$status -eq 0 ] || [ $$status -eq 2 ] || exit $$status; \
	  $(BIN)/sayso brief --case demo/$$subject.sayso -o demo/$$subject.html || exit 1; \
	done

test: $(VENV)/installed-dev ## Run every check and test
	@$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest

check: lint types contracts ## Format, lint, types and import contracts

lint: $(VENV)/installed-dev
	$(BIN)/ruff format --check src tests eval train
	$(BIN)/ruff check src tests eval train

types: $(VENV)/installed-dev
	$(BIN)/mypy

contracts: $(VENV)/installed-dev
	$(BIN)/lint-imports

fix: $(VENV)/installed-dev ## Format, and mend what can be mended
	$(BIN)/ruff format src tests eval train
	$(BIN)/ruff check --fix src tests eval train

docs: $(VENV)/installed-dev ## Write docs/cli.md anew from the commands
	$(BIN)/python -m tests.docs.cli_page > docs/cli.md

lock: $(VENV)/installed-dev ## Pin all dependencies anew
	$(BIN)/uv pip compile -q pyproject.toml --group build --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --custom-compile-command "make lock" -o requirements.lock
	$(BIN)/uv pip compile -q pyproject.toml --group build --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --custom-compile-command "make lock" -c requirements.lock -o requirements-dev.lock
	$(BIN)/uv pip compile -q pyproject.toml --group exchange --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --custom-compile-command "make lock" -o requirements-exchange.lock
	$(BIN)/uv pip compile -q pyproject.toml --group train --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --custom-compile-command "make lock" -c requirements.lock -o requirements-train.lock

	$(BIN)/uv pip compile -q pyproject.toml --extra cluster --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --custom-compile-command "make lock" -c requirements-dev.lock -o requirements-cluster.lock

$(VENV)/installed-cluster: requirements-cluster.lock $(VENV)/installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-cluster.lock
	@touch $@

cluster-test: $(VENV)/installed-cluster ## Run the tests that need Ray (170 MB more to fetch)
	$(BIN)/python -m pytest tests/run/cluster tests/read/many

$(VENV)/installed-train: requirements-train.lock train/base.lock $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-train.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r train/base.lock
	@touch $@

train: $(VENV)/installed-train ## Train the reader of names, the tagger, families of words, likeness of tellings and capitals anew (about 100 minutes on two cores)
	$(BIN)/python -m train.names $(KITS)/attribution/data
	$(BIN)/python -m train.fit $(KITS)/attribution/data
	$(BIN)/python -m train.retelling $(KITS)/events/data/ecb_train.jsonl
	$(BIN)/python -m train.tellings $(KITS)/events/data/ecb_train.jsonl
	$(BIN)/python -m train.capitals $(KITS)/attribution/data/train.jsonl $(KITS)/events/data/ecb_train.jsonl --wordnet $(WORDNET)

exchange: $(VENV)/installed-exchange ## Test the forms whose readers are too large for every test run (300 MB)
	$(BIN)/python -m pytest tests/publish/linked tests/publish/test_doubt.py tests/api

bench: $(VENV)/installed-dev ## Measure speed and memory, as ratios in one run
	$(BIN)/python -m eval.bench
	$(BIN)/python -m eval.workbench

shots: $(VENV)/installed-dev ## Make the pictures in docs/images anew (needs Chromium)
	$(BIN)/python -m eval.shots

eval: $(VENV)/installed-dev ## Score sayso on the benchmark kits, beside targets and floors
	$(BIN)/python -m eval.run --kits $(KITS)

clean: ## Remove what the demo and the tools left
	rm -rf demo build .mypy_cache .ruff_cache .hypothesis .import_linter_cache
