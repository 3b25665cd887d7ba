#pragma once
// Relations of a store with all that is said of them.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/extraction.hpp"
#include "graph/query/entities.hpp"
#include "graph/query/filter.hpp"
#include "graph/query/keys.hpp"

namespace newsgraph {

struct StoredClaim {
    std::int64_t key = 0;
    Modality modality = Modality::asserted;
    std::string attributed_to;
    bool inferred = false;
    std::vector<Qualifier> qualifiers;
    DocumentRecord document;
    std::int64_t story = 0;  // equal in copies of one article
    Span span;
    std::string evidence;  // empty unless asked for

    /// The normal form of its qualifier "date"; else the document's date; empty where neither is known.
    std::string date() const;
};

/// A relation as the chosen claims have it.
struct StoredRelation {
    RelationKey key{};
    EntityKey head{};
    EntityKey tail{};
    std::string type;
    bool open = false;
    bool inferred = false;
    Modality modality = Modality::asserted;  // the firmest of its claims
    std::string attributed_to;               // of the first claim of that modality
    std::size_t sources = 0;          // that state it with `modality`; copies of one article count once
    std::vector<StoredClaim> claims;  // by document id, then in the order of the text

    /// The qualifiers of all claims, each once; those of one name stand together.
    std::vector<std::pair<std::string, std::vector<std::string>>> qualifiers() const;

    /// How many sources hold it in each way, the firmest first; what nobody does is left out.
    std::vector<std::pair<Modality, std::size_t>> sources_by_modality() const;
};

class RelationReader {
  public:
    /// `filter` chooses the claims that count; `with_evidence` reads the words as well, which
    /// costs as much as the documents are long.
    RelationReader(Store& store, const ClaimFilter& filter, bool with_evidence);

    StoredRelation read(RelationKey key);

    /// By its first claim: the document's id and the place in it. What is sorted by it comes in the order in
    /// which one reads, the same however a store came about.
    std::pair<std::string, std::int64_t> reading_order(RelationKey key);

  private:
    std::vector<Qualifier> qualifiers_of(std::int64_t claim);

    Database& database_;
    std::unique_ptr<Statement> relation_;
    std::unique_ptr<Statement> claims_;
    std::unique_ptr<Statement> first_;
    std::unique_ptr<Statement> qualifiers_;
};

/// E.g. "claimed by Meta", "reported, inferred".
std::string stance_of(Modality modality, std::string_view attributed_to, bool inferred);

}  // namespace newsgraph
