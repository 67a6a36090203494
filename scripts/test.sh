#!/usr/bin/env bash
# Runs every check, part by part, and ends with one line for each.
#
#   scripts/test.sh                 everything but what is marked as long
#   scripts/test.sh --long          everything: also #[ignore] in Rust and @long in Playwright
#   scripts/test.sh --only WORD     the parts whose name or group is WORD (setup and build as they are)
#   scripts/test.sh --only unit NAME     of the tests without the page, those whose name holds NAME
#
# Two things go on at a time: the page with its tests, and aside what needs no page, of which each part is shown once it
# is done.
set -uo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/.tools/bin:$PATH"

long=false only="" filter=()
while [ $# -gt 0 ]; do
    case "$1" in
    --long) long=true ;;
    --only) only="${2:?"--only takes the name of a part"}" && shift ;;
    -*) echo "usage: test.sh [--long] [--only WORD [NAME]]" >&2 && exit 2 ;;
    *) filter=("$1") ;;
    esac
    shift
done

started=$SECONDS aside=false
logs=tests/results/logs
rm -rf "$logs"
mkdir -p "$logs"

# part NAME GROUP COMMAND…: runs it and notes how it went. What is in group "page" needs the build.
part() {
    local name=$1 group=$2 from=$SECONDS verdict=ok
    shift 2
    [ -z "$only" ] || [ "$only" = "$name" ] || [[ " $group " == *" $only "* ]] || return 0
    if [ -e "$logs/build.failed" ] && [[ " $group " == *" page "* ]]; then
        verdict=skipped
        echo "skipped: the build failed" >"$logs/$name.log"
    elif $aside; then
        "$@" >"$logs/$name.log" 2>&1 || verdict=FAILED
        printf '\n── %s\n%s\n' "$name" "$(cat "$logs/$name.log")"
    else
        printf '\n── %s\n' "$name"
        "$@" 2>&1 | tee "$logs/$name.log" || verdict=FAILED
    fi
    [ "$verdict" = ok ] || touch "$logs/$name.failed"
    printf '  %-12s %-7s %4d s\n' "$name" "$verdict" $((SECONDS - from)) >>"$logs/summary"
}

# The measurements and the fuzz targets are crates of their own.
formatted() {
    local crate result=0
    for crate in . tests/bench tests/fuzz; do cargo fmt --check --manifest-path "$crate/Cargo.toml" || result=1; done
    return "$result"
}

CORE=(--locked --no-default-features)

clippy_native() { cargo clippy --locked --quiet --all-targets -- -D warnings; }
clippy_wasm() { cargo clippy --locked --quiet --target wasm32-unknown-unknown -- -D warnings; }

types_core() { cargo check "${CORE[@]}" --quiet --all-targets; }
types_page() { cargo check --locked --quiet --target wasm32-unknown-unknown; }

# Tests by nextest where it is installed. What passes prints nothing here, so the tests on random histories note their
# counts in a file.
nextest_or_cargo() {
    local ignored=() all=()
    if $long; then ignored=(--include-ignored) all=(--run-ignored all); fi
    if cargo nextest --version >/dev/null 2>&1; then
        cargo nextest run --status-level fail --no-fail-fast "${all[@]}" "$@"
    else
        cargo test --quiet --no-fail-fast "$@" -- "${ignored[@]}"
    fi
}

unit_tests() {
    local counts=$PWD/tests/results/counts result=0
    rm -f "$counts"
    PEER_EXCHANGE_COUNTS=$counts nextest_or_cargo "${CORE[@]}" "${filter[@]}" || result=1
    [ ${#filter[@]} -gt 0 ] || cargo test "${CORE[@]}" --doc --quiet || result=1
    [ ! -f "$counts" ] || sort "$counts"
    return "$result"
}

# Of the page's own library, what the part above has not run already.
screen_tests() {
    nextest_or_cargo --locked --lib "${SCREENS[@]}"
}
SCREENS=(app:: derived:: pages:: texts:: ui:: workspace::)

script_tests() {
    node --test --test-reporter=dot tests/policy/policy.test.mjs tests/size/wasm.test.mjs tests/setup/setup.test.mjs
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

without_page() {
    part format "lint check" formatted
    part text lint node scripts/check-text.mjs
    part spelling lint node scripts/check-spelling.mjs
    part scripts scripts script_tests
    [ "$only" != check ] || part types check types_core # clippy sees them too
    part clippy lint clippy_native
    part unit rust unit_tests
    part screens rust screen_tests
}

page() {
    part build build trunk build --release
    part size page node tests/size/measure.mjs
    part markup page node --test --test-reporter=dot tests/policy/program.test.mjs
    [ "$only" != check ] || part types-page check types_page
    part e2e page page_tests
    part clippy-wasm lint clippy_wasm
}

if [ -z "$only" ]; then
    part setup setup scripts/setup.sh test
    [ ! -e "$logs/setup.failed" ] || exit 1
    (aside=true && without_page) &
    page
    wait
else
    without_page
    page
fi
# By themselves: what they say of killed browsers is in milliseconds.
part engines page engine_jobs

if [ ! -e "$logs/summary" ]; then
    echo "no part is called $only" >&2
    exit 2
fi
verdict=ok
for mark in "$logs"/*.failed; do
    [ -e "$mark" ] || continue
    verdict=FAILED
    name=$(basename "$mark" .failed)
    printf '\n── %s failed; the end of what it printed:\n' "$name"
    tail -n 60 "$logs/$name.log"
done
echo
cat "$logs/summary"
printf '  %-12s %-7s %4d s\n' together "$verdict" $((SECONDS - started))
# Last, for whoever sees only the end: what failed, in a line each.
for mark in "$logs"/*.failed; do
    [ -e "$mark" ] || continue
    log=${mark%.failed}.log
    grep -hE '^ *(failed: |FAIL |✖ |not ok )' "$log" || tail -n 3 "$log"
done | sort -u | cut -c 1-400
[ "$verdict" = ok ]
