#!/usr/bin/env python3
"""Trains the tagger, parser and name finder, and writes the model file that the program reads.

    python3 ingest/language/train/train.py --data ../shared/data --vectors VECTORS.json --checkpoint english.pt
    python3 ingest/language/train/export.py english.pt data/models/english.ngm --data ../shared/data

The same seed on the same machine gives the same figures but for the last digit: PyTorch's sums aren't the same bits in
each run. --minutes cuts the schedule. Figures on the dev files are printed as it goes."""

import argparse
import json
import os
import random
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import torch
from torch.nn import functional

import features
import names
import treebank
from network import Network
from trees import best_tree

UNKNOWN = treebank.UNKNOWN
NAME_TYPES = ["organization", "person", "model", "product", "benchmark", "task", "place", "event", "work", "law",
              "technology", "group"]


def read_vectors(path, words, limit):
    """The vocabulary: row 0 unknown, the words of the training text, then the most frequent others."""
    with open(path, encoding="utf-8") as file:
        packed = json.load(file)
    table = {}
    names = packed["words"]
    order = []
    for name in names:
        folded = features.normalise(name)
        if folded not in table:
            table[folded] = name
            order.append(folded)
    vocabulary = {"": 0}
    for word in words:
        vocabulary.setdefault(word, len(vocabulary))
    trained = len(vocabulary)
    for word in order:
        if len(vocabulary) >= limit:
            break
        vocabulary.setdefault(word, len(vocabulary))
    vectors = torch.zeros(len(vocabulary), features.VECTOR_SIZE)
    values = packed["vectors"]
    for word, row in vocabulary.items():
        if word in table:
            vectors[row] = torch.tensor(values[table[word]][:features.VECTOR_SIZE])
    # As the model file holds them: 8 bits, one scale.
    scale = vectors.abs().max() / 127 * 0.5
    vectors = (vectors / scale).round().clamp(-127, 127) * scale
    return vocabulary, trained, vectors, float(scale)


class Encoder:
    """Sentences as rows of tables."""

    def __init__(self, vocabulary, tags):
        self.vocabulary = vocabulary
        self.index = {layer: {name: i for i, name in enumerate(names)} for layer, names in tags.items()}
        self.cache = {}

    def word(self, form):
        known = self.cache.get(form)
        if known is None:
            known = (self.vocabulary.get(features.normalise(form), 0), features.buckets(form))
            self.cache[form] = known
        return known

    def batch(self, sentences):
        longest, size = max(len(s.forms) for s in sentences), len(sentences)
        words = torch.full((size, longest), -1, dtype=torch.long)
        rows = torch.zeros((size, longest, 5), dtype=torch.long)
        gold = {layer: torch.full((size, longest), UNKNOWN, dtype=torch.long)
                for layer in ("upos", "xpos", "heads", "deprels", "names")}
        rivals = {layer: (torch.zeros((size, longest), dtype=torch.long), torch.ones((size, longest)))
                  for layer in ("upos", "xpos", "heads")}
        for k, sentence in enumerate(sentences):
            n = len(sentence.forms)
            known = [self.word(form) for form in sentence.forms]
            words[k, :n] = torch.tensor([w for w, _ in known])
            rows[k, :n] = torch.tensor([r for _, r in known])
            for layer in ("upos", "xpos", "deprels", "names"):
                values = getattr(sentence, layer)
                if values is not None:
                    index = self.index[layer]
                    gold[layer][k, :n] = torch.tensor([UNKNOWN if v is None else index.get(v, UNKNOWN)
                                                       for v in values])
            if sentence.heads is not None:
                gold["heads"][k, :n] = torch.tensor(sentence.heads)
            for layer, of_layer in (sentence.rivals or {}).items():
                tags, chances = rivals[layer]
                for i, (tag, chance) in of_layer.items():
                    tags[k, i], chances[k, i] = tag if layer == "heads" else self.index[layer][tag], chance
        gold = {k: v.t() for k, v in gold.items()}
        gold["rivals"] = {layer: (tags.t(), chances.t()) for layer, (tags, chances) in rivals.items()}
        return words.t().contiguous(), rows.transpose(0, 1).contiguous(), gold


def batches(sentences, words, rng):
    """Groups of sentences of like length, about `words` words each, in random order."""
    order = sorted(sentences, key=lambda s: len(s.forms) + rng.random() * 3)
    groups, group, longest = [], [], 0
    for s in order:
        longest = max(longest, len(s.forms))
        if group and longest * (len(group) + 1) > words:
            groups.append(group)
            group, longest = [], len(s.forms)
        group.append(s)
    groups.append(group)
    rng.shuffle(groups)
    return groups


def losses(network, words, rows, gold, weights):
    x, mask = network.encode(words, rows)
    total = 0.0

    def cross(scores, target):
        known = target != UNKNOWN
        if not known.any():
            return 0.0
        return functional.cross_entropy(scores[known], target[known], reduction="sum") / words.shape[0] / words.shape[1]

    def cross_rivals(scores, layer):
        """Of two values that may be right, each counts by how likely it is."""
        known = gold[layer] != UNKNOWN
        if not known.any():
            return 0.0
        rival, chance = (part[known] for part in gold["rivals"][layer])
        logs = scores[known].log_softmax(1)
        first, second = (logs.gather(1, value.unsqueeze(1)).squeeze(1) for value in (gold[layer][known], rival))
        return -(chance * first + (1 - chance) * second).sum() / words.shape[0] / words.shape[1]

    total = total + weights["upos"] * cross_rivals(network.upos(x), "upos")
    total = total + weights["xpos"] * cross_rivals(network.xpos(x), "xpos")
    total = total + weights["names"] * cross(network.names(x), gold["names"])
    if (gold["heads"] != UNKNOWN).any():
        scores = network.arc_scores(x)
        absent = (mask.squeeze(2) == 0).t()  # [batch, time]
        scores[:, :, 1:] = scores[:, :, 1:].masked_fill(absent.unsqueeze(1), -1e4)
        total = total + cross_rivals(scores.transpose(0, 1), "heads")
        heads = gold["heads"].clamp(min=0)
        total = total + cross(network.label_scores(x, heads), gold["deprels"])
    return total


def doubts(scores, tags, sure):
    """By token the second tag and how likely the first is of the two, where the first is less likely than `sure`."""
    chances, places = scores.softmax(1).topk(2, 1)
    return {i: (tags[places[i][1]], round(first / (first + second), 2))
            for i, (first, second) in enumerate(chances.tolist()) if first < sure}


def doubted_heads(scores, tree, least, sure):
    """The same of the heads of a tree that are at least `least` likely; the rival is the likeliest other head."""
    chances = scores.exp()
    chosen = torch.tensor(tree).unsqueeze(1)
    first = chances.gather(1, chosen).squeeze(1)
    second, rivals = chances.scatter(1, chosen, 0.0).max(1)
    return {i: (int(rivals[i]), round(float(first[i] / (first[i] + second[i])), 2))
            for i in range(len(tree)) if least <= first[i] < sure}


def predict(network, encoder, sentences, tags, words=6000, sure=0.0, names_sure=0.0, rivals_below=0.0):
    """A copy of each sentence with what the network makes of it. A head less sure than `sure` is UNKNOWN, and so is
    a name, all of it, with a word less sure than `names_sure`. A tag or head less sure than `rivals_below` comes
    with its rival."""
    network.eval()
    places = sorted(range(len(sentences)), key=lambda i: len(sentences[i].forms))
    results = [None] * len(sentences)
    root = tags["deprels"].index("root")
    with torch.no_grad():
        at = 0
        while at < len(places):
            group = []
            while at < len(places) and (not group or len(sentences[places[at]].forms) * (len(group) + 1) <= words):
                group.append(places[at])
                at += 1
            chosen = [sentences[i] for i in group]
            w, r, _ = encoder.batch([treebank.Sentence(s.forms) for s in chosen])
            x, _ = network.encode(w, r)
            longest = w.shape[0]
            scores = {"upos": network.upos(x).transpose(0, 1), "xpos": network.xpos(x).transpose(0, 1)}
            upos, xpos = scores["upos"].argmax(2).tolist(), scores["xpos"].argmax(2).tolist()
            found = network.names(x).transpose(0, 1)
            arcs = network.arc_scores(x)
            heads, kept, doubted = [], [], []
            for k, s in enumerate(chosen):
                n = len(s.forms)
                of_arcs = arcs[k, :n, :n + 1].log_softmax(1)
                tree = best_tree(of_arcs.numpy())
                heads.append(tree + [0] * (longest - n))
                chances = of_arcs.gather(1, torch.tensor(tree).unsqueeze(1)).exp().squeeze(1).tolist()
                kept.append([h if p >= sure else UNKNOWN for h, p in zip(tree, chances)])
                doubted.append(doubted_heads(of_arcs, tree, sure, rivals_below) if rivals_below > 0 else {})
            labels = network.label_scores(x, torch.tensor(heads).t())
            labels[:, :, root] = -1e4
            labels = labels.argmax(2).t().tolist()
            for k, i in enumerate(group):
                s = sentences[i]
                n = len(s.forms)
                results[i] = treebank.Sentence(
                    s.forms, [tags["upos"][t] for t in upos[k][:n]], [tags["xpos"][t] for t in xpos[k][:n]], kept[k],
                    ["root" if heads[k][j] == 0 else tags["deprels"][labels[k][j]] for j in range(n)],
                    sure_names(found[k, :n], tags["names"], names_sure), s.source, s.misc,
                    {"heads": doubted[k], **{layer: doubts(of_layer[k, :n], tags[layer], rivals_below)
                                             for layer, of_layer in scores.items()}}
                    if rivals_below > 0 else None)
    network.train()
    return results


def best_names(scores, tags):
    """The best legal sequence: I-x only after B-x or I-x."""
    legal = torch.zeros(len(tags), len(tags))
    for i, a in enumerate(tags):
        for j, b in enumerate(tags):
            if b.startswith("I-") and a[2:] != b[2:]:
                legal[i, j] = -1e9
    logs = scores.log_softmax(1)
    best = logs[0] + torch.tensor([-1e9 if t.startswith("I-") else 0.0 for t in tags])
    back = []
    for t in range(1, len(logs)):
        step = best.unsqueeze(1) + legal
        best, origin = step.max(0)
        back.append(origin)
        best = best + logs[t]
    path = [int(best.argmax())]
    for origin in reversed(back):
        path.append(int(origin[path[-1]]))
    return [tags[i] for i in reversed(path)]


def sure_names(scores, tags, sure):
    """The best legal sequence; what is less sure is None, a name as a whole."""
    best = best_names(scores, tags)
    chances = scores.softmax(1)
    doubtful = {i for i, tag in enumerate(best) if chances[i, tags.index(tag)] < sure}
    for begin, end, _ in spans(best):
        if any(i in doubtful for i in range(begin, end)):
            doubtful.update(range(begin, end))
    return [None if i in doubtful else tag for i, tag in enumerate(best)]


def spans(names):
    found, begin, kind = set(), None, None
    for i, tag in enumerate(list(names) + ["O"]):
        if begin is not None and not (tag and tag == "I-" + kind):
            found.add((begin, i, kind))
            begin = None
        if tag and tag.startswith("B-"):
            begin, kind = i, tag[2:]
    return found


def score_trees(gold, system):
    n = upos = xpos = uas = las = 0
    for g, s in zip(gold, system):
        for i in range(len(g.forms)):
            n += 1
            upos += g.upos[i] == s.upos[i]
            xpos += g.xpos[i] == s.xpos[i]
            if g.heads[i] == s.heads[i]:
                uas += 1
                las += g.deprels[i].split(":")[0] == s.deprels[i].split(":")[0]
    return {"upos": upos / n, "xpos": xpos / n, "uas": uas / n, "las": las / n}


def score_names(gold, system):
    right = guessed = there = 0
    for g, s in zip(gold, system):
        # Where the gold file knows nothing, nothing is counted.
        unknown = {i for i, t in enumerate(g.names) if t is None}
        a = spans(g.names)
        b = {x for x in spans(s.names) if not any(i in unknown for i in range(x[0], x[1]))}
        right += len(a & b)
        guessed += len(b)
        there += len(a)
    return {"names_p": right / max(guessed, 1), "names_r": right / max(there, 1),
            "names_f1": 2 * right / max(guessed + there, 1)}


def figures_line(network, encoder, dev, named_dev, tags):
    figures = {**score_trees(dev, predict(network, encoder, dev, tags)),
               **score_names(named_dev, predict(network, encoder, named_dev, tags))}
    return figures, " ".join("%s %.4f" % item for item in figures.items())


def write_conllu(sentences, path):
    with open(path, "w", encoding="utf-8") as out:
        for k, s in enumerate(sentences):
            out.write("# sent_id = %d\n# text = %s\n" % (k + 1, " ".join(s.forms)))
            for i, form in enumerate(s.forms):
                name = (s.names or ["O"] * len(s.forms))[i]
                out.write("\t".join([str(i + 1), form, form.lower(), s.upos[i], s.xpos[i], "_", str(s.heads[i]),
                                     s.deprels[i], "_", "_" if name in (None, "O") else "NER=" + name]) + "\n")
            out.write("\n")


def tag_sets(train, gum):
    return {"upos": sorted({t for s in train for t in s.upos}), "xpos": sorted({t for s in train for t in s.xpos}),
            "deprels": sorted({t for s in train + gum for t in s.deprels}),
            "names": ["O"] + [p + t for t in NAME_TYPES for p in ("B-", "I-")]}


def vary_case(sentence, rng):
    """Headlines in capitals, posts without any."""
    p = rng.random()
    if p > 0.05:
        return sentence
    change = str.upper if p < 0.02 else str.lower if p < 0.035 else (lambda f: f[:1].upper() + f[1:])
    copy = treebank.Sentence(**vars(sentence))
    copy.forms = [change(f) for f in sentence.forms]
    return copy


def epoch_batches(trees, named, words, rng, written=4000, parsed=()):
    """An epoch: the trees and the sentences with names only, some of both with other names, and new written ones."""
    trees = [names.reworded(s, rng) if rng.random() < 0.3 else s for s in trees]
    trees = [names.without_period(s) if rng.random() < 0.04 else s for s in trees + list(parsed)]
    others = [names.renamed(s, rng) for s in named] + names.written(written, rng)
    groups = batches([vary_case(s, rng) for s in trees], words, rng)
    groups += batches([vary_case(s, rng) for s in others], words, rng)
    rng.shuffle(groups)
    return groups


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--vectors", required=True)
    parser.add_argument("--start", help="go on from this checkpoint, with its vocabulary and sizes")
    parser.add_argument("--restore", metavar="MODEL", help="go on from this model file, where no checkpoint was kept")
    parser.add_argument("--silver", help="text that the teacher parsed (silver.py)")
    parser.add_argument("--checkpoint", default="english.pt", help="where the trained network is kept")
    parser.add_argument("--epochs", type=float, default=12)
    parser.add_argument("--minutes", type=float, default=1000, help="the schedule ends by then")
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--dropout", type=float, default=0.27)
    parser.add_argument("--input-dropout", type=float, default=0.2)
    parser.add_argument("--word-dropout", type=float, default=0.12)
    parser.add_argument("--vocabulary", type=int, default=60000)
    parser.add_argument("--words", type=int, default=1500, help="in a batch")
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--evaluate", type=int, default=4, help="figures on dev every so many epochs")
    parser.add_argument("--named", type=int, default=2, help="times that each sentence of CrossNER is learned in an epoch")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()

    torch.set_num_threads(1)
    torch.manual_seed(arguments.seed)
    rng = random.Random(arguments.seed)

    train, gum, dev, named, named_dev = treebank.load(arguments.data)
    tekgen = names.from_tekgen(os.path.join(arguments.data, "text2kg", "wikidata_tekgen", "train"))
    for s in gum + named:
        names.with_groups(s)
    trees, others = train + gum, named * arguments.named + tekgen
    parsed = []
    if arguments.silver:
        import silver
        parsed = silver.read(arguments.silver)
        others = named * arguments.named  # the teacher has parsed TekGen's sentences, so they are among those
    counts = {}
    for s in trees + named + tekgen:
        for form in s.forms:
            w = features.normalise(form)
            counts[w] = counts.get(w, 0) + 1
    frequent = sorted((w for w, n in counts.items() if n >= 3), key=lambda w: (-counts[w], w))
    dropouts = {"dropout": arguments.dropout, "input_dropout": arguments.input_dropout,
                "word_dropout": arguments.word_dropout}
    if arguments.start:
        saved = torch.load(arguments.start, weights_only=True)
        vocabulary = {word: row for row, word in enumerate(saved["vocabulary"])}
        trained, scale, tags = saved["trained"], saved["scale"], saved["tags"]
        options = {**saved["options"], **dropouts}
        network = Network(saved["state"]["vectors"], trained, tags, options)
        network.load_state_dict(saved["state"])
    elif arguments.restore:
        import restore
        network, tags, vocabulary, trained, scale, options = restore.restore(
            arguments.restore, list(counts) + restore.words_of(arguments.vectors), dropouts)
    else:
        vocabulary, trained, vectors, scale = read_vectors(arguments.vectors, frequent, arguments.vocabulary)
        tags = tag_sets(train, gum)
        options = {"embedding": 128, "size": arguments.size, "layers": arguments.layers, "arc": 128, "label": 96,
                   "distance": 16, **dropouts}
        network = Network(vectors, trained, tags, options)
    encoder = Encoder(vocabulary, tags)
    average = {k: v.clone() for k, v in network.state_dict().items()}
    optimizer = torch.optim.Adam(network.parameters(), lr=arguments.rate, betas=(0.9, 0.98), fused=True)
    weights = {"upos": 0.8, "xpos": 0.4, "names": 1.0}
    print("vocabulary %d, trained words %d, parameters %d" % (
        len(vocabulary), trained, sum(p.numel() for p in network.parameters())), flush=True)

    if arguments.start or arguments.restore:
        print("at the start: " + figures_line(network, encoder, dev, named_dev, tags)[1], flush=True)
    start = time.time()
    step = 0
    total = None
    epoch = 0
    done = 0.0
    while done < 1:
        groups = epoch_batches(trees, others, arguments.words, rng, parsed=parsed)
        total = total or int(len(groups) * arguments.epochs)
        running, count = 0.0, 0
        for group in groups:
            done = max(step / total, (time.time() - start) / 60 / arguments.minutes)
            if done >= 1:
                break
            rate = arguments.rate * min(1, (step + 1) / 200) * max(0.02, 1 - done)
            for g in optimizer.param_groups:
                g["lr"] = rate
            loss = losses(network, *encoder.batch(group), weights)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            step += 1
            if step % 4 == 0:
                keep = min(0.995, step / (step + 40.0))
                with torch.no_grad():
                    for k, v in network.state_dict().items():
                        if v.dtype.is_floating_point and k != "vectors":
                            average[k].lerp_(v, 1 - keep)
            running += float(loss.detach())
            count += 1
        epoch += 1
        if done < 1 and epoch % arguments.evaluate:
            print("epoch %d, %.0f s, loss %.4f" % (epoch, time.time() - start, running / max(count, 1)), flush=True)
            continue
        current = {k: v.clone() for k, v in network.state_dict().items()}
        network.load_state_dict(average)
        figures, line = figures_line(network, encoder, dev, named_dev, tags)
        torch.save({"state": average, "tags": tags, "options": options, "vocabulary": list(vocabulary),
                    "trained": trained, "scale": scale, "figures": figures}, arguments.checkpoint)
        network.load_state_dict(current)
        print("epoch %d, %.0f s, loss %.4f: %s" % (epoch, time.time() - start, running / max(count, 1), line),
              flush=True)


if __name__ == "__main__":
    main()
