#!/usr/bin/env python3
"""What people run into who use the program for the first time: each has a clear answer.

    mishaps_test.py PROGRAM [TEST...]
"""
import json
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import store_test  # noqa: E402
from store_test import StoreTest, articles, extraction  # noqa: E402


class Stances(StoreTest):
    """Who denies a relation, or thinks it possible, is no source of it."""

    def three(self):
        self.write("in/a.txt", "Brill Group bought Nova Systems on Monday for $3 million.\n")
        self.write("in/b.txt", "Brill Group did not buy Nova Systems.\n")
        self.write("in/c.txt", "Brill Group may buy Nova Systems, analysts said.\n")
        return self.folder / "in"

    def inputs(self):
        """The same as a folder, a store and a graph file."""
        folder = self.three()
        self.add(folder)
        graph = str(self.folder / "g.json")
        self.run_program("build", folder, "-o", graph)
        return [folder, self.store, graph]

    def rows(self, graph, *arguments):
        return json.loads(self.run_program("query", graph, "? acquires ?", "--json", *arguments)[0])

    def test_sources_are_those_that_hold_it_as_it_is_shown(self):
        for graph in self.inputs():
            row, = self.rows(graph, "--evidence")
            self.assertEqual((row["modality"], row["sources"]), ("asserted", 1))
            self.assertEqual(row["held"], {"asserted": 1, "possible": 1, "negated": 1})
            self.assertEqual([(words["document"], words["modality"]) for words in row["evidence"]],
                             [("a", "asserted"), ("b", "negated"), ("c", "possible")])
            self.assertEqual(self.rows(graph, "--min-sources", "2"), [])
            table = self.run_program("query", graph, "? acquires ?", "-e")[0]
            self.assertIn("1 (possible: 1, negated: 1)", table)
            self.assertIn("“Brill Group did not buy Nova Systems” b:0-36, negated\n", table)
            found = self.run_program("sql", graph, "SELECT sources, claims FROM relations", "--format", "tsv")[0]
            self.assertEqual(found.splitlines()[1], "1\t3")

    def test_a_modality_finds_what_is_held_so_whatever_others_say(self):
        for graph in self.inputs():
            row, = self.rows(graph, "--modality", "negated", "--evidence")
            self.assertEqual((row["modality"], row["sources"], [words["document"] for words in row["evidence"]]),
                             ("negated", 1, ["b"]))
            row, = self.rows(graph, "--modality", "possible,negated")
            self.assertEqual((row["modality"], row["sources"]), ("possible", 1))
            self.assertEqual(self.rows(graph, "--modality", "claimed"), [])
            edges = json.loads(self.run_program("export", graph, "--modality", "negated")[0])["edges"]
            self.assertEqual([(edge["modality"], len(edge["claims"])) for edge in edges], [("negated", 1)])
            stats = json.loads(self.run_program("stats", graph, "--modality", "negated", "--json")[0])
            self.assertEqual((stats["relations"], stats["claims"]), (1, 1))

    def test_sources_are_counted_anew_when_documents_come_and_go(self):
        folder = self.three()
        self.add(folder / "b.txt", folder / "c.txt")
        count = "SELECT modality, sources FROM relations"
        self.assertEqual(self.ask(count), [("possible", 1)])
        self.add(self.write("d.txt", "Brill Group might buy Nova Systems.\n"))
        self.assertEqual(self.ask(count), [("possible", 2)])
        self.add(folder / "a.txt")
        self.assertEqual(self.ask(count), [("asserted", 1)])
        self.run_program("remove", self.store, "a")
        self.assertEqual(self.ask(count), [("possible", 2)])
        self.run_program("remove", self.store, "c", "d")
        self.assertEqual(self.ask(count), [("negated", 1)])


if __name__ == "__main__":
    store_test.program = sys.argv.pop(1)
    unittest.main()
