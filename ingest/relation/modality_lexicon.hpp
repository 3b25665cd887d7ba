#pragma once
// Which words make what they govern less than a fact, as data that a user can change.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/language/tags.hpp"

namespace newsgraph {

/// What a word does to what it governs or modifies.
enum class Hold : std::uint8_t {
    none,
    asserts,    // makes it so, in spite of the future: "agreed to", "managed to", "is set to"
    hopes,      // leaves it open: "plans to", "is weighing", "a bid for", "possible"
    negates,    // says that it is not so: "failed to", "ruled out", "instead of"
    collapses,  // says so of its subject: "the talks came to nothing", "the report is wrong"
    hearsay,    // somebody who is not named says so: "reportedly", "is said to", "rumoured"
    says,       // its subject says so: "said", "told", "wrote"
    announces,  // its subject says so, and saying makes it so: "announced", "unveiled", "confirmed"
    claims,     // its subject says so, and the article keeps its distance: "claims", "insists", "boasts"
    suggests,   // evidence says so: "tests suggest", "the study found"
    denies      // its subject says that it is not so: "denied", "rejected the claim that"
};

/// The words of data/ontology/modality.json. A word is looked up by its lemma, lower case; a verb with its
/// particle as "rule out", a fixed phrase as "come to nothing".
class ModalityLexicon {
  public:
    /// Reads the file. Throws Error naming the file, the line or the field, and what to do.
    static ModalityLexicon load(const std::filesystem::path& file);

    /// The same from JSON at hand; `name` is only for messages.
    static ModalityLexicon parse(std::string_view json, const std::string& name);

    Hold verb(std::string_view lemma) const { return find(verbs_, lemma); }
    Hold noun(std::string_view lemma) const { return find(nouns_, lemma); }
    Hold adjective(std::string_view lemma) const { return find(adjectives_, lemma); }
    Hold adverb(std::string_view form) const { return find(adverbs_, form); }
    Hold auxiliary(std::string_view form) const { return find(auxiliaries_, form); }

    /// Of a preposition or subordinator, fixed ones joined by blanks: "rather than", "without", "unless".
    Hold marker(std::string_view form) const { return find(markers_, form); }

    /// A noun for a doing, to which the words around it apply: "takeover" in "weighed a takeover of Acme".
    bool is_event(std::string_view noun) const { return find(events_, noun) != Hold::none; }

    /// A verb that only lends itself to such a noun: "make" in "made no offer".
    bool is_light(std::string_view verb) const { return find(light_, verb) != Hold::none; }

    /// A verb that by itself leaves open what it seeks: "weigh" in "is weighing a takeover", "bid" in "bid
    /// for".
    bool is_seeking(std::string_view verb) const { return find(seeking_, verb) != Hold::none; }

    /// A noun for people whose word is hearsay: "testers" in "testers place it first".
    bool is_source(std::string_view noun) const { return find(sources_, noun) != Hold::none; }

    /// A plural for all who take part: "companies" in "the two companies said".
    bool is_party(std::string_view noun) const { return find(parties_, noun) != Hold::none; }

    /// A noun for whoever something belongs to: "maker" in "by its maker's own account".
    bool is_maker(std::string_view noun) const { return find(makers_, noun) != Hold::none; }

  private:
    using Words = std::unordered_map<std::string, Hold>;
    static Hold find(const Words& words, std::string_view word);

    Words verbs_, nouns_, adjectives_, adverbs_, auxiliaries_, markers_, events_, light_, seeking_, sources_,
        parties_, makers_;
};

}  // namespace newsgraph
