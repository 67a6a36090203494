#!/usr/bin/env bash
# Runs every check, part by part, and ends with one line for each.
#
#   scripts/test.sh                 everything but what is marked as long
#   scripts/test.sh --long          everything: also #[ignore] in Rust and @long in Playwright
#   scripts/test.sh --only WORD     the parts whose name or group is WORD (setup and build as they are)
set -uo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/.tools/bin:$PATH"

long=false only=""
while [ $# -gt 0 ]; do
    case "$1" in
    --long) long=true ;;
    --only) only="${2:?"--only takes the name of a part"}" && shift ;;
    *) echo "usage: test.sh [--long] [--only WORD]" >&2 && exit 2 ;;
    esac
    shift
done

summary=() failed=() build_failed=false started=$SECONDS
logs=tests/results/logs
mkdir -p "$logs"

# part NAME GROUP COMMAND…: runs it and notes how it went. What is in group "page" needs the build.
# What it printed stays in a file, so that the end can say again why a part failed.
part() {
    local name=$1 group=$2 from=$SECONDS verdict=ok
    shift 2
    [ -z "$only" ] || [ "$only" = "$name" ] || [ "$only" = "$group" ] || return 0
    if $build_failed && [ "$group" = page ]; then
        summary+=("$(printf '  %-12s skipped, the build failed' "$name")")
        return 0
    fi
    printf '\n── %s\n' "$name"
    if ! "$@" 2>&1 | tee "$logs/$name.log"; then
        verdict=FAILED
        failed+=("$name")
        [ "$name" != build ] || build_failed=true
    fi
    summary+=("$(printf '  %-12s %-7s %4d s' "$name" "$verdict" $((SECONDS - from)))")
}

# The measurements and the fuzz targets are crates of their own.
formatted() {
    local crate result=0
    for crate in . tests/bench tests/fuzz; do cargo fmt --check --manifest-path "$crate/Cargo.toml" || result=1; done
    return "$result"
}

rust_tests() {
    local ignored=() nextest=() result=0
    # What passes prints nothing here, so the tests on random histories note their counts in a file.
    local counts=$PWD/tests/results/counts
    rm -f "$counts"
    if $long; then ignored=(--include-ignored) nextest=(--run-ignored all); fi
    if cargo nextest --version >/dev/null 2>&1; then
        PEER_EXCHANGE_COUNTS=$counts cargo nextest run --locked --status-level fail --no-fail-fast "${nextest[@]}" &&
            cargo test --locked --doc --quiet || result=1
    else
        PEER_EXCHANGE_COUNTS=$counts cargo test --locked --quiet --no-fail-fast -- "${ignored[@]}" || result=1
    fi
    [ ! -f "$counts" ] || sort "$counts"
    return "$result"
}

page_tests() {
    local marked=(--grep-invert @long)
    if $long; then marked=(); fi
    tests/node_modules/.bin/playwright test --config tests/e2e/playwright.config.ts "${marked[@]}"
}

engine_jobs() {
    local marked=()
    if $long; then marked=(--long); fi
    node tests/engines/run.mjs "${marked[@]}"
}

if [ -z "$only" ]; then scripts/setup.sh test || exit 1; fi

part format lint formatted
part text lint node scripts/check-text.mjs
part spelling lint node scripts/check-spelling.mjs
part clippy lint cargo clippy --locked --quiet --all-targets -- -D warnings
part clippy-wasm lint cargo clippy --locked --quiet --target wasm32-unknown-unknown -- -D warnings
part rust rust rust_tests
part scripts scripts node --test --test-reporter=dot tests/policy/policy.test.mjs tests/size/wasm.test.mjs
part build build trunk build --release
part size page node tests/size/measure.mjs
part markup page node --test --test-reporter=dot tests/policy/program.test.mjs
part e2e page page_tests
part engines page engine_jobs

if [ ${#summary[@]} -eq 0 ]; then
    echo "no part is called $only" >&2
    exit 2
fi
for name in "${failed[@]}"; do
    printf '\n── %s failed; the end of what it printed:\n' "$name"
    tail -n 60 "$logs/$name.log"
done
echo
printf '%s\n' "${summary[@]}"
printf '  %-12s %-7s %4d s\n' together "$([ ${#failed[@]} -eq 0 ] && echo ok || echo FAILED)" $((SECONDS - started))
[ ${#failed[@]} -eq 0 ]
