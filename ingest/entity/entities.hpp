#pragma once
// Who and what a document is about: mentions, and the entities that they refer to.

#include <optional>
#include <string>
#include <vector>

#include "graph/extraction.hpp"
#include "ingest/language/analysis.hpp"
#include "ingest/read/document.hpp"

namespace newsgraph {

enum class MentionKind { name, nominal, pronoun };

/// A place in `Entities::mentions`.
enum class MentionId : std::uint32_t {};

struct Mention {
    TokenRange tokens;    // without a leading article, a final possessive or punctuation
    TokenIndex head = 0;  // syntactic head: the token that the phrase's governor governs
    MentionKind kind = MentionKind::name;
    EntityId entity{};  // what it refers to
};

/// Mentions that refer to nothing known are not here.
struct Entities {
    std::vector<Entity> entities;  // in order of first mention
    std::vector<Mention>
        mentions;  // in the text's order; a mention may lie within another ("Meta" in "Meta's model")

    /// What the phrase with that head token refers to: the widest mention with this head; nothing if none
    /// has. For a coordination ("both companies", "they") it may be several: all mentions with that head.
    /// Logarithmic in the number of mentions.
    std::vector<EntityId> referents(TokenIndex head) const;
};

class Gazetteer;

/// Finds names, types them, joins names of one entity, and resolves pronouns and descriptions.
Entities find_entities(const Document& document, const Analysis& analysis, const Gazetteer& gazetteer);

}  // namespace newsgraph
