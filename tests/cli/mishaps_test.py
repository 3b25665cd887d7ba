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
            self.assertEqual(json.loads(self.run_program("export", graph, "--min-sources", "2")[0])["edges"], [])
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

    def test_many_sources(self):
        folder = self.three()
        self.write("in/d.txt", "Nova Systems was bought by Brill Group.\n")
        row, = self.rows(folder, "--min-sources", "2")
        self.assertEqual((row["sources"], row["held"]), (2, {"asserted": 2, "possible": 1, "negated": 1}))
        edge, = json.loads(self.run_program("export", folder, "--min-sources", "2")[0])["edges"]
        self.assertEqual(len(edge["claims"]), 4)
        self.assertNotIn("asserted", self.run_program("query", folder, "? acquires ?", "--modality", "asserted", "-e")[0].split("\n", 2)[2])

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


class Inputs(StoreTest):
    """Files that are not what the command wants."""

    def test_a_graph_is_no_article(self):
        article = self.write("a.txt", "Acme bought Brill Works.\n")
        for name in ["g.json", "g.graphml"]:
            graph = self.folder / name
            self.run_program("build", article, "-o", graph)
            self.fails("build", graph, "-o", self.folder / "x.json",
                       says=f"{graph}: is a graph or other JSON or XML, not an article; newsgraph query, view and export take")
            err = self.add(graph, article)
            self.assertIn("is a graph", err)
            self.assertIn("1 could not be read", err)
            self.assertEqual(self.ids(), ["a"])
            self.run_program("query", graph, "? acquires ?")
        self.add(self.write("odd.txt", "<b>Acme</b> bought Brill Works. {Really.}\n"))
        self.assertEqual(self.ids(), ["a", "odd"])

    def test_a_report_is_no_article(self):
        report = self.folder / "report.md"
        self.run_program("build", self.write("a.txt", "Acme bought Brill Works.\n"), "-o", report)
        self.fails("build", report, says=f"{report}: is a report that newsgraph wrote, not an article; give the articles")

    def test_a_store_is_no_article_and_is_built_alone(self):
        article = self.write("a.txt", "Acme bought Brill Works.\n")
        self.add(article)
        self.fails("build", self.store, article, code=2,
                   says=f'INPUT: "{self.store}" is a store, which is built alone; add the articles to it: newsgraph add {self.store}')
        self.fails("explain", self.store, "Acme acquires Brill Works",
                   says=f"is a store, and one article is wanted; take it from there: newsgraph show {self.store} DOC --text | ")
        self.fails("add", self.folder / "other.ng", self.store, says="is a store, not an article")

    def test_explain_and_annotate_take_the_one_article_of_a_file(self):
        line = json.dumps({"id": "x", "text": "Acme bought Brill Works."}) + "\n"
        one = self.write("one.jsonl", line)
        self.assertIn("Acme acquires Brill Works", self.run_program("explain", one, "Acme acquires Brill Works")[0])
        self.assertIn("Acme acquires", self.run_program("explain", "-", "Acme acquires Brill Works", stdin=line.encode())[0])
        self.assertIn("\tAcme\t", self.run_program("annotate", one)[0])
        two = self.write("two.jsonl", line + line.replace('"x"', '"y"'))
        for words in [["explain", two, "Acme acquires Brill Works"], ["annotate", two]]:
            self.fails(*words, says=f"{two}: holds 2 articles, and one is wanted; put them into a store, newsgraph add news.ng {two}")
        self.fails("explain", self.folder, "Acme acquires Brill Works", says="is a folder, and one article is wanted; name a file in it")

    def test_a_folder_is_no_file(self):
        article = self.write("in/a.txt", "Acme bought Brill Works.\n")
        folder = self.folder / "in"
        for words in [["ontology", "check", folder], ["query", article, "? ? ?", "--ontology", folder],
                      ["query", article, "? ? ?", "--gazetteer", folder], ["extract", "--examples", folder, article]]:
            self.fails(*words, says=f"{folder}: is a folder, and a file is wanted; name a file in it")

    def test_ids_are_the_same_wherever_articles_are_read(self):
        self.write("in/2025/x.txt", "Acme bought Brill Works.\n")
        self.write("in/2026/x.txt", "Acme sued Norvane Freight.\n")
        folder = self.folder / "in"
        self.add(folder)
        self.assertEqual(self.ids(), ["2025/x", "2026/x"])
        built = json.loads(self.run_program("build", folder)[0])
        self.assertEqual([document["id"] for document in built["documents"]], self.ids())
        self.assertEqual(len(json.loads(self.run_program("query", folder, "? ? ?", "--document", "2025/x", "--json")[0])), 1)
        lines = self.run_program("extract", folder)[0]
        self.add("--claims", self.write("claims.jsonl", lines), store=str(self.folder / "claims.ng"))
        self.assertEqual(self.ask("SELECT id FROM documents ORDER BY id", store=str(self.folder / "claims.ng")),
                         [("2025/x",), ("2026/x",)])

    def test_lines_are_told_by_their_place(self):
        lines = self.write("a.jsonl", "".join(json.dumps(line) + "\n" for line in [
            {"id": "a", "date": "32 May", "text": "Acme bought Brill Works."},
            {"id": "b", "text": "Acme sued Norvane Freight."},
            {"id": "a", "url": "https://example.org", "text": "Acme hired Ann Lee."}]))
        err = self.add(lines)
        self.assertIn(f'{lines}:1: date "32 May" can\'t be read; the document is without one; write dates as 2026-04-08', err)
        self.assertIn(f'{lines}:3: the id "a" is that of {lines}:1 already; give each an id of its own', err)
        err = self.run_program("build", lines)[1]
        self.assertIn(f'{lines}:1: date "32 May"', err)
        self.assertIn(f'{lines}:3: another article has the id "a" too; this one is "a-2"', err)

    def test_nothing_is_left_of_a_failed_beginning(self):
        broken = self.write("broken.jsonl", '{"document":\n')
        self.fails("add", self.store, broken, "--claims", says="could not be read")
        self.fails("add", self.store, self.folder / "*.zzz", says="could not be read")
        self.assertEqual(list(self.folder.glob("news.ng*")), [])
        empty = self.write("empty.txt", "")
        self.fails("add", empty, self.write("b.txt", "Acme sued Brill Works."), code=2,
                   says=f'STORE: "{empty}" is the name of an article; name the store first')
        self.assertEqual(os.path.getsize(empty), 0)
        self.fails("add", self.store, broken, "--id", "", code=2, says="--id: is empty; leave it out, or give one")
        err = self.add("-", "-", "--id", "x", code=2)
        self.assertIn("--id", err)
        err = self.add("-", "-", stdin=b'{"id": "line", "text": "Acme sued Brill Works."}\n')
        self.assertIn("standard input is named twice; read once", err)


class Stopping(StoreTest):
    """Ctrl-C, and the files beside a store."""

    def beside(self):
        return sorted(path.name for path in self.folder.glob("news.ng*"))

    def many(self):
        text = (articles / "muse-spark.txt").read_text()
        for i in range(400):
            self.write(f"in/{i:03}.txt", f"Number {i}.\n\n{text}")
        return self.folder / "in"

    def test_a_signal_ends_adding_in_good_order(self):
        folder = self.many()
        for number, code in [(signal.SIGINT, 130), (signal.SIGTERM, 143)]:
            adding = subprocess.Popen([store_test.program, "add", self.store, folder, "--threads", "1"], stderr=subprocess.PIPE)
            deadline = time.monotonic() + 120
            while time.monotonic() < deadline and not (os.path.exists(self.store + "-wal") and
                                                       os.path.getsize(self.store + "-wal") > 1 << 20):
                time.sleep(0.02)
            adding.send_signal(number)
            err = adding.communicate(timeout=120)[1].decode()
            self.assertEqual(adding.returncode, code, err)
            self.assertIn("stopped; ", err)
            self.assertIn("and these are kept; the same command goes on with the rest", err)
            self.assertEqual(self.beside(), ["news.ng"])
        self.assertGreater(len(self.ids()), 1)
        self.assertEqual(self.ask("PRAGMA integrity_check"), [("ok",)])

    def test_readers_leave_no_files_and_put_in_order_what_a_killed_program_left(self):
        self.add(articles / "titan.txt")
        for words in [["list", self.store], ["query", self.store, "? ? ?"], ["conflicts", self.store],
                      ["sql", self.store, "SELECT 1"], ["add", self.store, "--dry-run", articles / "muse-spark.txt"]]:
            self.run_program(*words)
            self.assertEqual(self.beside(), ["news.ng"], words)
        writer = sqlite3.connect(self.store)
        writer.execute("INSERT INTO relation_type VALUES ('as-good-as', 1)")
        writer.commit()
        self.run_program("list", self.store)  # while another program has it open
        self.assertEqual(self.beside(), ["news.ng", "news.ng-shm", "news.ng-wal"])
        copy = self.folder / "copy"
        copy.mkdir()
        for name in self.beside():
            (copy / name).write_bytes((self.folder / name).read_bytes())
        writer.close()
        self.run_program("list", copy / "news.ng")
        self.assertEqual([path.name for path in copy.iterdir()], ["news.ng"])
        self.assertEqual(self.ask("SELECT count(*) FROM relation_type WHERE name = 'as-good-as'", store=copy / "news.ng"), [(1,)])

    def test_a_store_in_the_making_is_empty_not_binary(self):
        database = sqlite3.connect(self.store)
        database.execute(f"PRAGMA application_id = {0x6E657773}")
        database.execute("PRAGMA journal_mode = WAL")
        database.close()
        self.fails("query", self.store, "? ? ?", says="holds nothing yet: it is being made, or its making was cut short; "
                   f"go on with newsgraph add {self.store}")


class Messages(StoreTest):
    """What can't be done is told in a line that says what to do."""

    def graph(self):
        graph = self.folder / "g.json"
        if not graph.exists():
            self.write("in/a.txt", "Acme bought Brill Works. Ann Lee leads Acme.\n")
            self.run_program("build", self.folder / "in", "-o", graph, "--date", "2026-04-08")
        return graph

    def test_numbers_are_told_in_numbers(self):
        graph = self.graph()
        for option, value, says in [("--limit", "0", "--limit: 0 is too small; give 1 or more"),
                                    ("--limit", "-3", "--limit: -3 is too small; give 1 or more"),
                                    ("--limit", "x", '--limit: "x" is no whole number; give 1 or more'),
                                    ("--limit", "9" * 30, "is too large; give 1 or more")]:
            self.fails("query", graph, "? ? ?", option, value, code=2, says=says)
        self.fails("neighbors", graph, "Acme", "-s", "0", code=2, says="--steps: 0 is too small; give 1 or more")
        self.fails("communities", graph, "--min-size", "0", code=2, says="0 is too small; give 1 or more")
        self.fails("extract", graph, "--min-confidence", "2", code=2, says="2 is too large; give a number from 0 to 1")
        self.fails("draw", graph, "-o", "x.png", "--dpi", "9", code=2, says="9 is too small; give a number from 36 to 600")

    def test_options_and_files_that_begin_with_a_hyphen(self):
        graph = self.graph()
        self.fails("query", graph, "? ? ?", "--modalty", "negated", code=2, says='"--modalty" is no option; did you mean "--modality"?')
        self.write("-x.txt", "Acme sued Brill Works.\n")
        for words in [["build", "-x.txt"], ["query", "-x.txt", "? ? ?"], ["add", self.store, "-x.txt"]]:
            self.fails(*words, code=2, says='"-x.txt" is taken for an option; write ./-x.txt', cwd=self.folder)
        self.run_program("build", "./-x.txt", cwd=self.folder)

    def test_help_is_a_command_too_and_fits_a_terminal(self):
        self.assertEqual(self.run_program("help"), self.run_program("--help"))
        self.assertEqual(self.run_program("help", "query"), self.run_program("query", "--help"))
        for command in ["build", "query", "explain", "diff", "add", "draw", "export", "conflicts", "merge"]:
            for line in self.run_program("help", command)[0].splitlines():
                if not line.startswith("  newsgraph "):  # to be copied
                    self.assertLessEqual(len(line), 80, line)

    def test_patterns(self):
        graph = self.graph()
        self.fails("query", graph, "?a acquires ?b. ?c leads ?a", code=2,
                   says='"?b. ?c": a full stop between patterns stands by itself; write "?b . ?c"')
        self.fails("query", graph, "?a acquires ?b .?c leads ?a", code=2, says="a full stop between patterns stands by itself")
        err = self.fails("query", graph, "? aquires ?", code=2, says='relation type "aquires" is not known; did you mean "acquires"?')
        self.assertNotIn("known are", err)

    def test_a_query_names_what_left_everything_out(self):
        graph = self.graph()
        for options, says in [(["--since", "2027"], "no relation fits; 1 would without --since and --until\n"),
                              (["--min-sources", "50"], "no relation fits; 1 would without --min-sources\n"),
                              (["--modality", "negated"], "no relation fits; 1 would with any --modality\n"),
                              (["--type", "leads"], "no relation fits; 1 would without --type\n"),
                              (["--type", "leads", "--since", "2027"],
                               "no relation fits; 1 would without --since and --until and without --type\n")]:
            self.assertEqual(self.run_program("query", graph, "? acquires ?", *options)[1], says)
        self.assertEqual(self.run_program("query", graph, "? sues ?")[1], "no relation fits\n")
        self.fails("query", graph, "? ? ?", "--since", "2026-08", "--until", "2026-01", code=2,
                   says='--since: "2026-08" is after --until "2026-01"; exchange them')
        self.run_program("query", graph, "? ? ?", "--since", "2026-08-03", "--until", "2026-08")

    def test_entities(self):
        graph = self.graph()
        self.fails("rank", graph, "--entity-type", "persn", code=2, says='--entity-type "persn": nothing here has it; did you mean "person"?')
        self.assertIn("are one entity; a path needs two", self.run_program("path", graph, "Acme", "Acme")[1])
        self.add_claims(extraction("a", [("Norrland Liv", "organization", []), ("Castain", "organization", [])], [(0, "invests-in", 1)]),
                        extraction("b", [("Norrland Liv", "place", []), ("Castain", "organization", [])], [(1, "located-in", 0)]))
        err = self.run_program("query", self.store, "Norrland Liv ? ?")[1]
        self.assertIn('"Norrland Liv": 2 entities have this name, all are asked (', err)
        row, = json.loads(self.run_program("query", self.store, "? ? Norrland Liv:place", "--json")[0])
        self.assertEqual(row["type"], "located-in")
        self.assertIn("located-in", self.run_program("neighbors", self.store, "Norrland Liv:place")[0])
        self.fails("neighbors", self.store, "Norrland Liv:person", says="no entity has this name")

    def test_stats_and_rank_agree(self):
        self.run_program("build", articles / "muse-spark.txt", "-o", self.folder / "m.json")
        central = json.loads(self.run_program("stats", self.folder / "m.json", "--json")[0])["central"]
        ranks = {row["name"]: row["page_rank"] for row in json.loads(self.run_program("rank", self.folder / "m.json", "--json")[0])}
        self.assertTrue(central)
        for entity in central:
            self.assertAlmostEqual(entity["page_rank"], ranks[entity["name"]], 3)

    def test_mentions_are_those_of_the_chosen_documents(self):
        self.add(self.write("a.txt", "Acme sued Brill Works. Acme is old. Acme grew.\n"), "--date", "2026-04-01")
        self.add(self.write("b.txt", "Acme bought Brill Works.\n"), "--date", "2026-05-01")
        nodes = json.loads(self.run_program("export", self.store, "--since", "2026-05")[0])["nodes"]
        self.assertEqual({node["label"]: node["mentions"] for node in nodes}, {"Acme": 1, "Brill Works": 1})

    def test_verbose_tells_what_takes_how_long(self):
        graph = self.graph()
        self.assertIn("time: add ", self.run_program("-v", "add", self.store, self.folder / "in")[1])
        self.assertIn("time: ask ", self.run_program("-v", "query", graph, "? ? ?")[1])
        self.assertIn("time: draw ", self.run_program("-v", "draw", graph, "-o", self.folder / "g.svg")[1])


class Decisions(StoreTest):
    """merge and split, and what copies say otherwise."""

    def two(self):
        self.add_claims(extraction("a", [("Brannoch Robotics", "organization", []), ("Ostrefeld", "organization", [])],
                                   [(0, "sues", 1)]),
                        extraction("b", [("Norvane", "organization", [])]))

    def test_split_knows_its_documents(self):
        self.two()
        self.fails("split", self.store, "Ostrefeld", "--document", "nope", says='--document: there is no document "nope"')
        self.fails("split", self.store, "Ostrefeld", "--document", "b", says='"b": the document does not mention "Ostrefeld"')
        self.assertIn("are two entities already", self.run_program("split", self.store, "Norvane", "Ostrefeld")[1])
        decision, = json.loads(self.run_program("merge", self.store, "--list", "--json")[0])
        self.assertEqual({decision["name"], decision["other"]}, {"Norvane (organization)", "Ostrefeld (organization)"})

    def test_what_a_merge_would_do_is_told_to_programs(self):
        self.two()
        row, = json.loads(self.run_program("merge", self.store, "Norvane", "Ostrefeld", "--dry-run", "--json")[0])
        self.assertEqual((row["name"], row["type"], row["entity"], row["joined"]), ("Norvane", "organization", "Ostrefeld", False))
        self.assertTrue(row["because"])

    def test_differences_have_parts(self):
        self.write("a.txt", "Acme bought Brill Works.\n")
        self.write("b.txt", "Acme did not buy Brill Works. Acme sued Norvane Freight.\n")
        rows = json.loads(self.run_program("diff", self.folder / "a.txt", self.folder / "b.txt", "--json")[0])
        entity = next(row for row in rows if row["what"] == "entity")
        self.assertEqual((entity["entity"], entity["type"], entity["name"], entity["field"]),
                         ("Norvane Freight", "organization", "Norvane Freight (organization)", "aliases"))
        relation = next(row for row in rows if row["what"] == "relation" and row["change"] == "changed")
        self.assertEqual((relation["head"], relation["type"], relation["tail"], relation["before"], relation["after"]),
                         ("Acme", "acquires", "Brill Works", "asserted", "negated"))

    def test_a_correction_shows_what_changed_between_copies(self):
        body = (articles / "muse-spark.txt").read_text()
        for name, date, price in [("first", "1 April 2026", "3.2"), ("second", "3 April 2026", "3.4")]:
            self.write(f"in/{name}.txt", f"OSLO, {date} - Castain Group bought Orvelle for ${price} billion.\n\n{body}")
        self.add(self.folder / "in")
        self.assertEqual(self.ask("SELECT copy_of FROM documents WHERE copy_of <> ''"), [("first",)])
        found = json.loads(self.run_program("conflicts", self.store, "--json")[0])
        self.assertEqual([(conflict["outcome"], conflict["kind"], [side["says"] for side in conflict["sides"]]) for conflict in found],
                         [("correction", "qualifier", ["$3.2 billion", "$3.4 billion"])])
        self.run_program("remove", self.store, "second")
        self.assertEqual(json.loads(self.run_program("conflicts", self.store, "--json")[0]), [])

    def test_a_picture_marks_what_documents_disagree_on(self):
        self.write("in/a.txt", "Acme bought Brill Works.\n")
        self.write("in/b.txt", "Acme did not buy Brill Works.\n")
        picture = self.folder / "p.svg"
        self.run_program("draw", self.folder / "in", "-o", picture)
        self.assertIn("≠ acquires", picture.read_text())
        self.assertIn("said by some, denied by others", picture.read_text())
        self.run_program("draw", self.folder / "in" / "a.txt", "-o", picture)
        self.assertNotIn("≠", picture.read_text())


if __name__ == "__main__":
    store_test.program = os.path.abspath(sys.argv.pop(1))
    unittest.main()
