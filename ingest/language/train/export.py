"""Writes a trained network as the model file that the program maps into memory (ingest/language/model_file.hpp):
tables in 8 bits, weights in 7, and for each place where the program rounds to 8 bits how fine it may be."""

import struct

import numpy
import torch
from torch.nn import functional

import features

VERSION = 2  # of the file; the program reads no other
MAX_WEIGHT = 64  # kernels::max_weight


def checksum(data):
    total = 0xCBF29CE484222325
    mask = 0xFFFFFFFFFFFFFFFF
    for value in struct.unpack("<%dQ" % (len(data) // 8), data):
        total = ((total ^ value) * 0x9E3779B97F4A7C15) & mask
        total ^= total >> 32
    return total


def whole_numbers(weight):
    """Rows of whole numbers as the program's kernels want them, and their scales."""
    scale = weight.abs().amax(1).clamp(min=1e-8) / MAX_WEIGHT
    return (weight / scale.unsqueeze(1)).round().to(torch.int8).numpy(), scale.numpy()


def table(weight):
    """8 bits with one scale; the few values beyond four deviations are cut."""
    scale = float(min(weight.abs().max(), 6 * weight.std()) / 127)
    return (weight / scale).round().clamp(-127, 127).to(torch.int8).numpy(), scale


def hash_slots(words):
    size = 1
    while size < 2 * len(words):
        size *= 2
    slots = numpy.zeros(size, numpy.uint32)
    keys = numpy.zeros(len(words), numpy.uint32)
    for row, word in enumerate(words):
        if row == 0:
            continue
        h = features.hash64(features.VOCABULARY_SEED, word)
        keys[row] = h >> 32
        slot = h & (size - 1)
        while slots[slot]:
            slot = (slot + 1) & (size - 1)
        slots[slot] = row
    return slots, keys


def calibrate(network, batches):
    """How many units are 1 at each place where the program rounds, so that the greatest value seen just fits."""
    most = {}

    def see(name, value):
        most[name] = max(most.get(name, 0.0), float(value.abs().max()))

    def watch(module, before=None, after=None, added=0.0):
        def hook(_, inputs, output):
            if before:
                see(before, inputs[0])
            if after:
                see(after, output + added)
        return module.register_forward_hook(hook)

    hooks = [watch(network.input, before="input"), watch(network.label_out, before="label"),
             watch(network.arc_product, before="dependent", after="query", added=network.arc_head)]
    hooks += [watch(layer, "layer%d" % k, "layer%d" % (k + 1)) for k, layer in enumerate(network.layers)]
    network.eval()
    with torch.no_grad():
        for words, rows, heads in batches:
            x, _ = network.encode(words, rows)
            see("governor", functional.relu(network.arcs(x)[:, :, network.options["arc"]:]))
            see("governor", functional.relu(network.root_arc))
            network.arc_scores(x)
            network.label_scores(x, heads)
    for hook in hooks:
        hook.remove()
    layers = len(network.layers)
    # A governor's values become weights, counted from the least one there can be.
    governor = 2 * MAX_WEIGHT / (most["governor"] - min(0.0, float(network.root_arc.detach().min())))
    return [127 / most[place] for place in ("input", *("layer%d" % k for k in range(layers + 1)), "dependent",
                                            "query")] + [governor, 127 / most["label"]]


def write(path, network, tags, vocabulary, vector_scale, batches, pairs):
    """tags["names"]: O, B-x, I-x, B-y, …; vocabulary: the words in the order of their rows; pairs: what legal_pairs
    finds."""
    network.eval()
    arrays = {}
    o = network.options

    def linear(name, weight, bias):
        values, scale = whole_numbers(weight.detach())
        arrays[name + ".weight"] = values.tobytes()
        arrays[name + ".scale"] = scale.astype("<f4").tobytes()
        arrays[name + ".bias"] = bias.detach().numpy().astype("<f4").tobytes()

    def floats(name, values):
        arrays[name] = numpy.asarray(values, dtype="<f4").tobytes()

    slots, keys = hash_slots(vocabulary)
    sizes = [o["embedding"], features.VECTOR_SIZE, o["size"], o["layers"], o["arc"], o["label"], o["distance"],
             network.word.num_embeddings, len(vocabulary), len(slots)]
    arrays["sizes"] = struct.pack("<10I", *sizes)
    for layer in ("upos", "xpos", "deprels"):
        arrays[layer] = "\n".join(tags[layer]).encode()
    arrays["tag.pairs"] = pairs.tobytes()
    arrays["names"] = "\n".join(t[2:] for t in tags["names"] if t.startswith("B-")).encode()
    arrays["vocabulary.slots"] = slots.astype("<u4").tobytes()
    arrays["vocabulary.keys"] = keys.astype("<u4").tobytes()
    arrays["vectors"] = (network.vectors / vector_scale).round().clamp(-127, 127).to(torch.int8).numpy().tobytes()
    scales = [vector_scale]
    for name, embedding in [("word", network.word)] + list(enumerate(network.tables)):
        values, scale = table(embedding.weight.detach())
        arrays["table.%s" % name] = values.tobytes()
        scales.append(scale)
    floats("scales", scales)
    floats("units", calibrate(network, batches))
    linear("input", network.input.weight, network.input.bias)
    for k, layer in enumerate(network.layers):
        linear("layer%d" % k, layer.gates.weight, layer.gates.bias)
    heads = [network.upos, network.xpos, network.names, network.arcs, network.labels]
    linear("heads", torch.cat([h.weight for h in heads]), torch.cat([h.bias for h in heads]))
    linear("arc", network.arc_product.weight, network.arc_head)
    linear("label", network.label_out.weight, network.label_out.bias)
    floats("root.arc", network.root_arc.detach())
    floats("root.label", network.root_label.detach())
    floats("distance", network.distance.detach())
    pack(path, arrays)


def legal_pairs(sentences, tags, least=3):
    """[universal tags, Penn tags], 1 where the two stand together at least so often."""
    counts = numpy.zeros((len(tags["upos"]), len(tags["xpos"])), dtype=numpy.int64)
    places = {layer: {tag: i for i, tag in enumerate(tags[layer])} for layer in ("upos", "xpos")}
    for sentence in sentences:
        for upos, xpos in zip(sentence.upos, sentence.xpos):
            if upos in places["upos"] and xpos in places["xpos"]:
                counts[places["upos"][upos], places["xpos"][xpos]] += 1
    return (counts >= least).astype(numpy.uint8)


def pack(path, arrays):
    """Writes the arrays (bytes by name) as a model file."""
    header, entry = 40, 40
    offset = -(-(header + entry * len(arrays)) // 64) * 64
    entries, body = b"", b""
    start = offset
    for name, data in arrays.items():
        entries += struct.pack("<24sQQ", name.encode(), offset, len(data))
        padded = -(-len(data) // 64) * 64
        body += data + b"\0" * (padded - len(data))
        offset += padded
    payload = entries + b"\0" * (start - header - len(entries)) + body
    with open(path, "wb") as file:
        file.write(b"NGMODEL\n" + struct.pack("<IIQQQ", VERSION, len(arrays), features.hash64(0, features.FEATURES),
                                              header + len(payload), checksum(payload)))
        file.write(payload)
    print("%s: version %d, features %016x, checksum %016x, %d bytes" % (
        path, VERSION, features.hash64(0, features.FEATURES), checksum(payload), header + len(payload)))


def load_checkpoint(path):
    from network import Network
    saved = torch.load(path, weights_only=True)
    network = Network(saved["state"]["vectors"], saved["trained"], saved["tags"], saved["options"])
    network.load_state_dict(saved["state"])
    return network, saved


def main():
    import argparse
    import treebank
    import train
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint")
    parser.add_argument("--average", metavar="CHECKPOINT", help="average with this one's weights (Wortsman et al. 2022): "
                        "one that the first was started from")
    parser.add_argument("--share", type=float, default=0.6, help="of the first in that average")
    parser.add_argument("out")
    parser.add_argument("--data", required=True)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    network, saved = load_checkpoint(arguments.checkpoint)
    if arguments.average:
        other, other_saved = load_checkpoint(arguments.average)
        if other_saved["vocabulary"] != saved["vocabulary"] or other_saved["tags"] != saved["tags"]:
            parser.error("the two checkpoints have other vocabularies or tags")
        with torch.no_grad():
            for mine, its in zip(network.parameters(), other.parameters()):
                mine.lerp_(its, 1 - arguments.share)
    encoder = train.Encoder({w: i for i, w in enumerate(saved["vocabulary"])}, saved["tags"])
    trees, gum = treebank.load(arguments.data)[:2]
    sentences = gum[:1500]
    batches = []
    for i in range(0, len(sentences), 50):
        words, rows, gold = encoder.batch(sentences[i:i + 50])
        batches.append((words, rows, gold["heads"].clamp(min=0)))
    write(arguments.out, network, saved["tags"], saved["vocabulary"], saved["scale"], batches,
          legal_pairs(trees + gum, saved["tags"]))


if __name__ == "__main__":
    main()
