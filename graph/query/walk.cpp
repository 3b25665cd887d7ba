#include "graph/query/walk.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace newsgraph {
namespace {

using Distances = std::unordered_map<EntityKey, std::size_t>;

/// A relation as seen from one of its ends.
struct Link {
    EntityKey other{};
    RelationKey relation{};
    std::int64_t modality = 0;
};

class Links {
  public:
    Links(Store& store, const ClaimFilter& filter) {
        const std::string condition = filter.relation_condition();
        const auto prepare = [&](const std::string& near, const std::string& far) {
            return store.database().prepare("SELECT r." + far +
                                            ", r.key, r.modality FROM relation r WHERE r." + near + " = ?1" +
                                            condition);
        };
        outgoing_ = prepare("head", "tail");
        incoming_ = prepare("tail", "head");
        type_ = store.database().prepare("SELECT type FROM relation WHERE key = ?");
    }

    std::vector<Link> of(EntityKey entity) {
        std::vector<Link> links;
        for (Statement* row : {outgoing_.get(), incoming_.get()}) {
            (*row)(number(entity));
            while (row->step())
                links.push_back({EntityKey{row->integer(0)}, RelationKey{row->integer(1)}, row->integer(2)});
        }
        return links;
    }

    /// Whether `a` is to be shown rather than `b`, of two between the same entities.
    bool is_better(const Link& a, const Link& b) {
        if (a.modality != b.modality) return a.modality < b.modality;
        return type_of(a.relation) < type_of(b.relation);
    }

  private:
    std::string type_of(RelationKey relation) {
        (*type_)(number(relation)).step();
        std::string type = type_->text(0);
        type_->reset();
        return type;
    }

    std::unique_ptr<Statement> outgoing_;
    std::unique_ptr<Statement> incoming_;
    std::unique_ptr<Statement> type_;
};

/// For sorting: what comes first does not depend on keys, which differ from store to store.
std::tuple<std::string, std::string, EntityKey> by_name(EntityTable& entities, EntityKey key) {
    const StoredEntity& entity = entities.entity(key);
    return {entity.name, entity.type, key};
}

/// One side of a search: all entities up to a distance.
class Side {
  public:
    Side(Links& links, EntityKey start) : links_(links), frontier_{start} { distance_[start] = 0; }

    const Distances& distances() const { return distance_; }
    const std::vector<EntityKey>& frontier() const { return frontier_; }
    std::size_t depth() const { return depth_; }

    /// Reaches one step further.
    void advance() {
        ++depth_;
        std::vector<EntityKey> next;
        for (const EntityKey entity : frontier_) {
            for (const Link& link : links_.of(entity))
                if (distance_.emplace(link.other, depth_).second) next.push_back(link.other);
        }
        frontier_ = std::move(next);
    }

  private:
    Links& links_;
    Distances distance_;
    std::vector<EntityKey> frontier_;
    std::size_t depth_ = 0;
};

bool is_at(const Distances& distances, EntityKey entity, std::size_t distance) {
    const auto known = distances.find(entity);
    return known != distances.end() && known->second == distance;
}

/// The layers of entities on shortest paths from the side's start to the meeting points, the start's first.
std::vector<std::unordered_set<EntityKey>> layers_to(const Side& side, const std::vector<EntityKey>& meeting,
                                                     Links& links) {
    std::vector<std::unordered_set<EntityKey>> layers(side.depth() + 1);
    layers.back().insert(meeting.begin(), meeting.end());
    for (std::size_t depth = side.depth(); depth-- > 0;) {
        for (const EntityKey entity : layers[depth + 1]) {
            for (const Link& link : links.of(entity))
                if (is_at(side.distances(), link.other, depth)) layers[depth].insert(link.other);
        }
    }
    return layers;
}

}  // namespace

std::vector<StoredNeighbor> neighbors(Store& store, EntityTable& entities, EntityKey start, std::size_t steps,
                                      const ClaimFilter& filter) {
    Links links(store, filter);
    std::vector<StoredNeighbor> found;
    std::unordered_set<EntityKey> seen{start};
    std::vector<EntityKey> frontier{start};
    for (std::size_t distance = 1; distance <= steps && !frontier.empty(); ++distance) {
        std::unordered_map<EntityKey, std::pair<Link, EntityKey>> reached;  // by which link, from where
        for (const EntityKey entity : frontier) {  // in order, so the first that reaches another is kept
            for (const Link& link : links.of(entity)) {
                if (seen.contains(link.other)) continue;
                const auto [known, is_new] = reached.try_emplace(link.other, link, entity);
                if (!is_new && known->second.second == entity && links.is_better(link, known->second.first))
                    known->second.first = link;
            }
        }
        frontier.clear();
        for (const auto& [entity, link] : reached) frontier.push_back(entity);
        std::ranges::sort(frontier, {}, [&](EntityKey key) {
            return std::pair(~entities.entity(key).mentions, by_name(entities, key));
        });
        for (const EntityKey entity : frontier) {
            const auto& [link, from] = reached.at(entity);
            found.push_back({entity, distance, link.relation, from});
        }
        seen.insert(frontier.begin(), frontier.end());
    }
    return found;
}

std::optional<std::vector<RelationKey>> shortest_path(Store& store, EntityTable& entities, EntityKey from,
                                                      EntityKey to, const ClaimFilter& filter) {
    std::vector<RelationKey> path;
    if (from == to) return path;
    Links links(store, filter);
    Side near(links, from), far(links, to);
    std::vector<EntityKey> meeting;
    while (meeting.empty()) {
        if (near.frontier().empty() || far.frontier().empty()) return std::nullopt;
        Side& smaller = near.frontier().size() <= far.frontier().size() ? near : far;
        const Side& other = &smaller == &near ? far : near;
        smaller.advance();
        for (const EntityKey entity : smaller.frontier())
            if (is_at(other.distances(), entity, other.depth())) meeting.push_back(entity);
    }
    std::vector<std::unordered_set<EntityKey>> layers = layers_to(near, meeting, links);
    auto rest = layers_to(far, meeting, links);
    rest.pop_back();
    layers.insert(layers.end(), rest.rbegin(), rest.rend());

    EntityKey at = from;
    for (std::size_t depth = 1; depth < layers.size(); ++depth) {
        std::optional<Link> best;
        for (const Link& link : links.of(at)) {
            if (!layers[depth].contains(link.other)) continue;
            const bool is_better = !best || (link.other == best->other ? links.is_better(link, *best)
                                                                       : by_name(entities, link.other) <
                                                                             by_name(entities, best->other));
            if (is_better) best = link;
        }
        path.push_back(best->relation);
        at = best->other;
    }
    return path;
}

}  // namespace newsgraph
