"""The network: words to vectors, three bidirectional layers of simple recurrent units, and a head a task.

All products are dense over words; the recurrence is element by element (as in SRU, Lei et al. 2018, and QRNN,
Bradbury et al. 2017), so that the program spends its time in large products of integers."""

import math
import torch
from torch import nn
from torch.nn import functional

from features import BUCKETS, VECTOR_SIZE


class Recurrence(torch.autograd.Function):
    """state[t] = forget[t] * state[t-1] + new[t], over the first dimension."""

    @staticmethod
    def forward(context, forget, new):
        state = new.clone()
        for t in range(1, state.shape[0]):
            state[t].addcmul_(forget[t], state[t - 1])
        context.save_for_backward(forget, state)
        return state

    @staticmethod
    def backward(context, gradient):
        forget, state = context.saved_tensors
        gradient = gradient.clone()
        for t in range(gradient.shape[0] - 1, 0, -1):
            gradient[t - 1].addcmul_(forget[t], gradient[t])
        of_forget = torch.zeros_like(forget)
        torch.mul(gradient[1:], state[:-1], out=of_forget[1:])
        return of_forget, gradient


class Layer(nn.Module):
    """Both directions: the first half of the units reads forwards, the second backwards."""

    def __init__(self, size):
        super().__init__()
        self.size = size
        self.gates = nn.Linear(size, 3 * size)
        nn.init.xavier_uniform_(self.gates.weight, gain=1.0)
        with torch.no_grad():
            self.gates.bias.zero_()
            self.gates.bias[size:2 * size] = torch.linspace(-1, 2, size)[torch.randperm(size)]

    def forward(self, x, mask, dropout):
        """x: [time, batch, size]; mask: [time, batch, 1], 1 where there is a word."""
        size, half = self.size, self.size // 2
        candidate, forget, reset = functional.linear(functional.dropout(x, dropout, self.training),
                                                     self.gates.weight, self.gates.bias).split(size, 2)
        forget = torch.sigmoid(forget)
        new = (1 - forget) * candidate * mask
        forget = forget * mask + (1 - mask)
        forget = torch.cat([forget[:, :, :half], forget[:, :, half:].flip(0)], 2)
        new = torch.cat([new[:, :, :half], new[:, :, half:].flip(0)], 2)
        state = Recurrence.apply(forget, new)
        state = torch.cat([state[:, :, :half], state[:, :, half:].flip(0)], 2)
        reset = torch.sigmoid(reset)
        return reset * torch.tanh(state) + (1 - reset) * x


class Network(nn.Module):
    def __init__(self, vectors, trained_words, tags, options):
        """vectors: [vocabulary, 100] floats, row 0 for what is unknown; trained_words: how many of its first
        rows have an embedding of their own too."""
        super().__init__()
        o = options
        self.options = o
        self.register_buffer("vectors", vectors)
        self.word = nn.Embedding(trained_words, o["embedding"])
        self.tables = nn.ModuleList(nn.Embedding(n, o["embedding"]) for n in BUCKETS)
        for table in [self.word, *self.tables]:
            nn.init.normal_(table.weight, std=0.15)
        self.input = nn.Linear(o["embedding"] + VECTOR_SIZE, o["size"])
        self.layers = nn.ModuleList(Layer(o["size"]) for _ in range(o["layers"]))
        size = o["size"]
        self.upos = nn.Linear(size, len(tags["upos"]))
        self.xpos = nn.Linear(size, len(tags["xpos"]))
        self.names = nn.Linear(size, len(tags["names"]))
        self.arcs = nn.Linear(size, 2 * o["arc"])
        self.labels = nn.Linear(size, 2 * o["label"])
        self.root_arc = nn.Parameter(torch.randn(o["arc"]) * 0.1)
        self.root_label = nn.Parameter(torch.randn(o["label"]) * 0.1)
        self.arc_product = nn.Linear(o["arc"], o["arc"], bias=False)
        nn.init.normal_(self.arc_product.weight, std=1 / o["arc"])
        self.arc_head = nn.Parameter(torch.zeros(o["arc"]))
        self.distance = nn.Parameter(torch.zeros(2 * o["distance"] + 1))
        self.label_out = nn.Linear(o["label"], len(tags["deprels"]))

    def encode(self, words, rows):
        """words: [time, batch] places in the vocabulary; rows: [time, batch, 5] places in the hashed tables."""
        o = self.options
        mask = (words >= 0).unsqueeze(2).float()
        words = words.clamp(min=0)
        known = words
        if self.training:
            # A word is sometimes unseen: the rest of it must do.
            drop = torch.rand(words.shape) < o["word_dropout"]
            known = torch.where(drop, torch.zeros_like(words), words)
            drop = drop & (torch.rand(words.shape) < 0.3)
            words = torch.where(drop, torch.zeros_like(words), words)
        trained = torch.where(known < self.word.num_embeddings, known, torch.zeros_like(known))
        x = self.word(trained)
        for i, table in enumerate(self.tables):
            x = x + table(rows[:, :, i])
        x = torch.cat([x, self.vectors[words]], 2)
        x = functional.dropout(x, o["input_dropout"], self.training)
        x = self.input(x)
        for layer in self.layers:
            x = layer(x, mask, o["dropout"])
        return functional.dropout(x, o["dropout"], self.training), mask

    def arc_scores(self, x):
        """[batch, dependent, head], heads: the root, then the words."""
        time, batch, _ = x.shape
        dependent, head = functional.relu(self.arcs(x)).split(self.options["arc"], 2)
        dependent = functional.dropout(dependent, self.options["dropout"], self.training)
        head = functional.dropout(head, self.options["dropout"], self.training)
        head = torch.cat([self.root_arc.expand(1, batch, -1), head], 0)
        scores = torch.einsum("ibd,jbd->bij", self.arc_product(dependent), head)
        scores = scores + (head @ self.arc_head).t().unsqueeze(1)
        reach = self.options["distance"]
        i = torch.arange(time)
        away = (i[None, :] - i[:, None]).clamp(-reach, reach) + reach
        distance = self.distance[away]
        return scores + torch.cat([torch.zeros(time, 1), distance], 1)

    def label_scores(self, x, heads):
        """heads: [time, batch], 0 for the root."""
        time, batch, _ = x.shape
        size = self.options["label"]
        dependent, head = self.labels(x).split(size, 2)
        head = torch.cat([self.root_label.expand(1, batch, -1), head], 0)
        chosen = head.gather(0, heads.unsqueeze(2).expand(-1, -1, size))
        hidden = functional.relu(dependent + chosen)
        return self.label_out(functional.dropout(hidden, self.options["dropout"], self.training))
