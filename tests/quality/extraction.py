#!/usr/bin/env python3
"""How well the program builds the graphs of annotated articles.

    extraction.py                          the table: the seed article and the development articles
    extraction.py --each                   and one row an article
    extraction.py --article ai-chips --errors   one article, and what is missed or wrong in it
    extraction.py --update                 keep these figures as those to compare with

entity, entity+type, relation: F1; modality, qualifier: share right among the relations found.
"""
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import common

sets = {  # name: (folder of the gold graphs, folder of the texts)
    "seed": (common.shared / "gold/seed", common.shared / "seed"),
    "dev": (common.shared / "gold/dev", common.shared / "gold/dev"),
}
scorer = common.shared / "eval/score_graph.py"
measures = ("entity", "entity+type", "relation", "modality", "qualifier")


def build(program, text, folder):
    """The article's graph as folder/ID.json; its problem as text, empty if it was built."""
    done = subprocess.run([program, "build", text, "-o", folder / f"{text.stem}.json"],
                          stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return "" if done.returncode == 0 else f"{text.stem}: exit {done.returncode}: {done.stderr.strip()}"


def score(gold, built, errors=False):
    """The figures of the graphs in folder `built`, by name; with errors prints what is missed or wrong."""
    command = [sys.executable, scorer, gold, built, "--json"] + (["--errors"] if errors else [])
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    if errors:
        print(*lines[:-1], sep="\n")
    scores = json.loads(lines[-1])
    return {name: scores[name]["f1"] if isinstance(scores[name], dict) else scores[name] for name in measures}


def alone(gold, article, folder):
    """A folder with the gold graph of that article only: what the scorer takes."""
    only = folder / f"gold-{article}"
    only.mkdir()
    (only / f"{article}.json").symlink_to(gold / f"{article}.json")
    return only


def main():
    parser = common.arguments(__doc__)
    parser.add_argument("--article", metavar="ID", help="only this article, compared with nothing")
    parser.add_argument("--each", action="store_true", help="one row an article, too")
    parser.add_argument("--errors", action="store_true", help="list what is missed and what is wrong")
    args = parser.parse_args()
    common.need(scorer, *(folder for pair in sets.values() for folder in pair))

    problems, figures, each = [], {}, {}
    with tempfile.TemporaryDirectory() as temporary:
        for name, (gold, texts) in sets.items():
            built = pathlib.Path(temporary, name)
            built.mkdir()
            articles = [path.stem for path in sorted(gold.glob("*.json")) if args.article in (None, path.stem)]
            with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
                problems += filter(None, pool.map(
                    lambda article: build(args.program, texts / f"{article}.txt", built), articles))
            if args.article or args.each:
                each |= {article: score(alone(gold, article, built), built, args.errors and bool(args.article))
                         for article in articles}
            if not args.article:
                figures[name] = score(gold, built, args.errors)
    print(*problems, sep="\n", end="\n" if problems else "")
    if each:
        common.print_table(each, {})
    elif args.article:
        print(f"--article: no article is called {args.article}")
        return 2
    status = common.report("extraction", figures, args) if figures else 0
    return 1 if problems else status


if __name__ == "__main__":
    sys.exit(main())
