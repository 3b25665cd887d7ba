#!/usr/bin/env python3
"""Parses plain text with the teacher, for the program's network to learn from.

    python3 ingest/language/train/silver.py --data ../shared/data --teacher teacher.pt --encoder FOLDER \\
        --text TEXT... --out silver.tsv

The text is TekGen's, CrossNER's and CarB's sentences, sentences written by templates, the paragraphs of each TEXT
(one a line), and with --varied the treebanks' sentences with other words. A line of the output is a token: form,
tags, head, relation, name ("?" where nothing is known); an empty line ends a sentence. A head of which the teacher is
less sure than --sure is left unknown, and so is a name less sure than --names-sure. A tag or head less sure than
--rivals-below is written with its rival and how likely it is of the two: "NOUN|VERB|0.71", "4|2|0.60"."""

import argparse
import os
import random
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import torch

import names
import teacher
import train
import treebank
import variants


def is_prose(forms):
    """Not code, tables or lists of numbers."""
    words = [f for f in forms if f.isalpha()]
    odd = sum(1 for f in forms if re.search(r"[_=<>\\|{}\[\]/()]|\w\.\w", f) or (len(f) > 3 and f.isupper()))
    return 8 <= len(forms) <= 45 and len(words) >= 0.75 * len(forms) and odd <= 0.06 * len(forms) \
        and forms[-1] in ".?!" and forms[0][:1].isupper()


def sentences_of(paragraph):
    for part in re.split(r"(?<=[a-z)][.?!]) (?=[A-Z])", paragraph):
        forms = [t for w in names.rough_tokens(part) for t in names.split_clitic(w)]
        if is_prose(forms):
            yield treebank.Sentence(forms, source="text")


def annotate(network, encoder, sentences, tags, sure, names_sure, rivals_below, words=2500):
    """The sentences with the teacher's tags and trees, and its names where these were not known before."""
    results = train.predict(network, encoder, sentences, tags, words, sure, names_sure, rivals_below)
    for result, sentence in zip(results, sentences):
        if sentence.names is not None:
            result.names = completed(sentence.names, result.names)
    return results


def completed(known, found):
    """`known` with the names of `found` where it knows nothing at all of a name's words."""
    names = list(known)
    for i, tag in enumerate(found):
        if tag == "O" and names[i] is None:
            names[i] = "O"
    for begin, end, _ in train.spans(found):
        if all(known[i] is None for i in range(begin, end)):
            names[begin:end] = found[begin:end]
    return names


def with_rival(sentence, layer, i):
    value, rival = getattr(sentence, layer)[i], ((sentence.rivals or {}).get(layer) or {}).get(i)
    return "%s|%s|%.2f" % (value, *rival) if rival else str(value)


def part_rivals(written, kind=str):
    """The values, and by token the rival and how likely the value is."""
    parted = [value.rsplit("|", 2) for value in written]
    return [kind(value[0]) for value in parted], {i: (kind(value[1]), float(value[2]))
                                                  for i, value in enumerate(parted) if len(value) == 3}


def write(sentences, path):
    with open(path, "w", encoding="utf-8") as out:
        for s in sentences:
            for i, form in enumerate(s.forms):
                name = s.names[i] if s.names else None
                out.write("\t".join([form, *(with_rival(s, layer, i) for layer in ("upos", "xpos", "heads")),
                                     s.deprels[i], name or "?"]) + "\n")
            out.write("\n")


def read(path):
    sentences, rows = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line:
                rows.append(line.split("\t"))
            elif rows:
                forms, upos, xpos, heads, deprels, found = map(list, zip(*rows))
                found = [None if name == "?" else name for name in found]
                rivals = {}
                upos, rivals["upos"] = part_rivals(upos)
                xpos, rivals["xpos"] = part_rivals(xpos)
                heads, rivals["heads"] = part_rivals(heads, int)
                sentences.append(treebank.Sentence(
                    forms, upos, xpos, heads, deprels, found if any(name is not None for name in found) else None,
                    "silver", rivals=rivals))
                rows = []
    return sentences


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--teacher", required=True)
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--measure", action="store_true", help="print the teacher's figures on dev first")
    parser.add_argument("--text", nargs="*", default=[])
    parser.add_argument("--out", default="silver.tsv")
    parser.add_argument("--written", type=int, default=6000)
    parser.add_argument("--most", type=int, default=8000, help="sentences of a text")
    parser.add_argument("--sure", type=float, default=0.6)
    parser.add_argument("--names-sure", type=float, default=0.9)
    parser.add_argument("--rivals-below", type=float, default=0.95)
    parser.add_argument("--varied", type=int, default=0, help="copies of each sentence of the treebanks")
    parser.add_argument("--vectors", help="word vectors, to find a word's neighbours for --varied")
    parser.add_argument("--seed", type=int, default=5)
    arguments = parser.parse_args()
    if arguments.varied and not arguments.vectors:
        parser.error("--varied needs --vectors")
    torch.set_num_threads(1)
    rng = random.Random(arguments.seed)

    train_trees, gum, dev, named, _ = treebank.load(arguments.data)
    sentences = names.from_tekgen(os.path.join(arguments.data, "text2kg", "wikidata_tekgen", "train"))
    sentences += [names.with_groups(s) for s in named] + names.written(arguments.written, rng)
    with open(os.path.join(arguments.data, "carb-dev", "dev.txt"), encoding="utf-8") as lines:
        for line in lines:
            sentences += sentences_of(line.strip())
    for path in arguments.text:
        with open(path, encoding="utf-8") as lines:
            found = [sentence for line in lines for sentence in sentences_of(line.strip())]
        rng.shuffle(found)
        sentences += found[:arguments.most]
    if arguments.varied:
        variation = variants.Variation(arguments.vectors, train_trees + gum, rng)
        sentences += [variation.of(s) for s in train_trees + gum if len(s.forms) > 2 for _ in range(arguments.varied)]
    network, encoder, tags = teacher.load(arguments.teacher, arguments.encoder)
    print("%d sentences, %d words" % (len(sentences), sum(len(s.forms) for s in sentences)), flush=True)
    if arguments.measure:
        print(" ".join("%s %.4f" % item for item in train.score_trees(
            dev, train.predict(network, encoder, dev, tags, 2500)).items()), flush=True)
    write(annotate(network, encoder, sentences, tags, arguments.sure, arguments.names_sure,
                   arguments.rivals_below), arguments.out)


if __name__ == "__main__":
    main()
