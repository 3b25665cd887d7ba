#!/usr/bin/env python3
"""How well the program finds open facts, by CaRB's metric on its dev sentences.

    open_facts.py                the table: best F1, and the area under the precision-recall curve
    open_facts.py --update       keep these figures as those to compare with
    open_facts.py --errors       sentence by sentence, what each fact was counted as

The weights of the confidence are fitted on the same sentences (ingest/relation/fact_confidence.cpp): what other
sentences would give is a little less, as ingest/relation/train/fit_fact_confidence.py shows by cross-validation.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import common

scorer = common.shared / "eval/carb_score.py"
sentences = common.shared / "data/carb-dev/dev.txt"
gold = common.shared / "data/carb-dev/dev.tsv"


def main():
    parser = common.arguments(__doc__)
    parser.add_argument("--errors", action="store_true", help="show what each fact was counted as")
    args = parser.parse_args()
    common.need(scorer, sentences, gold)
    with tempfile.TemporaryDirectory() as temporary:
        facts, details = pathlib.Path(temporary) / "facts.tsv", pathlib.Path(temporary) / "details.txt"
        subprocess.run([args.program, "extract", "--open", "--format", "tsv", sentences, "-o", facts], check=True)
        scores = json.loads(subprocess.run(
            [sys.executable, scorer, gold, facts, "--json", "--details", details],
            check=True, capture_output=True, text=True).stdout)
        if args.errors:
            print(details.read_text(encoding="utf-8"))
    return common.report("open facts", {"carb dev": {"F1": scores["f1"], "AUC": scores["auc"]}}, args)


if __name__ == "__main__":
    sys.exit(main())
