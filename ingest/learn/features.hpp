#pragma once
// What a learner sees of a candidate in its sentence: features, each a name and a value under one number.

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/learn/candidates.hpp"
#include "ingest/learn/text_reading.hpp"

namespace newsgraph {

/// A feature's number: a hash of its name and value, the same on every machine.
using Feature = std::uint64_t;

Feature feature(std::string_view name, std::string_view value = {}, std::string_view more = {}) noexcept;

/// One feature out of two that hold together.
Feature combined(Feature a, Feature b) noexcept;

/// The candidate as an object: its kind, type and words, those around it, what it hangs on in the tree, what
/// the sentence is about. Bounded by a constant for each candidate, but for the sentence's own predicate.
std::vector<Feature> object_features(const TextReading& reading, const Candidate& object);

/// Two candidates as subject and object: their order and distance, what stands between them, the way from one
/// to the other in the tree, the subject's own part in the sentence.
std::vector<Feature> pair_features(const TextReading& reading, const Candidate& subject,
                                   const Candidate& object);

/// What the sentence is like where none of its candidates is the subject.
std::vector<Feature> absent_subject_features(const TextReading& reading, const Candidate& object);

}  // namespace newsgraph
