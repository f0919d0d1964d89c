# Bloei!: alles om te bouwen, te draaien en te controleren. `make` alleen legt uit wat er is.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin

export PYTHONUNBUFFERED = 1
# Wat Python vertaalt mag het bewaren: zonder dat duurt elke start seconden langer.
unexport PYTHONDONTWRITEBYTECODE
export PORT

.DEFAULT_GOAL := help
.PHONY: help nginx teksten adr oidc voorkant demo test install install-meer install-toezicht install-dev stijl locks lint opmaak snapshot stuklijst browser sjabloon test-unit test-browser dekking fuzz bench pytest clean

help: ## Deze uitleg
	@echo "Bloei! - kies wat je wilt doen:"
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))
	@echo
	@echo "Nodig: Python 3.11, git en make. Een nieuwere Python proberen: make demo PYTHON=python3.13"

demo: install stijl teksten ## Installeer, vul een voorbeeldsite en draai die op http://127.0.0.1:8000 (of PORT=...)
	@DJANGO_SETTINGS_MODULE=site_bloei.settings.dev DEBUG=false DEMO=true LOG_LEVEL=$${LOG_LEVEL:-WARNING} \
		$(BIN)/python manage.py serveer_demo

test: ## Alle controles en tests, zoals ook de CI ze draait
	@$(MAKE) --no-print-directory --keep-going -j4 lint $(DELEN)

# Een eigen Node 20 of nieuwer, of anders een Node in .venv
EIGEN_NODE := $(shell node -e 'process.exit(+(process.versions.node.split(".")[0] < 20))' 2>/dev/null && command -v npm)
NODE := $(if $(EIGEN_NODE),,.venv/node.stempel)

# -- Installeren: een stempel per lijst, zodat een tweede keer niets doet tot de lijst verandert

install: .venv/demo.stempel ## Zet in .venv wat de site en de demo nodig hebben

install-meer: install .venv/meer.stempel ## Zet in .venv ook wat je nodig hebt voor meer dan één machine (docs/productie.md)

install-toezicht: .venv/toezicht.stempel ## Zet in .venv ook wat Sentry en OpenTelemetry nodig hebben

install-dev: .venv/dev.stempel ## Zet in .venv ook wat je nodig hebt om te bouwen en te testen

.venv/venv.stempel:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Bloei! heeft Python 3.11 of nieuwer nodig; '$(PYTHON)' is dat niet. Kies een andere: make $(MAKECMDGOALS) PYTHON=python3.13"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Deze Python kan geen eigen omgeving maken. Op Debian en Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@echo "Een eigen Python-omgeving maken in .venv ..."
	@umask 022 && $(PYTHON) -m venv --clear .venv
	@touch $@

# Leesbaar voor iedereen (umask): als root draait PostgreSQL onder een andere gebruiker. Python vertaalt zelf wat het
# gebruikt (--no-compile): alles vooraf vertalen duurt langer dan het installeren.
PIP := umask 022 && $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --no-deps --require-hashes
UV := umask 022 && $(BIN)/uv pip install --quiet --python $(BIN)/python --link-mode copy --no-deps --require-hashes

.venv/uv.stempel: requirements/uv.txt .venv/venv.stempel
	@$(PIP) -r $<
	@touch $@

# uv doet in seconden waar pip een minuut over doet, maar kent de instellingen van pip niet (een eigen spiegel, een proxy).
.venv/%.stempel: requirements/%.txt .venv/uv.stempel
	@echo "Pakketten installeren uit $< ..."
	@$(UV) -r $< || { echo "Dat lukt uv niet; nu met pip ..."; $(PIP) -r $<; }
	@touch $@

# Niet twee tegelijk in één omgeving.
.venv/dev.stempel: | .venv/demo.stempel $(NODE)
.venv/toezicht.stempel: | .venv/demo.stempel
.venv/node.stempel: | .venv/demo.stempel
.venv/meer.stempel: | .venv/demo.stempel

# -- De teksten van de site in andere talen

teksten: install ## Maak de vertaalde teksten klaar voor gebruik (nieuwe teksten: make teksten ARGS=bijwerken)
	@$(BIN)/python -m core.talen.catalogi $(ARGS)

# -- Het stijlblad

NPM := PATH="$(CURDIR)/$(BIN):$$PATH" npm --prefix stijl

stijl: static/css/bloei.css ## Bouw het stijlblad uit stijl/

# Van de componenten blijft alleen over wat de sjablonen gebruiken; daarom hangt het ook van die af.
static/css/bloei.css: stijl/node_modules/klaar.stempel $(shell find stijl templates -type f -not -path '*/node_modules/*')
	@echo "Het stijlblad bouwen ..."
	@$(NPM) run --silent build

stijl/node_modules/klaar.stempel: stijl/package-lock.json $(NODE)
	@echo "De onderdelen van het stijlblad installeren ..."
	@$(NPM) ci --silent --ignore-scripts --no-audit --no-fund
	@touch $@

# -- De linter voor de API Design Rules

adr: tests/api/adr/node_modules/klaar.stempel ## Installeer Spectral, dat de API naast de API Design Rules legt

tests/api/adr/node_modules/klaar.stempel: tests/api/adr/package-lock.json $(NODE)
	@echo "De linter voor de API installeren ..."
	@PATH="$(CURDIR)/$(BIN):$$PATH" npm --prefix tests/api/adr ci --silent --ignore-scripts --no-audit --no-fund
	@touch $@

# -- De server waarmee de tests inloggen als met een account van de gemeente

oidc: tests/toegang/oidc/node_modules/klaar.stempel ## Installeer een echte OpenID-server voor de tests

tests/toegang/oidc/node_modules/klaar.stempel: tests/toegang/oidc/package-lock.json $(NODE)
	@echo "De OpenID-server voor de tests installeren ..."
	@PATH="$(CURDIR)/$(BIN):$$PATH" npm --prefix tests/toegang/oidc ci --silent --ignore-scripts --no-audit --no-fund
	@touch $@

# -- Het voorbeeld van een voorkant in docs/kanalen/voorkant

voorkant: docs/kanalen/voorkant/bouw/klaar.stempel ## Bouw het voorbeeld van een andere voorkant, met types uit het document van de API

VOORKANT := PATH="$(CURDIR)/$(BIN):$$PATH" npm --prefix docs/kanalen/voorkant

docs/kanalen/voorkant/node_modules/klaar.stempel: docs/kanalen/voorkant/package-lock.json $(NODE)
	@echo "TypeScript installeren ..."
	@$(VOORKANT) ci --silent --ignore-scripts --no-audit --no-fund
	@touch $@

docs/kanalen/voorkant/bouw/klaar.stempel: docs/kanalen/voorkant/node_modules/klaar.stempel $(wildcard docs/kanalen/voorkant/src/*.ts) \
		docs/kanalen/voorkant/tsconfig.json tests/api/openapi.json
	@$(VOORKANT) run --silent types >/dev/null && $(VOORKANT) run --silent bouw
	@touch $@

# -- Controleren

lint: install-dev teksten ## Controleer opmaak, lagen, types, sjablonen en migraties
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo
	$(BIN)/ty check --quiet --python .venv
	$(BIN)/deptry . --extend-exclude '^tests/'
	$(BIN)/deptry . --ignore DEP002,DEP004
	$(BIN)/djhtml --tabwidth 2 --check templates
	$(BIN)/djlint --quiet --lint templates
	DJANGO_SETTINGS_MODULE=site_bloei.settings.test $(BIN)/python manage.py makemigrations --check --dry-run

opmaak: install-dev ## Zet code en sjablonen in de huisopmaak
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .
	$(BIN)/djhtml --tabwidth 2 templates

browser: install-dev ## Zorg voor een Chromium waarin de tests draaien
	@$(BIN)/python -m tests.browser.chromium

nginx: install-dev ## Zorg voor een nginx waar de tests twee websites achter zetten
	@$(BIN)/python -m tests.uitrol.nginx

sjabloon: install-dev teksten
	@$(BIN)/python -m tests.sjabloon

# The parts of the tests, each in a process and with a database of its own; they take about as long. Those in the browser
# come after what else is in their part, because Playwright's event loop stays behind in its process.
DEEL_browser := tests/site_bloei tests/uitrol tests/browser
DEEL_routes := tests/goedkeuring tests/home tests/demo tests/api tests/machine tests/talen
DEEL_rest := tests $(addprefix --ignore=,$(DEEL_browser) $(DEEL_routes))
DELEN := $(addprefix pytest-,browser routes rest)
.PHONY: $(DELEN)

pytest: ## Alle tests, in drie delen tegelijk
	@$(MAKE) --no-print-directory --keep-going -j3 $(DELEN)

$(DELEN): pytest-%: install-dev adr oidc voorkant stijl teksten browser nginx sjabloon
	@mkdir -p var
	@echo "De tests van deel $* draaien; het verslag komt straks, en staat zolang in var/test-$*.log."
	@TEST_DATABASE=test_bloei_$* $(BIN)/python -m pytest $(DEEL_$*) >var/test-$*.log 2>&1; \
		uitkomst=$$?; cat var/test-$*.log; exit $$uitkomst

test-unit: install-dev adr oidc voorkant nginx ## Alleen de tests zonder browser (kies met ARGS="-k agenda")
	$(BIN)/python -m pytest -m "not browser" $(ARGS)

dekking: install-dev adr oidc voorkant teksten stijl nginx sjabloon ## Hoeveel van de code de tests zonder browser raken, met een ondergrens
	@rm -rf var/dekking && mkdir -p var/dekking
	TEST_DATABASE=test_bloei_dekking $(BIN)/coverage run -m pytest -m "not browser" $(ARGS)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

fuzz: install-dev teksten stijl sjabloon ## 20.000 willekeurige verzoeken aan wat openbaar is, en 5.000 verknoeide formulieren (FUZZ=... voor een ander aantal)
	FUZZ=$${FUZZ:-20000} $(BIN)/python -m pytest tests/publiek/test_fuzz.py $(ARGS)
	@FUZZ=$${FUZZ:-5000} $(BIN)/python -m pytest tests/machine

test-browser: install-dev stijl browser ## Alleen de tests in de browser (kies met ARGS="-k beesd")
	$(BIN)/python -m pytest tests/browser $(ARGS)

# -- Onderhoud

snapshot: install-dev ## Leg vast hoe de API er nu uitziet (tests/api/openapi.json); kijk daarna wat er veranderde
	DJANGO_SETTINGS_MODULE=site_bloei.settings.test $(BIN)/python -m tests.api.snapshot
	@git --no-pager diff --stat -- tests/api/openapi.json

stuklijst: install ## Schrijf waar deze versie uit bestaat (CycloneDX) in var/stuklijst.json
	@mkdir -p var
	@$(BIN)/python -m machinekamer.stuklijst >var/stuklijst.json
	@echo "De stuklijst staat in var/stuklijst.json."

COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links $(UVARGS)

locks: install-dev ## Maak requirements/*.txt opnieuw uit pyproject.toml (nieuwer: UVARGS=--upgrade)
	$(COMPILE) pyproject.toml --output-file requirements/run.txt
	$(COMPILE) pyproject.toml --group demo --output-file requirements/demo.txt
	$(COMPILE) pyproject.toml --group meer --output-file requirements/meer.txt
	$(COMPILE) pyproject.toml --group toezicht --output-file requirements/toezicht.txt
	$(COMPILE) pyproject.toml --group dev --output-file requirements/dev.txt
	$(COMPILE) --group node --output-file requirements/node.txt
	$(COMPILE) --group uv --output-file requirements/uv.txt

bench: install-dev teksten stijl ## Wat een antwoord aan processortijd kost, naast een gewone Wagtail (docs/meten.md; MAAT=10 of MAAT=1,10,100)
	@$(BIN)/python -m tests.meting $(if $(MAAT),--maten $(MAAT)) $(ARGS)

clean: ## Begin opnieuw: verwijder .venv en alles in var/ (ook de databank)
	rm -rf .venv var stijl/node_modules tests/api/adr/node_modules tests/toegang/oidc/node_modules docs/kanalen/voorkant/node_modules docs/kanalen/voorkant/bouw static/css
