#!/usr/bin/env bash
# Changes the history in every small way that cargo-mutants knows and sees whether a test notices.
#
#   scripts/mutants.sh                  every mutant
#   scripts/mutants.sh -f merge.rs      those of one file; all options are those of cargo mutants
#   scripts/mutants.sh --assemble       only puts the crate together and says where
#
# It works on a copy under target/: the sources themselves are never changed. What is known to survive
# stands in tests/mutants/README.md with the reason.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/.tools/bin:$PATH"

crate=${CARGO_TARGET_DIR:-$PWD/target}/mutants
mkdir -p "$crate/src"
find "$crate" -mindepth 1 -maxdepth 1 ! -name target ! -name 'mutants.out*' -exec rm -rf {} +
mkdir -p "$crate/src" "$crate/tests"
cp -r src/history src/order src/order.rs src/json.rs tests/native/history_*.rs "$crate/src/"
cp tests/merge_model.py tests/merge_trace.py "$crate/tests/"
cp tests/mutants/lib.rs "$crate/src/"
cp tests/mutants/Cargo.toml Cargo.lock "$crate/"
if [ "${1:-}" = --assemble ]; then echo "$crate" && exit 0; fi
cd "$crate"
export CARGO_TARGET_DIR=$crate/target PEER_EXCHANGE_CASES=${PEER_EXCHANGE_CASES:-150}
# A mutant is caught by the first history that fails; nobody reads the smallest one.
export PROPTEST_MAX_SHRINK_ITERS=0
exec cargo mutants --in-place --no-times --colors never "$@" -- --lib
