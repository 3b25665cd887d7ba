#!/usr/bin/env python3
"""Asking graphs and stores through the program: joined patterns, filters, conflicts, algorithms, SQL.

    query_test.py PROGRAM [TEST...]

Stores are made by newsgraph-make-store, which is built beside this test's program.
"""
import csv
import io
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import program_test  # noqa: E402
from program_test import ProgramTest  # noqa: E402

story = program_test.articles / "harbour-story"


class StoryTest(ProgramTest):
    """Asks the graph of six articles of one story, built once."""
    folder_of_class = None

    def graph_of_story(self):
        path = pathlib.Path(program_test.program).parent / "tests" / "harbour-story.json"
        if StoryTest.folder_of_class is None:
            self.run_program("-q", "build", story, "-o", path)
            StoryTest.folder_of_class = path
        return path

    def ask(self, *words, command="query"):
        return json.loads(self.run_program("-q", command, self.graph_of_story(), *words, "--format", "json")[0])


class Patterns(StoryTest):
    def test_a_variable_joins_patterns(self):
        rows = self.ask("?org develops ?m:model . ?m outperforms-on ?rival")
        self.assertEqual([(row["org"], row["m"], row["rival"]) for row in rows], [("Tidewatch", "Ebb", "Riptide")])
        self.assertEqual(rows[0]["modality"], "asserted")

    def test_variables_are_the_columns_of_every_format(self):
        words = ["?org develops ?m . ?m outperforms-on ?rival"]
        for form, separator in [("tsv", "\t"), ("csv", ",")]:
            out, _ = self.run_program("query", self.graph_of_story(), *words, "--format", form)
            rows = list(csv.reader(io.StringIO(out), delimiter=separator))
            self.assertEqual(rows[0], ["org", "m", "rival", "Modality", "Sources"])
            self.assertEqual(rows[1][:3], ["Tidewatch", "Ebb", "Riptide"])
        out, _ = self.run_program("query", self.graph_of_story(), *words)
        self.assertEqual(out.splitlines()[0].split(), ["org", "m", "rival", "Modality", "Sources"])

    def test_evidence_of_a_joined_row_is_that_of_all_its_relations(self):
        row = self.ask("?org develops ?m . ?m outperforms-on ?", "--evidence")[0]
        self.assertEqual([relation["type"] for relation in row["relations"]], ["develops", "outperforms-on"])
        for relation in row["relations"]:
            for evidence in relation["evidence"]:
                text = (story / (evidence["document"] + ".txt")).read_bytes()
                self.assertEqual(text[evidence["begin"]:evidence["end"]].decode(), evidence["text"])

    def test_a_relation_type_can_be_what_is_looked_for(self):
        self.assertEqual({row["how"] for row in self.ask('"Corvane Shipping" ?how Tidewatch')}, {"acquires"})

    def test_names_are_found_as_people_type_them(self):
        self.assertEqual(len(self.ask("the tidewatch's develops ?m")), len(self.ask("Tidewatch develops ?m")))
        self.fails("query", self.graph_of_story(), "Tidewach develops ?m", code=1, says='did you mean "Tidewatch"?')

    def test_broken_patterns_are_told(self):
        for pattern, says in [
                ("?a develops ?b . ?c develops ?d", "its parts have no variable in common"),
                ("?a develops ?b .", 'there is nothing before or after a "."'),
                ("?a ?b ?c . ?c develops ?b", "stands for an entity in one place and for a relation type in another"),
                ("?a develops ?b:modle", 'entity type "modle": nothing here has it; did you mean "model"?'),
                ("?a develop ?b", 'relation type "develop" is not known; did you mean "develops"?'),
                ("?modality develops ?b", "is the name of a column"),
                ('"Tidewatch develops ?m', "a quotation mark is not closed")]:
            self.fails("query", self.graph_of_story(), pattern, code=2, says=says)


class Filters(StoryTest):
    def test_documents_are_chosen_by_date_and_id(self):
        prices = [self.ask("? acquires ?", "--document", name)[0]["qualifiers"]["amount"]
                  for name in ["1-tidewatch-deal", "2-price-of-tidewatch"]]
        self.assertEqual(prices, [["$420 million"], ["$510 million"]])
        self.assertEqual(len(self.ask("? releases-weights ?", "--until", "2026-05-05")), 0)
        self.assertEqual(self.ask("? releases-weights ?", "--since", "2026-05-07")[0]["modality"], "negated")

    def test_programs_get_the_normal_forms_of_dates_and_amounts(self):
        for row in self.ask("? acquires ?", "--document", "1-tidewatch-deal"):
            self.assertEqual(row["normalized"]["amount"], ["420000000 USD"])
        out, _ = self.run_program("query", self.graph_of_story(), "? acquires ?", "--document", "1-tidewatch-deal", "-f", "csv")
        row = next(csv.DictReader(io.StringIO(out)))
        self.assertIn("amount: 420000000 USD", row["Normalized"])
        self.assertNotIn("Normalized", self.run_program("query", self.graph_of_story(), "? acquires ?")[0])

    def test_sources_are_counted(self):
        rows = self.ask("? acquires ?", "--min-sources", "2")
        self.assertEqual([row["sources"] for row in rows], [4])
        self.assertEqual(self.ask("? acquires ?", "--min-sources", "5"), [])

    def test_rows_are_sorted_and_cut(self):
        names = [row["head"] for row in self.ask("? ? ?", "--sort", "head", "--limit", "3")]
        self.assertEqual(names, sorted(names))
        most = self.ask("? ? ?", "--sort", "sources", "--descending", "--limit", "1")
        self.assertEqual(most[0]["sources"], max(row["sources"] for row in self.ask("? ? ?")))
        rows = self.ask("?who develops ?what", "--sort", "what")
        self.assertEqual([row["what"] for row in rows], sorted(row["what"] for row in rows))

    def test_what_options_cannot_mean_is_told(self):
        graph = self.graph_of_story()
        self.fails("query", graph, "? ? ?", "--since", "tomorrow", code=2,
                   says='--since: "tomorrow" is no date; write e.g. 2026, 2026-04 or 2026-04-08')
        self.fails("query", graph, "? ? ?", "--until", "2026-02-30", code=2, says="is no date")
        self.fails("query", graph, "? ? ?", "--document", "1-tidewatch", code=1, says='did you mean "1-tidewatch-deal"?')
        self.fails("query", graph, "? ? ?", "--type", "aquires", code=2, says='did you mean "acquires"?')
        self.fails("query", graph, "? ? ?", "--sort", "price", code=2,
                   says='--sort: "price" is no column here; choose head, relation, tail, modality or sources')
        self.fails("query", graph, "? ? ?", "--descending", code=2, says="--descending: needs a column")
        self.fails("query", graph, "? ? ?", "--min-sources", "0", code=2, says="--min-sources")


class Conflicts(StoryTest):
    def test_the_story_has_exactly_three(self):
        found = self.ask(command="conflicts")
        self.assertEqual([(row["outcome"], row["kind"], row["about"]) for row in found], [
            ("conflict", "negated", "Tidewatch releases-weights Ebb"),
            ("conflict", "single", "? leads Corvane Shipping (chief executive)"),
            ("conflict", "qualifier", "Corvane Shipping acquires Tidewatch: amount")])

    def test_each_side_has_its_words_their_place_and_date(self):
        for conflict in self.ask(command="conflicts"):
            self.assertEqual(len(conflict["sides"]), 2)
            for claim in [claim for side in conflict["sides"] for claim in side["claims"]]:
                evidence = claim["evidence"]
                text = (story / (evidence["document"] + ".txt")).read_bytes()
                self.assertEqual(text[evidence["begin"]:evidence["end"]].decode(), evidence["text"])
                self.assertRegex(claim["date"], r"^2026-05-0\d$")
                self.assertIn(evidence["document"], claim["source"])

    def test_a_pattern_and_documents_choose_among_them(self):
        self.assertEqual([row["kind"] for row in self.ask("? leads ?", command="conflicts")], ["single"])
        self.assertEqual(self.ask("--until", "2026-05-04", command="conflicts")[0]["kind"], "single")
        self.assertEqual(self.ask("--type", "founded", command="conflicts"), [])

    def test_people_see_a_table_and_programs_a_row_a_claim(self):
        out, _ = self.run_program("conflicts", self.graph_of_story())
        self.assertEqual(out.splitlines()[0].split(), ["Outcome", "About", "Side", "Modality", "Document", "Date"])
        self.assertEqual(out.count("\nconflict "), 3)
        out, _ = self.run_program("conflicts", self.graph_of_story(), "--format", "csv")
        rows = list(csv.DictReader(io.StringIO(out)))
        self.assertEqual({row["Side"] for row in rows},
                         {"$420 million", "$510 million", "asserted", "negated", "Orla Fennick", "Marit Solheim"})

    def test_an_ontology_that_says_otherwise_finds_otherwise(self):
        ontology = self.write("own.json", json.dumps({
            "extends": str(program_test.root / "data/ontology/news.json"),
            "relation_types": [{"name": "develops", "single": [{"part": "tail"}]}]}))
        found = self.ask("--ontology", ontology, command="conflicts")
        self.assertIn("Tidewatch develops ?", [row["about"] for row in found])
        self.fails("conflicts", self.graph_of_story(), "--ontology", self.folder / "none.json", code=1, says="none.json")
        broken = self.write("broken.json", '{"extends": "%s",\n"relation_types": [{"name": "develops",\n"single": [{}]}]}'
                            % (program_test.root / "data/ontology/news.json"))
        self.fails("conflicts", self.graph_of_story(), "--ontology", broken, code=1, says="broken.json:3: either")

    def test_one_article_does_not_contradict_itself(self):
        for article in sorted(story.glob("*.txt")):
            out, err = self.run_program("conflicts", article, "--format", "tsv")
            self.assertEqual(len(out.splitlines()), 1, out)
            self.assertEqual(err, "nothing contradicts\n")


class Algorithms(StoryTest):
    def test_a_timeline_goes_forward(self):
        rows = self.ask("Tidewatch", "--evidence", command="timeline")
        dates = [row["date"] for row in rows]
        self.assertEqual(dates, sorted(dates))
        self.assertEqual(rows[0]["date"], "2015")  # the text's own date, not the document's
        self.assertEqual(rows[0]["document_date"], "2026-05-04")
        bought = self.ask("Tidewatch", "--type", "acquires", command="timeline")
        self.assertEqual({row["document"] for row in bought},
                         {"1-tidewatch-deal", "2-price-of-tidewatch", "3-new-chief", "6-harbour-week"})

    def test_a_timeline_that_the_filters_empty_says_so(self):
        out, err = self.run_program("timeline", self.graph_of_story(), "Tidewatch", "--since", "2031")
        self.assertEqual(len(out.splitlines()), 1)
        self.assertRegex(err, r'nothing that is said of "Tidewatch" passes the filters; \d+ would without')

    def test_rank_shows_what_relations_lead_to(self):
        rows = self.ask("--limit", "5", command="rank")
        self.assertEqual(len(rows), 5)
        self.assertGreaterEqual(rows[0]["page_rank"], rows[-1]["page_rank"])
        by_degree = self.ask("--by", "degree", command="rank")
        self.assertEqual(by_degree[0]["name"], "Tidewatch")
        self.assertEqual({row["type"] for row in self.ask("--entity-type", "person", command="rank")}, {"person"})

    def test_communities_take_in_every_entity_that_has_relations(self):
        rows = self.ask("--min-size", "1", command="communities")
        ends = {row[end] for row in self.ask("? ? ?") for end in ["head", "tail"]}
        self.assertEqual({row["name"] for row in rows}, ends)
        sizes = [row["size"] for row in rows]
        self.assertEqual(sizes, sorted(sizes, reverse=True))

    def test_diff_tells_what_was_added_removed_and_changed(self):
        before = self.write("before.json", json.dumps(program_test.graph_json))
        changed = json.loads(json.dumps(program_test.graph_json))
        changed["edges"][3]["modality"] = changed["edges"][3]["claims"][0]["modality"] = "asserted"
        changed["edges"].pop(0)
        after = self.write("after.json", json.dumps(changed))
        rows = [{name: row[name] for name in ["change", "what", "name", "before", "after"]}
                for row in json.loads(self.run_program("diff", before, after, "--format", "json")[0])]
        self.assertIn({"change": "removed", "what": "relation", "name": "Zoë Ångström leads Acme", "before": "asserted",
                       "after": None}, rows)
        self.assertIn({"change": "changed", "what": "relation", "name": "Acme acquires Beta Works", "before": "negated",
                       "after": "asserted"}, rows)
        self.assertEqual({row["what"] for row in rows}, {"relation", "claim"})
        out, err = self.run_program("diff", before, before)
        self.assertEqual(err, "both hold the same\n")

    def test_unknown_names_are_told(self):
        self.fails("timeline", self.graph_of_story(), "Tidewach", code=1, says='did you mean "Tidewatch"?')
        self.fails("path", self.graph_of_story(), "Tidewatch", "Riptid", code=1, says='did you mean "Riptide"?')


class Sql(StoryTest):
    def test_views_answer_in_every_format(self):
        statement = "SELECT type, count(*) AS n, 0.5 AS half, NULL AS none FROM relations WHERE type = 'acquires'"
        self.assertEqual(self.ask(statement, command="sql"), [{"type": "acquires", "n": 1, "half": 0.5, "none": None}])
        out, _ = self.run_program("sql", self.graph_of_story(), statement, "--format", "csv")
        self.assertEqual(out, "type,n,half,none\r\nacquires,1,0.5,\r\n")

    def test_nothing_can_be_changed(self):
        graph = self.graph_of_story()
        for statement in ["DELETE FROM document", "UPDATE entity SET name = 'x'", "PRAGMA writable_schema = 1",
                          f"ATTACH '{self.folder}/x' AS x", "DROP VIEW claims"]:
            self.fails("sql", graph, statement, code=1, says="this statement does more than read; write one statement")
        self.fails("sql", graph, "SELECT 1; DROP TABLE claim", code=1, says="these are several statements")
        self.fails("sql", graph, "SELECT x FROM claims", code=1, says="sql: no such column: x")
        self.fails("sql", graph, "", code=1, says="there is no statement")
        self.assertFalse((self.folder / "x").exists())


class Stores(ProgramTest):
    def store(self, relations=300):
        path = self.folder / "news.ng"
        maker = pathlib.Path(program_test.program).parent / "tests" / "newsgraph-make-store"
        subprocess.run([maker, path, str(relations)], check=True)
        return path

    def test_every_command_reads_a_store(self):
        store = self.store()
        rows = json.loads(self.run_program("query", store, "? ? ?", "--format", "json")[0])
        self.assertGreaterEqual(len(rows), 290)
        head, tail = rows[0]["head"], rows[0]["tail"]
        for words in [["neighbors", head], ["path", head, tail], ["timeline", head], ["rank"], ["communities"], ["stats"],
                      ["conflicts"], ["sql", "SELECT * FROM relations"]]:
            out, _ = self.run_program(words[0], store, *words[1:])
            self.assertGreater(len(out.splitlines()), 1, words)
        self.assertEqual(self.run_program("diff", store, store)[1], "both hold the same\n")
        self.run_program("draw", store, "--top", "5", "-o", self.folder / "x.svg")

    def test_a_store_and_its_json_give_the_same_relations(self):
        store = self.store()
        sql = "SELECT head, type, tail FROM relations ORDER BY 1, 2, 3"
        self.assertEqual(self.run_program("sql", store, sql, "-f", "csv")[0].count("\n"),
                         1 + len(json.loads(self.run_program("query", store, "? ? ?", "-f", "json")[0])))

    def test_reading_changes_nothing(self):
        store = self.store()
        before = store.read_bytes()
        self.run_program("query", store, "? ? ?")
        self.fails("sql", store, "DELETE FROM claim", code=1, says="does more than read")
        self.assertEqual(store.read_bytes(), before)

    def test_a_store_that_is_written_to_can_be_read(self):
        store = self.store()
        connection = sqlite3.connect(store, isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM qualifier")
        out, _ = self.run_program("query", store, "? acquires ?")
        self.assertIn("amount: ", out)
        connection.execute("ROLLBACK")
        connection.close()

    def test_a_store_that_is_locked_foreign_or_broken_is_told(self):
        store = self.store()
        connection = sqlite3.connect(store, isolation_level=None)
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN EXCLUSIVE")
        self.fails("query", store, "? ? ?", code=1, says="another program is writing to this store; wait until it is done")
        connection.execute("ROLLBACK")
        connection.close()
        foreign = self.folder / "foreign.db"
        with sqlite3.connect(foreign) as other:
            other.execute("CREATE TABLE t (a)")
        self.fails("query", foreign, "? ? ?", code=1, says="is a database of another program")
        whole = store.read_bytes()
        store.write_bytes(whole[:len(whole) // 2])
        self.fails("query", store, "? ? ?", code=1, says="the store is cut off")


if __name__ == "__main__":
    program_test.program = os.path.abspath(sys.argv.pop(1))
    unittest.main()
