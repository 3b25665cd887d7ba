#!/usr/bin/env python3
"""Stores as users keep them: documents come, change and go, names are joined and parted, and what goes wrong.

    store_test.py PROGRAM [TEST...]
"""
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

root = pathlib.Path(__file__).resolve().parents[2]
articles = root / "data" / "articles"
program = None


def extraction(document, entities, claims=(), date="2026-04-08"):
    """A line as newsgraph extract writes it. Entities: (name, type, aliases); claims: (head, type, tail)."""
    return json.dumps({
        "document": {"id": document, "title": "", "date": date, "source": document + ".txt"},
        "entities": [{"id": f"e{i}", "name": name, "type": kind, "aliases": list(aliases),
                      "mentions": [{"begin": i, "end": i + 1}]}
                     for i, (name, kind, aliases) in enumerate(entities)],
        "claims": [{"id": f"c{i}", "head": f"e{head}", "type": kind, "tail": f"e{tail}", "open": False,
                    "modality": "asserted", "attributed_to": None, "qualifiers": [],
                    "evidence": {"begin": 0, "end": 5, "text": "words"}}
                   for i, (head, kind, tail) in enumerate(claims)]}) + "\n"


class StoreTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.folder.chmod(0o755)
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.store = str(self.folder / "news.ng")

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def run_program(self, *arguments, code=0, stdin=b"", **more):
        result = subprocess.run([program, *map(str, arguments)], input=stdin, capture_output=True, timeout=300,
                                env={**os.environ, "COLUMNS": ""}, **more)
        self.assertEqual(result.returncode, code, f"newsgraph {arguments}:\n{result.stderr.decode()}")
        return result.stdout.decode(), result.stderr.decode()

    def fails(self, *arguments, says, code=1, stdin=b"", **more):
        out, err = self.run_program(*arguments, code=code, stdin=stdin, **more)
        self.assertIn(says, err)
        return err

    def add(self, *inputs, code=0, store=None, stdin=b""):
        return self.run_program("add", store or self.store, *inputs, code=code, stdin=stdin)[1]

    def add_claims(self, *lines, store=None):
        return self.add("--claims", self.write("claims.jsonl", "".join(lines)), store=store)

    def ask(self, sql, store=None):
        database = sqlite3.connect(store or self.store)
        try:
            return database.execute(sql).fetchall()
        finally:
            database.close()

    def ids(self):
        return [row[0] for row in self.ask("SELECT id FROM documents ORDER BY id")]

    def exported(self, store=None):
        return self.run_program("build", store or self.store, "--open")[0]


class Documents(StoreTest):
    def test_articles_are_added_once_listed_shown_and_removed(self):
        self.assertIn("3 added, 0 changed, 0 unchanged", self.add(articles / "titan.txt", articles / "muse-spark.txt",
                                                                  articles / "brannoch-lumivane.txt"))
        self.assertIn("0 added, 0 changed, 3 unchanged", self.add(articles / "titan.txt", articles / "muse-spark.txt",
                                                                  articles / "brannoch-lumivane.txt"))
        listed, _ = self.run_program("list", self.store, "--format", "tsv")
        self.assertEqual([line.split("\t")[0] for line in listed.splitlines()],
                         ["Id", "brannoch-lumivane", "muse-spark", "titan"])
        text, _ = self.run_program("show", self.store, "titan", "--text")
        self.assertEqual(text, (articles / "titan.txt").read_text())
        self.assertIn("source:  ", self.run_program("show", self.store, "titan")[0])
        rows = json.loads(self.run_program("list", self.store, "--json")[0])
        self.assertEqual([set(row) for row in rows], 3 * [{"id", "date", "title", "claims", "copy_of", "source"}])
        shown = json.loads(self.run_program("show", self.store, "titan", "--json")[0])
        self.assertEqual((shown["id"], shown["text"], shown["copy_of"]), ("titan", text, None))
        for claim in shown["claims"]:
            self.assertEqual(set(claim), {"head", "type", "tail", "modality", "attributed_to", "qualifiers", "evidence"})
            words = claim["evidence"]
            self.assertEqual(text.encode()[words["begin"]:words["end"]].decode(), words["text"])
        self.fails("show", self.store, "titen", says='"titen": the store has no document of this id; did you mean "titan"?')
        self.fails("remove", self.store, "titan", "tytan", says="1 of the documents are not there")
        self.assertEqual(self.ids(), ["brannoch-lumivane", "muse-spark"])

    def test_evidence_is_the_words_of_the_text_and_sqlite_tools_can_ask_for_it(self):
        self.add(articles / "muse-spark.txt")
        text = (articles / "muse-spark.txt").read_bytes()
        rows = self.ask("SELECT evidence, begin, end FROM claims")
        self.assertTrue(rows)
        for evidence, begin, end in rows:
            self.assertEqual(evidence.encode(), text[begin:end])

    def test_a_store_is_a_graph_wherever_one_is_asked_for(self):
        self.add(articles)
        built, _ = self.run_program("query", self.store, "? leads ?")
        self.assertIn("leads", built)
        self.assertIn("documents", self.run_program("stats", self.store)[0])
        self.run_program("build", self.store, "-o", self.folder / "g.graphml")
        self.run_program("neighbors", self.store, "Lumivane")

    def test_what_has_changed_takes_the_place_of_what_it_was(self):
        path = self.write("acme.txt", "Acme bought Brill Works on Friday.\n")
        self.add(path)
        before = self.exported()
        self.write("acme.txt", "Acme sued Norvane Freight on Monday.\n")
        self.assertIn("0 added, 1 changed, 0 unchanged", self.add(path))
        self.assertNotIn("Brill", self.exported())
        self.write("acme.txt", "Acme bought Brill Works on Friday.\n")
        self.add(path)
        self.assertEqual(self.exported(), before)

    def test_another_document_of_the_same_id_is_no_change_of_it(self):
        a, b = self.write("a/news.txt", "Acme bought Brill Works.\n"), self.write("b/news.txt", "Acme sued Brill Works.\n")
        self.add(a)
        err = self.add(b, code=1)
        self.assertIn('b/news.txt: the store has a document "news" already, from ', err)
        self.assertIn("give it another id with --id, or use newsgraph replace", err)
        self.add(b, "--id", "other")
        self.run_program("replace", self.store, b)
        self.assertEqual(self.ids(), ["news", "other"])
        self.assertIn("sued", self.run_program("show", self.store, "news")[0])

    def test_files_of_one_name_get_ids_by_their_folders(self):
        self.write("in/a/news.txt", "Acme bought Brill Works.\n")
        self.write("in/b/news.txt", "Acme sued Brill Works.\n")
        self.add(self.folder / "in")
        self.assertEqual(self.ids(), ["a/news", "b/news"])

    def test_folders_patterns_pages_lines_and_standard_input_are_read(self):
        self.write("in/one.txt", "Acme bought Brill Works.\n")
        self.write("in/two.md", "# News\n\nAcme sued Brill Works.\n")
        self.write("in/page.html", "<html><head><title>Acme grows | Paper</title></head><body><nav>Home Sport</nav>"
                   "<article><h1>Acme grows</h1><p>Acme bought Brill&nbsp;Works in Caf&eacute; Oslo.</p></article>"
                   "<footer>All rights reserved by The Paper</footer></body></html>")
        self.write("in/more.jsonl", '{"id": 7, "title": "T", "date": "8 April 2026", "url": "https://example.org/7", '
                   '"text": "Acme sued Norvane Freight."}\n')
        self.add(self.folder / "in")
        self.add(str(self.folder / "in" / "*.md"), "--id", "pattern")
        self.add("-", "--id", "piped", stdin=b"Norvane Freight hired Ann Lee.\n")
        self.fails("add", self.store, "-", stdin=b"Text.", says="what comes from standard input has no name; give it one with --id")
        self.fails("add", self.store, "/dev/stdin", stdin=b"Text.",
                   says="/dev/stdin: what comes through a pipe has no name of its own; give it one with --id")
        self.add("-", stdin=b'{"id": "line", "text": "Norvane Freight hired Bob Hall."}\n')
        self.assertEqual(self.ids(), ["7", "line", "one", "page", "pattern", "piped", "two"])
        self.assertEqual(self.ask("SELECT date, source FROM documents WHERE id = '7'"), [("2026-04-08", "https://example.org/7")])
        page = self.run_program("show", self.store, "page", "--text")[0]
        self.assertEqual(page, "Acme grows\n\nAcme bought Brill\u00a0Works in Café Oslo.")

    def test_claims_extracted_elsewhere_make_the_same_graph(self):
        self.add(articles / "titan.txt", articles / "muse-spark.txt")
        lines, _ = self.run_program("extract", "--open", articles / "titan.txt", articles / "muse-spark.txt")
        other = str(self.folder / "other.ng")
        self.add("--claims", self.write("claims.jsonl", lines), store=other)
        self.assertEqual(self.exported(other), self.exported())
        self.fails("show", other, "titan", "--text", says="only the claims of this document are stored")

    def test_copies_of_an_article_are_one_source(self):
        text = (articles / "brannoch-lumivane.txt").read_text()
        self.add(articles / "brannoch-lumivane.txt")
        sources = "SELECT sources, claims FROM relations WHERE NOT inferred ORDER BY head, type, tail"
        before = self.ask(sources)
        self.add(self.write("wire.txt", "By Our Reporters\n\n" + text))
        self.assertEqual(self.ask("SELECT id, copy_of FROM documents WHERE copy_of <> ''"),
                         [("wire", "brannoch-lumivane")])
        after = dict(zip(range(1000), self.ask(sources)))
        self.assertTrue(all(count == 1 for count, _ in after.values()))
        self.run_program("remove", self.store, "wire")
        self.assertEqual(self.ask(sources), before)


class Order(StoreTest):
    def test_threads_and_the_order_of_adding_make_no_difference(self):
        sentences = ["Acme Corporation bought Brill Works.", "Acme sued Norvane Freight.", "Ann Lee leads Acme.",
                     "Lee works for Acme.", "Bob Lee founded Norvane.", "Norvane Freight, known as Norvane, hired Ann Lee.",
                     "The European Test Bank (ETB) fined Acme.", "ETB sued Norvane Freight."]
        random.seed(5)
        files = [self.write(f"in/{i}.txt", " ".join(random.sample(sentences, 3)) + "\n") for i in range(12)]
        exports = set()
        for threads in [1, 2, 4]:
            store = str(self.folder / f"threads{threads}.ng")
            self.run_program("add", store, *files, "--threads", threads)
            exports.add(self.exported(store))
        for attempt in range(3):
            random.shuffle(files)
            store = str(self.folder / f"order{attempt}.ng")
            for part in (files[:5], files[5:]):
                self.run_program("add", store, *part)
            exports.add(self.exported(store))
        self.assertEqual(len(exports), 1)


class Kill(StoreTest):
    documents, kills = 200, 200

    def whole(self):
        """How many documents are there; each with all that it says."""
        if not os.path.exists(self.store):
            return 0
        try:
            database = sqlite3.connect(self.store)
            if not database.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
                return 0
            self.assertEqual(database.execute("PRAGMA quick_check").fetchall(), [("ok",)])
            self.assertEqual(database.execute("PRAGMA foreign_key_check").fetchall(), [])
            counts = database.execute("SELECT count(*) FROM claim c JOIN document d ON d.key = c.document GROUP BY d.key").fetchall()
            self.assertEqual(set(counts), {(2,)} if counts else set())
            return database.execute("SELECT count(*) FROM document").fetchone()[0]
        finally:
            database.close()

    def test_killed_at_any_moment_it_goes_on_and_nothing_is_lost(self):
        random.seed(11)
        names = [f"Company {chr(65 + i)}{chr(65 + j)}" for i in range(8) for j in range(5)]
        lines = self.write("claims.jsonl", "".join(
            extraction(f"d{i}", [(name, "organization", [name.split()[1]]) for name in random.sample(names, 3)],
                       [(0, "sues", 1), (1, "competes-with", 2)]) for i in range(self.documents)))
        command = [program, "add", self.store, "--claims", lines, "-q"]
        began = time.monotonic()
        subprocess.run(command, check=True)
        duration = time.monotonic() - began
        undisturbed = self.exported()
        finished = 0
        for _ in range(self.kills):
            if self.whole() == self.documents:
                self.assertEqual(self.exported(), undisturbed)
                finished += 1
                for ending in ["", "-wal", "-shm"]:
                    pathlib.Path(self.store + ending).unlink(missing_ok=True)
            before = self.whole()
            process = subprocess.Popen(command)
            time.sleep(random.uniform(0, duration / 3))
            process.send_signal(signal.SIGKILL)
            process.wait()
            self.assertGreaterEqual(self.whole(), before)
        subprocess.run(command, check=True)
        self.assertEqual(self.whole(), self.documents)
        self.assertEqual(self.exported(), undisturbed)


class Resolution(StoreTest):
    def entities(self):
        return [row[0] for row in self.ask("SELECT name FROM entities ORDER BY name")]

    def why(self, a, b):
        return self.run_program("why", self.store, a, b)[0]

    def test_two_persons_with_one_surname_stay_two_until_a_text_joins_them(self):
        self.add_claims(extraction("a", [("Ann Smith", "person", ["Smith"]), ("Acme", "organization", [])], [(0, "leads", 1)]),
                        extraction("b", [("Smith", "person", []), ("Norvane", "organization", [])], [(0, "leads", 1)]))
        self.assertEqual(self.entities(), ["Acme", "Ann Smith", "Norvane", "Smith"])
        self.assertIn("two entities", self.why("Smith@b", "Ann Smith"))
        self.add_claims(extraction("c", [("Ann Smith", "person", []), ("Norvane", "organization", [])], [(0, "leads", 1)]))
        self.assertEqual(self.entities(), ["Acme", "Ann Smith", "Norvane"])
        why = self.why("Smith@b", "Ann Smith")
        self.assertIn("one entity", why)
        self.assertIn("its surname, and claims relate both to “Norvane”", why)
        self.run_program("remove", self.store, "c")
        self.assertEqual(self.entities(), ["Acme", "Ann Smith", "Norvane", "Smith"])

    def test_names_join_by_alias_suffix_and_first_letters_but_not_in_a_chain(self):
        self.add_claims(extraction("a", [("Brannoch Robotics", "organization", ["Brannoch"])]),
                        extraction("b", [("Brannoch", "organization", [])]),
                        extraction("c", [("Quellin", "organization", [])]), extraction("d", [("Quellin Inc.", "organization", [])]),
                        extraction("e", [("quellin", "product", [])]))
        self.assertEqual(self.ask("SELECT name, type FROM entities ORDER BY type, name"),
                         [("Brannoch Robotics", "organization"), ("Quellin Inc.", "organization"), ("quellin", "product")])
        self.assertIn("1 document uses both names for one entity (a)", self.why("Brannoch", "Brannoch Robotics"))
        self.assertIn("the same without the legal suffix", self.why("Quellin", "Quellin Inc."))
        joined, _ = self.run_program("merge", self.store, "--dry-run")
        self.assertRegex(joined, r"Brannoch +organization +Brannoch Robotics +“Brannoch” is “Brannoch Robotics”: 1 document uses")
        rows = json.loads(self.run_program("merge", self.store, "--dry-run", "--json")[0])
        self.assertIn(("Brannoch", "Brannoch Robotics", True), [(row["name"], row["entity"], row["joined"]) for row in rows])

    def test_a_name_that_several_are_called_by_stays_alone(self):
        self.add_claims(extraction("a", [("Brannoch Robotics", "organization", ["Brannoch"])]),
                        extraction("b", [("Brannoch Foods", "organization", ["Brannoch"])]),
                        extraction("c", [("Brannoch", "organization", [])]))
        self.assertEqual(len(self.entities()), 3)
        self.assertIn("may mean several: “Brannoch Foods”, “Brannoch Robotics”", self.why("Brannoch@c", "Brannoch Foods"))

    def test_users_decide_and_change_their_minds(self):
        self.add_claims(extraction("a", [("Brannoch Robotics", "organization", []), ("Ostrefeld", "organization", [])],
                                   [(0, "sues", 1)]),
                        extraction("b", [("Norvane", "organization", []), ("Ostrefeld", "organization", [])], [(0, "sues", 1)]))
        before = self.exported()
        self.run_program("merge", self.store, "Norvane", "Brannoch Robotics")
        self.assertEqual(self.ask("SELECT claims FROM relations"), [(2,)])
        self.assertIn("a user said so", self.why("Norvane", "Brannoch Robotics"))
        self.run_program("remove", self.store, "b")  # decisions outlive documents
        self.add_claims(extraction("b", [("Norvane", "organization", []), ("Ostrefeld", "organization", [])], [(0, "sues", 1)]))
        self.assertEqual(self.ask("SELECT claims FROM relations"), [(2,)])
        self.assertIn("merge", self.run_program("merge", self.store, "--list")[0])
        (said,) = json.loads(self.run_program("merge", self.store, "--list", "--json")[0])
        self.assertEqual(said["decision"], "merge")
        self.assertEqual({said["name"].split()[0], said["other"].split()[0]}, {"Norvane", "Brannoch"})
        self.run_program("merge", self.store, "Norvane", "Brannoch Robotics", "--undo")
        self.assertEqual(self.exported(), before)
        self.run_program("split", self.store, "Ostrefeld", "--document", "b")
        self.assertEqual(self.entities().count("Ostrefeld"), 2)
        self.run_program("split", self.store, "Ostrefeld", "--document", "b", "--undo")
        self.assertEqual(self.exported(), before)
        self.fails("merge", self.store, "Norvain", "Ostrefeld", says='no entity has this name; did you mean "Norvane"?')
        self.fails("split", self.store, "Norvane", code=2, says="give two names, or one name and --document")

    def test_who_joins_a_body_and_a_person_is_told_so(self):
        self.add_claims(extraction("a", [("Norvane", "organization", []), ("Ann Lee", "person", [])], []))
        _, err = self.run_program("merge", self.store, "Norvane", "Ann Lee")
        self.assertIn("Norvane was read as organization, Ann Lee as person; if they are two, take it back with --undo", err)

    def test_a_dry_run_tells_what_would_be_joined_and_changes_nothing(self):
        claims = self.write("more.jsonl", extraction("b", [("Brannoch Robotics", "organization", ["Brannoch"])]))
        out, err = self.run_program("add", self.store, "--claims", "--dry-run", claims)
        self.assertIn("nothing is changed; there would be 1 added", err)
        self.assertFalse(os.path.exists(self.store))
        self.add_claims(extraction("a", [("Brannoch", "organization", []), ("Brannoch Foods", "organization", [])]))
        before = self.exported()
        near, _ = self.run_program("merge", self.store, "--dry-run")
        self.assertNotIn("ALIKE", near)  # document a tells them apart
        out, err = self.run_program("add", self.store, "--claims", "--dry-run", claims)
        self.assertIn("WOULD BE JOINED\n", out)
        self.assertIn("“Brannoch” is “Brannoch Robotics”: 1 document uses both names for one entity (b)", out)
        self.assertEqual(self.exported(), before)
        self.assertEqual(self.ids(), ["a"])
        self.add("--claims", claims)
        self.assertEqual(self.entities(), ["Brannoch Foods", "Brannoch Robotics"])
        self.fails("add", self.store, "--dry-run", code=2, says="INPUT: is required")

    def test_what_is_alike_but_not_joined_is_listed_with_the_reason(self):
        self.add_claims(extraction("a", [("Norvane Freight Holdings", "organization", [])]),
                        extraction("b", [("Norvane Freight", "organization", [])]))
        near, _ = self.run_program("merge", self.store, "--dry-run")
        self.assertIn("ALIKE, BUT NOT JOINED\n", near)
        self.assertIn("(its first words), but no claims relate both to the same", near)
        self.run_program("split", self.store, "Norvane Freight", "Norvane Freight Holdings")
        self.assertNotIn("ALIKE", self.run_program("merge", self.store, "--dry-run")[0])


class Namesakes(StoreTest):
    carpenter = "Nils Ferrow, a carpenter in Oslo, won the regional prize on Friday. Ferrow has built boats since 1990.\n"
    executive = "Nils Ferrow, chief executive of Acme Robotics, said the company will buy Norvane Freight.\n"

    def ferrows(self):
        return self.ask("SELECT count(*) FROM entities WHERE name = 'Nils Ferrow'")[0][0]

    def add_texts(self, **texts):
        return self.add(*[self.write(name + ".txt", text) for name, text in texts.items()])

    def test_one_full_name_with_different_work_is_two_until_a_text_joins_them(self):
        self.add_texts(a=self.carpenter, b=self.executive)
        self.assertEqual(self.ferrows(), 2)
        why, _ = self.run_program("why", self.store, "Nils Ferrow", "Nils Ferrow")
        self.assertIn("two entities: “Nils Ferrow” (person, office) and “Nils Ferrow” (person, trades)", why)
        self.assertIn("the same full name (+1), no claims relate both to the same, different work (-2)", why)
        self.assertIn("different work (-2)", self.run_program("merge", self.store, "--dry-run")[0])
        self.add_texts(c="The carpenter Nils Ferrow founded Acme Robotics in 1990.\n")
        self.assertEqual(self.ferrows(), 1)
        why, _ = self.run_program("why", self.store, "Nils Ferrow@a", "Nils Ferrow@b")
        self.assertIn("one entity", why)
        self.assertIn("claims relate both to “Acme Robotics” (+3), different work (-2)", why)
        self.run_program("remove", self.store, "c")
        self.assertEqual(self.ferrows(), 2)

    def test_json_tells_a_program_the_same(self):
        self.add_texts(a=self.carpenter, b=self.executive)
        told = json.loads(self.run_program("why", self.store, "Nils Ferrow", "Nils Ferrow", "--json")[0])
        lines, _ = self.run_program("why", self.store, "Nils Ferrow", "Nils Ferrow")
        self.assertEqual(told, [{"name": "Nils Ferrow (office)", "type": "person", "other": "Nils Ferrow (trades)",
                                 "other_type": "person", "joined": False, "because": lines.splitlines()}])
        self.fails("why", self.store, "Nils Farrow", "Oslo", "--json", says='did you mean "Nils Ferrow"?')

    def test_one_full_name_is_one_where_nothing_speaks_against_it(self):
        self.add_texts(a=self.executive, b="Nils Ferrow told reporters that he was glad.\n",
                       c="Nils Ferrow, the chairman of Brill Works, sued Norvane Freight.\n")
        self.assertEqual(self.ferrows(), 1)

    def test_a_text_that_says_nothing_of_the_person_is_of_neither_namesake(self):
        self.add_texts(a=self.carpenter, b=self.executive, c="Nils Ferrow told reporters that he was glad.\n")
        self.assertEqual(self.ferrows(), 3)
        why, _ = self.run_program("why", self.store, "Nils Ferrow@c", "Nils Ferrow@a")
        self.assertIn("may mean several: “Nils Ferrow” (person, office), “Nils Ferrow” (person, trades)", why)

    def test_who_heads_two_companies_in_one_year_is_two_but_one_over_the_years(self):
        line = lambda name, date, body: json.dumps({"id": name, "date": date, "text":
                                                    f"Nils Ferrow, chief executive of {body}, spoke on Monday."}) + "\n"
        self.add(self.write("news.jsonl", line("a", "2026-04-08", "Acme Robotics") + line("b", "2019-04-08", "Norvane Freight")))
        self.assertEqual(self.ferrows(), 1)
        self.add(self.write("more.jsonl", line("c", "2026-05-08", "Brill Works")))
        why, _ = self.run_program("why", self.store, "Nils Ferrow@c", "Nils Ferrow@a")
        self.assertIn("two entities", why)
        self.assertIn("different bodies headed at one time (-2)", why)

    def test_users_join_and_part_namesakes(self):
        self.add_texts(a=self.carpenter, b=self.executive)
        before = self.exported()
        self.fails("merge", self.store, "Nils Ferrow", "Oslo", says="several entities have this name")
        self.run_program("merge", self.store, "Nils Ferrow@a", "Nils Ferrow@b")
        self.assertEqual(self.ferrows(), 1)
        self.run_program("merge", self.store, "Nils Ferrow@a", "Nils Ferrow@b", "--undo")
        self.assertEqual(self.exported(), before)
        self.add_texts(c=self.executive.replace("Norvane Freight", "Brill Works"))
        self.assertEqual(self.ferrows(), 2)
        before = self.exported()
        self.run_program("split", self.store, "Nils Ferrow", "--document", "c")
        self.assertEqual(self.ferrows(), 3)
        self.run_program("split", self.store, "Nils Ferrow", "--document", "c", "--undo")
        self.assertEqual(self.exported(), before)


class BadInput(StoreTest):
    def setUp(self):
        super().setUp()
        self.article = self.write("acme.txt", "Acme bought Brill Works on Friday.\n")
        self.other = self.write("other.txt", "Norvane Freight sued Acme.\n")

    def test_a_locked_store_is_waited_for_then_named(self):
        self.add(self.article)
        database = sqlite3.connect(self.store, isolation_level=None)
        database.execute("BEGIN IMMEDIATE")
        self.fails("add", self.store, self.other, says="news.ng: another program is writing to this store; wait until it is done")
        self.assertIn("Acme", self.run_program("query", self.store, "? ? ?")[0])  # reading goes on
        database.execute("ROLLBACK")
        database.close()
        self.add(self.other)
        self.assertEqual(self.ids(), ["acme", "other"])

    def test_a_read_only_store_is_asked_but_not_changed(self):
        self.add(self.article)
        os.chmod(self.store, 0o444)
        os.chmod(self.folder, 0o555)
        self.addCleanup(os.chmod, self.folder, 0o755)
        if os.geteuid() == 0:
            if not shutil.which("setpriv"):
                self.skipTest("root may write everything")
            prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
            if subprocess.run([*prefix, program, "--version"], capture_output=True).returncode != 0:
                self.skipTest("no other user can run the program")
        else:
            prefix = []
        run = lambda *words: subprocess.run([*prefix, program, *words], capture_output=True, text=True)
        result = run("add", self.store, self.other)
        self.assertEqual(result.returncode, 1)
        self.assertIn("news.ng: the store can't be written to; check the permissions of the file and its folder", result.stderr)
        self.assertIn("Acme", run("list", self.store).stdout + run("query", self.store, "? ? ?").stdout)
        os.chmod(self.folder, 0o755)
        self.assertEqual(self.ids(), ["acme"])

    def test_a_truncated_store_is_noticed_and_left_as_it_is(self):
        self.add(articles)
        content = pathlib.Path(self.store).read_bytes()
        for size in [50, 5000, len(content) // 2]:
            pathlib.Path(self.store).write_bytes(content[:size])
            for command in [["add", self.store, self.article], ["list", self.store], ["remove", self.store, "titan"]]:
                self.fails(*command, says="news.ng: the store is cut off: its end is missing; restore a copy")
            self.assertEqual(pathlib.Path(self.store).read_bytes(), content[:size])

    def test_damaged_pages_are_an_error_not_a_crash(self):
        self.add(articles)
        content = bytearray(pathlib.Path(self.store).read_bytes())
        content[8192:] = b"\xa5" * (len(content) - 8192)
        pathlib.Path(self.store).write_bytes(content)
        self.fails("query", self.store, "? ? ?", says="news.ng: the store is damaged; restore a copy")

    def test_other_files_are_not_taken_for_stores_nor_changed(self):
        database = sqlite3.connect(self.folder / "other.db")
        database.execute("CREATE TABLE mine (x)")
        database.commit()
        database.close()
        for name, says in [("other.db", "is a database of another program"), ("acme.txt", "is no newsgraph store")]:
            path = self.folder / name
            content = path.read_bytes()
            self.fails("add", path, self.other, says=f"{name}: {says}; name a file that newsgraph add made")
            self.assertEqual(path.read_bytes(), content)
        self.fails("add", self.folder, self.other, says="is a folder, no store")
        self.fails("list", self.folder / "none.ng", says="none.ng: there is no such store")

    def test_a_newer_store_is_refused_by_its_version(self):
        self.add(self.article)
        database = sqlite3.connect(self.store)
        database.execute("PRAGMA user_version = 99")
        database.commit()
        database.close()
        for command in [["add", self.store, self.other], ["list", self.store], ["query", self.store, "? ? ?"]]:
            self.fails(*command, says="was written by a newer newsgraph: its schema is version 99")
        self.assertEqual(self.ask("SELECT id FROM document"), [("acme",)])

    def test_an_older_store_is_brought_up_to_date_by_adding(self):
        database = sqlite3.connect(self.store)
        database.executescript((root / "tests" / "graph" / "store" / "schema_1.sql").read_text())
        database.execute("PRAGMA application_id = 1852143475")
        database.execute("PRAGMA user_version = 1")
        database.close()
        self.fails("list", self.store, says=f"was written by an older newsgraph; bring it up to date with newsgraph add {self.store}")
        self.assertIn("is up to date", self.add())
        self.add(self.article)
        self.assertIn("acme", self.run_program("list", self.store)[0])
        self.fails("add", self.folder / "none.ng", code=2, says="INPUT: is required")
        self.fails("replace", self.store, code=2, says="INPUT: is required")

    def test_on_a_full_disk_what_was_added_stays(self):
        lines = self.write("claims.jsonl", "".join(
            extraction(f"d{i}", [(f"Company {i} {k}", "organization", []) for k in range(9)],
                       [(0, "sues", k) for k in range(1, 9)]) for i in range(400)))
        disk = self.folder / "disk"
        disk.mkdir()
        script = ('mount -t tmpfs -o size=900k tmpfs "$1" || exit 77; "$2" add "$1/news.ng" --claims "$3"; code=$?; '
                  'cp "$1"/news.ng* "$4"; exit $code')
        kept = self.folder / "kept"
        kept.mkdir()
        if shutil.which("unshare"):
            result = subprocess.run(["unshare", "-rm", "sh", "-c", script, "sh", disk, program, lines, kept],
                                    capture_output=True, text=True)
        if not shutil.which("unshare") or result.returncode == 77 or "unshare" in result.stderr:
            # No disk of one's own: a limit on the size of files does nearly the same.
            def limit():
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, 900_000))
            result = subprocess.run([program, "add", kept / "news.ng", "--claims", lines], preexec_fn=limit,
                                    capture_output=True, text=True)
            says = "news.ng: can't be read or written: disk I/O error; check the disk"
        else:
            says = "news.ng: the disk is full; the last document was not added; make room; adding goes on where it stopped"
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn(says, result.stderr)
        store = str(kept / "news.ng")
        count = self.ask("SELECT count(*) FROM document", store)[0][0]
        self.assertGreater(count, 0)
        self.assertEqual(self.ask("SELECT count(*) FROM claim", store), [(8 * count,)])
        self.assertIn(f"{400 - count} added, 0 changed, {count} unchanged", self.add("--claims", lines, store=store))

    def test_broken_lines_are_named_and_the_others_added(self):
        path = self.write("news.jsonl", '{"id": "one", "text": "Acme bought Brill Works."}\n\n{"id": "two", "text"\n'
                          '{"id": "three"}\n["four"]\n{"id": "five", "text": 5.5}\n{"id": "six", "text": "Acme sued Brill Works."}')
        err = self.add(path)
        self.assertIn("news.jsonl:3: is no JSON: ", err)
        self.assertIn('news.jsonl:4: field "text" is missing; each line needs "id" and "text"', err)
        self.assertIn('news.jsonl:5: is no JSON object; each line needs "id" and "text"', err)
        self.assertIn('news.jsonl:6: field "text" is no text; each line needs "id" and "text"', err)
        self.assertEqual(self.ids(), ["one", "six"])
        self.fails("add", self.store, path, "--strict", says="4 could not be read; see above")
        claims = self.write("claims.jsonl", extraction("a", [("Acme", "organization", [])]) + "{\n" +
                            extraction("b", [("Acme", "organization", [])], [(0, "sues", 7)]))
        err = self.add("--claims", claims)
        self.assertIn("claims.jsonl:2: is no JSON", err)
        self.assertIn("claims.jsonl:3: claims[0].tail: there is no entity \"e7\"", err)
        self.assertEqual(self.ids(), ["a", "one", "six"])

    def test_a_page_of_a_million_nested_tags_is_refused_at_once(self):
        page = self.write("deep.html", "<html><body>" + "<div>" * 1_000_000 + "Acme bought Brill." + "</b>" * 1_000_000)
        began = time.monotonic()
        err = self.add(page, self.article)
        self.assertLess(time.monotonic() - began, 60)
        self.assertIn("deep.html: its tags are nested more than 1000 deep; save the article as text", err)
        self.assertEqual(self.ids(), ["acme"])

    def test_a_folder_with_a_loop_of_links_is_read_once(self):
        self.write("in/sub/a.txt", "Acme bought Brill Works.\n")
        os.symlink("..", self.folder / "in" / "sub" / "up")
        err = self.add(self.folder / "in")
        self.assertIn("up: leads to a folder that is read already", err)
        self.assertEqual(self.ids(), ["sub/a"])


if __name__ == "__main__":
    program = os.path.abspath(sys.argv.pop(1))
    unittest.main()
