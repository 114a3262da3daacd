#!/usr/bin/env bash
# Installs what the tests need on a Debian machine, builds, runs every test, and ends with one line: N passed, N failed.
set -uo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
chinese_font() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh file)" ]; }

if ! browser >/dev/null || ! chinese_font; then
    as_root=""
    [ "$(id -u)" -eq 0 ] || as_root="sudo"
    echo "Installing Chromium and a Chinese font for the browser tests …"
    $as_root apt-get update -qq >/dev/null &&
        DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq chromium fontconfig fonts-wqy-microhei >/dev/null || {
        echo "Could not install chromium, fontconfig and fonts-wqy-microhei. Install them by hand and run this again." >&2
        echo "0 passed, 1 failed"
        exit 1
    }
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT

if ! dotnet build SafetyAnalytics.sln -v quiet -clp:ErrorsOnly 2>&1 | tee "$log"; then
    echo "The build failed."
    echo "0 passed, 1 failed"
    exit 1
fi

dotnet test --solution SafetyAnalytics.sln --no-build --max-parallel-test-modules 2 2>&1 | tee "$log"
status=${PIPESTATUS[0]}

count() { sed -n "s/^ *$1: *\([0-9][0-9]*\) *$/\1/p" "$log" | tail -n 1; }
passed=$(count succeeded)
failed=$(count failed)
if [ -z "$passed" ] || [ -z "$failed" ]; then
    echo "No test summary was found in the output above."
    passed=${passed:-0} failed=1
fi
[ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
[ "$passed" -gt 0 ] || failed=$((failed > 0 ? failed : 1))
# Said again at the end: what a test host printed may bury them.
grep -A 12 '^failed ' "$log" | cut -c 1-300
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
