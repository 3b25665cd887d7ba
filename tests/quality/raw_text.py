#!/usr/bin/env python3
"""The raw text of a CoNLL-U file, as its makers had it.

    raw_text.py TREEBANK.conllu > TREEBANK.txt

A space after each word unless MISC says SpaceAfter=No; a blank line before a paragraph or document
(`# newpar`, `# newdoc`), else a space between sentences.
"""
import sys


def raw_text(lines):
    paragraphs, text, new_paragraph, joined_until = [], "", False, 0
    for line in lines:
        line = line.rstrip("\r\n")
        if line.startswith(("# newpar", "# newdoc")):
            new_paragraph = True
        elif not line:
            joined_until = 0
        elif not line.startswith("#"):
            if new_paragraph and text:
                paragraphs.append(text.rstrip())
                text = ""
            new_paragraph = False
            columns = line.split("\t")
            number = columns[0]
            if "." in number or (number.isdigit() and int(number) <= joined_until):
                continue
            if "-" in number:
                joined_until = int(number.split("-")[1])
            text += columns[1] + ("" if "SpaceAfter=No" in columns[9].split("|") else " ")
    return "\n\n".join(paragraphs + [text.rstrip()]) + "\n"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as lines:
        sys.stdout.write(raw_text(lines))


if __name__ == "__main__":
    main()
