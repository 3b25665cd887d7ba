"""What the tagger sees of a word. word_features.cpp computes the same from the same bytes: a change here needs
one there, and a new FEATURES string, whose hash the program compares with the model file's."""

FEATURES = "newsgraph features 1: vocabulary, prefix 3, suffix 2 3 4, shape 12; fnv1a64; quotes dashes digits folded"

PREFIX, SUFFIX2, SUFFIX3, SUFFIX4, SHAPE = range(5)
BUCKETS = [4096, 2048, 4096, 8192, 1024]
VECTOR_SIZE = 100

_FOLDED = {}
for _c in "\u2018\u2019\u201a\u201b\u2032`\u00b4":
    _FOLDED[ord(_c)] = "'"
for _c in "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb":
    _FOLDED[ord(_c)] = '"'
for _c in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212":
    _FOLDED[ord(_c)] = "-"
_FOLDED[0x2026] = "..."
_SHAPED = dict(_FOLDED)
for _c in range(ord("A"), ord("Z") + 1):
    _FOLDED[_c] = chr(_c + 32)
    _SHAPED[_c] = "X"
    _SHAPED[_c + 32] = "x"
for _c in range(0xC0, 0xDF):
    if _c != 0xD7:
        _FOLDED[_c] = chr(_c + 32)
        _SHAPED[_c] = "X"
for _c in range(ord("0"), ord("9") + 1):
    _FOLDED[_c] = "0"
    _SHAPED[_c] = "d"


def normalise(form):
    """Lower case, digits as 0, typographic quotes and dashes as ASCII; one name for addresses."""
    word = form.translate(_FOLDED)
    if word == "''":
        return '"'
    if "://" in word or word.startswith("www."):
        return "<url>"
    if "@" in word[1:] and "." in word:
        return "<email>"
    return word


def shape(form):
    """X for an upper-case letter, x for another, d for a digit; at most two alike in a row, 12 in all."""
    out = []
    for c in form:
        for s in _SHAPED.get(ord(c), c if ord(c) < 0x80 else "x"):
            if len(out) == 12:
                return "".join(out)
            if len(out) >= 2 and out[-1] == s and out[-2] == s:
                continue
            out.append(s)
    return "".join(out)


def hash64(seed, text):
    """FNV-1a over the seed's byte and the text's bytes, then mixed so that the low bits depend on all."""
    h = 0xCBF29CE484222325
    for byte in bytes([seed]) + text.encode("utf-8", "surrogateescape"):
        h = ((h ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    h ^= h >> 32
    h = (h * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
    return h ^ (h >> 29)


VOCABULARY_SEED = 100


def buckets(form):
    """The rows of the five hashed tables, in the order of BUCKETS."""
    word = normalise(form)
    texts = [word[:3], word[-2:], word[-3:], word[-4:], shape(form)]
    return [hash64(i, text) % BUCKETS[i] for i, text in enumerate(texts)]
