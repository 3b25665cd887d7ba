#include "ingest/known_names.hpp"

#include <string_view>

namespace newsgraph {

std::vector<std::string> known_names(const Extraction& extraction, const Gazetteer& gazetteer) {
    std::vector<std::string> known;
    for (const Entity& entity : extraction.entities) {
        std::string_view name;
        std::size_t count = 0;
        for (const EntryId entry : gazetteer.entries(entity.name)) {
            if (gazetteer.type_name(gazetteer.type(entry)) != entity.type || gazetteer.name(entry) == name)
                continue;
            name = gazetteer.name(entry);
            ++count;
        }
        known.emplace_back(count == 1 ? name : std::string_view());
    }
    return known;
}

}  // namespace newsgraph
