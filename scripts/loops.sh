#!/usr/bin/env bash
# Measures what a developer waits for after one changed line: a debug page, the tests of the model, the check of types
# and format. Prints the seconds of each; everything is built once before. The sources are put back as they were.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/.tools/bin:$PATH"

readonly PAGE=src/pages/help.rs MODEL=src/model/agenda.rs
keep=$(mktemp -d)
cp "$PAGE" "$keep/page.rs"
cp "$MODEL" "$keep/model.rs"
restore() { cp "$keep/page.rs" "$PAGE" && cp "$keep/model.rs" "$MODEL"; }
trap 'restore; rm -rf "$keep"' EXIT

# A line that the compiler cannot leave out, in the first function with a body of its own.
change() { sed -i "0,/^pub fn .*{\$/s//&\n    std::hint::black_box($RANDOM);/" "$1"; }

debug_page() { trunk build --offline --dist "$keep/dist"; }
model_tests() { scripts/test.sh --only unit model::; }
check() { scripts/test.sh --only check; }

measure() {
    local what=$1 file=$2 from log="$keep/log"
    shift 2
    "$@" >"$log" 2>&1 || { tail -n 30 "$log" && exit 1; }
    change "$file"
    git diff --quiet "$file" && echo "$file was not changed" && exit 1
    from=$(date +%s.%N)
    "$@" >"$log" 2>&1 || { tail -n 30 "$log" && exit 1; }
    printf '%-55s %5.1f s\n' "$what" "$(node -p "Date.now() / 1000 - $from")"
    restore
}

measure "one line of a page, to a debug page" "$PAGE" debug_page
measure "one line of the model, to the answer of its tests" "$MODEL" model_tests
measure "one line of the model, to types and format (make check)" "$MODEL" check
measure "one line of a page, to types and format (make check)" "$PAGE" check
