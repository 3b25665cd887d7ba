#!/usr/bin/env python3
"""How well the program finds words, sentences, tags, trees, lemmas and names, from raw text.

    language.py                  the table: the English Web Treebank's dev file, CrossNER's dev files
    language.py --update         keep these figures as those to compare with
    language.py --details        and the scorers' own tables

All values are F1. The types of CrossNER are renamed to ours (a journal is an organization, as a newspaper is, and as
the gold graphs have it); those that we lack are left out. Names are
shown, but --check does not hold them: CrossNER marks other things as names than news readers do.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import common
import raw_text

treebank = common.shared / "data/ud-ewt/en_ewt-ud-dev.conllu"
names = {domain: common.shared / "data/ner" / domain / "dev.txt" for domain in ("ai", "politics", "science")}
tree_scorer = common.shared / "eval/conllu_score.py"
name_scorer = common.shared / "eval/ner_score.py"
tree_measures = ("Tokens", "Sentences", "UPOS", "XPOS", "Lemmas", "UAS", "LAS")
renamed = {
    "organization": ("organisation", "university", "politicalparty", "academicjournal"),
    "person": ("researcher", "scientist", "politician"),
    "place": ("location", "country", "astronomicalobject"),
    "event": ("conference", "election"),
    "product": ("programlang",),
    "technology": ("algorithm", "field", "discipline", "theory", "model"),
    "work": (),
    "task": (),
}


def annotate(program, text, folder, name):
    source, made = folder / f"{name}.txt", folder / f"{name}.conllu"
    source.write_text(text, encoding="utf-8")
    subprocess.run([program, "annotate", source, "-o", made], check=True, stdin=subprocess.DEVNULL)
    return made


def score(scorer, gold, made, details, *options):
    command = [sys.executable, scorer, gold, made, *options]
    if details:
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return json.loads(subprocess.run([*command, "--json"], check=True, capture_output=True, text=True).stdout)


def sentences_of(columns_file):
    """The text of a column file, each sentence a paragraph."""
    sentences, words = [], []
    for line in columns_file.read_text(encoding="utf-8").splitlines() + [""]:
        if line.strip():
            words.append(line.split()[0])
        elif words:
            sentences.append(" ".join(words))
            words = []
    return "\n\n".join(sentences) + "\n"


def main():
    parser = common.arguments(__doc__)
    parser.add_argument("--details", action="store_true", help="print the scorers' own tables too")
    args = parser.parse_args()
    common.need(tree_scorer, name_scorer, treebank, *names.values())

    trees, found_names = {}, {}
    pairs = ",".join(f"{theirs}={ours}" for ours, all_theirs in renamed.items() for theirs in all_theirs)
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        with open(treebank, encoding="utf-8") as lines:
            made = annotate(args.program, raw_text.raw_text(lines), folder, "treebank")
        scores = score(tree_scorer, treebank, made, args.details)
        trees["ewt dev"] = {name: scores[name]["f1"] for name in tree_measures}
        for domain, gold in names.items():
            made = annotate(args.program, sentences_of(gold), folder, domain)
            found = score(name_scorer, gold, made, args.details, "--map", pairs, "--keep", ",".join(renamed))
            found_names[domain] = {"name": found["all"]["f1"], "span": found["spans"]["f1"]}
    status = common.report("language", trees, args)
    common.report("names", found_names, args)
    return status


if __name__ == "__main__":
    sys.exit(main())
