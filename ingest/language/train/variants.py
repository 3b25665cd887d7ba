"""Sentences of the treebanks with other words in some places, for the teacher to parse: text of the treebanks' own
kind without end. A word gives way to one of its neighbours by word vectors that treebanks have with the same tag, as
TinyBERT's augmentation does (Jiao et al. 2020), or that no treebank has and that ends alike."""

import json

import torch

import names
import treebank

CONTENT = {"NOUN", "VERB", "ADJ", "ADV"}


class Variation:
    def __init__(self, vectors, sentences, rng, known=30000, neighbours=12, share=0.35):
        """`vectors`: the word vectors' file, most frequent words first; `sentences`: a treebank's; `known`: how many
        of the words may come in; `share`: of the content words that give way."""
        self.rng, self.share, self.neighbours = rng, share, neighbours
        self.tags = {}
        for sentence in sentences:
            for form, tag in zip(sentence.forms, sentence.xpos):
                self.tags.setdefault(form.lower(), set()).add(tag)
        with open(vectors, encoding="utf-8") as file:
            packed = json.load(file)
        self.words = [word for word in packed["words"][:known] if word.isalpha()]
        self.index = {word: i for i, word in enumerate(self.words)}
        table = torch.tensor([packed["vectors"][word][:100] for word in self.words])
        self.table = table / table.norm(dim=1, keepdim=True)
        self.near = {}

    def of(self, sentence):
        """Names and words change; what was known of them doesn't hold any more."""
        sentence = names.reworded(sentence, self.rng) if self.rng.random() < 0.5 else sentence
        forms = [self.other(form, sentence.xpos[i])
                 if sentence.upos[i] in CONTENT and self.rng.random() < self.share else form
                 for i, form in enumerate(sentence.forms)]
        return treebank.Sentence(forms, source="varied")

    def other(self, form, tag):
        word = form.lower()
        if word not in self.index:
            return form
        fitting = [other for other in self._near(word) if self._fits(other, word, tag)]
        if not fitting:
            return form
        chosen = self.rng.choice(fitting)
        return chosen.upper() if form.isupper() and len(form) > 1 else \
            chosen[0].upper() + chosen[1:] if form[0].isupper() else chosen

    def _near(self, word):
        if word not in self.near:
            best = (self.table @ self.table[self.index[word]]).topk(self.neighbours + 1).indices.tolist()
            self.near[word] = [self.words[i] for i in best if self.words[i] != word]
        return self.near[word]

    def _fits(self, other, word, tag):
        known = self.tags.get(other)
        return tag in known if known else other[-2:] == word[-2:]
