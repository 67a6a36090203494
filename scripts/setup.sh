#!/usr/bin/env bash
# Installs whatever is missing for building (`setup.sh build`), for testing (`setup.sh test`), for measuring
# (`setup.sh bench`, after `test`), or for `make mutants` (`setup.sh mutants`).
# `setup.sh binary COMMAND VERSION` takes one ready binary, or says by its exit code that there is none.
#
# Idempotent: with everything in place it downloads nothing and ends in under two seconds.
# Tools go into .tools/ (git-ignored) and nowhere else, except for two things that have a home of
# their own: the wasm32 standard library (the Rust sysroot) and browsers (the system's packages).
set -euo pipefail
cd "$(dirname "$0")/.."

readonly TOOLS="${TOOLS:-$PWD/.tools}"
readonly TRUNK_VERSION=0.21.14
readonly WASM_SPLIT_VERSION=0.2.4
readonly GECKODRIVER_VERSION=0.37.0
readonly MUTANTS_VERSION=27.1.0
readonly TARGET=wasm32-unknown-unknown
AHEAD="" # the process that compiles the page meanwhile
trap '[ -z "$AHEAD" ] || kill "$AHEAD" 2>/dev/null || true' EXIT
mkdir -p "$TOOLS/bin"
export PATH="$TOOLS/bin:$PATH"

say() { printf 'setup: %s\n' "$*"; }
die() { printf 'setup: %s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# Runs a command quietly; what it printed is shown only if it failed.
quietly() {
    local log
    log=$(mktemp)
    if "$@" >"$log" 2>&1; then rm -f "$log"; return 0; fi
    tail -n 25 "$log" >&2
    rm -f "$log"
    return 1
}

need_basics() {
    has cargo || die "cargo is missing: install Rust from https://rustup.rs, then run this again."
    has node && has npm || die "node or npm is missing: install Node.js 20 or later, then run this again."
    local major
    major=$(node -p 'process.versions.node.split(".")[0]')
    [ "$major" -ge 20 ] || die "Node.js $major is too old: install Node.js 20 or later, then run this again."
    has python3 || die "python3 is missing: install Python 3, then run this again (the tests compare the merge with its model in Python)."
    has cc || die "a C linker (cc) is missing: install gcc or clang, then run this again."
}

# ── The wasm32 standard library ────────────────────────────────────────────────────────────────
sysroot_lib() { printf '%s/lib/rustlib/%s/lib' "$(rustc --print sysroot)" "$TARGET"; }
has_target() { compgen -G "$(sysroot_lib)/libstd-*.rlib" >/dev/null; }

need_target() {
    has_target && return 0
    if has rustup && quietly timeout 120 rustup target add "$TARGET" 2>/dev/null && has_target; then
        say "added $TARGET with rustup."
        return 0
    fi
    build_target_from_debian_source
    has_target || die "the standard library for $TARGET could not be set up: run 'rustup target add $TARGET' where the network allows it."
    say "built the $TARGET standard library from Debian's rust-src (rustup could not download it)."
}

# Where rustup's host is out of reach: Debian's rust-src package carries the library tree. It is
# unpacked, never installed, and the system's own apt sources stay as they are.
build_target_from_debian_source() {
    local version mirror work suite found=""
    has apt-get && has dpkg-deb || die "$TARGET is missing and rustup cannot add it: run 'rustup target add $TARGET' where the network allows it."
    version=$(rustc --version | cut -d' ' -f2)
    mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
        grep -Eo 'https?://[^ ]+/debian/?( |$)' | head -n1 | tr -d ' ')
    [ -n "$mirror" ] || die "$TARGET is missing, rustup cannot add it, and no Debian mirror is configured to build it from."
    work=$(mktemp -d)
    for suite in trixie-backports trixie forky sid experimental; do
        mkdir -p "$work/$suite/lists/partial" "$work/$suite/cache/archives/partial"
        echo "deb [trusted=yes] $mirror $suite main" >"$work/$suite/sources.list"
        local options=(
            -o "Dir::State::Lists=$work/$suite/lists" -o "Dir::Cache=$work/$suite/cache"
            -o "Dir::Etc::SourceList=$work/$suite/sources.list" -o Dir::Etc::SourceParts=/dev/null
            -o Dir::State::status=/dev/null -o APT::Get::List-Cleanup=0
        )
        quietly apt-get "${options[@]}" update || continue
        if (cd "$work" && quietly apt-get "${options[@]}" download "rust-src=$version*" 2>/dev/null); then
            found=$(ls "$work"/rust-src_*.deb)
            break
        fi
    done
    [ -n "$found" ] || die "no Debian suite has rust-src $version: use 'rustup target add $TARGET' where the network allows it."
    dpkg-deb --fsys-tarfile "$found" | tar -x -C "$work" "./usr/src/rustc-$version/library"
    (
        cd "$work/usr/src/rustc-$version/library"
        RUSTC_BOOTSTRAP=1 RUSTFLAGS="-Zforce-unstable-if-unmarked -Cembed-bitcode=yes" \
            quietly cargo build --release --target "$TARGET" -p sysroot \
            --features "backtrace panic-unwind compiler-builtins-mem" --target-dir "$work/target"
    )
    mkdir -p "$(sysroot_lib)"
    cp "$work/target/$TARGET/release/deps/"*.rlib "$(sysroot_lib)/"
    rm -rf "$work"
}

# ── Tools written in Rust ──────────────────────────────────────────────────────────────────────
# Takes a ready binary (binaries.txt), if there is one for this system, it can be had, and it is what it should be.
# Where the network does not answer, the first asking is the last: each waits for a while.
take_binary() {
    local command=$1 version=$2 digest address work
    read -r digest address < <(awk -v command="$command" -v version="$version" -v machine="$(uname -m)-$(uname -s)" \
        '$1 == command && $2 == version && $3 == machine { print $4, $5 }' "${BINARIES:-scripts/binaries.txt}") || return 1
    has curl && [ ! -e "$TOOLS/no-binaries" ] || return 1
    work=$(mktemp -d)
    if ! curl --silent --fail --location --connect-timeout 5 --max-time 120 "$address" --output "$work/archive"; then
        touch "$TOOLS/no-binaries"
        rm -rf "$work"
        return 1
    fi
    if [ "$(digest_of "$work/archive")" != "$digest" ]; then
        say "the ready binary of $command $version is not what it should be: it is built from its source instead."
        rm -rf "$work"
        return 1
    fi
    tar -xzf "$work/archive" -C "$work"
    find "$work" -type f -name "$command" -exec install -m 755 {} "$TOOLS/bin/$command" \;
    rm -rf "$work"
    [ -x "$TOOLS/bin/$command" ] && say "took the ready binary of $command $version."
}

digest_of() { { sha256sum "$1" 2>/dev/null || shasum -a 256 "$1"; } | cut -d' ' -f1; }

# need_tool COMMAND CRATE VERSION [cargo install options]: ready or built, if it is not here.
need_tool() {
    local command=$1 version=$3
    # Not piped into grep: some tools fail when nobody reads the rest of what they say.
    has "$command" && [[ " $("$command" --version 2>/dev/null | tr '\n()' '   ') " == *" $version "* ]] && return 0
    take_binary "$command" "$version" || build_tool "${@:2}"
}

# They run for seconds, so they are not worth minutes of making them fast; what they have in common is built once.
build_tool() {
    local crate=$1 version=$2
    shift 2
    say "building $crate $version (once, some minutes) ..."
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 \
        CARGO_PROFILE_RELEASE_OPT_LEVEL="${OPT_LEVEL:-1}" CARGO_TARGET_DIR="$TOOLS/build" \
        quietly cargo install "$crate" --version "$version" --root "$TOOLS" --force "$@" ||
        die "$crate $version could not be installed: run 'cargo install $crate --version $version' by hand and look at its message."
}

# It does not tell its version, so the list of what was installed here is asked.
need_wasm_split() {
    local crate=wasm_split_cli_support
    [ -x "$TOOLS/bin/wasm-split-cli" ] && grep -qF "\"$crate $WASM_SPLIT_VERSION " "$TOOLS/.crates.toml" && return 0
    build_tool "$crate" "$WASM_SPLIT_VERSION" --features build-binary
}

locked_version() {
    sed -n "/^name = \"$1\"\$/{n;s/version = \"\(.*\)\"/\1/p;q}" Cargo.lock
}

# ── Tools from npm ─────────────────────────────────────────────────────────────────────────────
# need_node_packages FOLDER TARGET: what the package file of a folder lists, in a folder of .tools/.
need_node_packages() {
    local folder=$1 target=$2 stamp
    stamp=$(cksum <"$folder/package-lock.json")
    if [ "$(cat "$target/npm.stamp" 2>/dev/null)" != "$stamp" ]; then
        say "installing the npm packages of $folder/package.json ..."
        mkdir -p "$target"
        cp "$folder/package.json" "$folder/package-lock.json" "$target/"
        quietly npm ci --prefix "$target" --no-audit --no-fund ||
            die "the npm packages could not be installed: run 'npm ci' in $folder/ and look at its message."
        printf '%s' "$stamp" >"$target/npm.stamp"
    fi
    ln -sfn "$target/node_modules" "$folder/node_modules"
}

need_node_tools() {
    need_node_packages tests "$TOOLS"
    ln -sf ../node_modules/.bin/wasm-opt ../node_modules/.bin/wasm-dis "$TOOLS/bin/"
}

# ── Rust's own tools for checking ───────────────────────────────────────────────────────────────
need_components() {
    local component
    for component in clippy rustfmt; do
        "cargo-${component/rust/}" --version >/dev/null 2>&1 && continue
        has rustup && quietly timeout 120 rustup component add "$component" && continue
        die "$component is missing: run 'rustup component add $component', then run this again."
    done
}

# ── Browsers ───────────────────────────────────────────────────────────────────────────────────
need_browsers() {
    local missing=()
    has chromium || has google-chrome || missing+=(chromium)
    has firefox-esr || has firefox || missing+=(firefox-esr)
    has WebKitWebDriver || missing+=(webkit2gtk-driver)
    has xvfb-run || missing+=(xvfb xauth)
    has pdftotext || missing+=(poppler-utils)
    [ ${#missing[@]} -eq 0 ] && return 0
    local root=()
    [ "$(id -u)" -eq 0 ] || root=(sudo -n)
    has apt-get || die "missing for the browser tests: ${missing[*]}; install them with your system's package manager, then run this again."
    say "installing ${missing[*]} with apt ..."
    quietly "${root[@]}" apt-get update || true
    DEBIAN_FRONTEND=noninteractive quietly "${root[@]}" apt-get install -y --no-install-recommends "${missing[@]}" ||
        die "could not install ${missing[*]}: run 'sudo apt-get install ${missing[*]}', then run this again."
}

need_for_build() {
    need_basics
    need_target
    need_node_tools
    rm -f "$TOOLS/no-binaries"
    # Trunk only calls the others: it is built in no time instead of well.
    OPT_LEVEL=0 need_tool trunk trunk "$TRUNK_VERSION" --locked --no-default-features
    # Without --locked: the lock file that the crate ships names a version that is not everywhere to be had.
    need_tool wasm-bindgen wasm-bindgen-cli "$(locked_version wasm-bindgen)" --no-default-features
    need_wasm_split
}

# What stands in the page's way to its first look: tools that are missing. Whoever builds one of them has a processor
# to spare now and then, so the page is compiled meanwhile.
is_bare() { ! has trunk || ! has wasm-bindgen || [ ! -x "$TOOLS/bin/wasm-split-cli" ]; }

compile_ahead() {
    need_basics
    is_bare || return 0
    need_target
    cargo build --release --locked --quiet --target "$TARGET" 2>/dev/null &
    AHEAD=$!
}

case "${1:-build}" in
build)
    compile_ahead
    need_for_build
    ;;
test)
    compile_ahead
    need_components
    need_browsers
    need_for_build
    need_tool geckodriver geckodriver "$GECKODRIVER_VERSION" --locked
    ;;
bench) need_node_packages tests/bench "$TOOLS/bench" ;;
mutants)
    need_basics
    need_tool cargo-mutants cargo-mutants "$MUTANTS_VERSION" --locked
    ;;
binary) take_binary "$2" "$3" ;;
*) die "usage: setup.sh build|test|bench|mutants|binary COMMAND VERSION" ;;
esac
rm -rf "$TOOLS/build"
# What it could not compile, whoever builds the page says.
[ -z "$AHEAD" ] || wait "$AHEAD" || true
