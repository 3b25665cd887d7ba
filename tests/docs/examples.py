#!/usr/bin/env python3
"""Every example in the documentation is what the program really does.

    examples.py --program PROGRAM FILE.md...            compares, and shows the differences
    examples.py --program PROGRAM --renew FILE.md...    writes what the program says now into the files

In a ```console block, lines after "$ " are commands; what follows a command is its output. All commands of a
file run one after the other in a folder that holds our data/ and docs/, and `newsgraph` is PROGRAM.
A block after the line <!-- from PATH --> holds the text of that file of the repository.
A table after the line <!-- relation types of PATH --> holds those of that ontology.
"""
import argparse
import difflib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parents[2]
fence = re.compile(r"(?P<before>(?:<!-- from (?P<source>\S+) -->\n)?```(?P<language>\w+)\n)(?P<body>.*?)(?=^```$)",
                   re.DOTALL | re.MULTILINE)

table = re.compile(r"(?P<before><!-- relation types of (?P<source>\S+) -->\n)(?P<body>(?:\|.*\n)*)")


def relation_types(ontology):
    """The table of an ontology's relation types."""
    rows = ["| type | head → tail | what the text says | qualifiers |", "| --- | --- | --- | --- |"]
    for type_ in json.loads(ontology)["relation_types"]:
        arrow = "↔" if type_.get("symmetric") else "→"
        tail = "the same" if type_.get("same_kind") else ", ".join(type_["tail"])
        rows.append(f"| `{type_['name']}` | {', '.join(type_['head'])} {arrow} {tail} | {type_['description']} "
                    f"| {', '.join(type_.get('qualifiers', {}))} |")
    return "".join(f"{row}\n" for row in rows)


def run(commands, folder, environment):
    """The block anew: each command of it and what it prints."""
    lines = []
    for command in commands:
        done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        lines += [f"$ {command}", *map(str.rstrip, done.stdout.splitlines())]
    return "".join(f"{line}\n" for line in lines)


def now(text, program):
    """`text` with its examples as they would be now."""
    with tempfile.TemporaryDirectory() as temporary:
        folder, tools = pathlib.Path(temporary, "work"), pathlib.Path(temporary, "tools")
        folder.mkdir()
        tools.mkdir()
        for ours in ("data", "docs"):
            (folder / ours).symlink_to(root / ours)
        (tools / "newsgraph").symlink_to(program.resolve())
        environment = os.environ | {"PATH": f"{tools}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "COLUMNS": "100"}

        def renewed(match):
            if match["source"]:
                body = (root / match["source"]).read_text()
            elif match["language"] == "console":
                commands = [line[2:] for line in match["body"].splitlines() if line.startswith("$ ")]
                body = run(commands, folder, environment)
            else:
                body = match["body"]
            return match["before"] + body

        text = table.sub(lambda match: match["before"] + relation_types((root / match["source"]).read_text()), text)
        return fence.sub(renewed, text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=pathlib.Path, default=root / "build/release/newsgraph")
    parser.add_argument("--renew", action="store_true")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    args = parser.parse_args()

    changed = False
    for path in args.files:
        written = path.read_text()
        real = now(written, args.program)
        if real == written:
            continue
        changed = True
        if args.renew:
            path.write_text(real)
            print(f"renewed {path}")
        else:
            sys.stdout.writelines(difflib.unified_diff(
                written.splitlines(True), real.splitlines(True), str(path), "what the program does", n=1))
    if changed and not args.renew:
        print("The examples are no longer true. If the program is right: scripts/renew, and read the diff.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
