#include "ingest/relation/posts.hpp"

#include <algorithm>
#include <array>

namespace newsgraph {
namespace {

constexpr TokenIndex max_words_before = 7;  // of a noun, that belong to its phrase

}  // namespace

void Posts::note(const Draft& draft) {
    const RelationType& type = reading_.ontology.relations()[draft.relation];
    const Claim& claim = draft.claim;
    if (type.member != Implication::Part::head || reading_.type_of(claim.head) != "person") return;
    if (reading_.type_of(claim.tail) != "organization" || is_past(draft.predicate)) return;
    // Who founds a body may have a post at another.
    if (!tells_roles(type) && last_.contains(claim.head)) return;
    Post& post = last_[claim.head];
    // Who leads a body also belongs to it: the firmer of the two, and the role that either tells.
    const bool is_firm = post.role && membership_of(reading_.ontology, post.relation) != post.relation;
    if (post.body == claim.tail && is_firm) return;
    post = {claim.tail, draft.relation, {}};
    const auto role = std::ranges::find(claim.qualifiers, "role", &Qualifier::name);
    if (role != claim.qualifiers.end()) post.role = *role;
}

const Post* Posts::of(EntityId person) const {
    const auto post = last_.find(person);
    return post == last_.end() ? nullptr : &post->second;
}

const Post* Posts::of_other_person(const Clause& clause, std::optional<EntityId> party) const {
    if (clause.kind != ClauseKind::verb && clause.kind != ClauseKind::noun) return nullptr;
    for (const Argument& argument : clause.arguments) {
        const bool owner =
            argument.role == Role::possessor || argument.preposition == "of" || argument.preposition == "to";
        if (clause.kind == ClauseKind::noun && !owner) continue;  // "his successor", "the successor to Bo"
        for (const Referent& person : reading_.referents(argument.head, {"person"})) {
            if (person.entity == party) continue;
            if (const Post* post = of(person.entity)) return post;
        }
    }
    return nullptr;
}

bool Posts::is_past(TokenIndex predicate) const {
    const auto says_so = [&](TokenIndex token) {
        static constexpr std::array<std::string_view, 9> past = {
            "former", "formerly", "previously", "ex", "then", "onetime", "once", "earlier", "retired"};
        return std::ranges::find(past, lower_form(reading_.analysis, token)) != past.end();
    };
    if (std::ranges::any_of(reading_.dependents.of(predicate), says_so)) return true;
    // "Former Acme chief executive Ana Roe", whichever word the tree hangs the first one on.
    const TokenIndex begin =
        reading_.analysis.sentences[reading_.analysis.sentence_of(predicate)].tokens.begin;
    for (TokenIndex at = predicate; at > begin && predicate - at < max_words_before; --at) {
        if (says_so(at - 1)) return true;
        const Upos upos = reading_.analysis.tokens[at - 1].upos;
        if (upos != Upos::noun && upos != Upos::propn && upos != Upos::adj && upos != Upos::part) break;
    }
    return false;
}

bool Posts::tells_roles(const RelationType& type) {
    return std::ranges::find(type.qualifiers, "role", &QualifierSource::name) != type.qualifiers.end();
}

std::size_t membership_of(const Ontology& ontology, std::size_t relation) {
    const RelationType& type = ontology.relations()[relation];
    if (!type.member) return relation;
    for (const Implication& implied : type.implications) {
        const RelationType& other = ontology.relations()[implied.relation];
        if (other.member && implied.head == Implication::Part::head &&
            implied.tail == Implication::Part::tail)
            return implied.relation;
    }
    return relation;
}

}  // namespace newsgraph
