"""What the quality measures share: where things lie, the table, and the figures committed last.

A measure makes `figures`: for each set of texts, each measure's value between 0 and 1, e.g.
{"dev": {"entity": 0.81, "relation": 0.44}}. `figures.json` beside this file keeps those of every measure.
"""
import argparse
import json
import os
import pathlib
import sys

root = pathlib.Path(__file__).resolve().parents[2]
shared = pathlib.Path(os.environ.get("NEWSGRAPH_SHARED", root.parent / "shared"))
figures_file = pathlib.Path(__file__).with_name("figures.json")
tolerance = 0.01  # how far a figure may fall before it counts as worse


def arguments(description):
    """A parser with the options that every measure has."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=pathlib.Path, default=root / "build/release/newsgraph")
    parser.add_argument("--update", action="store_true", help="write the figures into figures.json")
    parser.add_argument("--check", action="store_true",
                        help=f"fail if a figure is more than {tolerance} below the one committed last")
    return parser


def need(*paths):
    """Ends the script, as no failure, where the data that is measured on is not at hand."""
    for path in paths:
        if not path.exists():
            print(f"skipped: {path} is not there; quality is measured only where the annotated data is")
            sys.exit(0)


def committed(measure):
    if not figures_file.exists():
        return {}
    return json.loads(figures_file.read_text()).get(measure, {})


def print_table(figures, before):
    """One row a set, one column a measure, each value with its difference from `before`."""
    columns = list(dict.fromkeys(name for row in figures.values() for name in row))
    first = max(10, *map(len, figures)) if figures else 10
    print(" " * first + "".join(f"{name:>16}" for name in columns))
    for name, row in figures.items():
        cells = []
        for column in columns:
            value, old = row.get(column), before.get(name, {}).get(column)
            if value is None:
                cells.append("-")
                continue
            changed = old is not None and abs(value - old) >= 0.0005
            cells.append(f"{value:.3f}" + (f" ({value - old:+.3f})" if changed else ""))
        print(f"{name:{first}}" + "".join(f"{cell:>16}" for cell in cells))


def report(measure, figures, args):
    """Prints the table, does what --update and --check ask for; returns the exit status."""
    before = committed(measure)
    print_table(figures, before)
    if args.update:
        everything = json.loads(figures_file.read_text()) if figures_file.exists() else {}
        everything[measure] = figures
        figures_file.write_text(json.dumps(everything, indent=2, sort_keys=True) + "\n")
        print(f"wrote {figures_file.relative_to(root)}")
        return 0
    worse = [f"{name}: {column} fell from {old:.4f} to {figures.get(name, {}).get(column) or 0:.4f}"
             for name, row in before.items() for column, old in row.items()
             if old is not None and (figures.get(name, {}).get(column) or 0) < old - tolerance]
    if worse:
        print(*worse, sep="\n")
    return 1 if args.check and worse else 0
