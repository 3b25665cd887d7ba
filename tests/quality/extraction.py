#!/usr/bin/env python3
"""How well the program builds the graphs of annotated articles.

    extraction.py                          the table: one row a set of articles
    extraction.py --each                   and one row an article
    extraction.py --article ai-chips --errors   one article, and what is missed or wrong in it
    extraction.py --unknown                as if no name were known but those of places and peoples: how well
                                           the words around names tell what they are
    extraction.py --update                 keep these figures as those to compare with

The sets: seed (the first article), dev (the development articles), and open and blind, which lie in articles/
beside this file. Rules may be made from the first three. Of blind only the totals are shown, as they tell how
the program does on text that it was not made for: --each, --article and --errors leave it out. Whoever asks for
--blind-errors has seen it, and has to write new articles for the set.

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

articles = pathlib.Path(__file__).with_name("articles")
sets = {  # name: (folder of the gold graphs, folder of the texts)
    "seed": (common.shared / "gold/seed", common.shared / "seed"),
    "dev": (common.shared / "gold/dev", common.shared / "gold/dev"),
    "open": (articles / "open", articles / "open"),
    "blind": (articles / "blind", articles / "blind"),
}
scorer = common.shared / "eval/score_graph.py"
measures = ("entity", "entity+type", "relation", "modality", "qualifier")


def without_names(gazetteers, folder):
    """Copies the gazetteer's files into `folder` without the names that a reader of news may not know."""
    folder.mkdir()
    for path in sorted(gazetteers.glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(content, list):
            content = [entry for entry in content if entry["type"] in ("place", "group")]
        (folder / path.name).write_text(json.dumps(content), encoding="utf-8")
    return folder


def build(program, text, folder, options=()):
    """The article's graph as folder/ID.json; its problem as text, empty if it was built."""
    done = subprocess.run([program, "build", text, "-o", folder / f"{text.stem}.json", *options],
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


def ids(gold, article):
    """The articles that the folder of gold graphs has: all, or only `article`."""
    return [path.stem for path in sorted(gold.glob("*.json")) if article in (None, path.stem)]


def main():
    parser = common.arguments(__doc__)
    parser.add_argument("--article", metavar="ID", help="only this article, compared with nothing")
    parser.add_argument("--each", action="store_true", help="one row an article, too")
    parser.add_argument("--errors", action="store_true", help="list what is missed or wrong, but for the blind set")
    parser.add_argument("--unknown", action="store_true", help="know only the names of places and peoples")
    parser.add_argument("--blind-errors", action="store_true", help="list it for the blind set, which is spent by it")
    args = parser.parse_args()
    common.need(scorer, *(folder for pair in sets.values() for folder in pair))
    if args.article and not any(ids(gold, args.article) for gold, _ in sets.values()):
        print(f"--article: no article is called {args.article}")
        return 2
    if args.article and ids(sets["blind"][0], args.article) and not args.blind_errors:
        print(f"--article: {args.article} is of the blind set, of which only the totals may be seen; "
              "look at an article of another set, or spend the set with --blind-errors")
        return 2

    problems, figures, each = [], {}, {}
    with tempfile.TemporaryDirectory() as temporary:
        options = []
        if args.unknown:
            known = without_names(common.root / "data/gazetteer", pathlib.Path(temporary, "gazetteer"))
            options = ["--only-gazetteer", "--gazetteer", known]
        for name, (gold, texts) in sets.items():
            built = pathlib.Path(temporary, name)
            built.mkdir()
            chosen = ids(gold, args.article)
            errors = args.blind_errors if name == "blind" else args.errors
            with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
                problems += filter(None, pool.map(
                    lambda article: build(args.program, texts / f"{article}.txt", built, options), chosen))
            if args.article or (args.each and (name != "blind" or args.blind_errors)):
                each |= {article: score(alone(gold, article, built), built, errors and bool(args.article))
                         for article in chosen}
            if not args.article:
                figures[name] = score(gold, built, errors)
    print(*problems, sep="\n", end="\n" if problems else "")
    if each:
        common.print_table(each, {})
    status = common.report("unknown names" if args.unknown else "extraction", figures, args) if figures else 0
    return 1 if problems else status


if __name__ == "__main__":
    sys.exit(main())
