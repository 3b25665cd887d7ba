"""Sentences with what is known of them: tags, trees, names. Unknown is None (a whole layer) or -100 (a token)."""

import glob
import os
import re
from dataclasses import dataclass, field

UNKNOWN = -100


@dataclass
class Sentence:
    forms: list
    upos: list = None
    xpos: list = None
    heads: list = None  # 0 for the root, else place from 1
    deprels: list = None
    names: list = None  # "O", "B-person", …; None for a token of which nothing is known
    source: str = ""
    misc: list = field(default=None, repr=False)
    rivals: dict = field(default=None, repr=False)  # of a layer, "upos", "xpos" or "heads": by token the value that
    #                                                 may be right instead and how likely the one of the layer is


KNOWN_DEPRELS = set("""root acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp
compound compound:prt conj cop csubj csubj:outer csubj:pass dep det det:predet discourse dislocated expl fixed flat
goeswith iobj list mark nmod nmod:desc nmod:poss nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent
obl:unmarked orphan parataxis punct reparandum vocative xcomp""".split())


def known_deprel(name):
    return name if name in KNOWN_DEPRELS else name.split(":")[0]


def read_conllu(path, source):
    sentences = []
    rows = []
    with open(path, encoding="utf-8") as lines:
        for line in list(lines) + [""]:
            line = line.rstrip("\n")
            if line.startswith("#"):
                continue
            if not line:
                if rows:
                    sentences.append(Sentence(
                        [r[1] for r in rows], [r[3] for r in rows], [r[4] for r in rows],
                        [int(r[6]) for r in rows], [known_deprel(r[7]) for r in rows], None, source,
                        [r[9] for r in rows]))
                rows = []
                continue
            columns = line.split("\t")
            if "-" in columns[0] or "." in columns[0]:
                continue
            rows.append(columns)
    return sentences


GUM_TYPES = {"person": "person", "place": "place", "organization": "organization", "event": "event",
             "object": "product"}
GROUP_WORD = re.compile(r".*(ans|ish|ese|ians|ists|ats|crats|Muslims|Jews|Christians|s)$")


def gum_names(sentence):
    """BIO names from GUM's Entity=: outermost mentions whose head is a proper noun, or that have an article on
    Wikipedia and a capital. What is named but of a type that we have no word for stays unknown."""
    size = len(sentence.forms)
    open_mentions, mentions = [], []
    for i, misc in enumerate(sentence.misc):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", misc)
        if not match:
            continue
        for part in re.findall(r"\([^()]*\)?|[^()]*\)", match.group(1)):
            if part.startswith("("):
                body = part.strip("()").split("-")
                mention = [i, None, body[1] if len(body) > 1 else "", body[0], "-".join(body[6:])]
                if part.endswith(")"):
                    mention[1] = i
                    mentions.append(mention)
                else:
                    open_mentions.append(mention)
            else:
                key = part.strip(")")
                for k in range(len(open_mentions) - 1, -1, -1):
                    if open_mentions[k][3] == key:
                        mention = open_mentions.pop(k)
                        mention[1] = i
                        mentions.append(mention)
                        break
    names = ["O"] * size
    for i in range(size):
        if sentence.upos[i] == "PROPN":
            names[i] = None
    # Widest first, so that a name within a name does not cut it.
    for begin, end, kind, _, link in sorted(mentions, key=lambda m: m[0] - m[1]):
        inside = range(begin, end + 1)
        heads = [i for i in inside if not begin <= sentence.heads[i] - 1 <= end]
        if len(heads) != 1 or sentence.upos[heads[0]] != "PROPN":
            continue
        # The name is the run of proper nouns (and what joins them) around the head.
        first = last = heads[0]
        joined = {"of", "the", "and", "for", "&", "-", "de", "von", "van", "'s", "in"}
        def is_part(i):
            return sentence.upos[i] == "PROPN" or (sentence.upos[i] in ("NOUN", "ADJ", "NUM", "VERB")
                                                   and sentence.forms[i][:1].isupper())
        while first > begin:
            if is_part(first - 1):
                first -= 1
            elif first - 2 >= begin and sentence.forms[first - 1] in joined and is_part(first - 2):
                first -= 2
            elif first - 3 >= begin and sentence.forms[first - 1] == "the" and sentence.forms[first - 2] in joined \
                    and is_part(first - 3):
                first -= 3
            else:
                break
        while last < end:
            if is_part(last + 1) or (sentence.forms[last + 1].isdigit() and not kind == "person"):
                last += 1
            elif last + 2 <= end and sentence.forms[last + 1] in joined - {"'s"} and is_part(last + 2) \
                    and kind in ("organization", "event", "abstract", "object"):
                last += 2
            else:
                break
        if kind == "time":
            for i in range(begin, end + 1):
                names[i] = "O"
            continue
        mapped = GUM_TYPES.get(kind)
        if kind == "object" and not link:
            mapped = None
        if kind == "person" and sentence.xpos[heads[0]] == "NNPS":
            mapped = "group"
        if any(names[i] not in (None, "O") for i in range(first, last + 1)):
            continue
        for i in range(first, last + 1):
            names[i] = None if mapped is None else ("B-" if i == first else "I-") + mapped
    return names


CROSSNER = {
    "algorithm": "technology", "conference": "event", "country": "place", "field": "technology", "location": "place",
    "metrics": "O", "misc": None, "organisation": "organization", "person": "person", "product": "product",
    "programlang": "product", "researcher": "person", "task": "task", "university": "organization",
    "election": "event", "event": "event", "politicalparty": "organization", "politician": "person",
    "academicjournal": "organization", "astronomicalobject": "place", "award": "O", "chemicalcompound": "O",
    "chemicalelement": "O", "discipline": "technology", "enzyme": "O", "protein": "O", "scientist": "person",
    "theory": "technology"}


def read_bio(path, source, mapping=CROSSNER):
    sentences, forms, tags = [], [], []
    with open(path, encoding="utf-8") as lines:
        for line in list(lines) + [""]:
            columns = line.split()
            if not columns:
                if forms:
                    sentences.append(Sentence(forms, names=tags, source=source))
                forms, tags = [], []
                continue
            forms.append(columns[0])
            prefix, _, kind = columns[-1].partition("-")
            mapped = "O" if prefix == "O" else mapping[kind]
            tags.append(mapped if mapped in ("O", None) else prefix + "-" + mapped)
    return sentences


def load(data):
    """All that lies in `data`, by purpose."""
    ewt = os.path.join(data, "ud-ewt")
    train = read_conllu(os.path.join(ewt, "en_ewt-ud-train.conllu"), "ewt")
    dev = read_conllu(os.path.join(ewt, "en_ewt-ud-dev.conllu"), "ewt-dev")
    gum = []
    for path in sorted(glob.glob(os.path.join(data, "ud-gum", "train", "*.conllu"))):
        gum += read_conllu(path, "gum-" + os.path.basename(path).split(".")[0])
    for sentence in gum:
        sentence.names = gum_names(sentence)
    names, names_dev = [], []
    for domain in ("ai", "politics", "science"):
        names += read_bio(os.path.join(data, "ner", domain, "train.txt"), "ner-" + domain)
        names_dev += read_bio(os.path.join(data, "ner", domain, "dev.txt"), "ner-dev-" + domain)
    return train, gum, dev, names, names_dev
