"""Reads the hostile graph with parsers that are not ours and compares everything with what was written.

    check_hostile.py json|graphml|dot FOLDER

FOLDER is what newsgraph-write-hostile has made.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys


class Expected:
    """The facts of expected.txt: (kind, number, key) -> values, in order."""

    def __init__(self, path):
        self.facts = collections.defaultdict(list)
        for line in path.read_text().splitlines():
            kind, number, key, *value = line.split(" ")
            self.facts[kind, int(number), key].append(bytes.fromhex(value[0] if value else "").decode())

    def count(self, kind):
        return len({number for k, number, _ in self.facts if k == kind})

    def all(self, kind, number, key):
        return self.facts[kind, number, key]

    def one(self, kind, number, key):
        (value,) = self.facts[kind, number, key]
        return value

    def qualifiers(self, number):
        grouped = {}
        for pair in self.facts["edge", number, "qualifier"]:
            name, value = (bytes.fromhex(part).decode() for part in pair.split(" "))
            grouped.setdefault(name, []).append(value)
        return grouped

    def claims(self, number):
        return [tuple(bytes.fromhex(part).decode() for part in pair.split(" "))
                for pair in self.facts["edge", number, "claim"]]


checks = 0


def same(found, expected, *where):
    global checks
    checks += 1
    if found != expected:
        sys.exit(f"{where}: found {found!r}, expected {expected!r}")


def compare_claims(claims, expected, number):
    same([(c["attributed_to"] or "", c["evidence"]["text"]) for c in claims], expected.claims(number), number, "claims")
    for claim in claims:
        evidence = claim["evidence"]
        same(evidence["end"] - evidence["begin"], len(evidence["text"].encode()), number, "span")


def check_json(folder, expected):
    graph = json.loads((folder / "hostile.json").read_bytes().decode())
    same(sorted(graph), ["directed", "documents", "edges", "multigraph", "nodes"])
    same((graph["directed"], graph["multigraph"]), (True, True))
    same(len(graph["nodes"]), expected.count("node"), "nodes")
    same(len(graph["edges"]), expected.count("edge"), "edges")
    same([d["id"] for d in graph["documents"]],
         [expected.one("document", i, "id") for i in range(expected.count("document"))], "documents")
    for i, node in enumerate(graph["nodes"]):
        same(node["id"], f"e{i}")
        for key in ("label", "type"):
            same(node[key], expected.one("node", i, key), i, key)
        same(node["aliases"], expected.all("node", i, "alias"), i, "aliases")
        same(str(node["mentions"]), expected.one("node", i, "mentions"), i, "mentions")
    for i, edge in enumerate(graph["edges"]):
        for key in ("source", "target", "type", "modality"):
            same(edge[key], expected.one("edge", i, key), i, key)
        for key in ("open", "inferred"):
            same(edge[key], expected.one("edge", i, key) == "true", i, key)
        same(edge["attributed_to"] or "", expected.one("edge", i, "attribution"), i, "attribution")
        same(edge["qualifiers"], expected.qualifiers(i), i, "qualifiers")
        compare_claims(edge["claims"], expected, i)


def restored(text):
    """What export/xml.hpp documents: `_x0001_` stands for U+0001."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text)


def check_graphml(folder, expected):
    import networkx

    graph = networkx.read_graphml(folder / "hostile.graphml", force_multigraph=True)
    same(graph.is_directed(), True)
    same(graph.number_of_nodes(), expected.count("node"), "nodes")
    same(graph.number_of_edges(), expected.count("edge"), "edges")
    documents = json.loads(restored(graph.graph["documents"]))
    same([d["id"] for d in documents],
         [expected.one("document", i, "id") for i in range(expected.count("document"))], "documents")
    for i in range(expected.count("node")):
        node = graph.nodes[f"e{i}"]
        for key in ("label", "type"):  # networkx leaves out what is empty
            same(restored(node.get(key, "")), expected.one("node", i, key), i, key)
        same(json.loads(restored(node["aliases"])), expected.all("node", i, "alias"), i, "aliases")
        same(node["mentions"], int(expected.one("node", i, "mentions")), i, "mentions")
    seen = set()
    for source, target, key, edge in graph.edges(keys=True, data=True):
        i = int(key[1:])
        seen.add(i)
        same(source, expected.one("edge", i, "source"), i, "source")
        same(target, expected.one("edge", i, "target"), i, "target")
        for name in ("type", "modality", "attribution", "evidence", "document"):
            same(restored(edge.get(name, "")), expected.one("edge", i, name), i, name)
        same(edge.get("label", ""), edge.get("type", ""), i, "label")
        for name in ("open", "inferred"):
            same(edge[name], expected.one("edge", i, name) == "true", i, name)
        for name in ("begin", "end"):
            same(edge[name], int(expected.one("edge", i, name)), i, name)
        same(json.loads(restored(edge["qualifiers"])), expected.qualifiers(i), i, "qualifiers")
        same(json.loads(restored(edge["sources"])), [expected.one("edge", i, "document")], i, "sources")
        compare_claims(json.loads(restored(edge["claims"])), expected, i)
    same(len(seen), expected.count("edge"), "edge ids")


def drawn(value):
    """What export/dot.hpp documents of a text: line ends alike, stand-ins for what can't be drawn."""
    if isinstance(value, list):
        return [without_non_characters(text) for text in value]  # in JSON, which escapes the rest
    if isinstance(value, dict):
        return {without_non_characters(name): drawn(texts) for name, texts in value.items()}
    text = without_non_characters(value.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"[\x00-\x08\x0b-\x1f]", lambda match: chr(0x2400 + ord(match[0])), text)


def without_non_characters(text):
    return text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def unescaped(text):
    """What Graphviz draws for an attribute's value: the escapes of an escString, and the one entity that we write."""
    text = re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], text, flags=re.S)
    return text.replace("&amp;", "&")


def dot_json(path):
    done = subprocess.run(["dot", "-Tjson", path], capture_output=True, check=True)
    same(done.stderr.decode(), "", path, "Graphviz's complaints")
    return json.loads(done.stdout.decode())


def check_dot(folder, expected):
    graph = dot_json(folder / "hostile.dot")
    nodes, edges = graph["objects"], graph["edges"]
    same(len(nodes), expected.count("node"), "nodes")
    same(len(edges), expected.count("edge"), "edges")
    for i, node in enumerate(nodes):
        same(node["name"], f"e{i}")
        for key in ("label", "type"):
            same(unescaped(node.get(key, "")), drawn(expected.one("node", i, key)), i, key)
        same(json.loads(unescaped(node["aliases"])), drawn(expected.all("node", i, "alias")), i, "aliases")
        same(node["mentions"], expected.one("node", i, "mentions"), i, "mentions")
    for edge in edges:
        i = int(edge["id"][1:])
        same(nodes[edge["tail"]]["name"], expected.one("edge", i, "source"), i, "source")
        same(nodes[edge["head"]]["name"], expected.one("edge", i, "target"), i, "target")
        same(unescaped(edge.get("label", "")), drawn(expected.one("edge", i, "type")), i, "label")
        for key in ("type", "modality", "attribution", "evidence", "document", "open", "inferred", "begin", "end"):
            same(unescaped(edge.get(key, "")), drawn(expected.one("edge", i, key)), i, key)
        same(json.loads(unescaped(edge["qualifiers"])), drawn(expected.qualifiers(i)), i, "qualifiers")
        same(json.loads(unescaped(edge["sources"])), drawn([expected.one("edge", i, "document")]), i, "sources")
    same(len(dot_json(folder / "drawing.dot")["edges"]) > 0, True, "drawing")


if __name__ == "__main__":
    what, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    expected = Expected(folder / "expected.txt")
    {"json": check_json, "graphml": check_graphml, "dot": check_dot}[what](folder, expected)
    print(f"{what}: {checks} comparisons, all the same")
