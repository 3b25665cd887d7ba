#!/usr/bin/env python3
"""The paragraphs of HTML manuals and of text files, one a line: plain text for the teacher to parse.

    plain_text.py FOLDER... > text.txt"""

import html
import pathlib
import re
import sys

_NOT_PROSE = re.compile(r"(?s)<(script|style|pre|table|h\d|dt)\b.*?</\1>")
_PARAGRAPH = re.compile(r"(?s)<p[ >].*?(?=</p>|<p[ >]|<h\d|<ul|<ol|<dl|<div|<blockquote|<pre)")


def paragraphs(page):
    for found in _PARAGRAPH.findall(_NOT_PROSE.sub(" ", page)):
        text = re.sub(r"(?s)<[^>]+>", "", re.sub(r"(?s)^<p[^>]*>", "", found))
        text = re.sub(r"\s+", " ", html.unescape(text)).strip()
        if len(text.split()) >= 6:
            yield text


def main():
    seen = set()
    for folder in sys.argv[1:]:
        files = [path for path in pathlib.Path(folder).rglob("*") if path.suffix in (".html", ".txt")]
        for path in sorted(files):
            content = path.read_text(encoding="utf-8", errors="replace")
            for text in paragraphs(content) if path.suffix == ".html" else content.splitlines():
                if text not in seen:
                    seen.add(text)
                    print(text)


if __name__ == "__main__":
    main()
