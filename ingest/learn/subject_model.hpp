#pragma once
// Which candidate is the subject, given a relation and its object: a choice among them and "none of these".

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "ingest/learn/features.hpp"

namespace newsgraph {

/// The features of each option; the last are those of "none of these".
using SubjectOptions = std::vector<std::vector<Feature>>;

/// An object whose subject is looked for.
struct SubjectChoice {
    std::uint32_t relation = 0;
    std::shared_ptr<const SubjectOptions> options;  // the same whatever the relation
    SubjectOptions more;                            // what the relation adds to each
    std::vector<std::uint32_t> right;               // options that are right: the last where none is
};

/// A log-linear choice. Its weights are found by hashes of their features, in a table of fixed size.
class SubjectModel {
  public:
    /// Prefers the subject of the object's clause, as for an ontology without examples.
    SubjectModel();

    /// Deterministic.
    void learn(std::span<const SubjectChoice* const> choices);

    /// The probability of each option.
    std::vector<float> probabilities(const SubjectChoice& choice) const;

  private:
    float score(const std::vector<Feature>& features, std::uint32_t relation) const;

    std::vector<float> weights_;
};

}  // namespace newsgraph
