#pragma once
// From what the words say of a claim, and who says so, to its modality and its source as the graph holds
// them.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/extraction.hpp"
#include "ingest/relation/attribution.hpp"
#include "ingest/relation/modality.hpp"

namespace newsgraph {

/// Who belongs to whom: a model to its maker, a person to the firm she leads. What a maker says of its model,
/// or a chief of her company, is said of oneself.
class Affiliations {
  public:
    /// Notes that `member` belongs to `body`, e.g. a model to its maker.
    void add(EntityId member, EntityId body);

    /// Sorts what was added; call it once, before the first question.
    void settle();

    /// Are the two one, or does one belong to the other, or both to a third? Logarithmic, but for a member of
    /// many bodies.
    bool are_one_side(EntityId a, EntityId b) const;

    /// The first body that it belongs to; nothing if none is known.
    std::optional<EntityId> body_of(EntityId member) const;

  private:
    std::vector<std::pair<EntityId, EntityId>> pairs_;
    bool is_member(EntityId member, EntityId body) const;
};

/// What a claim is about, as far as its stance goes.
struct StanceQuestion {
    EntityId head{};
    EntityId tail{};
    bool speech_act = false;  // criticizes, supports, sues: that it is said makes it so
    bool measured = false;    // a comparison or a score: goes on being its source's in the next sentence
};

struct Stance {
    Modality modality = Modality::asserted;
    std::string attributed_to;  // canonical name; empty where nobody is named
    TokenIndex decided_by = no_token;
};

/// The stance of a claim: negated, else possible, else `claimed` where who says so is a party to it or of a
/// party's side, else `reported`. Asserted where all parties say so, or announce it.
Stance stance_of(const StanceQuestion& question, const ModalityReading& reading,
                 const Attribution& attribution, const Affiliations& affiliations, const Entities& entities);

}  // namespace newsgraph
