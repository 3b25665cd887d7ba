#!/usr/bin/env python3
"""From the program's start to the graph in a file: wall time, peak memory, and the share of each stage.

    stages.py [--program PROGRAM] [--runs N] [ARTICLE]

Medians of N runs on a sample article, written as GraphML. "outside" is what the stages don't see: starting the process,
loading its libraries, and ending it. A run before the first one measured brings the files into memory.
"""
import argparse
import os
import pathlib
import re
import statistics
import subprocess
import tempfile
import time

root = pathlib.Path(__file__).resolve().parents[2]


def run(arguments):
    """Wall time in ms, peak memory in MB, and each stage's time in ms."""
    began = time.perf_counter()
    process = subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True)
    log = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = 1000 * (time.perf_counter() - began)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(log)
    stages = {name: float(ms) for name, ms in re.findall(r"^time: (.+?) ([\d.]+) ms", log, re.MULTILINE)}
    return wall, usage.ru_maxrss / 1024, stages


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=root / "build/release/newsgraph", type=pathlib.Path)
    parser.add_argument("--runs", default=30, type=int)
    parser.add_argument("article", nargs="?", default=root / "data/articles/muse-spark.txt", type=pathlib.Path)
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        arguments = [options.program, "build", options.article, "-o", pathlib.Path(folder) / "graph.graphml", "--verbose"]
        run(arguments)
        results = [run(arguments) for _ in range(options.runs)]
    wall = statistics.median(result[0] for result in results)
    memory = max(result[1] for result in results)
    stages = {name: statistics.median(result[2][name] for result in results) for name in results[0][2]}
    stages["outside"] = max(0.0, wall - sum(stages.values()))

    print(f"{options.article.name}: {wall:.1f} ms from start to end (median of {options.runs}), {memory:.0f} MB at most\n")
    for name, time_ms in stages.items():
        print(f"{name:<16}{time_ms:8.2f} ms {100 * time_ms / wall:4.0f}%")


if __name__ == "__main__":
    main()
