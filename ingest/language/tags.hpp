#pragma once
// The tag sets of Universal Dependencies (English): https://universaldependencies.org/u/pos/ and /u/dep/,
// and the Penn Treebank's part-of-speech tags as the English treebanks write them.

#include <cstdint>
#include <optional>
#include <string_view>

namespace newsgraph {

enum class Upos : std::uint8_t {
    adj,
    adp,
    adv,
    aux,
    cconj,
    det,
    intj,
    noun,
    num,
    part,
    pron,
    propn,
    punct,
    sconj,
    sym,
    verb,
    x
};
inline constexpr std::size_t upos_count = 17;

/// Dependency relations with the subtypes that English uses; the name of each is its UD name with ":" as "_".
enum class Deprel : std::uint8_t {
    root,
    acl,
    acl_relcl,
    advcl,
    advcl_relcl,
    advmod,
    amod,
    appos,
    aux,
    aux_pass,
    case_,
    cc,
    cc_preconj,
    ccomp,
    compound,
    compound_prt,
    conj,
    cop,
    csubj,
    csubj_outer,
    csubj_pass,
    dep,
    det,
    det_predet,
    discourse,
    dislocated,
    expl,
    fixed,
    flat,
    goeswith,
    iobj,
    list,
    mark,
    nmod,
    nmod_desc,
    nmod_poss,
    nmod_unmarked,
    nsubj,
    nsubj_outer,
    nsubj_pass,
    nummod,
    obj,
    obl,
    obl_agent,
    obl_unmarked,
    orphan,
    parataxis,
    punct,
    reparandum,
    vocative,
    xcomp
};
inline constexpr std::size_t deprel_count = 51;

/// Penn tags, e.g. `nnp` for "NNP"; the name says the tag, punctuation tags are spelt out.
enum class Xpos : std::uint8_t {
    add,
    afx,
    cc,
    cd,
    close_bracket,
    close_quote,
    colon,
    comma,
    currency,
    dt,
    ex,
    fw,
    gw,
    hyph,
    in,
    jj,
    jjr,
    jjs,
    ls,
    md,
    nfp,
    nn,
    nnp,
    nnps,
    nns,
    open_bracket,
    open_quote,
    pdt,
    period,
    pos,
    prp,
    prp_poss,
    rb,
    rbr,
    rbs,
    rp,
    sym,
    to,
    uh,
    vb,
    vbd,
    vbg,
    vbn,
    vbp,
    vbz,
    wdt,
    wp,
    wp_poss,
    wrb
};
inline constexpr std::size_t xpos_count = 49;

/// As CoNLL-U writes them: "PROPN", "nsubj:pass", "-LRB-".
std::string_view to_string(Upos tag) noexcept;
std::string_view to_string(Deprel relation) noexcept;
std::string_view to_string(Xpos tag) noexcept;

/// Whether a verb with that tag has a tense: "ran", "runs", "run" of "they run".
constexpr bool is_finite(Xpos tag) noexcept {
    return tag == Xpos::vbd || tag == Xpos::vbz || tag == Xpos::vbp;
}

/// The tag of that name; for an unknown subtype ("nmod:foo") its universal relation; nothing if there is
/// none.
std::optional<Upos> upos_from(std::string_view name) noexcept;
std::optional<Deprel> deprel_from(std::string_view name) noexcept;
std::optional<Xpos> xpos_from(std::string_view name) noexcept;

}  // namespace newsgraph
