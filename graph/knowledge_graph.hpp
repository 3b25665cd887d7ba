#pragma once
// Who and what the documents are about, how these are related, who says so, how firmly, and in which words.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/extraction.hpp"
#include "graph/modality.hpp"
#include "graph/span.hpp"

namespace newsgraph {

struct BoostGraph;

/// Places in a KnowledgeGraph's tables: from 0 upwards, in the order of adding; none is ever taken back.
/// `EntityId` (graph/extraction.hpp) is one too.
enum class RelationId : std::uint32_t {};
enum class ClaimId : std::uint32_t {};
enum class DocumentId : std::uint32_t {};

constexpr std::uint32_t index_of(RelationId id) noexcept { return static_cast<std::uint32_t>(id); }
constexpr std::uint32_t index_of(ClaimId id) noexcept { return static_cast<std::uint32_t>(id); }
constexpr std::uint32_t index_of(DocumentId id) noexcept { return static_cast<std::uint32_t>(id); }

/// The ids from 0 to the last, for `for (const EntityId id : graph.entities())`.
template <typename Id>
class Ids {
  public:
    class Iterator {
      public:
        explicit Iterator(std::uint32_t at) : at_(at) {}
        Id operator*() const noexcept { return Id{at_}; }
        Iterator& operator++() noexcept {
            ++at_;
            return *this;
        }
        bool operator==(const Iterator&) const = default;

      private:
        std::uint32_t at_;
    };

    explicit Ids(std::size_t size) : size_(static_cast<std::uint32_t>(size)) {}
    Iterator begin() const noexcept { return Iterator(0); }
    Iterator end() const noexcept { return Iterator(size_); }
    std::size_t size() const noexcept { return size_; }
    bool contains(Id id) const noexcept { return index_of(id) < size_; }

  private:
    std::uint32_t size_;
};

// What the tables hold, as seen from outside. Strings and names point into the graph and stay valid as long
// as it lives, moved or not; each `std::span` only until the graph next grows.

struct EntityView {
    EntityId id{};
    std::string_view name;    // canonical
    std::string_view folded;  // folded_name(name) (graph/names.hpp)
    std::string_view type;
    std::span<const std::string_view> aliases;  // in order of first mention, without `name`
    std::size_t mentions = 0;                   // over all documents

    bool is_phrase() const noexcept { return type == phrase_type; }
};

struct QualifierView {
    std::string_view name;
    std::string_view value;
    std::string_view normalized;  // empty where there is no such form

    friend bool operator==(const QualifierView&, const QualifierView&) = default;
};

struct EvidenceView {
    DocumentId document{};
    Span span;
    std::string_view text;  // the document's bytes at `span`
};

struct ClaimView {
    ClaimId id{};
    RelationId relation{};
    Modality modality = Modality::asserted;
    std::string_view attributed_to;             // empty where the text names nobody
    std::span<const QualifierView> qualifiers;  // those of one name stand together
    EvidenceView evidence;
    double score = 0;
    bool inferred = false;
    std::span<const ClaimId> inferred_from;
};

/// An edge: all claims with one head, type and tail.
struct RelationView {
    RelationId id{};
    EntityId head{};
    EntityId tail{};
    std::string_view type;
    bool open = false;                       // `type` is an open predicate
    bool inferred = false;                   // no text says it: each of its claims follows from others
    Modality modality = Modality::asserted;  // the firmest of its claims
    std::string_view attributed_to;   // of the claim with that modality, the first stated one of several
    ClaimId shown{};                  // that claim
    std::span<const ClaimId> claims;  // at least one, in the order of adding
};

/// Which relations count. What is left as it is excludes open relations and nothing else.
struct RelationFilter {
    bool open = false;
    bool inferred = true;
    std::vector<Modality> modalities{};  // of the edge; empty: any

    bool accepts(const RelationView& relation) const noexcept;
};

/// What is not given is free, as `?` is in `Meta competes-with ?`.
struct RelationPattern {
    std::optional<EntityId> head{};
    std::optional<std::string_view> type{};
    std::optional<EntityId> tail{};
    RelationFilter filter{};
};

/// How many relations there are of a type.
struct TypeCount {
    std::string_view type;
    std::size_t count = 0;
};

/// A claim with the graph's own ids, for those that rebuild a graph rather than extract one.
struct ClaimRecord {
    EntityId head{};
    std::string type;
    EntityId tail{};
    bool open = false;
    bool inferred = false;
    std::vector<Qualifier> qualifiers;
    Modality modality = Modality::asserted;
    std::string attributed_to;
    DocumentId document{};
    Span span;
    std::string text;
    double score = 0;
};

/// Boost.Graph beneath: a vertex an entity, an edge a relation (graph/boost_graph.hpp).
///
///     KnowledgeGraph graph({"competes-with"});
///     graph.add(extraction);
///     for (const EntityId meta : graph.find("meta's"))
///         for (const RelationId id : graph.relations({.head = meta, .type = "competes-with"}))
///             std::cout << graph.entity(graph.relation(id).tail).name << '\n';
///
/// The same additions in the same order give the same graph with the same ids, on any machine.
/// Reading is safe from several threads while none writes.
class KnowledgeGraph {
  public:
    /// `symmetric_types` are the relation types for which "A is related to B" is one edge with "B is related
    /// to A": such an edge keeps the direction that was added first.
    explicit KnowledgeGraph(std::vector<std::string> symmetric_types = {});
    ~KnowledgeGraph();
    KnowledgeGraph(KnowledgeGraph&&) noexcept;
    KnowledgeGraph& operator=(KnowledgeGraph&&) noexcept;

    // Adding

    /// Adds all that one document says. Its entities join those that the graph knows (graph/merge.hpp).
    /// Returns the document's id. Throws Error, and changes nothing, if the graph
    /// has a document of that id or the extraction contradicts itself (graph/check.hpp).
    DocumentId add(const Extraction& extraction);

    // What `add` is made of, for those that rebuild a graph: readers of files, `subgraph`, a store.
    // Nothing is merged but equal head, type and tail. All strings must be UTF-8, ids those of this graph.

    /// Requires that the graph has no document of that id.
    DocumentId add_document(DocumentRecord record);
    EntityId add_entity(std::string_view name, std::string_view type, std::span<const std::string> aliases,
                        std::size_t mentions);
    /// Adds the edge too, if it is the first claim with its head, type and tail.
    ClaimId add_claim(const ClaimRecord& claim);
    /// Says what an inferred claim follows from.
    void set_premises(ClaimId claim, std::vector<ClaimId> premises);
    /// Adds names and mentions to an entity; `name` becomes canonical where it is fuller (graph/merge.hpp).
    void extend_entity(EntityId entity, std::string_view name, std::span<const std::string> aliases,
                       std::size_t mentions);

    // Looking at the tables: constant time

    Ids<EntityId> entities() const noexcept;
    Ids<RelationId> relations() const noexcept;
    Ids<ClaimId> claims() const noexcept;
    Ids<DocumentId> documents() const noexcept;

    EntityView entity(EntityId id) const noexcept;
    RelationView relation(RelationId id) const noexcept;
    ClaimView claim(ClaimId id) const noexcept;
    const DocumentRecord& document(DocumentId id) const noexcept;
    const std::vector<std::string>& symmetric_types() const noexcept;

    /// The qualifiers of all claims of a relation, united: in the order of the claims, those of one name
    /// together.
    std::vector<QualifierView> qualifiers(RelationId id) const;

    /// The relations that an inferred one follows from, in order, each once; none for one that a text states.
    std::vector<RelationId> premises(RelationId id) const;

    // Finding

    std::optional<DocumentId> find_document(std::string_view id) const;

    /// The entities with that name or alias: those that have it exactly, or else those one of whose names
    /// folds to the same (graph/names.hpp): "the café's" finds "Café". Several where the name is ambiguous:
    /// names before phrases, then the most mentioned first. Costs as much as there are such entities.
    std::vector<EntityId> find(std::string_view name) const;

    /// All entities one of whose names folds to the same, in the order of adding.
    std::vector<EntityId> same_name(std::string_view name) const;

    /// Names for "did you mean": the nearest to a name that nothing has, at most `count`, the best first
    /// (graph/nearest_names.hpp). Looks at every name in the graph.
    std::vector<std::string> nearest_names(std::string_view name, std::size_t count = 3) const;

    /// The relations that fit, in the order of adding. With a head or a tail bound this costs as much as the
    /// answer and the entity's relations; with only a type, as much as the answer; nothing bound, as much as
    /// the graph.
    std::vector<RelationId> relations(const RelationPattern& pattern) const;

    /// The types of the relations that the filter accepts, by name.
    std::vector<TypeCount> relation_types(const RelationFilter& filter = {}) const;

    /// The entity types, by name.
    std::vector<TypeCount> entity_types() const;

  private:
    struct Tables;
    friend const BoostGraph& boost_graph(const KnowledgeGraph& graph) noexcept;

    std::unique_ptr<Tables> tables_;
};

}  // namespace newsgraph
