# `make demo` and `make test` are all that is needed. Each sets up what it misses; a second call sets up nothing.

PYTHON ?= python3
QGIS_PYTHON ?= /usr/bin/python3
LTR_TREE ?= build/trixie

BIN := .venv/bin
# The stamps are named by the content of what they were made from, so that a new lock, and only that, is a new set-up.
LOCK := $(shell cat requirements/*.txt pyproject.toml setup.py metadata.txt | cksum | cut -d' ' -f1)
ENGINE := .venv/.engine-$(LOCK)
DEVELOPER := .venv/.developer-$(LOCK)
OWN_UV := .venv-uv/bin/uv
UV := $(shell uv --version >/dev/null 2>&1 && echo uv || echo $(OWN_UV))
INSTALL = SAM2_BUILD_CUDA=0 $(UV) pip install --python $(BIN)/python
LOCKED = --require-hashes --build-constraints requirements/engine.txt
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.10 --generate-hashes --custom-compile-command "make lock"
PHRASEGON = $(BIN)/phrasegon
ARCHIVE := dist/phrasegon-$(shell sed -n 's/^version=//p' metadata.txt).zip
ON_QGIS = PYTHONPATH=.venv/src QT_QPA_PLATFORM=offscreen $(QGIS_PYTHON) -m pytest

.PHONY: demo test test-gui test-qgis-ltr lint bench plugin translations lock clean
.PHONY: check-style check-types check-floors check-engine check-packaging check-qgis qgis

demo: $(ENGINE)
	@$(BIN)/python -m phrasegon.model.demo

test: $(DEVELOPER)
	@$(MAKE) --no-print-directory --keep-going -j1 check-style check-floors check-types check-engine check-packaging check-qgis

# The real desktop, with what `make plugin` built; PHRASEGON_SCREENSHOTS=FOLDER keeps its pictures.
test-gui: $(DEVELOPER) qgis plugin
	@PHRASEGON_ZIP=$(CURDIR)/$(ARCHIVE) $(ON_QGIS) tests/gui

# The plugin's tests on QGIS 3.40, in a tree of Debian trixie under LTR_TREE; needs root.
test-qgis-ltr: $(DEVELOPER)
	@.ci/qgis-ltr $(LTR_TREE) tests/plugin

lint: $(DEVELOPER)
	@$(MAKE) --no-print-directory --keep-going -j1 check-style check-floors check-types

plugin:
	@$(PYTHON) packaging/archive.py

translations: $(DEVELOPER) qgis
	@$(BIN)/python -m phrasegon.packaging.translations

bench: $(ENGINE)
	$(PHRASEGON) bench network
	$(PHRASEGON) bench scene
	$(PHRASEGON) bench vectorise
	$(PHRASEGON) bench revision
	$(PHRASEGON) bench road
	$(PHRASEGON) bench pipeline
	$(PHRASEGON) bench cluster

# The checks, cheap ones first -----------------------------------------------------------------------------------------

check-style: $(DEVELOPER)
	@echo "== style (ruff)"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

check-floors: $(DEVELOPER)
	@echo "== floors (import-linter)"
	@$(BIN)/lint-imports --no-logo --no-cache

check-types: $(DEVELOPER)
	@echo "== types (mypy)"
	@$(BIN)/mypy -m phrasegon -p phrasegon.benchmarks -p phrasegon.packaging -p phrasegon.protocol -p phrasegon.model -p phrasegon.plugin

check-engine: $(DEVELOPER)
	@echo "== engine tests (pytest)"
	@$(BIN)/python -m pytest tests --ignore=tests/packaging

check-packaging: $(DEVELOPER) qgis
	@echo "== packaging tests (pytest)"
	@$(BIN)/python -m pytest tests/packaging

check-qgis: $(DEVELOPER) qgis
	@echo "== plugin tests ($(QGIS_PYTHON), the Python of QGIS)"
	@$(ON_QGIS) tests/plugin

# Set-up ---------------------------------------------------------------------------------------------------------------

$(ENGINE): | $(if $(filter $(OWN_UV),$(UV)),$(OWN_UV))
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' \
	    || { echo "Phrasegon needs Python 3.10 or newer: name one with make PYTHON=/path/to/python3." >&2; exit 1; }
	@echo "== setting up the engine's environment in .venv (once; a download of some gigabytes, most of it torch)"
	@test -x $(BIN)/python || UV_PYTHON_DOWNLOADS=never $(UV) venv --quiet --allow-existing --python $(PYTHON) .venv
	@$(INSTALL) $(LOCKED) -r requirements/engine.txt
	@$(INSTALL) --quiet --no-deps --no-build-isolation --editable .
	@mkdir -p .venv/src && ln -sfn ../.. .venv/src/phrasegon
	@rm -f .venv/.engine-* && touch $@

$(DEVELOPER): $(ENGINE)
	@echo "== setting up what the checks need in .venv (once)"
	@$(INSTALL) $(LOCKED) -r requirements/dev.txt
	@rm -f .venv/.developer-* && touch $@

$(OWN_UV):
	@echo "== setting up uv in .venv-uv (once)"
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	    || .ci/apt-install "Phrasegon's environment needs Python's venv" python3-venv
	@$(PYTHON) -m venv .venv-uv
	@.venv-uv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt

qgis:
	@{ $(QGIS_PYTHON) -c 'import qgis.core, pytest' && command -v qgis && command -v qgis_process \
	    && command -v xvfb-run && lrelease -version; } >/dev/null 2>&1 \
	    || .ci/apt-install "The plugin's tests need QGIS" \
	        qgis python3-qgis python3-pytest xvfb xauth qttools5-dev-tools

lock: | $(if $(filter $(OWN_UV),$(UV)),$(OWN_UV))
	$(COMPILE) pyproject.toml --group build --output-file requirements/engine.txt
	$(COMPILE) pyproject.toml --group build --group dev --constraints requirements/engine.txt \
	    --output-file requirements/dev.txt
	$(COMPILE) requirements/uv.in --output-file requirements/uv.txt
	$(UV) run --no-project --python ">=3.11" requirements/sizes.py

clean:
	rm -rf .venv .venv-uv demo-output build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache
