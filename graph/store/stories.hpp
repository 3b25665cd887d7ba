#pragma once
// Which documents of a store are copies of one article.

#include <cstdint>
#include <set>
#include <vector>

#include "graph/store/forms.hpp"

namespace newsgraph {

/// That a document's story goes by another key; 0 before it had one.
struct StoryChange {
    Key document = 0;
    Key before = 0;
    Key after = 0;
};

/// A story is what documents belong to that are copies of each other, directly or through others
/// (graph/store/copies.hpp). It goes by the key of its first document: by date, those without one last, then
/// by id.
class Stories {
  public:
    explicit Stories(Database& database) : database_(database) {}

    /// Finds the copies of a document that has been added. Returns whose story has another key now.
    std::vector<StoryChange> add(Key document, const std::vector<std::uint32_t>& sketch);

    /// Forgets a document that is about to go. Returns the same.
    std::vector<StoryChange> remove(Key document);

  private:
    std::vector<Key> copies_of(Key document);
    std::vector<StoryChange> name_story(Key member);

    Database& database_;
};

}  // namespace newsgraph
