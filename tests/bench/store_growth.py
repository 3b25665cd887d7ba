#!/usr/bin/env python3
"""How a store grows: documents a second of processor time at the start and at the end, peak memory, bytes a claim.

    store_growth.py PROGRAM [--documents 10000] [--threads N] [--claims]

The documents are made from the sample articles: names and sentences are mixed anew for each, so that entities
and relations come again in many documents, as they do in news. With --claims the extraction is left out, and
what is measured is the store alone.
"""
import argparse
import json
import os
import pathlib
import random
import re
import resource
import sqlite3
import subprocess
import tempfile
import time

root = pathlib.Path(__file__).resolve().parents[2]

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("program", nargs="?", default=str(root / "build" / "release" / "newsgraph"))
parser.add_argument("--documents", type=int, default=10_000)
parser.add_argument("--threads", type=int, default=os.cpu_count())
parser.add_argument("--claims", action="store_true")
arguments = parser.parse_args()

random.seed(1)
syllables = ["bra", "nor", "vel", "qui", "dun", "ost", "lum", "kes", "tal", "mar", "fen", "gor", "hal", "ris"]
word = lambda: "".join(random.choice(syllables) for _ in range(random.choice([2, 3]))).capitalize()
organizations = [word() + " " + random.choice(["Robotics", "Systems", "Foods", "Labs", "Capital", "Motors"]) for _ in range(3000)]
persons = [word() + " " + word() for _ in range(3000)]


def zipf(names):
    """One of the names: the first ones far more often, as in news."""
    return names[min(int(random.paretovariate(0.6)) - 1, len(names) - 1)] if random.random() < 0.5 else random.choice(names)


def article(number):
    a, b, c = zipf(organizations), zipf(organizations), zipf(organizations)
    p, q = zipf(persons), zipf(persons)
    sentences = [f"{a} bought {b} for ${random.randint(2, 900)} million on Friday.", f"{p} leads {a}.",
                 f"{a.split()[0]} competes with {c}.", f"{q} founded {b} in {random.randint(1990, 2020)}.",
                 f"{c} reportedly sued {a}.", f"{b} is based in Oslo.", f"{p.split()[1]} criticized {c}."]
    filler = re.split(r"(?<=\.)\s+", (root / "data" / "articles" / "titan.txt").read_text())
    random.shuffle(sentences)
    return f"{a} makes a move, number {number}\n\n" + " ".join(sentences) + "\n\n" + " ".join(random.sample(filler, min(4, len(filler)))) + "\n"


def claims(number):
    names = list(dict.fromkeys([zipf(organizations) for _ in range(4)] + [zipf(persons) for _ in range(3)]))
    ids = range(len(names))
    return {"document": {"id": str(number), "title": "", "date": "2026-04-08", "source": ""},
            "entities": [{"id": f"e{i}", "name": n, "type": "organization" if n in known else "person",
                          "aliases": [n.split()[0 if n in known else 1]], "mentions": [{"begin": i, "end": i + 1}] * 3}
                         for i, n in enumerate(names)],
            "claims": [{"id": f"c{k}", "head": f"e{i}", "type": kind, "tail": f"e{j}", "open": False, "modality": "asserted",
                        "attributed_to": None, "qualifiers": [{"name": "date", "value": "on Friday", "normalized": "2026-04-03"}],
                        "evidence": {"begin": 0, "end": 60, "text": "x" * 60}}
                       for k, (i, j, kind) in enumerate((random.choice(ids), random.choice(ids), random.choice(["sues", "leads", "competes-with", "acquires"])) for _ in range(10))
                       if i != j]}


known = set(organizations)
with tempfile.TemporaryDirectory() as folder:
    lines, store = pathlib.Path(folder, "news.jsonl"), pathlib.Path(folder, "news.ng")
    with open(lines, "w") as out:
        for number in range(arguments.documents):
            document = claims(number) if arguments.claims else {"id": str(number), "text": article(number)}
            out.write(json.dumps(document) + "\n")
    command = [arguments.program, "add", str(store), str(lines), "-q", "--threads", str(arguments.threads)]
    process = subprocess.Popen(command + (["--claims"] if arguments.claims else []))
    began, times = time.monotonic(), []  # after how much processor time how many documents were there

    def processor_seconds():
        """Of all threads: what else the machine does makes no difference."""
        fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    while process.poll() is None:
        time.sleep(0.5)
        try:
            database = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
            times.append((processor_seconds(), database.execute("SELECT count(*) FROM document").fetchone()[0]))
            database.close()
        except (sqlite3.OperationalError, FileNotFoundError, IndexError):
            pass
    took = time.monotonic() - began
    assert process.returncode == 0
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    times.append((used.ru_utime + used.ru_stime, arguments.documents))

    def rate(low, high):
        """Documents a second of processor time while the store grew from one share of all to another."""
        part = [(t, n) for t, n in times if low * arguments.documents <= n <= high * arguments.documents]
        return (part[-1][1] - part[0][1]) / (part[-1][0] - part[0][0]) if len(part) > 1 else float("nan")

    database = sqlite3.connect(store)
    count = lambda table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    claim_count, size = count("claim"), store.stat().st_size
    texts = database.execute("SELECT coalesce(sum(length(CAST(text AS BLOB))), 0) FROM document").fetchone()[0]
    print(f"{arguments.documents} documents, {count('entity')} entities, {count('relation')} relations, {claim_count} claims, "
          f"{arguments.threads} threads: {took:.1f} s, {times[-1][0]:.1f} s of processor time")
    print(f"documents/s of processor time: first fifth {rate(0, 0.2):.0f}, last fifth {rate(0.8, 1):.0f}, "
          f"last / first {rate(0.8, 1) / rate(0, 0.2):.2f}")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")
    print(f"store: {size / 1e6:.1f} MB, {(size - texts) / claim_count:.0f} bytes a claim without the texts, "
          f"{size / claim_count:.0f} with them")
