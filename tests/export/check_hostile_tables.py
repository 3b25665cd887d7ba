"""Reads the hostile graph's formats of nodes and edges with parsers that are not ours, and compares every field.

    check_hostile_tables.py graphml-igraph|gexf|csv|cypher FOLDER

FOLDER is what newsgraph-write-hostile has made.
"""
import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree

import check_hostile
from check_hostile import Expected, compare_claims, restored, same

edge_texts = ("type", "modality", "attribution", "evidence", "document")


def compare_node(node, expected, i, read=str):
    """`node` has our fields by name; `read` undoes what the format makes of a text."""
    for key in ("label", "type"):
        same(read(node.get(key, "")), expected.one("node", i, key), i, key)
    same(node["aliases"], expected.all("node", i, "alias"), i, "aliases")
    same(int(node["mentions"]), int(expected.one("node", i, "mentions")), i, "mentions")


def compare_edge(edge, expected, i, read=str):
    for key in ("source", "target"):
        same(edge[key], expected.one("edge", i, key), i, key)
    for key in edge_texts:
        same(read(edge.get(key, "")), expected.one("edge", i, key), i, key)
    for key in ("open", "inferred"):
        same(edge[key], expected.one("edge", i, key) == "true", i, key)
    for key in ("begin", "end"):
        same(int(edge[key]), int(expected.one("edge", i, key)), i, key)
    same(edge["qualifiers"], expected.qualifiers(i), i, "qualifiers")
    same(edge["sources"], [expected.one("edge", i, "document")], i, "sources")


def well_formed(path):
    done = subprocess.run(["xmllint", "--noout", "--huge", path], capture_output=True)
    same((done.returncode, done.stderr.decode()), (0, ""), path, "xmllint")


def check_graphml(folder, expected):
    import igraph

    well_formed(folder / "hostile.graphml")
    graph = igraph.Graph.Read_GraphML(str(folder / "hostile.graphml"))
    same(graph.is_directed(), True)
    same(graph.vcount(), expected.count("node"), "nodes")
    same(graph.ecount(), expected.count("edge"), "edges")
    names = graph.vs["id"]
    for i, node in enumerate(graph.vs):
        same(node["id"], f"e{i}")
        fields = node.attributes()
        fields["aliases"] = json.loads(restored(fields["aliases"]))
        compare_node(fields, expected, i, restored)
    for i, edge in enumerate(graph.es):
        fields = {**edge.attributes(), "source": names[edge.source], "target": names[edge.target]}
        same(edge["id"], f"r{i}")
        same(edge["label"], edge["type"], i, "label")
        for key in ("qualifiers", "sources"):
            fields[key] = json.loads(restored(fields[key]))
        for key in ("open", "inferred"):
            fields[key] = bool(fields[key])
        compare_edge(fields, expected, i, restored)
        compare_claims(json.loads(restored(fields["claims"])), expected, i)


def check_gexf(folder, expected):
    import networkx

    path = folder / "hostile.gexf"
    well_formed(path)
    # Debian's networkx knows the drafts of 1.2; in what we write, 1.3 differs from them only in its address.
    text = path.read_bytes().decode().replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft")
    text = text.replace('version="1.3"', 'version="1.2"')
    graph = networkx.read_gexf(io.BytesIO(text.encode()))
    same(graph.is_directed(), True)
    same(graph.number_of_nodes(), expected.count("node"), "nodes")
    same(graph.number_of_edges(), expected.count("edge"), "edges")
    for i in range(expected.count("node")):
        fields = dict(graph.nodes[f"e{i}"])
        fields["aliases"] = json.loads(restored(fields["aliases"]))
        compare_node(fields, expected, i, restored)
        same(sorted(fields["viz"]), ["color", "size"], i, "viz")
    seen = set()
    for source, target, edge in graph.edges(data=True):
        i = int(edge["id"][1:])
        seen.add(i)
        fields = {**edge, "source": source, "target": target}
        for key in ("qualifiers", "sources"):
            fields[key] = json.loads(restored(fields[key]))
        compare_edge(fields, expected, i, restored)
        same(edge["weight"], len(expected.claims(i)), i, "weight")
    same(len(seen), expected.count("edge"), "edge ids")
    # What networkx passes over.
    space = "{http://gexf.net/1.3}"
    for i, edge in enumerate(xml.etree.ElementTree.parse(path).iter(f"{space}edge")):
        for key in ("label", "kind"):
            same(restored(edge.get(key)), expected.one("edge", i, "type"), i, key)


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, strict=True))


def check_csv(folder, expected):
    nodes, edges = rows_of(folder / "hostile.nodes.csv"), rows_of(folder / "hostile.edges.csv")
    same(len(nodes), expected.count("node"), "nodes")
    same(len(edges), expected.count("edge"), "edges")
    for i, row in enumerate(nodes):
        same(row["id:ID"], f"e{i}")
        same(row[":LABEL"], row["type"] or "unnamed", i, "label")
        compare_node({"label": row["name"], "type": row["type"], "mentions": row["mentions:long"],
                      "aliases": json.loads(row["aliases"])}, expected, i)
    for i, row in enumerate(edges):
        same(row["id"], f"r{i}")
        same(row[":TYPE"], row["type"] or "unnamed", i, "type")
        compare_edge({**row, "source": row[":START_ID"], "target": row[":END_ID"],
                      "open": row["open:boolean"] == "true", "inferred": row["inferred:boolean"] == "true",
                      "begin": row["begin:long"], "end": row["end:long"],
                      "qualifiers": json.loads(row["qualifiers"]), "sources": json.loads(row["sources"])},
                     expected, i)


class Cypher:
    """Reads the literals and names of openCypher's grammar (M23), from a text and a place on."""

    escapes = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "'": "'", '"': '"', "\\": "\\"}

    def __init__(self, text):
        self.text, self.at = text, 0

    def take(self, pattern):
        match = re.compile(pattern).match(self.text, self.at)
        if not match:
            sys.exit(f"no {pattern} at {self.text[self.at:self.at + 60]!r}")
        self.at = match.end()
        return match[0]

    def is_next(self, text):
        return self.text.startswith(text, self.at)

    def string(self):
        body = self.take(r"'(?:[^'\\]|\\u[0-9A-Fa-f]{4}|\\[^u])*'")[1:-1]
        return re.sub(r"\\(u([0-9A-Fa-f]{4})|.)",
                      lambda match: chr(int(match[2], 16)) if match[2] else self.escapes[match[1]], body, flags=re.S)

    def name(self):
        body = self.take(r"`(?:[^`]|``)*`")[1:-1]
        same("\\u" in body, False, "an escape in a name")  # which old versions of Neo4j undo
        return body.replace("``", "`")

    def value(self):
        if self.is_next("'"):
            return self.string()
        if self.is_next("["):
            return self.several("[", "]", self.value)
        if self.is_next("{"):
            return dict(self.several("{", "}", lambda: (self.take(r"[a-z_]+"), self.take(": ") and self.value())))
        word = self.take(r"true|false|\d+")
        return int(word) if word.isdigit() else word == "true"

    def several(self, opening, closing, one):
        self.take(re.escape(opening))
        found = []
        while not self.is_next(closing):
            found.append(one())
            if not self.is_next(closing):
                self.take(", ")
        self.take(re.escape(closing))
        return found


def stand_in(name):
    """What export/cypher.hpp documents of names."""
    name = re.sub(r"[\x00-\x1f]", lambda match: chr(0x2400 + ord(match[0])), name.replace("\\", "\uff3c"))
    return name or "unnamed"


def check_cypher(folder, expected):
    cypher = Cypher((folder / "hostile.cypher").read_bytes().decode())
    cypher.take(r"CREATE CONSTRAINT [^;]*;\n")
    for i in range(expected.count("node")):
        cypher.take(r"MERGE \(n:Entity ")
        same(cypher.value(), {"id": f"e{i}"}, i, "id")
        cypher.take(r"\) SET n \+= ")
        fields = cypher.value()
        cypher.take(", n:")
        same(cypher.name(), stand_in(expected.one("node", i, "type")), i, "label")
        cypher.take(";\n")
        compare_node({**fields, "label": fields["name"]}, expected, i)
    for i in range(expected.count("edge")):
        cypher.take(r"MATCH \(a:Entity ")
        source = cypher.value()["id"]
        cypher.take(r"\), \(b:Entity ")
        target = cypher.value()["id"]
        cypher.take(r"\) MERGE \(a\)-\[r:")
        same(cypher.name(), stand_in(expected.one("edge", i, "type")), i, "type")
        cypher.take(" ")
        same(cypher.value(), {"id": f"r{i}"}, i, "id")
        cypher.take(r"\]->\(b\) SET r \+= ")
        fields = cypher.value()
        cypher.take(";\n")
        compare_edge({**fields, "source": source, "target": target, "qualifiers": json.loads(fields["qualifiers"])},
                     expected, i)
    same(cypher.text[cypher.at:], "", "the end")


if __name__ == "__main__":
    what, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    expected = Expected(folder / "expected.txt")
    {"graphml-igraph": check_graphml, "gexf": check_gexf, "csv": check_csv, "cypher": check_cypher}[what](folder, expected)
    print(f"{what}: {check_hostile.checks} comparisons, all the same")
