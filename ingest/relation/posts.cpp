#include "ingest/relation/posts.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "ingest/relation/tree_queries.hpp"

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
    const auto& tokens = reading_.analysis.tokens;
    const auto is_one_of = [&](TokenIndex token, std::initializer_list<std::string_view> words) {
        return std::ranges::find(words, lower_form(reading_.analysis, token)) != words.end();
    };
    // "previously at Acme", "formerly head of Acme", "once led Acme"
    if (std::ranges::any_of(near_dependents(reading_.dependents, predicate), [&](TokenIndex child) {
            if (child >= predicate) return false;
            if (is_one_of(child, {"formerly", "previously"})) return true;
            // Not "once Acme has sold it", "once again leads", "at once became chief".
            const bool is_present =
                tokens[predicate].xpos == Xpos::vbz || tokens[predicate].xpos == Xpos::vbp;
            return is_one_of(child, {"once"}) && tokens[child].deprel != Deprel::mark && !is_present &&
                   !is_one_of(child + 1, {"again", "more"}) && (child == 0 || !is_one_of(child - 1, {"at"}));
        }))
        return true;
    // "used to run Acme"
    const TokenIndex governor = tokens[predicate].head;
    if (tokens[predicate].xpos == Xpos::vb && governor != no_token && governor < predicate &&
        is_one_of(governor, {"used"}) && tokens[predicate - 1].xpos == Xpos::to)
        return true;
    if (tokens[predicate].upos == Upos::verb || tokens[predicate].upos == Upos::aux) return false;
    // "Former Acme chief executive Ana Roe", "Acme's then chief executive": within the noun's own phrase.
    const TokenIndex begin =
        reading_.analysis.sentences[reading_.analysis.sentence_of(predicate)].tokens.begin;
    for (TokenIndex at = predicate; at > begin && predicate - at < max_words_before; --at) {
        const Token& word = tokens[at - 1];
        if (is_one_of(at - 1, {"former", "ex", "onetime"})) return true;
        // "then chairman" after an owner or an article; "Then chairman Bo Lind left" tells of an order.
        if (is_one_of(at - 1, {"then"}) && at - 1 > begin &&
            (tokens[at - 2].xpos == Xpos::pos || tokens[at - 2].upos == Upos::det ||
             tokens[at - 2].xpos == Xpos::prp_poss))
            return true;
        const bool inside = word.upos == Upos::noun || word.upos == Upos::propn || word.upos == Upos::adj ||
                            reading_.analysis.form(at - 1) == "-";
        if (!inside) break;
    }
    return false;
}

bool Posts::tells_roles(const RelationType& type) { return type.has_qualifier("role"); }

bool is_of_other_body(const Reading& reading, const Clause& noun, const std::vector<EntityId>& bodies) {
    return std::ranges::any_of(noun.arguments, [&](const Argument& argument) {
        const bool names = argument.role == Role::possessor || argument.role == Role::modifier ||
                           argument.preposition == "of" || argument.preposition == "at";
        if (!names || argument.origin != Origin::own) return false;
        const std::vector<Referent> others = reading.referents(argument.head, {"organization"});
        return !others.empty() && std::ranges::none_of(others, [&](const Referent& other) {
            return std::ranges::find(bodies, other.entity) != bodies.end();
        });
    });
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
