#!/usr/bin/env python3
"""Damaged articles through the whole program: it never crashes, and what it writes is always valid.

    fuzz.py --program PROGRAM [--articles N] [--graphs N] [--seed N] [--seconds N]

The sample articles are damaged at random, but with a fixed seed, so that every run tries the same. They are built
into one graph a batch, written in each format and read back: JSON and GraphML by Python's parsers, DOT by Graphviz's,
and each claim's evidence is compared with the article's bytes. Then built graphs are damaged and queried.
An input that fails is kept in finds/ beside this script; what lies there is tried first ever after.
"""
import argparse
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

here = pathlib.Path(__file__).resolve().parent
root = here.parents[1]
batch_size = 20
process_limit = 120  # seconds; a batch takes far less, a loop without end takes more

# What has broken programs of this kind before: quoting of the formats, text that no keyboard types, and long runs.
fragments = [
    '"', "\\", "\\\"", "\n", "\r\n", "\t", "<", ">", "&", "&amp;", "]]>", "<!--", "-->", "{", "}", "|", "$(x)", "%s%n",
    "\x01", "\x1f", "\x7f", "\u0085", "\u2028", "\ufeff", "\u202e", "\u200d", "\u200f", "\ufffd", "\ufffe", "\U0010ffff",
    "\u0301" * 40, "e\u0301", "\u212b", "\ufb01", "\u0130", "\u1e9e", "\u4e2d\u6587", "\u0645\u064a\u062a\u0627",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\u201c", "\u201d", "\u2019s", "'s", "''", "``", "\u2026", "\u2014",
    "...", "!" * 300, "(" * 300, ")" * 300, "a" * 5000, "A" * 300, "x-" * 300, "9" * 400, "$1e999", "1,000,000.00.00",
    "-1.5bn", "GPT-", "Inc.", "U.S.", " and " * 100, ", " * 200, " of the" * 100, "'s" * 100, " said that" * 80,
    " which" * 80, "Meta " * 200, "http://a.b/" + "c" * 300, "@@@", "###", "# ", "- ", "> ", "\u00a0", "\u3000", "\u00ad",
]


def damage_text(random_, text, other):
    """`text` with a few things done to it; still text."""
    for _ in range(random_.randint(1, 6)):
        a, b = sorted(random_.randrange(len(text) + 1) for _ in range(2))
        near = min(b, a + random_.choice([1, 5, 40, 400]))
        match random_.randrange(10):
            case 0 | 1 | 2:
                text = text[:a] + random_.choice(fragments) * random_.choice([1, 1, 1, 7]) + text[a:]
            case 3:
                text = text[:a] + text[near:]
            case 4:
                text = text[:a] + text[a:near] * random_.choice([2, 3, 30]) + text[near:]
            case 5:
                text = text[:a] + other[a:b] + text[b:]
            case 6:
                text = text[:a] + random_.choice([str.upper, str.lower, str.title])(text[a:b]) + text[b:]
            case 7:
                lost, instead = random_.choice(" .,\n\"eas"), random_.choice(["", " ", "\n"])
                text = text[:a] + text[a:b].replace(lost, instead) + text[b:]
            case 8:
                words = text[a:near].split(" ")
                random_.shuffle(words)
                text = text[:a] + " ".join(words) + text[near:]
            case 9:
                code_point = random_.choice([random_.randrange(0x20, 0x250), random_.randrange(0xe000, 0x20000)])
                text = text[:a] + chr(code_point) + text[a:]
        text = text[:60000] or "x"
    return text


def damage_bytes(random_, data):
    """`data` with a few bytes changed, taken out, put in or cut off."""
    data = bytearray(data)
    for _ in range(random_.randint(1, 8)):
        at = random_.randrange(len(data) or 1)
        match random_.randrange(4):
            case 0:
                data[at:at + 1] = bytes([random_.randrange(256)])
            case 1:
                del data[at:at + random_.choice([1, 3, 100])]
            case 2:
                data[at:at] = random_.randbytes(random_.choice([1, 4, 60]))
            case 3:
                if random_.randrange(4) == 0:
                    del data[at:]
    return bytes(data)


def run(command):
    """What went wrong with the process itself; empty if it ended as it may, with success or a plain refusal."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=process_limit)
    except subprocess.TimeoutExpired:
        return f"no end after {process_limit} s"
    if done.returncode not in (0, 1, 2):
        return f"exit {done.returncode}: {done.stderr.decode(errors='replace')[-3000:]}"
    if done.returncode != 0 and not done.stderr.strip():
        return f"exit {done.returncode} without a word"
    return ""


def invalid_output(folder, articles):
    """What is wrong with the graph's files in `folder`; empty if all is well or there is no graph."""
    files = {format_: folder / f"graph.{format_}" for format_ in ("json", "graphml", "dot")}
    if not files["json"].exists():
        return ""
    try:
        graph = json.loads(files["json"].read_bytes())
        xml.etree.ElementTree.parse(files["graphml"])
    except (ValueError, OSError, xml.etree.ElementTree.ParseError) as error:
        return f"{type(error).__name__}: {error}"
    parsed = subprocess.run(["gc", "-n", files["dot"]], capture_output=True, text=True)
    if parsed.returncode != 0 or parsed.stderr:
        return f"DOT: {parsed.stderr}"

    texts = {article.stem: article.read_bytes().removeprefix(b"\xef\xbb\xbf") for article in articles}
    nodes = {node["id"] for node in graph["nodes"]}
    for edge in graph["edges"]:
        if not {edge["source"], edge["target"]} <= nodes:
            return f"an edge without its node: {edge['source']} {edge['type']} {edge['target']}"
        if not edge["claims"]:
            return f"an edge without a claim: {edge['source']} {edge['type']} {edge['target']}"
        for claim in edge["claims"]:
            evidence = claim["evidence"]
            if texts[evidence["document"]][evidence["begin"]:evidence["end"]] != evidence["text"].encode():
                return f"evidence is not in the document: {evidence}"
    return ""


def facts(program, folder, articles):
    """What is wrong with the open facts of the articles' lines; empty if nothing is."""
    made = folder / "facts.tsv"
    wrong = run([program, "extract", "--open", "--format", "tsv", "--min-confidence", "0", *articles, "-o", made])
    if wrong or not made.exists():
        return wrong
    for row in made.read_text(encoding="utf-8").split("\n")[:-1]:
        cells = row.split("\t")
        if len(cells) < 5 or not all(cells) or not 0 <= float(cells[1]) <= 1:
            return f"no fact: {row[:200]}"
    return ""


def build(program, articles):
    """What is wrong with building `articles`, or with their facts; empty if nothing is."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        outputs = [word for format_ in ("json", "graphml", "dot") for word in ("-o", folder / f"graph.{format_}")]
        return (run([program, "build", *articles, *outputs]) or invalid_output(folder, articles)
                or facts(program, folder, articles))


def keep(find):
    """Keeps a file that makes the program fail, and says where."""
    kept = here / "finds" / find.name
    kept.parent.mkdir(exist_ok=True)
    shutil.copyfile(find, kept)
    print(f"  kept as {kept.relative_to(root)}")


def try_articles(program, articles):
    """Builds them together, and if that fails each alone, to name the one at fault. How many failures."""
    wrong = build(program, articles)
    if not wrong:
        return 0
    at_fault = [(article, alone) for article in articles if (alone := build(program, [article]))]
    for article, alone in at_fault:
        print(f"{article.name}: {alone}")
        keep(article)
    if not at_fault:
        print(f"only together ({articles[0].name} to {articles[-1].name}): {wrong}")
    return max(1, len(at_fault))


def fuzz_articles(program, folder, seed, count, end):
    """Tries damaged articles until `end`: how many were tried, how many failed."""
    samples = [path.read_text() for path in sorted((root / "data/articles").glob("*.txt"))]
    finds = sorted((here / "finds").glob("*.txt"))
    tried, failed = 0, try_articles(program, finds) if finds else 0
    while tried < count and time.monotonic() < end:
        batch = []
        for number in range(tried, min(tried + batch_size, count)):
            random_ = random.Random(f"{seed} article {number}")
            text = damage_text(random_, *random_.sample(samples, 2)).encode()
            path = folder / f"article-{seed}-{number}.txt"
            path.write_bytes(damage_bytes(random_, text) if number % 6 == 0 else text)
            batch.append(path)
        failed += try_articles(program, batch)
        tried += len(batch)
    return tried, failed


def sound_graphs(program, folder):
    """The sample's graph as files: if even that cannot be built, nothing below would mean anything."""
    files = [folder / "whole.json", folder / "whole.graphml"]
    subprocess.run([program, "build", root / "data/articles/muse-spark.txt", "-o", files[0], "-o", files[1]], check=True)
    return files


def fuzz_graphs(program, folder, whole, seed, count, end):
    """Queries damaged copies of the graphs `whole` until `end`: how many were tried, how many failed."""
    finds = sorted(path for path in (here / "finds").glob("*") if path.suffix in (".json", ".graphml"))
    tried = failed = 0
    for number in range(-len(finds), count):
        if time.monotonic() > end:
            break
        if number < 0:
            path = finds[number]
        else:
            random_ = random.Random(f"{seed} graph {number}")
            graph = random_.choice(whole)
            path = folder / f"graph-{seed}-{number}{graph.suffix}"
            path.write_bytes(damage_bytes(random_, graph.read_bytes()))
        if wrong := run([program, "query", path, "? ? ?"]):
            print(f"{path.name}: {wrong}")
            if number >= 0:
                keep(path)
            failed += 1
        tried += 1
    return tried, failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=pathlib.Path, default=root / "build/release/newsgraph")
    parser.add_argument("--articles", type=int, default=300, help="how many damaged articles")
    parser.add_argument("--graphs", type=int, default=60, help="how many damaged graphs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=60, help="three quarters of it for the articles")
    args = parser.parse_args()

    with tempfile.TemporaryDirectory() as temporary:
        begin, folder = time.monotonic(), pathlib.Path(temporary)
        whole = sound_graphs(args.program, folder)
        articles, bad_articles = fuzz_articles(
            args.program, folder, args.seed, args.articles, begin + 0.75 * args.seconds)
        graphs, bad_graphs = fuzz_graphs(args.program, folder, whole, args.seed, args.graphs, begin + args.seconds)
    print(f"{articles} damaged articles tried, {bad_articles} failed; {graphs} damaged graphs tried, {bad_graphs} failed")
    return 1 if bad_articles or bad_graphs else 0


if __name__ == "__main__":
    sys.exit(main())
