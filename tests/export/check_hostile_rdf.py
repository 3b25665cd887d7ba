"""Reads the hostile graph's RDF with rapper and rdflib and compares every field.

    check_hostile_rdf.py turtle|nquads|jsonld FOLDER

FOLDER is what newsgraph-write-hostile has made.
"""
import collections
import pathlib
import re
import subprocess
import sys

import check_hostile
from check_hostile import Expected, same

vocabulary = "urn:newsgraph:vocabulary#"
relation = "urn:newsgraph:relation:"
base = "urn:newsgraph:graph#"
rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
rdfs = "http://www.w3.org/2000/01/rdf-schema#"
prov = "http://www.w3.org/ns/prov#"
schema = "https://schema.org/"
xsd = "http://www.w3.org/2001/XMLSchema#"

term = r'<([^<>"{}|^`\\\x00-\x20]*)>|"((?:[^"\\\n\r]|\\.)*)"(?:\^\^<([^>]*)>)?'
line = re.compile(rf"(?:{term}) (?:{term}) (?:{term}) (?:(?:{term}) )?\.")
escapes = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", '"': '"', "\\": "\\"}


def unescaped(text):
    return re.sub(r"\\(u([0-9A-F]{4})|U([0-9A-F]{8})|.)",
                  lambda match: chr(int(match[2] or match[3], 16)) if match[2] or match[3] else escapes[match[1]], text)


def statements(path, syntax):
    """Of rapper: (subject, predicate, object or (text, datatype), graph), as N-Quads has them."""
    done = subprocess.run(["rapper", "-q", "-i", syntax, "-o", "nquads", path], capture_output=True)
    same((done.returncode, done.stderr.decode()), (0, ""), path, "rapper's complaints")
    found = []
    for text in done.stdout.decode().split("\n")[:-1]:
        match = line.fullmatch(text)
        if not match:
            sys.exit(f"{path}: no statement: {text!r}")
        terms = [match[i] if match[i] is not None else (match[i + 1] and (unescaped(match[i + 1]), match[i + 2] or ""))
                 for i in (1, 4, 7, 10)]
        if match[8] is not None:
            terms[2] = (unescaped(match[8]), match[9] or "")
        found.append(tuple(terms))
    return found


def held(text):
    """What export/rdf.hpp documents: what RDF programs refuse has a stand-in."""
    return text.replace("\0", "\u2400").replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def encoded(text):
    """`rdf_name` of export/rdf.hpp."""
    kept = [chr(byte) if re.match(rb"[A-Za-z0-9_]", bytes([byte])) or (byte == 45 and i > 0) else f"%{byte:02X}"
            for i, byte in enumerate(text.encode())]
    return "".join(kept)


def compare(found, expected, has_named_graphs):
    about = collections.defaultdict(lambda: collections.defaultdict(list))
    named = {}
    for subject, predicate, value, graph in found:
        if graph:
            named[graph] = (subject, predicate, value)
        else:
            about[subject][predicate].append(value)

    def text(subject, predicate):
        ((value, datatype),) = set(about[base + subject][predicate])
        return value

    for i in range(expected.count("document")):
        same(text(f"d{i}", schema + "identifier"), held(expected.one("document", i, "id")), i, "document")
    for i in range(expected.count("node")):
        same(text(f"e{i}", rdfs + "label"), held(expected.one("node", i, "label")), i, "label")
        same(text(f"e{i}", vocabulary + "entityType"), held(expected.one("node", i, "type")), i, "type")
        same(about[f"{base}e{i}"][vocabulary + "mentions"], [(expected.one("node", i, "mentions"), xsd + "integer")])
        same(sorted(value for value, _ in about[f"{base}e{i}"][schema + "alternateName"]),
             sorted(map(held, expected.all("node", i, "alias"))), i, "aliases")
    number = 0
    for i in range(expected.count("edge")):
        ends = (base + expected.one("edge", i, "source"), base + expected.one("edge", i, "target"))
        predicate = relation + encoded(expected.one("edge", i, "type"))
        for (who, words), modality in zip(expected.claims(i), expected.all("edge", i, "claim_modality")):
            claim = f"c{number}"
            facts = about[base + claim]
            number += 1
            if has_named_graphs:
                same(named[base + claim], (ends[0], predicate, ends[1]), claim, "its graph")
            else:
                same([facts[rdf + part] for part in ("subject", "predicate", "object")],
                     [[ends[0]], [predicate], [ends[1]]], claim, "reified")
            same(facts[vocabulary + "modality"], [vocabulary + modality], claim, "modality")
            same(text(claim, vocabulary + "quote"), held(words), claim, "quote")
            same(text(claim, vocabulary + "relationType"), held(expected.one("edge", i, "type")), claim, "type")
            ((begin, _),), ((end, _),) = facts[vocabulary + "begin"], facts[vocabulary + "end"]
            same(int(end) - int(begin), len(words.encode()), claim, "span")
            (source,) = facts[prov + "hadPrimarySource"]
            same(text(source[len(base):], schema + "identifier"), held(expected.one("edge", i, "document")), claim)
            if who:
                (agent,) = facts[prov + "wasAttributedTo"]
                same(text(agent[len(base):], rdfs + "label"), held(who), claim, "who")
            else:
                same(facts[prov + "wasAttributedTo"], [], claim, "who")
            same(len(facts[prov + "wasDerivedFrom"]), int(predicate == relation + "follows"), claim, "derived")
        grouped = collections.defaultdict(set)
        for claim in range(number - len(expected.claims(i)), number):
            for qualifier in about[f"{base}c{claim}"][vocabulary + "qualifier"]:
                name = text(qualifier[len(base):], vocabulary + "name")
                grouped[name].add(text(qualifier[len(base):], vocabulary + "value"))
        wanted = {held(name): set(map(held, values)) for name, values in expected.qualifiers(i).items()}
        same(dict(grouped), wanted, i, "qualifiers")
    if not has_named_graphs:
        plain = {(s, p, o) for s, facts in about.items() for p, values in facts.items() if p.startswith(relation)
                 for o in values}
        asserted = {(base + expected.one("edge", i, "source"), relation + encoded(expected.one("edge", i, "type")),
                     base + expected.one("edge", i, "target"))
                    for i in range(expected.count("edge")) if expected.one("edge", i, "modality") == "asserted"}
        same(plain, asserted, "plain statements")


def check_turtle(folder, expected):
    compare(statements(folder / "hostile.ttl", "turtle"), expected, False)


def check_nquads(folder, expected):
    compare(statements(folder / "hostile.nq", "nquads"), expected, True)


def check_jsonld(folder, expected):
    import rdflib

    def read(graph):
        """As `statements`; rdflib must not tidy up what the texts of numbers are."""
        return {(str(s), str(p), (str(o), str(o.datatype or "")) if isinstance(o, rdflib.Literal) else str(o), None)
                for s, p, o in graph}

    rdflib.NORMALIZE_LITERALS = False
    graph = rdflib.Graph()
    graph.parse(folder / "hostile.jsonld", format="json-ld")
    found = read(graph)
    compare(found, expected, False)
    same(found, set(statements(folder / "hostile.ttl", "turtle")), "Turtle")


if __name__ == "__main__":
    what, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    expected = Expected(folder / "expected.txt")
    {"turtle": check_turtle, "nquads": check_nquads, "jsonld": check_jsonld}[what](folder, expected)
    print(f"{what}: {check_hostile.checks} comparisons, all the same")
