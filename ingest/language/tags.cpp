#include "ingest/language/tags.hpp"

#include <array>

namespace newsgraph {
namespace {

constexpr std::array<std::string_view, upos_count> upos_names = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, deprel_count> deprel_names = {
    "root",      "acl",           "acl:relcl",    "advcl",       "advcl:relcl", "advmod",      "amod",
    "appos",     "aux",           "aux:pass",     "case",        "cc",          "cc:preconj",  "ccomp",
    "compound",  "compound:prt",  "conj",         "cop",         "csubj",       "csubj:outer", "csubj:pass",
    "dep",       "det",           "det:predet",   "discourse",   "dislocated",  "expl",        "fixed",
    "flat",      "goeswith",      "iobj",         "list",        "mark",        "nmod",        "nmod:desc",
    "nmod:poss", "nmod:unmarked", "nsubj",        "nsubj:outer", "nsubj:pass",  "nummod",      "obj",
    "obl",       "obl:agent",     "obl:unmarked", "orphan",      "parataxis",   "punct",       "reparandum",
    "vocative",  "xcomp"};

constexpr std::array<std::string_view, xpos_count> xpos_names = {
    "ADD",  "AFX", "CC",  "CD",  "-RRB-", "''",   ":",   ",",   "$",   "DT",  "EX",   "FW",  "GW",
    "HYPH", "IN",  "JJ",  "JJR", "JJS",   "LS",   "MD",  "NFP", "NN",  "NNP", "NNPS", "NNS", "-LRB-",
    "``",   "PDT", ".",   "POS", "PRP",   "PRP$", "RB",  "RBR", "RBS", "RP",  "SYM",  "TO",  "UH",
    "VB",   "VBD", "VBG", "VBN", "VBP",   "VBZ",  "WDT", "WP",  "WP$", "WRB"};

template <typename Tag, std::size_t size>
std::optional<Tag> find(const std::array<std::string_view, size>& names, std::string_view name) noexcept {
    for (std::size_t i = 0; i < size; ++i) {
        if (names[i] == name) return static_cast<Tag>(i);
    }
    return std::nullopt;
}

}  // namespace

std::string_view to_string(Upos tag) noexcept { return upos_names[static_cast<std::size_t>(tag)]; }
std::string_view to_string(Deprel relation) noexcept {
    return deprel_names[static_cast<std::size_t>(relation)];
}
std::string_view to_string(Xpos tag) noexcept { return xpos_names[static_cast<std::size_t>(tag)]; }

std::optional<Upos> upos_from(std::string_view name) noexcept { return find<Upos>(upos_names, name); }

std::optional<Deprel> deprel_from(std::string_view name) noexcept {
    if (const auto exact = find<Deprel>(deprel_names, name)) return exact;
    const std::size_t colon = name.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    return find<Deprel>(deprel_names, name.substr(0, colon));
}

std::optional<Xpos> xpos_from(std::string_view name) noexcept { return find<Xpos>(xpos_names, name); }

}  // namespace newsgraph
