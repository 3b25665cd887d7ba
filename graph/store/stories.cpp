#include "graph/store/stories.hpp"

#include <string>
#include <tuple>

#include "graph/store/copies.hpp"

namespace newsgraph {

std::vector<Key> Stories::copies_of(Key document) {
    std::vector<Key> copies;
    Statement& row = database_.statement("SELECT b FROM copy_pair WHERE a = ?")(document);
    while (row.step()) copies.push_back(row.integer(0));
    return copies;
}

std::vector<StoryChange> Stories::name_story(Key member) {
    std::set<Key> members{member};
    std::vector<Key> waiting{member};
    while (!waiting.empty()) {
        const Key next = waiting.back();
        waiting.pop_back();
        for (const Key copy : copies_of(next)) {
            if (members.insert(copy).second) waiting.push_back(copy);
        }
    }
    std::tuple<bool, std::string, std::string, Key> first{true, {}, {}, 0};
    std::vector<std::pair<Key, Key>> stories;
    for (const Key key : members) {
        Statement& row = database_.statement("SELECT date, id, story FROM document WHERE key = ?")(key);
        if (!row.step()) continue;
        const std::tuple rank(row.text(0).empty(), row.text(0), row.text(1), key);
        stories.emplace_back(key, row.integer(2));
        row.reset();
        if (std::get<Key>(first) == 0 || rank < first) first = rank;
    }
    std::vector<StoryChange> changed;
    for (const auto& [key, story] : stories) {
        if (story == std::get<Key>(first)) continue;
        database_.statement("UPDATE document SET story = ? WHERE key = ?")(std::get<Key>(first), key).run();
        changed.push_back({key, story, std::get<Key>(first)});
    }
    return changed;
}

std::vector<StoryChange> Stories::add(Key document, const std::vector<std::uint32_t>& sketch) {
    std::set<Key> candidates;
    for (const std::int64_t band : bands_of(sketch)) {
        Statement& row = database_.statement("SELECT document FROM copy_band WHERE band = ?")(band);
        while (row.step()) candidates.insert(row.integer(0));
        database_.statement("INSERT OR IGNORE INTO copy_band (band, document) VALUES (?, ?)")(band, document)
            .run();
    }
    candidates.erase(document);
    for (const Key candidate : candidates) {
        Statement& row = database_.statement("SELECT sketch FROM document WHERE key = ?")(candidate);
        row.step();
        const bool is_one = is_copy(sketch, sketch_from(row.text(0)));
        row.reset();
        if (!is_one) continue;
        Statement& put = database_.statement("INSERT INTO copy_pair (a, b) VALUES (?, ?)");
        put(document, candidate).run();
        put(candidate, document).run();
    }
    return name_story(document);
}

std::vector<StoryChange> Stories::remove(Key document) {
    const std::vector<Key> copies = copies_of(document);
    database_.statement("DELETE FROM copy_pair WHERE a = ?")(document).run();
    for (const Key copy : copies)
        database_.statement("DELETE FROM copy_pair WHERE a = ? AND b = ?")(copy, document).run();
    database_.statement("DELETE FROM copy_band WHERE document = ?")(document).run();
    std::vector<StoryChange> changed;
    for (const Key copy : copies) {
        for (const StoryChange& change : name_story(copy)) changed.push_back(change);
    }
    return changed;
}

}  // namespace newsgraph
