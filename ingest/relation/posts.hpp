#pragma once
// Who has been said to have which post at which body, for what is said of the person later.

#include <map>
#include <optional>
#include <vector>

#include "ingest/relation/draft.hpp"
#include "ingest/relation/reading.hpp"

namespace newsgraph {

/// What was told of somebody at a body.
struct Post {
    EntityId body{};
    std::size_t relation =
        0;  // index into `Ontology::relations()`: leads, works-for; founded, where no other is told
    std::optional<Qualifier> role;
};

/// The posts of a document's persons, as far as it has been read. Views the reading, which must outlive it.
class Posts {
  public:
    explicit Posts(const Reading& reading) : reading_(reading) {}

    /// Notes what the draft tells of a person at an organization; nothing where that is over.
    void note(const Draft& draft);

    /// The person's last post; nullptr if none has been told.
    const Post* of(EntityId person) const;

    /// The post of somebody else in the clause than `party`: "Ana" in "Bo succeeds Ana", "her successor";
    /// nullptr if there is none.
    const Post* of_other_person(const Clause& clause, std::optional<EntityId> party) const;

    /// "a former Acme researcher", "previously at Acme": nobody is there any more.
    bool is_past(TokenIndex predicate) const;

    /// Whether a relation is one of posts, which have roles: leads and works-for, not founded.
    static bool tells_roles(const RelationType& type);

  private:
    const Reading& reading_;
    std::map<EntityId, Post> last_;
};

/// Whether a noun says of which organization it is, and that is none of `bodies`: "the former head of Acme"
/// where Bolt is spoken of.
bool is_of_other_body(const Reading& reading, const Clause& noun, const std::vector<EntityId>& bodies);

/// The relation of belonging that the one with that index implies: works-for of leads; itself if it implies
/// none.
std::size_t membership_of(const Ontology& ontology, std::size_t relation);

}  // namespace newsgraph
