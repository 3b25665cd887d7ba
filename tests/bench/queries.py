#!/usr/bin/env python3
"""How fast a large store answers: from the start of the program to its end.

    queries.py [--program PROGRAM] [--maker PROGRAM] [--store FILE] [--relations N] [--runs N] [--check]

The store is made where FILE is missing, which takes minutes. Of each question the median of its runs is shown, the
first not among them: a store in use is in the memory of the system. --check fails where a bar is missed.
"""
import argparse
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

root = pathlib.Path(__file__).resolve().parents[2]

# What is asked, and in how many milliseconds it is to be answered.
questions = [
    ("pattern with one bound name", 20, ["query", "STORE", "Company 1000 develops ?"]),
    ("the same from the other end", 20, ["query", "STORE", "? outperforms-on Model 1000"]),
    ("a hub's relations of one type", 100, ["query", "STORE", "Company 0 uses ?"]),
    ("join of two steps", 100, ["query", "STORE", "Company 1000 develops ?m . ?m outperforms-on ?rival"]),
    ("join of two steps by a symmetric type", 100,
     ["query", "STORE", "Company 1000 competes-with ?c . ?c develops ?m"]),
    ("shortest path", 200, ["path", "STORE", "Person 20000", "Model 50000"]),
    ("shortest path between hubs", 200, ["path", "STORE", "Person 0", "Model 0"]),
    ("neighbours", 100, ["neighbors", "STORE", "Company 1000"]),
    ("timeline", 100, ["timeline", "STORE", "Company 1000"]),
    ("all conflicts", 5000, ["conflicts", "STORE", "--format", "json"]),
    ("PageRank", None, ["rank", "STORE"]),
    ("communities", None, ["communities", "STORE", "--format", "csv"]),
]


def milliseconds(command):
    begin = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    taken = 1000 * (time.perf_counter() - begin)
    if done.returncode != 0:
        sys.exit(f"{command}: {done.stderr.decode()}")
    return taken, done.stdout.count(b"\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    build = root / "build/release"
    parser.add_argument("--program", default=build / "newsgraph")
    parser.add_argument("--maker", default=build / "tests/newsgraph-make-store")
    parser.add_argument("--store", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir(), "newsgraph-bench.ng"))
    parser.add_argument("--relations", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    if not arguments.store.exists():
        subprocess.run([arguments.maker, arguments.store, str(arguments.relations)], check=True)
    missed = 0
    print(f"{'question':<40}{'median ms':>10}{'least ms':>10}{'bar':>7}{'lines':>9}")
    for name, bar, words in questions:
        command = [str(arguments.program), "-q", *(str(arguments.store) if word == "STORE" else word for word in words)]
        runs = arguments.runs if bar is not None and bar < 1000 else 2
        lines = milliseconds(command)[1]
        times = [milliseconds(command)[0] for _ in range(runs)]
        missed += bar is not None and statistics.median(times) > bar
        print(f"{name:<40}{statistics.median(times):>10.1f}{min(times):>10.1f}{bar or '':>7}{lines:>9}", flush=True)
    if arguments.check and missed:
        sys.exit(f"{missed} bars are missed")


if __name__ == "__main__":
    main()
