#pragma once
// Which documents of a store are copies of one article.

#include <cstdint>
#include <set>
#include <vector>

#include "graph/store/forms.hpp"

namespace newsgraph {

/// A story is what documents belong to that are copies of each other, directly or through others
/// (graph/store/copies.hpp). It goes by the key of its first document: by date, those without one last, then
/// by id.
class Stories {
  public:
    explicit Stories(Database& database) : database_(database) {}

    /// Finds the copies of a document that has been added. Returns the documents whose story has another key
    /// now.
    std::vector<Key> add(Key document, const std::vector<std::uint32_t>& sketch);

    /// Forgets a document that is about to go. Returns the same.
    std::vector<Key> remove(Key document);

  private:
    std::vector<Key> copies_of(Key document);
    std::vector<Key> name_story(Key member);

    Database& database_;
};

}  // namespace newsgraph
