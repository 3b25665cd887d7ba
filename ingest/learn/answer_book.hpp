#pragma once
// How answers are written: known names in their own form, dates and numbers in the form that a relation's
// examples have.

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/learn/candidates.hpp"

namespace newsgraph {

enum class Side : std::uint8_t { subject, object };

/// How often words were an answer in the examples.
struct Familiarity {
    std::uint32_t here = 0;       // on this side of this relation
    std::uint32_t same_side = 0;  // on this side of any
    std::uint32_t anywhere = 0;
};

/// Learned from examples, then only asked. What an example itself taught can be left out of the answer, so
/// that what is learned from the book is not learned from the solution.
class AnswerBook : public KnownKeys {
  public:
    static constexpr std::uint32_t no_example = 0xffffffff;

    /// Takes note of a triple's side. `candidates` are those of its sentence, found without this book.
    void learn(std::uint32_t example, std::uint32_t relation, Side side, const std::string& answer,
               const std::vector<Candidate>& candidates);

    /// Call once after the last `learn`: finds words that stand for answers that their sentences never name.
    void settle();

    bool has(const std::string& key) const override { return senses_.contains(key); }

    /// The candidate as an answer of that relation and side, e.g. "Albert_B._White", "01 January 1962",
    /// "89.0". `except` is the example that must not be used, or `no_example`.
    std::string answer(const Candidate& candidate, std::uint32_t relation, Side side,
                       std::uint32_t except) const;

    /// For each relation, how often the candidate's words were an answer on that side.
    std::vector<Familiarity> familiarity(const Candidate& candidate, std::size_t relations, Side side,
                                         std::uint32_t except) const;

  private:
    struct Occurrence {
        std::uint32_t example = 0;
        std::uint32_t relation = 0;
        Side side = Side::object;
    };
    /// An answer that some words stand for.
    struct Sense {
        std::string answer;
        bool is_exact = false;  // the words are the answer's own
        std::vector<Occurrence> occurrences;
    };
    /// How the answers of a relation's side are written; each counts examples.
    struct Forms {
        std::array<std::array<std::uint32_t, 2>, date_form_count> dates{};   // [form][quoted]
        std::map<std::pair<bool, std::string>, std::uint32_t> number_rests;  // (quoted, what follows)
        std::array<std::uint32_t, 2> whole_numbers{};                        // without and with a point
        std::array<std::uint32_t, 2> quotes{};                               // of words
        std::array<std::uint32_t, 2> underscores{};
        std::map<std::string, std::uint32_t> endings;  // "_language" after the words of the text; "" for none
    };
    /// An answer whose words its sentence does not have.
    struct Unnamed {
        std::string answer;
        Occurrence occurrence;
        std::vector<std::string> keys;  // of the sentence's candidates
    };

    void learn_forms(const std::string& answer, const std::vector<Candidate>& candidates, Forms& forms) const;
    void add_sense(const std::string& key, const std::string& answer, bool is_exact, Occurrence occurrence);
    const Sense* best_sense(const std::string& key, std::uint32_t relation, Side side,
                            std::uint32_t except) const;
    const Forms& forms_of(std::uint32_t relation, Side side) const;

    std::unordered_map<std::string, std::vector<Sense>> senses_;
    std::map<std::pair<std::uint32_t, Side>, Forms> forms_;
    Forms all_forms_;
    std::vector<Unnamed> unnamed_;
    std::unordered_map<std::string, std::uint32_t>
        key_examples_;  // in how many examples a key is a candidate
    std::uint32_t last_example_ = no_example;
};

/// Whether two answers are written alike: white space, underscores and case aside.
bool same_answer(std::string_view a, std::string_view b);

}  // namespace newsgraph
