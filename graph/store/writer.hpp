#pragma once
// Documents into a store and out of it.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/extraction.hpp"
#include "graph/store/relation_table.hpp"
#include "graph/store/resolution.hpp"
#include "graph/store/sense.hpp"
#include "graph/store/store.hpp"
#include "graph/store/stories.hpp"

namespace newsgraph {

/// A document as it is stored.
struct StoredDocument {
    Extraction extraction;
    std::optional<std::string> text;  // nothing where only claims are known
    std::string hash;                 // sha256 of what it was made from
    std::vector<std::string> known;   // of each entity: the gazetteer's name for it, or empty; may be missing
    std::vector<Sense> senses;        // of each entity: what tells it from namesakes; may be missing
};

/// What a store knows of a document without its content.
struct DocumentState {
    std::string hash;
    std::string source;
};

enum class Verdict { merge, split };

/// Changes a store. Each call is one transaction: it is done whole or, where it throws or the program dies,
/// not at all. After each, what the store holds depends only on its documents and decisions.
class StoreWriter {
  public:
    /// `symmetric_types` as for KnowledgeGraph; where they differ from those that the store was made with,
    /// its relations are made anew. Without a value the store's own are kept.
    explicit StoreWriter(Store& store, std::optional<std::vector<std::string>> symmetric_types = {});

    std::optional<DocumentState> find(const std::string& id);

    /// Adds a document, in the place of the one with its id where there is one. Throws Error where the
    /// extraction contradicts itself (graph/check.hpp) or can't be written.
    void put(const StoredDocument& document);

    /// False where there is no document of that id.
    bool remove(const std::string& id);

    /// Keeps a user's word on two names, in the place of an earlier one on the same two. Where one is of a
    /// single document, that document's entities are found anew.
    void decide(Verdict verdict, const FormName& a, const FormName& b);

    /// False where there is no such decision.
    bool undo(Verdict verdict, const FormName& a, const FormName& b);

  private:
    struct LocalEntity {
        Key key = 0;
        Key form = 0;
        FormName name;
        std::vector<std::string> aliases;
    };

    void set_symmetric_types(std::vector<std::string> types);
    void add(const StoredDocument& document);
    void remove(Key document);
    FormName form_of(const std::string& document, const Entity& entity, const std::string& known,
                     const std::string& sense, std::size_t position);
    Key add_local_entity(Key document, const Entity& entity, const std::string& known,
                         const std::string& sense, std::size_t position, Key form);
    Key add_claim(Key document, const Claim& claim, std::size_t position,
                  const std::vector<LocalEntity>& entities, bool with_evidence);
    void count_apart(const std::vector<LocalEntity>& entities, int change);
    void settle();
    void change_stories(const std::vector<StoryChange>& changes);
    std::optional<Key> key_of(const std::string& id);
    void apply_decision(const FormName& a, const FormName& b);

    Store& store_;
    Database& database_;
    Resolver resolver_;
    RelationTable relations_;
    Stories stories_;
};

}  // namespace newsgraph
