"""Reads the hostile graph's formats for people and compares every field with what its header promises.

    check_hostile_pages.py markdown|text FOLDER

FOLDER is what newsgraph-write-hostile has made.
"""
import html.parser
import pathlib
import re
import subprocess
import sys

import check_hostile
from check_hostile import Expected, same


def on_one_line(text):
    return re.sub(r"[ \t\n\r]+", " ", text).strip(" ")


def shown(text):
    """`markdown_escaped`, as a reader sees it."""
    text = re.sub(r"[\x00-\x1f]", lambda match: chr(0x2400 + ord(match[0])), on_one_line(text))
    return text.replace("\x7f", "\u2421") or "(no text)"


class Page(html.parser.HTMLParser):
    """The text of each heading, bold word, list item (without its quotations), paragraph, and quotation."""

    def __init__(self, text):
        super().__init__()
        self.open, self.parts = [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        same(tag in ("h1", "h2", "p", "ul", "li", "strong", "blockquote"), True, f"<{tag}>")
        self.open.append(tag)
        if tag in ("h2", "li", "strong", "p"):
            self.parts.append(["quotation" if "blockquote" in self.open else tag, ""])

    def handle_endtag(self, tag):
        same(self.open.pop(), tag)

    def handle_data(self, data):
        if self.open and self.open[-1] in ("h2", "li", "strong", "p"):
            self.parts[-1][1] += data


def mentions(expected, node):
    count = expected.one("node", node, "mentions")
    return f"{count} mention{'' if count == '1' else 's'}"


def check_markdown(folder, expected):
    # Line ends within lines would be ours: there are none.
    done = subprocess.run(["cmark", "-t", "html", folder / "hostile.md"], capture_output=True, check=True)
    page = Page(done.stdout.decode())
    headings = [text for kind, text in page.parts if kind == "h2"]
    heads = sorted({int(expected.one("edge", i, "source")[1:]) for i in range(expected.count("edge"))})
    same(headings, [shown(expected.one("node", i, "label")) for i in heads] + ["Documents"], "headings")
    parts = iter(page.parts)

    def following(kind):
        found, text = next(parts)
        same(found, kind, text)
        return text

    following("p")  # how much there is
    by_head = sorted(range(expected.count("edge")), key=lambda i: int(expected.one("edge", i, "source")[1:]))
    before = None
    for i in by_head:
        if expected.one("edge", i, "source") != before:
            before = expected.one("edge", i, "source")
            node = int(before[1:])
            following("h2")
            same(following("p"), f"{shown(expected.one('node', node, 'type'))}; also "
                 f"{', '.join(map(shown, expected.all('node', node, 'alias')))}; {mentions(expected, node)}", node)
        same(following("li").strip(), "", i, "before the type")
        tail = expected.one("node", int(expected.one("edge", i, "target")[1:]), "label")
        words = following("strong")
        qualifiers = "; ".join(f"{name}: {', '.join(values)}" for name, values in expected.qualifiers(i).items())
        # What stands behind the bold word belongs to the last part that began.
        same(words.rstrip("\n"), f"{shown(expected.one('edge', i, 'type'))} {shown(tail)} ({shown(qualifiers)})", i)
        for (who, quote), modality, inferred in zip(expected.claims(i), expected.all("edge", i, "claim_modality"),
                                                    expected.all("edge", i, "claim_inferred")):
            stance = modality + (f" by {who}" if who else "") + (", inferred" if inferred == "true" else "")
            document = expected.one("edge", i, "document")
            date = f", {shown(document)}" if document else ""
            same(following("quotation").rstrip("\n"), f"\u201c{shown(quote)}\u201d \u2014 {shown(document)}{date}; {shown(stance)}", i)
    same(following("h2"), "Documents")
    for i in range(expected.count("document")):
        following("li")
        document = expected.one("document", i, "id")
        more = f" {'; '.join([shown(document)] * 3)}" if document else ""
        same(following("strong").rstrip("\n").rstrip(" "), (shown(document) + more).rstrip(" "), i, "document")


def cell(text):
    """`text_cell`: what a terminal obeys is replaced or left out."""
    text = on_one_line(text)
    text = re.sub(r"[\x00-\x1f\x7f-\x9f]", "\ufffd", text)
    text = re.sub("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]", "", text)
    return on_one_line(text) or "-"


def check_text(folder, expected):
    text = (folder / "hostile.txt").read_bytes().decode()
    tables = {}
    for table in text.rstrip("\n").split("\n\n"):
        name, headings, *rows = table.split("\n")
        tables[name] = [re.split(r" {2,}", row) for row in rows]
        for row in tables[name]:
            same(len(row), len(re.split(r" {2,}", headings)), name, row)
    same([len(rows) for rows in tables.values()],
         [expected.count(kind) for kind in ("node", "edge", "document")], "rows")
    for i, row in enumerate(tables["ENTITIES"]):
        same(row, [cell(expected.one("node", i, "label")), cell(expected.one("node", i, "type")),
                   expected.one("node", i, "mentions"), cell("; ".join(expected.all("node", i, "alias")))], i)
    for i, row in enumerate(tables["RELATIONS"]):
        ends = [expected.one("node", int(expected.one("edge", i, end)[1:]), "label") for end in ("source", "target")]
        qualifiers = "; ".join(f"{name}: {', '.join(values)}" for name, values in expected.qualifiers(i).items())
        who = expected.one("edge", i, "attribution")
        stance = expected.one("edge", i, "modality") + (f" by {who}" if who else "")
        if expected.one("edge", i, "inferred") == "true":
            stance += ", inferred"
        wanted = [ends[0], expected.one("edge", i, "type"), ends[1], stance, qualifiers,
                  expected.one("edge", i, "document"), expected.one("edge", i, "evidence")]
        same(row, list(map(cell, wanted)), i)
    for i, row in enumerate(tables["DOCUMENTS"]):
        same(row, [cell(expected.one("document", i, "id"))] * 4, i)


if __name__ == "__main__":
    what, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    expected = Expected(folder / "expected.txt")
    {"markdown": check_markdown, "text": check_text}[what](folder, expected)
    print(f"{what}: {check_hostile.checks} comparisons, all the same")
