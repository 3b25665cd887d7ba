#include "ingest/relation/tree_queries.hpp"

#include <algorithm>

#include "ingest/relation/clause.hpp"

namespace newsgraph {

namespace {

constexpr std::size_t max_dependents = 48;  // of one token

bool is_subject(Deprel relation) {
    return relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::nsubj_outer;
}

bool is_after_comma(const Analysis& analysis, TokenIndex token) {
    return token > 0 && (analysis.form(token - 1) == "," || analysis.form(token - 1) == "—");
}

}  // namespace

std::span<const TokenIndex> near_dependents(const Dependents& dependents, TokenIndex token) {
    const auto all = dependents.of(token);
    return all.first(std::min(all.size(), max_dependents));
}

bool has_dependent(const Analysis& analysis, const Dependents& dependents, TokenIndex token,
                   std::initializer_list<Deprel> relations) {
    return std::ranges::any_of(near_dependents(dependents, token), [&](TokenIndex dependent) {
        return std::ranges::find(relations, analysis.tokens[dependent].deprel) != relations.end();
    });
}

bool leads_up_to(const Analysis& analysis, TokenIndex below, TokenIndex above) {
    constexpr std::size_t max_climb = 64;
    for (std::size_t steps = 0; steps <= max_climb && below != no_token; ++steps) {
        if (below == above) return true;
        below = analysis.tokens[below].head;
    }
    return below != no_token;
}

std::string marker_form(const Analysis& analysis, const Dependents& dependents, TokenIndex marker) {
    std::string form = lower_form(analysis, marker);
    for (const TokenIndex part : near_dependents(dependents, marker)) {
        if (analysis.tokens[part].deprel == Deprel::fixed)
            form.append(" ").append(lower_form(analysis, part));
    }
    return form;
}

bool is_relative_clause(const Analysis& analysis, const Dependents& dependents, TokenIndex predicate) {
    if (analysis.tokens[predicate].deprel == Deprel::acl_relcl) return true;
    for (const TokenIndex dependent : near_dependents(dependents, predicate)) {
        if (!is_subject(analysis.tokens[dependent].deprel)) continue;
        const Xpos tag = analysis.tokens[dependent].xpos;
        if ((tag == Xpos::wp || tag == Xpos::wdt) && is_after_comma(analysis, dependent)) return true;
        for (const TokenIndex owner : near_dependents(dependents, dependent)) {
            if (analysis.tokens[owner].xpos == Xpos::wp_poss) return true;  // "whose husband wrote it"
        }
    }
    return false;
}

}  // namespace newsgraph
