#!/usr/bin/env bash
# Makes the golden files anew, after a change that is meant to change graphs: renew.sh [PROGRAM]
# Read `git diff tests/golden` before it is committed: each line of it is a change that users see.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program=${1:-build/release/newsgraph}
for article in data/articles/*.txt; do
    "$program" build "$article" --format json -o - >"tests/golden/$(basename "$article" .txt).json"
done
git --no-pager diff --stat -- tests/golden
