#pragma once
// Who and what a document is about: mentions, and the entities that they refer to.

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/extraction.hpp"
#include "ingest/language/analysis.hpp"
#include "ingest/read/document.hpp"

namespace newsgraph {

enum class MentionKind { name, nominal, pronoun };

/// Why a mention that is no name means what it means.
enum class Link : std::uint8_t {
    none,      // a name: its own words
    beside,    // stands beside the name: "the chipmaker Acme", "Acme, a chipmaker"
    noun,      // the text called it by that noun before: "Acme, a studio, … the studio"
    own_name,  // the noun is a word of its name: "the institute" of Moss Institute
    modifier,  // it is told by where it is from: "the Toronto company"
    kind,      // such a body, and no other near, is called so: "the watchdog"
    salience,  // the likeliest of those spoken of just before
    several,   // those that were named together, or spoken of most: "both companies", "the latter"
    relative,  // what the relative clause is about: "which", "whose"
    speaker,   // who speaks in the quotation: "we", "my"
    ahead,     // the subject that follows: "In its report, Acme …"
    subject    // of its own clause: "itself"
};

/// A place in `Entities::mentions`.
enum class MentionId : std::uint32_t {};

struct Mention {
    TokenRange tokens;    // without a leading article, a final possessive or punctuation
    TokenIndex head = 0;  // syntactic head: the token that the phrase's governor governs
    MentionKind kind = MentionKind::name;
    EntityId entity{};  // what it refers to
    Link link = Link::none;
    TokenIndex antecedent = no_token;  // head of the mention that it takes up; `no_token` of a name
};

/// Mentions that refer to nothing known are not here.
class Entities {
  public:
    std::vector<Entity> entities;   // in order of first mention; those that are added later come last
    std::vector<Mention> mentions;  // in the text's order, those added later last; a mention may lie within
                                    // another ("Meta" in "Meta's model"); change it through `add` only

    /// What the phrase with that head token refers to: the widest mention with this head; nothing if none
    /// has. For "both companies" or "they" it may be several: all mentions as wide with that head.
    /// Constant time.
    std::vector<EntityId> referents(TokenIndex head) const;

    /// The widest mention with that head token. Constant time.
    std::optional<MentionId> mention_at(TokenIndex head) const;

    /// A new entity, named by `tokens`; returns its id. `name` is what the graph shows.
    EntityId add(const Analysis& analysis, std::string name, std::string type, TokenRange tokens,
                 TokenIndex head);

    /// One more mention of an entity.
    MentionId add(const Analysis& analysis, const Mention& mention);

  private:
    std::unordered_map<TokenIndex, std::uint32_t> last_with_head_;  // only asked, never walked
    std::vector<std::uint32_t> previous_with_head_;  // of each mention; its own place where there is none
};

class Gazetteer;

/// Finds names, types them, joins names of one entity, and resolves pronouns and descriptions.
Entities find_entities(const Document& document, const Analysis& analysis, const Gazetteer& gazetteer);

}  // namespace newsgraph
