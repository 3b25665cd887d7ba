#pragma once
// Whom a predicate is said of where the tree does not tell: the names that stand near it.

#include <optional>
#include <string>
#include <vector>

#include "ingest/relation/reading.hpp"

namespace newsgraph {

/// The entities of `types` that stand where `place` would be looked for around the verb or noun of `clause`,
/// which has nothing there:
/// - a verb's doer: the subject of the verb before it ("Lux runs on Bolt, uses Zed"), or the noun before it,
///   over appositions and relative clauses ("Ana Roe, the singer, bought …");
/// - what a participle is said of: the noun that it follows ("… her book, Lux, published by Acme");
/// - a phrase with the place's preposition on the right, before the next verb, of a noun before a comma.
///
/// Empty where the place is filled by anything that refers to somebody, or nothing near will do. At most
/// `max_tokens_near` tokens are looked at on either side.
std::vector<Referent> nearest_referents(const Reading& reading, const Clause& clause, const Place& place,
                                        const std::vector<std::string>& types);
inline constexpr std::size_t max_tokens_near = 24;

/// What else "it" at `pronoun` may mean: the only entity of `types` that is spoken of before it in its
/// sentence, else the subject of the sentence before; nothing if there is none, or several. Not `except`.
/// Looks at no more than `max_mentions_before` mentions.
std::optional<Referent> other_antecedent(const Reading& reading, TokenIndex pronoun,
                                         const std::vector<std::string>& types, EntityId except);
inline constexpr std::size_t max_mentions_before = 48;

}  // namespace newsgraph
