#!/usr/bin/env python3
"""The program newsgraph as users run it: every command, every format, and what goes wrong.

    program_test.py PROGRAM [TEST...]
"""
import json
import os
import pathlib
import pty
import re
import resource
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import unittest
import xml.etree.ElementTree

root = pathlib.Path(__file__).resolve().parents[2]
articles = root / "data" / "articles"
program = None

# A graph that no change of the extraction changes.
graph_json = {
    "nodes": [
        {"id": "e0", "label": "Acme", "type": "organization", "aliases": ["Acme Corporation"], "mentions": 5},
        {"id": "e1", "label": "Zoë Ångström", "type": "person", "aliases": ["Ångström"], "mentions": 3},
        {"id": "e2", "label": "Beta Works", "type": "organization", "aliases": [], "mentions": 2},
        {"id": "e3", "label": "東京モデル", "type": "model", "aliases": [], "mentions": 1},
        {"id": "e4", "label": "Lima", "type": "place", "aliases": [], "mentions": 1},
    ],
    "edges": [],
    "documents": [{"id": "news", "title": "Acme grows", "date": "2026-04-08", "source": "news.txt"}],
}


def add_edge(source, kind, target, modality="asserted", text="They said so.", **more):
    claim = {"modality": modality, "attributed_to": more.get("attributed_to"), "qualifiers": more.get("qualifiers", {}),
             "evidence": {"document": "news", "begin": 10, "end": 10 + len(text.encode()), "text": text}}
    graph_json["edges"].append(
        {"source": source, "target": target, "type": kind, "open": more.get("open", False), "inferred": False,
         "modality": modality, "attributed_to": more.get("attributed_to"), "qualifiers": more.get("qualifiers", {}),
         "claims": [claim]})


add_edge("e1", "leads", "e0", qualifiers={"role": ["chief executive"]})
add_edge("e0", "competes-with", "e2", "reported", text="Acme is said to rival Beta Works.")
add_edge("e0", "releases", "e3", "claimed", attributed_to="Acme", qualifiers={"date": ["on Friday"]})
add_edge("e0", "acquires", "e2", "negated")
add_edge("e2", "shake_up", "e3", open=True)


class ProgramTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def graph(self):
        return self.write("graph.json", json.dumps(graph_json))

    def run_program(self, *arguments, code=0, stdin=b"", env=None):
        """Standard output and error, as text; the exit code must be `code`."""
        result = subprocess.run([program, *map(str, arguments)], input=stdin, capture_output=True, timeout=300,
                                env={**os.environ, "COLUMNS": "", **(env or {})})
        self.assertEqual(result.returncode, code, f"newsgraph {arguments}:\n{result.stderr.decode()}")
        return result.stdout.decode(), result.stderr.decode()

    def fails(self, *arguments, code, says, stdin=b""):
        out, err = self.run_program(*arguments, code=code, stdin=stdin)
        self.assertEqual(out, "")
        self.assertIn(says, err)
        self.assertEqual(err.count("\n"), len(err.splitlines()))
        return err


class Help(ProgramTest):
    commands = ["build", "query", "explain", "neighbors", "path", "timeline", "conflicts", "rank", "communities",
                "diff", "sql", "stats", "draw", "view", "demo", "export", "annotate", "extract", "completion", "add", "replace", "remove",
                "list", "show", "why", "merge", "split"]

    def test_without_arguments_it_shows_what_to_do_first(self):
        out, err = self.run_program()
        self.assertIn("First steps:", out)
        self.assertEqual(err, "")

    def test_help_shows_every_command_and_their_help_shows_examples(self):
        out, _ = self.run_program("--help")
        for command in self.commands:
            self.assertIn(f"\n  {command} ", out)
            self.assertIn("Examples:\n  newsgraph " if command != "completion" else "Examples:\n",
                          self.run_program(command, "--help")[0])

    def test_it_tells_its_version(self):
        self.assertRegex(self.run_program("--version")[0], r"^newsgraph \d+\.\d+\.\d+\n$")

    def test_wrong_usage_is_exit_code_2(self):
        self.fails("bild", code=2, says='newsgraph: "bild" is no command; did you mean "build"?')
        self.fails("--wrong", code=2, says="--wrong")
        self.fails("build", code=2, says="newsgraph build: INPUT is required; see newsgraph build --help")
        self.fails("build", "x.txt", "--format", "gml", code=2,
                   says='--format: "gml" is not known; choose graphml, dot, json, gexf, csv-nodes, ')

    def test_completions_are_scripts_that_the_shells_read(self):
        for shell in ["bash", "zsh"]:
            script, _ = self.run_program("completion", shell)
            for command in self.commands:
                self.assertIn(command, script)
            if shutil.which(shell):
                subprocess.run([shell, "-n"], input=script.encode(), check=True)
        self.fails("completion", "fish", code=2, says='SHELL: "fish" is not known; choose bash or zsh')

    def complete(self, *words):
        script = ('source <("$1" completion bash); shift; COMP_WORDS=(newsgraph "$@"); COMP_CWORD=$#; _newsgraph; '
                  'printf "%s\\n" "${COMPREPLY[@]}"')
        return subprocess.run(["bash", "-c", script, "bash", program, *words], capture_output=True, check=True,
                              cwd=self.folder).stdout.decode().split()

    def test_bash_completes_commands_options_choices_and_files(self):
        self.write("article.txt", "x")
        self.assertEqual(self.complete("bu"), ["build"])
        self.assertIn("--strict", self.complete("build", "--s"))
        self.assertEqual(self.complete("build", "--format", "g"), ["graphml", "gexf"])
        self.assertEqual(self.complete("build", "art"), ["article.txt"])
        self.assertEqual(self.complete("completion", "z"), ["zsh"])

    def test_the_man_page_has_no_warnings(self):
        page = self.write("newsgraph.1", self.run_program("manual")[0])
        for command in self.commands:
            self.assertIn(f".SS newsgraph {command}", pathlib.Path(page).read_text())
        if shutil.which("groff"):
            result = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z", page], capture_output=True, check=True)
            self.assertEqual(result.stderr.decode(), "")


class Build(ProgramTest):
    article = articles / "muse-spark.txt"

    def test_an_article_is_not_written_over(self):
        path = self.write("self.json", "Acme bought Brill in 2022.\n")
        self.fails("build", path, "-o", path, code=2, says="is an input; write the graph to another file")
        self.assertEqual(pathlib.Path(path).read_text(), "Acme bought Brill in 2022.\n")

    def test_the_graph_goes_to_standard_output_as_json_if_nothing_else_is_said(self):
        out, err = self.run_program("build", self.article)
        self.assertTrue(json.loads(out)["edges"])
        self.assertEqual(err, "")

    def test_each_output_has_the_format_of_its_ending(self):
        outputs = [self.folder / name for name in ["g.json", "g.graphml", "g.dot", "h.GV", "h.xml"]]
        out, _ = self.run_program("build", self.article, *[word for path in outputs for word in ["-o", path]])
        self.assertEqual(out, "")
        json.loads(outputs[0].read_text())
        self.assertTrue(xml.etree.ElementTree.parse(outputs[1]).getroot().tag.endswith("graphml"))
        self.assertTrue(outputs[2].read_text().startswith("digraph"))
        self.assertEqual(outputs[2].read_bytes(), outputs[3].read_bytes())
        self.assertEqual(outputs[1].read_bytes(), outputs[4].read_bytes())

    def test_format_tells_what_no_ending_tells(self):
        self.assertTrue(self.run_program("build", self.article, "--format", "dot", "-o", "-")[0].startswith("digraph"))
        self.run_program("build", self.article, "--format", "graphml", "-o", self.folder / "graph")
        self.assertIn(b"<graphml", (self.folder / "graph").read_bytes())
        self.fails("build", self.article, "-o", self.folder / "g.gml", code=2,
                   says="g.gml: its ending tells no format of graphs; ")

    def test_standard_input_and_folders_are_read(self):
        out, _ = self.run_program("build", "-", "--id", "spark", stdin=self.article.read_bytes())
        self.assertEqual([d["id"] for d in json.loads(out)["documents"]], ["spark"])
        out, _ = self.run_program("build", articles)
        self.assertEqual([d["id"] for d in json.loads(out)["documents"]], [p.relative_to(articles).with_suffix("").as_posix() for p in sorted(articles.rglob("*.txt"))])

    def test_files_of_one_name_have_ids_of_their_own_and_a_file_named_twice_is_read_once(self):
        a, b = self.write("a/news.txt", "Acme bought Beta Works."), self.write("b/news.txt", "Acme sued Beta Works.")
        out, err = self.run_program("build", a, b, a)
        self.assertEqual([d["id"] for d in json.loads(out)["documents"]], [a[:-4], b[:-4]])
        self.assertIn("is named twice", err)

    def test_the_date_is_for_articles_that_state_none(self):
        dated = self.write("dated.txt", "Acme grows\n\nPublished: 8 April 2026\n\nAcme bought Beta Works.\n")
        plain = self.write("plain.txt", "Acme bought Beta Works.\n")
        out, _ = self.run_program("build", dated, plain, "--date", "9 April 2026")
        self.assertEqual([d["date"] for d in json.loads(out)["documents"]], ["2026-04-08", "2026-04-09"])
        self.fails("build", plain, "--date", "soon", code=2, says='--date: "soon" is no date; write it as 2026-04-08')

    def test_articles_that_cannot_be_read_are_named_and_left_out(self):
        good = self.write("in/good.txt", "Acme bought Beta Works on Friday.")
        self.write("in/binary.txt", b"\x00\x01")
        self.write("in/latin.txt", b"Caf\xe9")
        self.write("in/empty.txt", b"")
        out, err = self.run_program("build", self.folder / "in", self.folder / "missing.txt")
        self.assertEqual([d["id"] for d in json.loads(out)["documents"]], ["good"])
        for says in ["binary.txt: is binary: there is a zero byte at byte 0 (line 1);",
                     "latin.txt: byte 3 (line 1) is not UTF-8: 0xE9;", "empty.txt: is empty;",
                     "missing.txt: there is no such file; check the path"]:
            self.assertIn(says, err)
        self.fails("build", self.folder / "in", "--strict", code=1, says="3 of the articles could not be read")
        self.run_program("build", good, "--strict")

    def test_a_name_that_a_terminal_would_obey_is_shown_harmlessly(self):
        self.fails("build", "{}\x1b[31m.txt", code=1, says="{}\ufffd[31m.txt: there is no such file")

    def test_an_article_may_come_through_a_pipe_of_its_own(self):
        # What a shell makes of `newsgraph build <(pandoc report.odt)`. A graph or a store can't be told from an
        # article there before it is read.
        out, _ = self.run_program("build", "/dev/stdin", stdin=b"Acme acquired Brill Works in 2019.")
        self.assertEqual([edge["type"] for edge in json.loads(out)["edges"]], ["acquires"])
        self.fails("query", "/dev/stdin", "acquires", code=1, stdin=out.encode(),
                   says="/dev/stdin: is a pipe or device, which can't be looked at before it is read; give - instead")

    def test_if_no_article_can_be_read_it_fails(self):
        (self.folder / "empty").mkdir()
        self.fails("build", self.folder / "empty", code=1, says="empty: there are no articles in this folder;")
        self.fails("build", self.folder / "none.txt", code=1, says="no article could be read")
        self.fails("build", "-", code=1, says="stdin: is empty")

    def test_an_endless_file_is_refused(self):
        self.fails("build", "/dev/zero", code=1, says="/dev/zero: is binary")

    def test_what_cannot_be_written_is_told(self):
        self.fails("build", self.article, "-o", self.folder / "no" / "g.json", code=1,
                   says="g.json: can't be written: No such file or directory; make the folder first")
        self.fails("build", self.article, "-o", "/dev/full", "--format", "json", code=1,
                   says="/dev/full: can't be written: No space left on device")
        with open("/dev/full", "wb") as full:
            result = subprocess.run([program, "build", self.article], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"standard output: can't be written: No space left on device", result.stderr)

    def test_a_failure_leaves_the_output_of_before(self):
        output = self.write("g.json", "before")
        self.fails("build", self.folder / "missing.txt", "-o", output, code=1, says="missing.txt")
        self.assertEqual(pathlib.Path(output).read_text(), "before")
        self.assertEqual([p.name for p in self.folder.iterdir()], ["g.json"])

    def test_open_relations_are_there_on_request(self):
        typed = json.loads(self.run_program("build", self.article)[0])["edges"]
        every = json.loads(self.run_program("build", self.article, "--open")[0])["edges"]
        self.assertFalse(any(edge["open"] for edge in typed))
        self.assertTrue(any(edge["open"] for edge in every))

    def test_evidence_is_the_bytes_of_the_document(self):
        shared = root.parent / "shared"
        files = sorted(articles.glob("*.txt")) + sorted(shared.glob("seed/*.txt")) + sorted(shared.glob("gold/dev/*.txt"))
        claims = 0
        for file in files:
            text = file.read_bytes().removeprefix(b"\xef\xbb\xbf")
            for edge in json.loads(self.run_program("build", file, "--open")[0])["edges"]:
                self.assertTrue(edge["claims"])
                for claim in edge["claims"]:
                    evidence = claim["evidence"]
                    self.assertEqual(text[evidence["begin"]:evidence["end"]].decode(), evidence["text"])
                    self.assertTrue(evidence["text"])
                    claims += 1
        self.assertGreater(claims, len(files))

    def test_the_data_folder_is_found_or_its_absence_told(self):
        self.fails("build", self.article, "--data", self.folder, code=1, says="is no data folder of newsgraph")
        out, err = self.run_program("build", self.article, code=1, env={"NEWSGRAPH_DATA": str(self.folder)})
        self.assertIn("mend the environment variable NEWSGRAPH_DATA", err)
        self.fails("build", self.article, "--ontology", self.folder / "no.json", code=1, says="no.json")

    def test_verbose_tells_how_long_each_stage_takes_on_standard_error(self):
        out, err = self.run_program("build", self.article, "-v")
        json.loads(out)
        for stage in ["load models", "read", "language", "entity", "relation", "merge", "write"]:
            self.assertRegex(err, rf"time: {stage} \d+\.\d+ ms, \d+%")

    def test_quiet_tells_only_what_fails(self):
        a = self.write("a.txt", "Acme bought Beta Works.")
        self.assertEqual(self.run_program("-q", "build", a, a)[1], "")

    def test_what_writers_leave_out_is_found(self):
        article = self.write("news.txt", "What happened on Monday\n\n" + " ".join((
            "Brandt Corp bought Norvik Group in 2019 and Halden Group in 2021.",
            "With Lorne Capital leading the round, Velling Labs raised $5m in May.",
            "Brandt Corp sued rival Ostby Group over patents.",
            "Ana Roe, now at Velling Labs, praised the deal.")) + "\n")
        graph = json.loads(self.run_program("build", article, "-f", "json")[0])
        label = {node["id"]: node["label"] for node in graph["nodes"]}
        found = {(label[edge["source"]], edge["type"], label[edge["target"]]) for edge in graph["edges"]}
        self.assertLessEqual({("Brandt Corp", "acquires", "Norvik Group"), ("Brandt Corp", "acquires", "Halden Group"),
                              ("Lorne Capital", "invests-in", "Velling Labs"), ("Brandt Corp", "sues", "Ostby Group"),
                              ("Ana Roe", "works-for", "Velling Labs")}, found)
        self.assertTrue({("Brandt Corp", "competes-with", "Ostby Group"),
                         ("Ostby Group", "competes-with", "Brandt Corp")} & found)

    def test_ten_times_the_text_takes_ten_times_as_long(self):
        part = ("Ana Roe stepped down as chief executive of Acme Group. Bo Lind, chief executive of Bolt Systems, "
                "left Bolt Systems. The film Salt was released by Acme Group, said Ana Roe. ")

        def seconds(times):
            text = self.write(f"long-{times}.txt", part * times)
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            self.run_program("-q", "build", text, "-o", self.folder / "long.json")
            return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before

        small = seconds(800)
        self.assertLess(seconds(8000), 13 * small + 0.3)


class Query(ProgramTest):
    def rows(self, *arguments):
        out, _ = self.run_program("query", self.graph(), *arguments, "--format", "json")
        return [(row["head"], row["type"], row["tail"]) for row in json.loads(out)]

    def test_patterns_find_relations(self):
        self.assertEqual(self.rows("Acme competes-with ?"), [("Acme", "competes-with", "Beta Works")])
        self.assertEqual(self.rows("? leads Acme"), [("Zoë Ångström", "leads", "Acme")])
        self.assertEqual(self.rows("Acme ? Beta Works"), [("Acme", "competes-with", "Beta Works"), ("Acme", "acquires", "Beta Works")])
        self.assertEqual(len(self.rows("? ? ?")), 4)
        self.assertEqual(self.rows("Lima ? ?"), [])

    def test_a_symmetric_relation_is_found_from_either_end(self):
        self.assertEqual(self.rows("Beta Works competes-with ?"), [("Acme", "competes-with", "Beta Works")])
        self.assertEqual(self.rows("Beta Works acquires ?"), [])

    def test_names_are_found_by_any_form(self):
        for name in ["zoe angstrom", "Ångström", "ANGSTROM's"]:
            self.assertEqual(len(self.rows(name, "?", "?")), 1, name)

    def test_filters(self):
        self.assertEqual(self.rows("? ? ?", "--modality", "negated"), [("Acme", "acquires", "Beta Works")])
        self.assertEqual(len(self.rows("? ? ?", "--modality", "negated,claimed")), 2)
        self.assertEqual(len(self.rows("? ? ?", "--open")), 5)
        self.assertEqual(self.rows("? shake_up ?", "--open"), [("Beta Works", "shake_up", "東京モデル")])
        self.fails("query", self.graph(), "? ? ?", "--modality", "sure", code=2, says='--modality: "sure" is not known; choose asserted,')

    def test_the_table_is_aligned_whatever_the_script(self):
        out, _ = self.run_program("query", self.graph(), "Acme releases ?")
        self.assertEqual(out, "Head  Relation  Tail        Modality         Qualifiers\n"
                              "Acme  releases  東京モデル  claimed by Acme  date: on Friday\n")

    def test_a_narrow_terminal_gets_several_lines_for_a_row(self):
        out, _ = self.run_program("query", self.graph(), "? ? ?", "--evidence", env={"COLUMNS": "60"})
        self.assertTrue(all(len(line) <= 60 for line in out.splitlines()), out)

    def test_evidence_shows_the_words_and_their_place(self):
        out, _ = self.run_program("query", self.graph(), "Acme competes-with ?", "--evidence")
        self.assertIn("    “Acme is said to rival Beta Works.” news:10-43\n", out)
        out, _ = self.run_program("query", self.graph(), "Acme competes-with ?", "--evidence", "--format", "tsv")
        self.assertEqual(out.splitlines()[1].split("\t"), ["Acme", "competes-with", "Beta Works", "reported", "", "1", "",
                                                           "“Acme is said to rival Beta Works.” news:10-43"])
        out, _ = self.run_program("query", self.graph(), "Acme competes-with ?", "--evidence", "--format", "json")
        self.assertEqual(json.loads(out)[0]["evidence"], [{"document": "news", "begin": 10, "end": 43,
                                                           "text": "Acme is said to rival Beta Works.",
                                                           "modality": "reported", "attributed_to": None}])

    def test_unknown_names_and_types_get_help(self):
        self.fails("query", self.graph(), "Acmee ? ?", code=1, says='"Acmee": no entity has this name; did you mean "Acme"')
        self.fails("query", self.graph(), "Acme competes ?", code=2, says='relation type "competes" is not known; did you mean "competes-with"?')
        err = self.fails("query", self.graph(), "Acme zzz ?", code=2, says='relation type "zzz" is not known; known are ')
        self.assertIn("acquires", err)
        self.fails("query", self.graph(), "Acme", code=2, says="a head, a relation type and a tail are needed")

    def test_json_graphml_and_the_article_give_the_same_answers(self):
        article = articles / "muse-spark.txt"
        self.run_program("build", article, "-o", self.folder / "g.json", "-o", self.folder / "g.graphml")
        answers = {self.run_program("query", graph, "? ? ?", "--evidence", "--format", "tsv", "--inferred")[0]
                   for graph in [self.folder / "g.json", self.folder / "g.graphml", article]}
        self.assertEqual(len(answers), 1)
        self.assertEqual(answers, {self.run_program("query", "-", "? ? ?", "--evidence", "--format", "tsv", "--inferred",
                                                    stdin=(self.folder / "g.json").read_bytes())[0]})

    def test_nothing_found_is_no_error(self):
        out, err = self.run_program("query", self.graph(), "Lima ? ?")
        self.assertEqual(out, "Head  Relation  Tail  Modality  Qualifiers\n")
        self.assertEqual(err, "no relation fits\n")
        self.assertIn("1 would", self.run_program("query", self.graph(), "Beta Works ? 東京モデル")[1])

    def test_a_broken_graph_is_told_with_its_place(self):
        self.fails("query", self.write("bad.json", '{"nodes":[\n{"id":3}'), "? ? ?", code=1, says="bad.json:2")
        self.fails("query", self.folder / "none.json", "? ? ?", code=1, says="none.json: there is no such file")

    def test_colours_are_for_terminals_only_and_not_for_all(self):
        def on_terminal(**env):
            try:
                main, side = pty.openpty()
            except OSError as problem:  # a bare root without /dev/pts
                self.skipTest(f"no terminal can be made here: {problem}")
            subprocess.run([program, "query", self.graph(), "? ? ?"], stdout=side, env={**os.environ, "TERM": "xterm", **env})
            os.close(side)
            return os.read(main, 65536)
        self.assertIn(b"\x1b[1m", on_terminal(NO_COLOR=""))
        self.assertNotIn(b"\x1b", on_terminal(NO_COLOR="1"))
        self.assertNotIn("\x1b", self.run_program("query", self.graph(), "? ? ?")[0])


class Explain(ProgramTest):
    def article(self):
        return self.write("acme.txt", "Google may acquire Nvidia, a chipmaker.\n\n"
                          "The chipmaker bought Spotify in 2019. Microsoft bought shares in Nvidia.\n")

    def test_a_relation_is_explained_from_its_words_to_its_names(self):
        out, err = self.run_program("explain", self.article(), "Nvidia acquires Spotify")
        self.assertEqual(err, "")
        self.assertIn("Nvidia acquires Spotify: asserted; date: 2019 (2019)", out)
        self.assertIn("words:   The chipmaker bought Spotify in 2019", out)
        self.assertIn('trigger: verb "buy" of acquires', out)
        self.assertIn('"chipmaker" (sentence 2): the text called it by that noun before', out)
        self.assertIn('"Nvidia" (sentence 1): the name itself', out)

    def test_a_hedge_is_named(self):
        out, _ = self.run_program("explain", self.article(), "Google", "acquires", "Nvidia")
        self.assertIn('held so: "may" makes it possible', out)

    def test_news_of_politics_sport_science_and_culture_is_read(self):
        for sentence, relation in (
                ("The mayor of Lisbon, Gillian Pryce, backs the Harbour Bridge Bill.", "Gillian Pryce leads Lisbon"),
                ("Dov Halperin was ousted as leader of the Civic Union.", "Dov Halperin leaves Civic Union"),
                ("Captain Jonas Vik scored a hat-trick as Kestrel Rovers hammered Ashby Town 4-0.",
                 "Jonas Vik works-for Kestrel Rovers"),
                ("Ireland thrashed Italy 36-10 on Saturday.", "Ireland outperforms-on Italy"),
                ("A vaccine made by Imvara works. The vaccine, Sarovax, was tested in Ghana.", "Imvara develops Sarovax"),
                ("The Salt Orchard, by Tomas Reuel, tells of a mining town.", "Salt Orchard created-by Tomas Reuel")):
            with self.subTest(sentence):
                out, _ = self.run_program("explain", self.write("news.txt", sentence + "\n"), relation)
                self.assertIn(relation + ": asserted", out)

    def test_a_near_miss_tells_what_was_wanting(self):
        out, _ = self.run_program("explain", self.article(), "Microsoft acquires Nvidia")
        self.assertIn("no such relation is in the article's graph", out)
        self.assertIn("not taken: ", out)
        out, _ = self.run_program("explain", self.article(), "Google leads Nvidia")
        self.assertIn("Google is taken for: organization, but the head of leads is one of: person", out)

    def test_json_tells_a_program_the_same(self):
        told = json.loads(self.run_program("explain", self.article(), "Nvidia acquires Spotify", "--json")[0])
        self.assertEqual(list(told), ["claims", "near_misses", "notes"])
        claim = told["claims"][0]
        self.assertEqual((claim["head"], claim["type"], claim["tail"], claim["modality"], claim["inferred"]),
                         ("Nvidia", "acquires", "Spotify", "asserted", False))
        self.assertEqual(claim["qualifiers"], {"date": ["2019"]})
        text = pathlib.Path(self.article()).read_bytes()
        evidence = claim["evidence"]
        self.assertEqual(text[evidence["begin"]:evidence["end"]].decode(), evidence["text"])
        self.assertEqual(claim["because"], "the article states it as a fact")
        self.assertEqual((claim["said_by"], claim["follows_from"]), (None, None))
        trigger = claim["triggers"][0]
        self.assertEqual((trigger["sentence"], trigger["not_taken"]), (2, None))
        self.assertEqual(trigger["arguments"][0]["entity"], "Nvidia")
        self.assertIn("the text called it by that noun before", trigger["arguments"][0]["steps"][0])
        told = json.loads(self.run_program("explain", self.article(), "Microsoft acquires Nvidia", "--json")[0])
        self.assertEqual(told["claims"], [])
        self.assertTrue(told["near_misses"][0]["not_taken"])
        told = json.loads(self.run_program("explain", self.article(), "Google leads Nvidia", "--json")[0])
        self.assertIn("Google is taken for: organization, but the head of leads is one of: person", told["notes"])

    def test_unknown_names_and_types_and_half_patterns_get_help(self):
        article = self.article()
        self.fails("explain", article, "Gogle sues Nvidia", code=1,
                   says='"Gogle": no entity has this name; did you mean "Google"')
        self.fails("explain", article, "Google sue Nvidia", code=2, says='did you mean "sues"?')
        self.fails("explain", article, "Google sues ?", code=2,
                   says="newsgraph explain: a whole relation is wanted")
        self.fails("explain", self.folder / "none.txt", "Google sues Nvidia", code=1, says="none.txt")


class Extract(ProgramTest):
    def test_facts_come_with_the_sentence_as_it_was_read(self):
        sentences = "The company bought Bolt -LRB- a shop -RRB- in May .\n\n  Nothing \nMr. Bo did n't sell it.\n"
        out, err = self.run_program("extract", "--open", "--format", "tsv", stdin=sentences.encode())
        self.assertEqual(err, "")
        rows = [line.split("\t") for line in out.splitlines()]
        self.assertIn(["bought", "The company"], [row[2:4] for row in rows])
        self.assertEqual({row[0] for row in rows},
                         {"The company bought Bolt -LRB- a shop -RRB- in May .", "Mr. Bo did n't sell it."})
        for row in rows:
            self.assertGreaterEqual(len(row), 4)
            self.assertTrue(0 <= float(row[1]) <= 1)
        file = self.write("sentences.txt", sentences)
        self.assertEqual(self.run_program("extract", "--open", "-f", "tsv", file)[0], out)

    def test_facts_can_be_asked_for_by_their_confidence(self):
        sentence = "The woman who runs the bakery bought a house.\n".encode()
        counts = [len(self.run_program("extract", "--open", "-f", "tsv", "--min-confidence", least, stdin=sentence)[0]
                      .splitlines()) for least in ("0", "0.7", "1")]
        self.assertGreater(counts[0], counts[1])
        self.assertGreater(counts[1], 0)
        self.assertEqual(counts[2], 0)

    def test_lines_that_are_no_text_are_told_and_the_others_go_on(self):
        out, err = self.run_program("extract", "--open", "--format", "tsv", stdin=b"Caf\xe9\nThe company bought a shop.\n")
        self.assertIn("stdin:1: is no UTF-8", err)
        self.assertIn("\tbought\tThe company\ta shop", out)

    def test_articles_become_a_line_of_json_each(self):
        out, _ = self.run_program("extract", articles)
        lines = [json.loads(line) for line in out.splitlines()]
        files = {path.relative_to(articles).with_suffix("").as_posix(): path for path in articles.rglob("*.txt")}
        self.assertEqual(len(lines), len(files))
        for line in lines:
            text = files[line["document"]["id"]].read_bytes()
            entities = {entity["id"]: entity for entity in line["entities"]}
            self.assertFalse([entity for entity in line["entities"] if entity["type"] == "phrase"])
            self.assertTrue(line["claims"])
            for claim in line["claims"]:
                self.assertFalse(claim["open"])
                self.assertIn(claim["head"], entities)
                self.assertIn(claim["tail"], entities)
                evidence = claim["evidence"]
                self.assertEqual(text[evidence["begin"]:evidence["end"]].decode(), evidence["text"])
        with_open, _ = self.run_program("extract", articles, "--open")
        self.assertTrue(any(claim["open"] for line in with_open.splitlines() for claim in json.loads(line)["claims"]))

    def test_what_cannot_be_done_is_told(self):
        self.fails("extract", "--format", "tsv", code=2, says="--format: tsv holds open facts; add --open")
        self.fails("extract", "--open", "-f", "tsv", "--min-confidence", "2", code=2, says="--min-confidence")
        self.fails("extract", "--format", "csv", code=2, says="--format: \"csv\" is not known")
        self.fails("extract", "--open", "-f", "tsv", self.folder / "none.txt", code=1, says="none.txt: can't be read")
        self.fails("extract", self.folder / "none.txt", code=1, says="none of the inputs could be read")
        good = self.write("good.txt", "The company bought a shop.\n")
        out, err = self.run_program("extract", "--open", "-f", "tsv", self.folder / "none.txt", good)
        self.assertIn("none.txt: can't be read", err)
        self.assertIn("\tbought\tThe company\ta shop", out)


class Export(ProgramTest):
    # A word that each format has of the graph above.
    endings = {".graphml": "<graphml", ".dot": "digraph", ".json": '"edges"', ".gexf": "<gexf", ".cypher": "MERGE",
               ".ttl": "ng:Claim", ".nq": "<urn:newsgraph:vocabulary#Claim>", ".jsonld": '"@context"',
               ".md": "## Acme", ".txt": "RELATIONS", ".nodes.csv": "id:ID,", ".edges.csv": ":START_ID,"}

    def export(self, *arguments):
        return self.run_program("export", self.graph(), *arguments)[0]

    def test_each_output_has_the_format_of_its_ending_and_they_are_listed(self):
        outputs = [self.folder / f"g{ending}" for ending in self.endings]
        self.export(*[word for path in outputs for word in ["-o", path]])
        for path, (ending, word) in zip(outputs, self.endings.items()):
            self.assertIn(word, path.read_text(), ending)
        listed, _ = self.run_program("export", "--list-formats")
        for ending in self.endings:
            self.assertIn(ending, listed)

    def test_build_has_the_same_formats(self):
        self.run_program("build", articles / "muse-spark.txt", "-o", self.folder / "a.json", "-o", self.folder / "a.ttl",
                         "-o", self.folder / "a.csv")
        self.run_program("export", self.folder / "a.json", "-o", self.folder / "b.ttl", "-o", self.folder / "b.csv")
        for ending in [".ttl", ".nodes.csv", ".edges.csv"]:
            self.assertEqual((self.folder / f"a{ending}").read_bytes(), (self.folder / f"b{ending}").read_bytes(), ending)

    def test_exported_as_json_a_graph_is_itself(self):
        self.export("--open", "-o", self.folder / "a.json")
        self.run_program("export", self.folder / "a.json", "--open", "-o", self.folder / "b.json")
        self.assertEqual((self.folder / "a.json").read_bytes(), (self.folder / "b.json").read_bytes())
        self.assertEqual(len(json.loads((self.folder / "a.json").read_text())["edges"]), len(graph_json["edges"]))

    def edges(self, *arguments):
        return [edge["type"] for edge in json.loads(self.export(*arguments))["edges"]]

    def test_a_part_can_be_exported(self):
        self.assertEqual(self.edges(), ["leads", "competes-with", "releases", "acquires"])
        self.assertEqual(self.edges("--open")[-1], "shake_up")
        self.assertEqual(self.edges("--modality", "negated,claimed"), ["releases", "acquires"])
        self.assertEqual(self.edges("--around", "Ångström"), ["leads"])
        self.assertEqual(self.edges("--around", "Ångström", "--steps", "2"),
                         ["leads", "competes-with", "releases", "acquires"])
        nodes = json.loads(self.export("--connected", "--modality", "claimed"))["nodes"]
        self.assertEqual([node["label"] for node in nodes], ["Acme", "東京モデル"])

    def test_csv_is_two_files(self):
        self.export("-o", self.folder / "g.CSV")
        self.assertEqual(sorted(path.name for path in self.folder.glob("*.csv")), ["g.edges.csv", "g.nodes.csv"])
        self.export("-o", self.folder / "plain", "-f", "csv")
        self.assertTrue((self.folder / "plain.nodes.csv").exists())
        self.assertTrue(self.export("-f", "csv-edges").startswith(":START_ID"))
        self.fails("export", self.graph(), "-f", "csv", code=2, says="csv is two files; choose csv-nodes or csv-edges")

    def test_rdf_has_the_base_that_is_given(self):
        self.assertIn("@prefix g: <https://example.org/news#> .",
                      self.export("-f", "turtle", "--base", "https://example.org/news#"))
        self.fails("export", self.graph(), "-f", "turtle", "--base", "here> .", code=2,
                   says='--base: "here> ." is no absolute IRI; give one such as')

    def test_wrong_usage_is_told(self):
        self.fails("export", code=2, says="newsgraph export: GRAPH is required; see newsgraph export --help")
        self.fails("export", self.graph(), "-o", "g.grapml", code=2,
                   says='g.grapml: its ending tells no format of graphs; did you mean ".graphml"?')
        self.fails("export", self.graph(), "-o", "g.xlsx", code=2, says="newsgraph export --list-formats shows")
        self.fails("export", self.graph(), "-o", self.graph(), code=2, says="is an input; write the graph to another")
        self.fails("export", self.graph(), "-o", self.folder / "a.md", "-o", self.folder / "a.md", code=2,
                   says='a.md" is given twice; leave one out')
        self.fails("export", self.graph(), "--around", "Ackme", code=1, says='did you mean "Acme"')

    def test_what_cannot_be_written_leaves_all_that_was_there(self):
        before = self.write("g.ttl", "before")
        for bad, says in [("/dev/full", "/dev/full: can't be written: No space left on device"),
                          (str(self.folder / "no" / "g.md"), "g.md: can't be written: No such file or directory")]:
            self.fails("export", self.graph(), "-o", before, "-o", bad, "-f", "text", code=1, says=says)
            self.assertEqual(pathlib.Path(before).read_text(), "before")
            self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["g.ttl", "graph.json"])


class ExportPart(ProgramTest):
    def relations(self, *options):
        out, _ = self.run_program("export", self.two_documents(), *options)
        graph = json.loads(out)
        names = {node["id"]: node["label"] for node in graph["nodes"]}
        self.assertEqual({edge[end] for edge in graph["edges"] for end in ["source", "target"]}, set(names))
        return {(edge["type"], edge["modality"], len(edge["claims"])) for edge in graph["edges"]}

    def two_documents(self):
        graph = json.loads(json.dumps(graph_json))
        graph["documents"].append({"id": "later", "title": "Later", "date": "2026-05-01", "source": "later.txt"})
        rivalry = next(edge for edge in graph["edges"] if edge["type"] == "competes-with")
        claim = json.loads(json.dumps(rivalry["claims"][0]))
        claim["modality"] = "asserted"
        claim["evidence"]["document"] = "later"
        rivalry["claims"].append(claim)
        rivalry["modality"] = "asserted"
        return self.write("two.json", json.dumps(graph))

    def test_a_part_by_type_sources_dates_and_documents(self):
        self.assertEqual(self.relations("--type", "leads,acquires"), {("leads", "asserted", 1), ("acquires", "negated", 1)})
        self.assertEqual(self.relations("--min-sources", "2"), set())  # one asserts it, one reports it
        self.assertEqual(self.relations("--document", "later"), {("competes-with", "asserted", 1)})
        self.assertEqual(self.relations("--since", "2026-05"), {("competes-with", "asserted", 1)})
        until = self.relations("--until", "2026-04")
        self.assertIn(("competes-with", "reported", 1), until)
        self.assertEqual(len(until), 4)
        self.assertEqual(self.relations("--until", "2026-04", "--modality", "reported"), {("competes-with", "reported", 1)})

    def test_entities_of_a_part_keep_their_other_names_and_their_order(self):
        whole, part = (json.loads(self.run_program("export", self.graph(), *options)[0])
                       for options in [["--connected"], ["--since", "2026"]])
        self.assertEqual(part["nodes"], whole["nodes"])
        self.assertEqual(part["nodes"][0]["aliases"], ["Acme Corporation"])

    def test_a_part_that_cannot_be_is_told_with_what_is_near(self):
        graph = self.two_documents()
        self.fails("export", graph, "--type", "leeds", code=2, says='relation type "leeds" is not known; did you mean "leads"?')
        self.fails("export", graph, "--document", "latter", code=1, says='there is no document "latter"; did you mean "later"?')
        self.fails("export", graph, "--since", "May", code=2, says='"May" is no date')


class View(ProgramTest):
    """The page as a file; tests/page looks at it in a browser."""

    def first_of(self, page):
        """What the page's first screen is made of."""
        return json.loads(re.search(r'<script type="application/json" id="first">(.*?)</script>', page, re.DOTALL)[1])

    def view(self, *options, graph=None, code=0):
        out, err = self.run_program("view", graph or self.graph(), "-o", "-", *options, code=code)
        return self.first_of(out), err

    def names(self, *options, **more):
        return {entity["name"] for entity in self.view(*options, **more)[0]["shown"]}

    def two_documents(self):
        graph = json.loads(json.dumps(graph_json))
        graph["documents"].append({"id": "later", "title": "Later", "date": "2026-05-01", "source": "later.txt"})
        for edge in graph["edges"]:
            if edge["type"] in ["competes-with", "acquires"]:
                claim = json.loads(json.dumps(edge["claims"][0]))
                claim["evidence"]["document"] = "later"
                claim["modality"] = edge["modality"] = "asserted"
                edge["claims"].append(claim)
        return self.write("two.json", json.dumps(graph))

    def test_the_whole_graph_is_there_without_filters(self):
        first, err = self.view()
        self.assertEqual((first["entities"], first["relations"], first["documents"], err), (5, 4, 1, ""))

    def test_a_page_takes_the_filters_of_query(self):
        self.assertEqual(self.names("--type", "leads"), {"Acme", "Zoë Ångström"})
        self.assertEqual(self.names("--type", "leads,releases"), {"Acme", "Zoë Ångström", "東京モデル"})
        self.assertEqual(self.names("--open", "--type", "shake_up"), {"Beta Works", "東京モデル"})
        two = self.two_documents()
        for options in [["--since", "2026-05"], ["--document", "later"]]:
            self.assertEqual(self.names(*options, graph=two), {"Acme", "Beta Works"}, options)
        first, _ = self.view("--until", "2026-04", graph=two)
        self.assertEqual((first["relations"], first["claims"], first["documents"]), (4, 4, 1))
        self.assertEqual(self.view("--modality", "claimed")[0]["relations"], 1)

    def test_what_is_left_out_is_said_in_one_line(self):
        self.assertEqual(self.view("--type", "leads")[1], "In the page: 2 of 4 entities with relations and 1 of 4 "
                                                          "relations; the filters leave out the others\n")
        self.assertEqual(self.view("--modality", "negated")[1], "In the page: 2 of 4 entities with relations and 1 of "
                                                                "4 relations; the filters leave out the others\n")
        self.assertEqual(self.view("--since", "2020")[1], "")

    def test_contradictions_are_those_within_the_filters(self):
        two = self.two_documents()
        self.assertEqual(self.view(graph=two)[0]["conflicts"], 1)
        self.assertEqual(self.view("--type", "acquires", graph=two)[0]["conflicts"], 1)
        self.assertEqual(self.view("--type", "leads", graph=two)[0]["conflicts"], 0)
        self.assertEqual(self.view("--document", "later", graph=two)[0]["conflicts"], 0)

    def test_a_store_and_its_graph_give_pages_of_the_same(self):
        store = self.folder / "news.ng"
        self.run_program("add", store, articles / "harbour-story")
        self.run_program("export", store, "--open", "-o", self.folder / "news.json")
        for options in [[], ["--type", "acquires,leads"], ["--document", "3-new-chief"], ["--min-sources", "2"],
                        ["--modality", "negated", "--open"]]:
            pages = [self.view(*options, graph=graph) for graph in [store, self.folder / "news.json"]]
            figures = [({entity["name"] for entity in first["shown"]}, first["relations"], first["claims"],
                        first["documents"], first["conflicts"], err) for first, err in pages]
            self.assertEqual(figures[0], figures[1], options)
            self.assertGreater(figures[0][1], 0, options)

    def test_filters_that_leave_nothing_give_an_empty_page(self):
        first, err = self.view("--since", "2030")
        self.assertEqual((first["entities"], first["relations"], first["shown"]), (0, 0, []))
        self.assertIn("0 of 4 entities with relations and 0 of 4 relations", err)

    def test_a_filter_that_cannot_be_is_told_with_what_is_near(self):
        graph = self.graph()
        for options, code, says in [
                (["--type", "leeds"], 2, '--type: relation type "leeds" is not known; did you mean "leads"?'),
                (["--document", "mews"], 1, '--document: there is no document "mews"; did you mean "news"?'),
                (["--since", "May"], 2, '--since: "May" is no date; write e.g. 2026'),
                (["--modality", "sure"], 2, '--modality: "sure" is not known; choose asserted,'),
                (["--min-sources", "0"], 2, "--min-sources"), (["--entities", "0"], 2, "--entities")]:
            page = self.folder / "page.html"
            self.fails("view", graph, "-o", page, *options, code=code, says=says)
            self.assertFalse(page.exists())

    def test_what_is_no_graph_is_told(self):
        page = self.folder / "page.html"
        for content, says in [('{"nodes":[\n{"id":3}', "in:2: is no JSON"), ("{}", 'in:1: "documents" is missing'),
                              ("", "in: is empty"), (b"text\0more", "in: is binary"), ("\n\n", "in: ")]:
            self.fails("view", self.write("in", content), "-o", page, code=1, says=says)
        self.fails("view", self.folder / "none.json", "-o", page, code=1, says="none.json: there is no such file; check")
        self.fails("view", "", "-o", page, code=1, says='"": names no file; give its path')
        (self.folder / "empty").mkdir()
        self.fails("view", self.folder / "empty", "-o", page, code=1, says="empty: there are no articles in this folder")
        self.fails("view", "-o", page, code=2, says="newsgraph view: GRAPH is required; see newsgraph view --help")
        self.fails("view", self.graph(), code=2, says="newsgraph view: --output is required")
        self.assertFalse(page.exists())

    def test_a_page_that_cannot_be_written_is_told_and_leaves_what_was_there(self):
        graph = self.graph()
        for output, code, says in [
                (self.folder, 1, "is a folder; name a file in it"),
                (self.folder / "no" / "page.html", 1, "page.html: can't be written: No such file or directory; make the folder"),
                ("/dev/full", 1, "/dev/full: can't be written: No space left on device"),
                ("", 1, '"": names no file; give its name, or - for standard output'),
                (graph, 2, "is the input; write the page to another file")]:
            self.fails("view", graph, "-o", output, code=code, says=says)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["graph.json"])
        self.assertEqual(json.loads(pathlib.Path(graph).read_text()), graph_json)

    def test_a_title_is_only_ever_text(self):
        title = '</title></script><script>alert("1")</script>&amp;\u2028'
        page, _ = self.run_program("view", self.graph(), "-o", "-", "--title", title)
        self.assertEqual(self.first_of(page)["title"], title)
        self.assertNotIn("<script>alert", page)
        self.assertEqual(re.findall(r"<title>(.*?)</title>", page)[0],
                         "&lt;/title&gt;&lt;/script&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;\u2028")
        self.assertEqual(self.view("--title", "")[0]["title"], "Acme grows")


class OwnOntology(ProgramTest):
    """Ontologies of users: checked, learned, and asked for triples."""
    ontology = root / "docs/examples/towers.json"
    examples = root / "docs/examples/towers-examples.jsonl"
    sentence = {"id": "a", "sent": "Dunmore Tower was designed by Pia Holm and completed in 1999."}

    def ask(self, *arguments, lines=None):
        stdin = "".join(json.dumps(line) + "\n" for line in lines or [self.sentence]).encode()
        out, err = self.run_program("extract", "--ontology", self.ontology, "--format", "jsonl", *arguments, stdin=stdin)
        return [json.loads(line) for line in out.splitlines()], err

    def test_examples_teach_relations_and_the_forms_of_answers(self):
        answers, err = self.ask("--examples", self.examples)
        self.assertEqual(err, "")
        self.assertEqual([answer["id"] for answer in answers], ["a"])
        triples = {(triple["sub"], triple["rel"], triple["obj"]) for triple in answers[0]["triples"]}
        self.assertIn(("Dunmore_Tower", "architect", "Pia_Holm"), triples)
        self.assertIn(("Dunmore_Tower", "completion year", "01 January 1999"), triples)

    def test_the_ontology_alone_answers_too(self):
        answers, _ = self.ask(lines=[{"id": 7, "sent": "Dunmore Tower was designed by the architect Pia Holm."}])
        self.assertEqual(answers[0]["id"], "7")
        self.assertIn({"sub": "Dunmore Tower", "rel": "architect", "obj": "Pia Holm"}, answers[0]["triples"])

    def test_broken_lines_are_told_and_the_others_go_on(self):
        examples = self.write("e.jsonl", self.examples.read_text() + "{broken\n" +
                              '{"id": "x", "sent": "A owns B.", "triples": [{"sub": "A", "rel": "owner", "obj": "B"}]}\n')
        stdin = b'{"id": "a"}\n' + json.dumps(self.sentence).encode() + b"\n{\n"
        out, err = self.run_program("extract", "--ontology", self.ontology, "--examples", examples, stdin=stdin)
        self.assertEqual(len(out.splitlines()), 1)
        self.assertIn("e.jsonl:17: the line is no JSON", err)
        self.assertIn('e.jsonl:18: relation "owner" is not in the ontology', err)
        self.assertIn('stdin:1: field "sent" is missing', err)
        self.assertIn("stdin:3: the line is no JSON", err)

    def test_files_without_anything_are_refused(self):
        empty = self.write("empty.jsonl", "")
        self.fails("extract", "--ontology", self.ontology, "--examples", empty, code=1, says="holds no example")
        self.fails("extract", "--ontology", self.ontology, code=1, says="stdin: holds no sentence")
        self.fails("extract", "--ontology", self.ontology, "--examples", "none.jsonl", code=1, says="can't be read")
        self.fails("extract", "--examples", self.examples, "--open", code=2, says="--examples:")

    def test_a_check_tells_every_mistake_with_its_line(self):
        self.assertIn("no mistakes; 12 entity types, 3 relation types", self.run_program("ontology", "check", self.ontology)[0])
        own = self.write("own.json", '''{"entity_types": [{"name": "organization"}, {"nam": "x"}],
"relation_types": [
{"name": "audits", "head": ["organization"], "tail": ["organisation"]},
{"name": "rents", "head": ["organization"], "tail": ["organization"], "triggers": [
{"verbs": ["rent"], "head": "subject", "tail": "objet"},
{"head": "subject", "tail": "object"}]}]}''')
        out, err = self.run_program("ontology", "check", own, code=1)
        lines = out.splitlines()
        self.assertEqual([line.split(": ")[0].removeprefix(own + ":") for line in lines], ["1", "3", "5", "6"])
        self.assertIn('"organisation" is not known; choose from', lines[1])
        self.assertIn("has 4 mistakes", err)
        self.fails("ontology", "check", code=2, says="FILE is missing")
        self.fails("ontology", "learn", code=2, says="--examples is missing")

    def test_a_learned_ontology_can_be_checked_and_built_with(self):
        learned = str(self.folder / "learned.json")
        _, err = self.run_program("ontology", "learn", "--examples", self.examples, "-o", learned)
        self.assertIn('"completion year": dates and numbers are no entities', err)
        self.assertIn("no mistakes", self.run_program("ontology", "check", learned)[0])
        article = self.write("news.txt", "Dunmore Tower was designed by Ana Holm, an architect.\n")
        for ontology in (learned, self.ontology):
            self.run_program("build", article, "--ontology", ontology)


class OtherCommands(ProgramTest):
    def test_neighbors_are_shown_with_the_steps_to_them(self):
        out, _ = self.run_program("neighbors", self.graph(), "Ångström", "--steps", "2", "--format", "tsv")
        self.assertEqual(out, "Steps\tName\tType\tBy\n"
                              "1\tAcme\torganization\tZoë Ångström leads\n"
                              "2\tBeta Works\torganization\tAcme competes-with\n"
                              "2\t東京モデル\tmodel\tAcme releases\n")
        rows = json.loads(self.run_program("neighbors", self.graph(), "Acme", "-f", "json")[0])
        self.assertEqual({row["steps"] for row in rows}, {1})
        self.fails("neighbors", self.graph(), "Acmee", code=1, says='did you mean "Acme"')
        self.fails("neighbors", self.graph(), "Acme", "--steps", "0", code=2, says="--steps")

    def test_a_path_is_the_relations_on_it(self):
        out, _ = self.run_program("path", self.graph(), "Ångström", "東京モデル", "--format", "tsv")
        self.assertEqual([line.split("\t")[:3] for line in out.splitlines()[1:]],
                         [["Zoë Ångström", "leads", "Acme"], ["Acme", "releases", "東京モデル"]])
        out, err = self.run_program("path", self.graph(), "Acme", "Lima")
        self.assertEqual(err, 'no path joins "Acme" and "Lima"\n')
        self.fails("path", self.graph(), "Acme", code=2, says="TO is required")

    def test_stats_count_what_there_is(self):
        out, _ = self.run_program("stats", self.graph())
        self.assertIn("1 document, 5 entities (4 with relations), 4 relations, 4 claims\n", out)
        stats = json.loads(self.run_program("stats", self.graph(), "--format", "json")[0])
        self.assertEqual(stats["entity_types"]["organization"], 2)
        self.assertEqual(stats["modalities"]["negated"], 1)
        self.assertEqual((stats["entities"], stats["connected_entities"]), (5, 4))
        self.assertEqual(stats["central"][0]["relations"] > 0, True)

    def test_drawings_are_pictures(self):
        files = [self.folder / f"g.{ending}" for ending in ["svg", "png", "pdf"]]
        self.run_program("draw", self.graph(), *[word for file in files for word in ["-o", file]])
        svg = "".join(xml.etree.ElementTree.parse(files[0]).getroot().itertext())
        for words in ["Acme", "東京モデル", "competes with", "organization", "✕ acquires"]:
            self.assertIn(words, svg)
        self.assertNotIn("shake", svg)
        self.assertTrue(files[1].read_bytes().startswith(b"\x89PNG"))
        self.assertTrue(files[2].read_bytes().startswith(b"%PDF"))
        nothing = self.write("nothing.txt", "It rained.")
        self.assertIn("nothing to draw", self.run_program("draw", nothing, "-o", self.folder / "nothing.svg")[1])
        self.fails("draw", self.graph(), "-o", self.folder / "g.bmp", code=2, says="its ending tells no format of pictures")
        self.fails("draw", self.graph(), code=2, says="--output is required")

    def test_a_png_is_as_large_as_it_shall_be(self):
        png = self.folder / "g.png"

        def size(*options):
            self.run_program("draw", self.graph(), "-o", png, *options)
            return struct.unpack(">II", png.read_bytes()[16:24])

        self.assertEqual(size("--size", "1600x900"), (1600, 900))
        self.assertEqual(size("--size", "801")[0], 801)
        self.assertEqual(size("--dpi", "144")[0], 2 * size("--dpi", "72")[0])
        for wrong in ["0x5", "1600x", "x900", "1600x900x3", "-5", "1e9", "99999"]:
            self.fails("draw", self.graph(), "-o", png, f"--size={wrong}", code=2,
                       says=f'--size: "{wrong}" is no size from 100 to 20000; write e.g. 1600x900 or 1600')

    def test_a_drawing_may_be_dark(self):
        light, dark = (self.run_program("draw", self.graph(), "--theme", theme, "-o", "-", "-f", "svg")[0]
                       for theme in ["light", "dark"])
        self.assertIn('<polygon fill="#ffffff"', light)
        self.assertIn('<polygon fill="#14181f"', dark)
        self.fails("draw", self.graph(), "--theme", "sepia", "-o", "-", code=2, says="choose light or dark")

    def test_a_large_graph_is_cut_with_a_word_on_it(self):
        big = json.loads(json.dumps(graph_json))
        edge = big["edges"][0]
        for i in range(100):
            big["nodes"].append({"id": f"e{i + 5}", "label": f"Branch {i}", "type": "organization", "aliases": [], "mentions": 1})
            big["edges"].append({**edge, "source": f"e{i + 5}", "target": "e0" if i % 2 else "e2", "type": "part-of"})
        graph = self.write("big.json", json.dumps(big))
        out, err = self.run_program("draw", graph, "-o", "-", "-f", "svg")
        said = "Drawn: 40 of 104 entities with relations, the best connected, and "
        self.assertIn(said, err)
        self.assertIn("--top draws more", err)
        self.assertIn(said, "".join(xml.etree.ElementTree.fromstring(out).itertext()))
        out, err = self.run_program("draw", graph, "--top", "200", "-o", "-", "-f", "svg")
        self.assertEqual(err, "")
        self.assertIn("Branch 99<", out)
        out, err = self.run_program("draw", graph, "--top", "10", "--around", "Acme", "-o", "-", "-f", "svg")
        self.assertIn("Drawn: 10 of 54 entities around Acme, the nearest, and ", err)

    def test_a_picture_quotes_and_links_to_its_sources(self):
        def picture(source):
            graph = json.loads(json.dumps(graph_json))
            graph["documents"][0]["source"] = source
            for edge in graph["edges"]:
                for claim in edge["claims"]:
                    words = '</a><script>alert("1")</script> & \\N ]]>'
                    claim["evidence"].update(text=words, end=claim["evidence"]["begin"] + len(words))
            out, _ = self.run_program("draw", self.write("g.json", json.dumps(graph)), "-o", "-", "-f", "svg")
            return xml.etree.ElementTree.fromstring(out)

        def links(svg):
            return {name for element in svg.iter() for key, name in element.attrib.items() if key.endswith("href")}

        svg = picture('https://news.example/?a=1&b="<x>')
        self.assertEqual(links(svg), {"https://news.example/?a=1&b=%22%3Cx%3E"})
        tooltips = [name for element in svg.iter() for key, name in element.attrib.items() if key.endswith("title")]
        self.assertTrue(any('</a><script>alert("1")</script> & \\N ]]>' in tooltip for tooltip in tooltips), tooltips)
        self.assertFalse(any(element.tag.endswith("script") for element in svg.iter()))
        for source in ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "news.txt", ""]:
            self.assertEqual(links(picture(source)), set())

    def test_a_drawing_can_be_of_what_is_near_an_entity(self):
        out, _ = self.run_program("draw", self.graph(), "--around", "Ångström", "-o", "-", "--format", "svg")
        self.assertIn("Acme", out)
        self.assertNotIn("Beta Works", out)

    def test_whatever_the_names_a_picture_is_drawn(self):
        graph = json.loads(json.dumps(graph_json))
        for node, name in zip(graph["nodes"], [" ", "\n\t", "<b>&#10;]]></b>", "\u202eabc", "\\N\\G \x01\"'"]):
            node["label"] = name
            node["type"] = name
        file = self.write("g.json", json.dumps(graph))
        for form in ["svg", "png", "pdf"]:
            self.run_program("draw", file, "-o", self.folder / f"g.{form}", "--title", " <i>\n")
        self.assertIn("<b>&#10;]]></b>", "".join(xml.etree.ElementTree.parse(self.folder / "g.svg").getroot().itertext()))

    def test_a_drawing_takes_the_filters_of_query(self):
        out, _ = self.run_program("draw", self.graph(), "--type", "leads", "-o", "-", "-f", "svg")
        self.assertIn("Ångström", out)
        self.assertNotIn("Beta Works", out)
        said = "Nothing is drawn: no relation passes the filters"
        for options in [["--since", "2030"], ["--modality", "possible"]]:
            out, err = self.run_program("draw", self.graph(), *options, "-o", "-", "-f", "svg")
            self.assertEqual(err, f"{said}\n")
            words = "".join(xml.etree.ElementTree.fromstring(out).itertext())
            self.assertIn(said, words)
            self.assertNotIn("Acme Corp", words)
            self.assertNotIn("Lima", words)

    def test_the_demo_builds_draws_and_tells_what_to_do_next(self):
        folder = self.folder / "demo"
        out, err = self.run_program("demo", "-o", folder, env={"DISPLAY": "", "WAYLAND_DISPLAY": ""})
        self.assertEqual(sorted(os.listdir(folder)), ["news.html", "news.json", "news.png", "news.svg"])
        for name in os.listdir(folder):
            self.assertIn(str(folder / name), out)
        self.assertIn("newsgraph query", out)
        xml.etree.ElementTree.parse(folder / "news.svg")
        self.assertEqual(struct.unpack(">II", (folder / "news.png").read_bytes()[16:24]), (1600, 900))
        # A desktop's command is called with the page, and its failure is none of ours.
        desktop = self.folder / "bin" / "xdg-open"
        desktop.parent.mkdir()
        desktop.write_text(f'#!/bin/sh\necho "$1" > {self.folder}/opened\n')
        desktop.chmod(0o755)
        path = {"DISPLAY": ":9", "PATH": f"{desktop.parent}:{os.environ['PATH']}"}
        self.assertIn("open now", self.run_program("demo", "-o", folder, env=path)[0])
        self.assertEqual((self.folder / "opened").read_text(), f"{folder / 'news.html'}\n")
        (self.folder / "opened").unlink()
        self.assertNotIn("open now", self.run_program("demo", "-o", folder, "--no-open", env=path)[0])
        self.assertFalse((self.folder / "opened").exists())
        desktop.write_text("#!/bin/sh\nexit 1\n")
        self.assertNotIn("open now", self.run_program("demo", "-o", folder, env=path)[0])
        self.write("file", "")
        self.fails("demo", "-o", self.folder / "file", code=1, says="file: can't be made")

    def test_json_is_there_wherever_a_table_is_printed(self):
        graph = self.graph()
        for command in [["query", graph, "? ? ?"], ["neighbors", graph, "Acme"], ["path", graph, "Acme", "Lima"],
                        ["path", graph, "Acme", "Beta Works"], ["timeline", graph, "Acme"], ["conflicts", graph],
                        ["rank", graph], ["communities", graph], ["diff", graph, graph], ["stats", graph],
                        ["sql", graph, "SELECT * FROM entities"], ["export", "--list-formats"]]:
            with self.subTest(command=command[0]):
                out, _ = self.run_program(*command, "--json")
                self.assertEqual(out, self.run_program(*command, "--format", "json")[0])
                json.loads(out)
        formats = json.loads(self.run_program("export", "--list-formats", "--json")[0])
        self.assertIn({"format": "gexf", "endings": [".gexf"], "for": "Gephi, with dates, colours and sizes"}, formats)
        own = self.write("own.json", '{"relation_types": [{"name": "x"}]}')
        out, _ = self.run_program("ontology", "check", own, "--json", code=1)
        self.assertEqual(set(json.loads(out)[0]), {"where", "what", "fix"})

    def test_an_id_can_be_copied_from_the_narrowest_terminal(self):
        store = self.folder / "news.ng"
        self.run_program("add", store, articles / "harbour-story")
        ids = [row["id"] for row in json.loads(self.run_program("list", store, "--json")[0])]
        for command, shown in [(["list", store], ids), (["sql", store, "SELECT title, id FROM documents"], ids),
                               (["timeline", store, "Tidewatch"], ids[:3]), (["conflicts", store], ids[:2])]:
            lines = self.run_program(*command, env={"COLUMNS": "40"})[0].splitlines()
            for id_ in shown:
                self.assertTrue(any(id_ in line.split() for line in lines if "“" not in line), f"{command} {id_}")

    def test_a_graph_without_relations_is_drawn_too(self):
        article = self.write("a.txt", "Well then.")
        out, _ = self.run_program("draw", article, "-o", "-", "-f", "svg")
        xml.etree.ElementTree.fromstring(out)

    def test_annotations_are_conllu(self):
        article = articles / "muse-spark.txt"
        out, err = self.run_program("annotate", article)
        self.assertEqual(err, "")
        rows = [line.split("\t") for line in out.splitlines() if line and not line.startswith("#")]
        self.assertEqual({len(row) for row in rows}, {10})
        self.assertTrue(any("NER=B-organization" in row[9] for row in rows))
        terms = self.folder / "terms.txt"
        terms.write_text("Logistic regression and random forests are used in speech recognition and machine translation.\n")
        self.assertRegex(self.run_program("annotate", terms)[0], r"NER=B-(task|technology)")
        self.fails("annotate", self.folder / "none.txt", code=1, says="none.txt: there is no such file")


class Determinism(ProgramTest):
    def test_the_same_articles_give_the_same_bytes(self):
        results = {self.run_program("build", articles, "--open")[0] for _ in range(20)}
        self.assertEqual(len(results), 1)

    def test_the_same_graph_gives_the_same_picture(self):
        graph = self.graph()
        for ending in ["svg", "png", "pdf"]:
            pictures = set()
            for _ in range(3):
                file = self.folder / f"g.{ending}"
                self.run_program("draw", graph, "-o", file)
                pictures.add(file.read_bytes())
                time.sleep(0.4)  # a PDF could hold the time
            self.assertEqual(len(pictures), 1, ending)


if __name__ == "__main__":
    program = os.path.abspath(sys.argv.pop(1))
    unittest.main()
