#!/usr/bin/env bash
# same_bytes.sh PROGRAM: twenty runs on one article write the same bytes, in every format.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for run in {1..20}; do
    "$1" build data/articles/muse-spark.txt -o "$folder/$run.json" -o "$folder/$run.graphml" -o "$folder/$run.dot"
    for format in json graphml dot; do
        cmp "$folder/1.$format" "$folder/$run.$format"
    done
done
