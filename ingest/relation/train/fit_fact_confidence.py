#!/usr/bin/env python3
"""Fits the confidence of open facts: prints the table of ingest/relation/fact_confidence.cpp.

    newsgraph-train-facts DATA SENTENCES FACTS FEATURES
    fit_fact_confidence.py FACTS FEATURES GOLD SCORER [--penalty 10]

GOLD is a benchmark of open extraction with its SCORER, a module like CaRB's with read_gold, sentence_key, Tuple,
compare, one_to_one and score. What a fact should get is the share of its words that the gold fact assigned to it has
too. On standard error: what ten-fold cross-validation over sentences gives.
"""
import argparse
import importlib.util
import random
import sys

import numpy

folds = 10


def load_module(path):
    spec = importlib.util.spec_from_file_location("scorer", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fit(features, targets, penalty):
    """Weights of a logistic regression, the bias last and not penalised; Newton's method."""
    weights = numpy.zeros(features.shape[1])
    penalties = numpy.full(features.shape[1], penalty)
    penalties[-1] = 1e-3
    for _ in range(30):
        predicted = 1 / (1 + numpy.exp(-features @ weights))
        gradient = features.T @ (predicted - targets) + penalties * weights
        curvature = (features.T * (predicted * (1 - predicted))) @ features + numpy.diag(penalties)
        weights -= numpy.linalg.solve(curvature, gradient)
    return weights


class Facts:
    """The facts that were written, each with its features, its target and its sentence's place in the gold."""

    def __init__(self, facts_file, features_file, gold, scorer):
        self.scorer, self.gold = scorer, gold
        with open(facts_file, encoding="utf-8") as lines:
            rows = [line.rstrip("\n").split("\t") for line in lines]
        with open(features_file, encoding="utf-8") as lines:
            self.names = [line.split() for line in lines]
        assert len(rows) == len(self.names), "facts and features are of different runs"
        self.by_sentence = {}
        for number, row in enumerate(rows):
            key = scorer.sentence_key(row[0])
            entry = self.by_sentence.setdefault(key, (row[0], []))
            entry[1].append((number, scorer.Tuple(row[2], row[3:])))
        self.targets = numpy.zeros(len(rows))
        self.places = numpy.full(len(rows), -1)
        for place, (key, (_, expected)) in enumerate(gold.items()):
            found = self.by_sentence.get(key, (None, []))[1]
            scores = [[scorer.compare(wanted, fact) for _, fact in found] for wanted in expected]
            for number, _ in found:
                self.places[number] = place
            for row, column in scorer.one_to_one(scores, list(range(len(found)))):
                self.targets[found[column][0]] = scores[row][column][0]

    def matrix(self, known):
        columns = {name: column for column, name in enumerate(known)}
        matrix = numpy.zeros((len(self.names), len(known) + 1))
        matrix[:, -1] = 1
        for row, names in enumerate(self.names):
            for name in names:
                matrix[row, columns[name]] = 1
        return matrix

    def score(self, confidences):
        system = {}
        for key, (sentence, found) in self.by_sentence.items():
            for number, fact in found:
                fact.confidence = round(float(confidences[number]), 4)
            system[key] = (sentence, [fact for _, fact in found])
        return self.scorer.score(self.gold, system)[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("facts", "features", "gold", "scorer"):
        parser.add_argument(name)
    parser.add_argument("--penalty", type=float, default=10)
    options = parser.parse_args()
    scorer = load_module(options.scorer)
    facts = Facts(options.facts, options.features, scorer.read_gold(options.gold), scorer)
    known = sorted({name for names in facts.names for name in names})
    matrix = facts.matrix(known)
    usable = facts.places >= 0

    chance = random.Random(1)
    fold_of = [chance.randrange(folds) for _ in facts.gold]
    fold = numpy.array([fold_of[place] if place >= 0 else -1 for place in facts.places])
    confidences = numpy.zeros(len(fold))
    for held_out in range(folds):
        learned = fit(matrix[usable & (fold != held_out)], facts.targets[usable & (fold != held_out)], options.penalty)
        rows = fold == held_out
        confidences[rows] = 1 / (1 + numpy.exp(-matrix[rows] @ learned))
    result = facts.score(confidences)
    print("cross-validated: F1 {f1:.4f} at {threshold:.3f}, AUC {auc:.4f}".format(**result), file=sys.stderr)

    weights = fit(matrix[usable], facts.targets[usable], options.penalty)
    print(f"bias {weights[-1]:.2f}")
    for name, weight in zip(known, weights):
        print(f'{{"{name}", {weight:.2f}}},')


if __name__ == "__main__":
    main()
