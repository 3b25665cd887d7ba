#pragma once
// The entities and relations that are written, numbered as they are written.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "export/options.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

/// Some of the ids from 0 to `size`, each with its place among them: about a bit and a half an id.
template <typename Id>
class NumberedIds {
  public:
    explicit NumberedIds(std::size_t size) : words_(size / 64 + 1), before_(words_.size()) {}

    void add(Id id) noexcept { words_[index_of(id) / 64] |= std::uint64_t{1} << (index_of(id) % 64); }

    /// After the last `add`.
    void number() noexcept {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            before_[i] = size_;
            size_ += static_cast<std::uint32_t>(std::popcount(words_[i]));
        }
    }

    bool has(Id id) const noexcept { return (words_[index_of(id) / 64] >> (index_of(id) % 64) & 1) != 0; }

    /// How many stand before it. Requires that it is there.
    std::uint32_t number_of(Id id) const noexcept {
        const std::uint64_t lower = (std::uint64_t{1} << (index_of(id) % 64)) - 1;
        return before_[index_of(id) / 64] +
               static_cast<std::uint32_t>(std::popcount(words_[index_of(id) / 64] & lower));
    }

    std::uint32_t size() const noexcept { return size_; }

    class Iterator {
      public:
        Iterator(const std::vector<std::uint64_t>& words, std::uint32_t word) : words_(&words), word_(word) {
            skip();
        }
        Id operator*() const noexcept {
            return Id{word_ * 64 + static_cast<std::uint32_t>(std::countr_zero(rest_))};
        }
        Iterator& operator++() noexcept {
            rest_ &= rest_ - 1;
            if (rest_ == 0) {
                ++word_;
                skip();
            }
            return *this;
        }
        bool operator==(const Iterator&) const = default;

      private:
        void skip() noexcept {
            while (word_ < words_->size() && (*words_)[word_] == 0) ++word_;
            rest_ = word_ < words_->size() ? (*words_)[word_] : 0;
        }

        const std::vector<std::uint64_t>* words_;
        std::uint32_t word_;
        std::uint64_t rest_ = 0;  // those of the word that are not yet passed
    };

    Iterator begin() const noexcept { return {words_, 0}; }
    Iterator end() const noexcept { return {words_, static_cast<std::uint32_t>(words_.size())}; }

  private:
    std::vector<std::uint64_t> words_;
    std::vector<std::uint32_t> before_;  // of each word: how many stand before it
    std::uint32_t size_ = 0;
};

/// Numbers count up from 0 in the graph's order without gaps, so that a graph written, read back and written
/// again has the same bytes. Memory: about four bits an entity or relation. The graph must outlive it.
class Selection {
  public:
    Selection(const KnowledgeGraph& graph, const ExportOptions& options);

    const NumberedIds<EntityId>& entities() const noexcept { return entities_; }
    const NumberedIds<RelationId>& relations() const noexcept { return relations_; }

    // Their ids in the file: "e0", "r0", "c0". Require that they are selected.
    std::string id(EntityId entity) const { return numbered('e', entities_.number_of(entity)); }
    std::string id(RelationId relation) const { return numbered('r', relations_.number_of(relation)); }
    std::string id(ClaimId claim) const { return numbered('c', number_of(claim)); }

    bool has(EntityId id) const noexcept { return entities_.has(id); }
    bool has(RelationId id) const noexcept { return relations_.has(id); }
    bool has(ClaimId id) const noexcept { return relations_.has(graph_.claim(id).relation); }

  private:
    static std::string numbered(char letter, std::uint32_t number);

    /// Claims are numbered relation by relation. Costs as much as a look at 16 relations.
    std::uint32_t number_of(ClaimId claim) const noexcept;

    const KnowledgeGraph& graph_;
    NumberedIds<EntityId> entities_;
    NumberedIds<RelationId> relations_;
    std::vector<std::uint32_t> claims_before_;  // each 16 relations
};

}  // namespace newsgraph
