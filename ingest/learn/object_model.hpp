#pragma once
// How likely a candidate is the object of each relation: logistic regression, one for each relation, over
// shared features.

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "ingest/learn/features.hpp"

namespace newsgraph {

/// What is known of a candidate and a relation together, the same for all relations, so that it holds of
/// those without examples too. Each is 0 or 1.
enum class Hint : std::uint8_t {
    bias,
    governor_says_it,  // the word that it hangs on is one of the label's: "directed by X" for "director"
    above_says_it,     // the word above that
    before_says_it,    // one of the three words before
    after_says_it,     // one of the three words after
    sentence_says_it,  // any word of the sentence
    is_the_label,      // its own words: "genre" in "of the horror genre"
    type_fits,         // what the range names
    type_is_other,     // what the range excludes
    date_fits,
    number_fits,
    is_name,  // where the range says nothing
    is_phrase,
    is_value,   // a date or number where none is called for
    is_cut,     // part of a longer name or phrase
    seen_here,  // its words were an object of the relation in the examples
    seen_often_here,
    seen_elsewhere,   // an object of other relations only
    seen_as_subject,  // never an object
    never_seen,
    mostly_here,  // more than half of the times that its words were an object
};
inline constexpr std::size_t hint_count = 21;
using Hints = std::uint32_t;  // a bit for each

constexpr Hints hint(Hint which, bool holds = true) noexcept {
    return holds ? Hints{1} << static_cast<unsigned>(which) : 0;
}

/// A candidate as the model sees it.
struct ObjectInstance {
    std::vector<std::uint32_t> rows;  // of its features, where the model knows them
    std::vector<Hints> hints;         // of each relation
};

/// Which of a sentence's candidates are an object of which relation. A triple has several where its object's
/// words stand several times.
struct ObjectTarget {
    std::uint32_t relation = 0;
    std::vector<std::uint32_t> candidates;
};

/// From features to the rows of a model.
class FeatureRows {
  public:
    /// Counts the features of one text; those that fewer than two texts have get no row.
    void count(std::span<const std::vector<Feature>> candidates);
    void settle();
    std::size_t size() const noexcept { return size_; }

    /// The rows of those features that have one.
    std::vector<std::uint32_t> rows(std::span<const Feature> features) const;

  private:
    struct Seen {
        std::uint32_t text = 0;
        std::uint32_t texts = 0;
        std::uint32_t row = 0;
    };
    std::unordered_map<Feature, Seen> seen_;
    std::uint32_t text_ = 0;
    std::size_t size_ = 0;
};

/// A text's candidates and what they are.
struct ObjectExample {
    std::vector<ObjectInstance> candidates;
    std::vector<ObjectTarget> targets;
};

class ObjectModel {
  public:
    /// Knows only the hints, weighted as for an ontology without examples.
    ObjectModel(std::size_t relations, std::size_t rows);

    /// Learns from the examples at these places. A sentence without a triple for a relation counts as none
    /// only by `unlabelled_weight`, in [0, 1]: examples may be incomplete. Deterministic.
    void learn(const std::vector<ObjectExample>& examples, std::span<const std::uint32_t> places,
               float unlabelled_weight);

    /// The probability of each relation that the candidate is its object.
    void probabilities(const ObjectInstance& instance, std::span<float> result) const;

    std::size_t relations() const noexcept { return relations_; }
    float weight(std::uint32_t row, std::uint32_t relation) const {
        return weights_[row * relations_ + relation];
    }

  private:
    void scores(const ObjectInstance& instance, std::span<float> result) const;

    std::size_t relations_;
    std::vector<float> weights_;  // [row][relation]
    std::vector<float> hint_weights_;
    std::vector<float> bias_;  // of each relation
};

}  // namespace newsgraph
