#!/usr/bin/env python3
"""How well the program finds the triples of other ontologies: Text2KGBench's two parts, learned from their examples.

    text2kg.py                   the table: triples learned from the training sentences, asked of the dev ones
    text2kg.py --untaught        without examples, from the ontology alone
    text2kg.py --part tekgen --each                one part, a row an ontology
    text2kg.py --update          keep these figures as those to compare with

mean F1: the benchmark's own, over the ontologies, which drops triples of relations that the answer key of the
sentence lacks; strict F1, P, R: of all triples, none dropped.
"""
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import common

data = common.shared / "data/text2kg"
scorer = common.shared / "eval/text2kg_score.py"
parts = {"tekgen": data / "wikidata_tekgen", "webnlg": data / "dbpedia_webnlg"}


def ontologies(part):
    """(ontology, training file, dev file) of each, in the order of their numbers."""
    found = []
    for path in sorted((part / "ontologies").glob("*_ontology.json"), key=lambda path: int(path.name.split("_")[0])):
        name = path.name.removesuffix("_ontology.json")
        found.append((path, part / "train" / f"ont_{name}_train.jsonl", part / "dev" / f"ont_{name}_dev.jsonl"))
    return found


def answer(program, ontology, examples, sentences, answers):
    """Writes the program's answers; its problem as text, empty if there is none."""
    taught = ["--examples", examples] if examples else []
    with open(sentences, "rb") as asked:
        done = subprocess.run([program, "extract", "--quiet", "--format", "jsonl", "--ontology", ontology, *taught, "-o",
                               answers], stdin=asked, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return "" if done.returncode == 0 else f"{ontology.name}: exit {done.returncode}: {done.stderr.strip()}"


def row(score):
    return {"mean F1": score["F1"], "strict F1": score["strict"]["F1"], "strict P": score["strict"]["P"],
            "strict R": score["strict"]["R"]}


def main():
    parser = common.arguments(__doc__)
    parser.add_argument("--part", choices=parts, metavar="PART", help="only this part, compared with nothing")
    parser.add_argument("--each", action="store_true", help="one row an ontology, too")
    parser.add_argument("--untaught", action="store_true", help="from the ontologies alone, without examples")
    args = parser.parse_args()
    common.need(scorer, *parts.values())

    figures, each, problems = {}, {}, []
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for name, part in parts.items():
            if args.part not in (None, name):
                continue
            triples = ontologies(part)
            made = [folder / f"{ontology.stem}.jsonl" for ontology, _, _ in triples]
            with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
                problems += filter(None, pool.map(
                    lambda files, answers: answer(args.program, files[0], None if args.untaught else files[1], files[2],
                                                  answers), triples, made))
            if problems:
                break
            files = [path for (ontology, _, dev), answers in zip(triples, made) for path in (ontology, dev, answers)]
            scores = json.loads(subprocess.run([sys.executable, scorer, "--json", *files], check=True,
                                               capture_output=True, text=True).stdout)
            figures[name + (" untaught" if args.untaught else "")] = row(scores["all"])
            each |= {score["ontology"]: row(score) for score in scores["ontologies"]}
    print(*problems, sep="\n", end="\n" if problems else "")
    if args.each:
        common.print_table(each, {})
    if args.part or args.untaught:
        common.print_table(figures, {})
        return 1 if problems else 0
    status = common.report("text2kg", figures, args) if not problems else 1
    return status


if __name__ == "__main__":
    sys.exit(main())
