#include "found.hpp"

#include "ingest/entity/gazetteer.hpp"

namespace newsgraph {
namespace {

/// The gazetteer that comes with the program: its words are part of the rules.
const Gazetteer& shipped() {
    static const Gazetteer gazetteer(std::string(NEWSGRAPH_SOURCE_DIR) + "/data/gazetteer");
    return gazetteer;
}

}  // namespace

Found found_in(const std::vector<std::string>& sentences) {
    Found found{trees(sentences), {}};
    found.text.analysis.text = found.text.text;
    Document document;
    document.text = found.text.text;
    found.entities = find_entities(document, found.text.analysis, shipped());
    return found;
}

std::string referents_of(const Found& found, const std::string& word, int nth) {
    for (TokenIndex i = 0; i < found.text.analysis.tokens.size(); ++i) {
        if (found.text.analysis.form(i) != word || --nth > 0) continue;
        std::string list;
        for (const EntityId id : found.entities.referents(i))
            list += (list.empty() ? "" : ", ") + found.entities.entities[index_of(id)].name;
        return list;
    }
    return "no such word";
}

}  // namespace newsgraph
