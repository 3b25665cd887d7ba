#!/usr/bin/env bash
# compare.sh PROGRAM ARTICLE: the graph of data/articles/ARTICLE.txt is that of ARTICLE.json, byte for byte.
set -euo pipefail
golden=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$golden/../.."  # the graph names the article by the path it was given

built=$(mktemp)
trap 'rm -f "$built"' EXIT
"$1" build "data/articles/$2.txt" --format json -o - >"$built"
if ! cmp -s "$golden/$2.json" "$built"; then
    diff -u --label "tests/golden/$2.json" --label "built now" "$golden/$2.json" "$built" | cut -c 1-300 | head -n 60 || true
    echo "The graph of data/articles/$2.txt has changed. If that is meant: tests/golden/renew.sh, and read the diff."
    exit 1
fi
