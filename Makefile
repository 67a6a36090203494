# Two commands do everything: `make run` and `make test`. Both set up what is missing first.
SHELL := /bin/bash
export PATH := $(CURDIR)/.tools/bin:$(PATH)

BENCH := CARGO_TARGET_DIR="$${CARGO_TARGET_DIR:-target}/bench" cargo run --release --locked --quiet --manifest-path tests/bench/Cargo.toml --

.DEFAULT_GOAL := help
.PHONY: help run test test-long check unit bench loops mutants dist dev fmt lint screenshots

help: ## Lists these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "  make %-12s %s\n", $$1, $$2 }'

run: dist ## Builds the page and serves it at http://localhost:8080 (or PORT)
	@node scripts/serve.mjs dist

check: ## Types of the page and of the rules, and format: seconds after a change
	@scripts/setup.sh build
	@scripts/test.sh --only check

unit: ## Tests of rules, history, file and library (TEST=name for some of them)
	@scripts/test.sh --only unit $(TEST)

test: ## Checks and tests everything (some 15 minutes on 2 cores)
	@scripts/test.sh

test-long: ## The same with the tests that are marked as long
	@scripts/test.sh --long

bench: dist ## Measures merging beside three libraries, a keystroke, stored sizes, and opening in a browser
	@scripts/setup.sh test
	@scripts/setup.sh bench
	@$(BENCH)
	@$(BENCH) files tests/results/bench
	@node tests/bench/warnings.mjs
	@node tests/bench/lighthouse.mjs
	@BENCH=1 tests/node_modules/.bin/playwright test --config tests/e2e/playwright.config.ts

loops: ## Measures what a developer waits for: one changed line to a page, to its tests, to its check
	@scripts/setup.sh test
	@scripts/loops.sh

mutants: ## Changes the history in every small way and sees whether a test notices (an hour)
	@scripts/setup.sh mutants
	@scripts/mutants.sh

dist: ## Builds the static folder dist/, ready to copy to any host
	@scripts/setup.sh build
	trunk build --release

dev: ## Serves a debug build and builds it again at every change
	@scripts/setup.sh build
	trunk serve

fmt: ## Formats the Rust sources
	for crate in . tests/bench tests/fuzz; do cargo fmt --manifest-path "$$crate/Cargo.toml"; done

lint: ## Formatting, text rules, spelling and clippy
	@scripts/setup.sh build
	@scripts/test.sh --only lint

screenshots: dist ## Makes the pictures of the README
	@scripts/setup.sh test
	SCREENSHOTS=1 tests/node_modules/.bin/playwright test --config tests/e2e/playwright.config.ts
