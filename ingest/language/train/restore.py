"""Reads a model file back as a network to train on, where no checkpoint was kept. The weights are as coarse as in
the file (7 bits, the tables' 8), which a few steps of training heal; the vocabulary's words are known by their hashes only, so the
words come from the same sources as at first, and a row whose word isn't found keeps its weights but is never used."""

import json
import struct

import numpy
import torch

import features
from export import VERSION
from network import Network


def arrays_of(path):
    with open(path, "rb") as file:
        data = file.read()
    version, count, definition, _, _ = struct.unpack("<IIQQQ", data[8:40])
    if version != VERSION or definition != features.hash64(0, features.FEATURES):
        raise SystemExit("%s: is of another version or of other features; train without it" % path)
    arrays = {}
    for i in range(count):
        name, offset, size = struct.unpack("<24sQQ", data[40 + 40 * i:80 + 40 * i])
        arrays[name.rstrip(b"\0").decode()] = data[offset:offset + size]
    return arrays


def words_of(vectors):
    with open(vectors, encoding="utf-8") as file:
        return [features.normalise(word) for word in json.load(file)["words"]]


def restore(path, candidates, dropouts):
    """The network, its tags and its vocabulary (word to row), of which `candidates` are the possible words.
    dropouts: the options of that name."""
    arrays = arrays_of(path)
    sizes = struct.unpack("<10I", arrays["sizes"])
    embedding, vector, size, layers, arc, label, distance, trained, words, slot_count = sizes
    whole = lambda name, columns: torch.from_numpy(
        numpy.frombuffer(arrays[name], numpy.int8).reshape(-1, columns).astype(numpy.float32))
    floats = lambda name: torch.from_numpy(numpy.frombuffer(arrays[name], "<f4").astype(numpy.float32))
    tags = {layer: arrays[layer].decode().split("\n") for layer in ("upos", "xpos", "deprels")}
    tags["names"] = ["O"] + [p + t for t in arrays["names"].decode().split("\n") for p in ("B-", "I-")]
    options = {**dropouts, "embedding": embedding, "size": size, "layers": layers, "arc": arc, "label": label,
               "distance": distance}
    scales = floats("scales").tolist()
    network = Network(whole("vectors", vector) * scales[0], trained, tags, options)

    def linear(module, name, begin=0, bias=True):
        end = begin + module.weight.shape[0]
        module.weight.copy_((whole(name + ".weight", module.weight.shape[1])
                             * floats(name + ".scale").unsqueeze(1))[begin:end])
        if bias:
            module.bias.copy_(floats(name + ".bias")[begin:end])
        return end

    with torch.no_grad():
        network.word.weight.copy_(whole("table.word", embedding) * scales[1])
        for i, table in enumerate(network.tables):
            table.weight.copy_(whole("table.%d" % i, embedding) * scales[2 + i])
        linear(network.input, "input")
        for k, layer in enumerate(network.layers):
            linear(layer.gates, "layer%d" % k)
        begin = 0
        for head in (network.upos, network.xpos, network.names, network.arcs, network.labels):
            begin = linear(head, "heads", begin)
        linear(network.arc_product, "arc", bias=False)
        network.arc_head.copy_(floats("arc.bias"))
        linear(network.label_out, "label")
        network.root_arc.copy_(floats("root.arc").view_as(network.root_arc))
        network.root_label.copy_(floats("root.label").view_as(network.root_label))
        network.distance.copy_(floats("distance").view_as(network.distance))

    slots = numpy.frombuffer(arrays["vocabulary.slots"], "<u4")
    keys = numpy.frombuffer(arrays["vocabulary.keys"], "<u4")
    vocabulary = {"": 0}
    taken = {0}
    for word in candidates:
        h = features.hash64(features.VOCABULARY_SEED, word)
        slot = h & (slot_count - 1)
        while slots[slot] and keys[slots[slot]] != h >> 32:
            slot = (slot + 1) & (slot_count - 1)
        row = int(slots[slot])
        if row and row not in taken:
            taken.add(row)
            vocabulary[word] = row
    for row in range(words):
        if row not in taken:
            vocabulary["\n%d" % row] = row
    vocabulary = dict(sorted(vocabulary.items(), key=lambda item: item[1]))
    return network, tags, vocabulary, trained, scales[0], options
