#pragma once
// Who says so.

#include <span>
#include <vector>

#include "ingest/entity/entities.hpp"
#include "ingest/language/analysis.hpp"
#include "ingest/relation/modality_lexicon.hpp"
#include "ingest/relation/quotations.hpp"

namespace newsgraph {

/// Who says what a predicate says. Without one, the article itself says it.
struct Attribution {
    TokenIndex source = no_token;    // head token of who says so: "testers", "Roe"; `no_token`: unnamed
    TokenIndex verb = no_token;      // the word that reports: "said", "according", "figures", "reportedly"
    Hold hold = Hold::none;          // says, announces, claims, suggests, denies or hearsay; none: nobody
    bool quoted = false;             // in quotation marks, in somebody's own words
    bool carried = false;            // from the sentence before: "Acme says that X … . It also …"
    bool by_all_parties = false;     // "the two companies said"
    bool by_maker = false;           // "its maker says", where the text doesn't tell who that is
    std::vector<EntityId> speakers;  // the entities that `source` refers to; several for "both companies"
};

/// The attributions of a document. Reads its analysis and entities, which must outlive it.
class Attributions {
  public:
    /// Linear in the document.
    Attributions(const Analysis& analysis, const Dependents& dependents, const Entities& entities,
                 const ModalityLexicon& lexicon);

    /// Who says what the clause of `predicate` says: the subject of a reporting verb that governs it ("X said
    /// that …") or that stands beside it ("…, X said"), "according to X", "by X's own account", "tests by X
    /// suggest", a quotation's speaker. A relative clause or an apposition in reported speech is the
    /// article's own. A sentence of figures that goes on from a reported one is its source's too (`carried`).
    /// A source that is itself one of the claim's `arguments`, or names one, does what the clause says and
    /// is nobody that it is held from: "Researchers at Acme built Lux".
    Attribution of(TokenIndex predicate, std::span<const TokenIndex> arguments = {}) const;

    const std::vector<Quotation>& quotations() const noexcept { return quotations_; }

  private:
    const Analysis* analysis_;
    const Dependents* dependents_;
    const Entities* entities_;
    const ModalityLexicon* lexicon_;
    std::vector<Quotation> quotations_;
    std::vector<Attribution> carried_;  // for each sentence: what the one before it leaves
};

}  // namespace newsgraph
