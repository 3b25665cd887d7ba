#include "export/plain_words.hpp"

#include <cstddef>
#include <vector>

#include "graph/query/relations.hpp"
#include "graph/utf8.hpp"

namespace newsgraph {

std::string stance_of(const RelationView& relation) {
    return stance_of(relation.modality, relation.attributed_to, relation.inferred);
}

std::string stance_of(const ClaimView& claim) {
    return stance_of(claim.modality, claim.attributed_to, claim.inferred);
}

std::string qualifiers_of(const KnowledgeGraph& graph, RelationId id) {
    std::string text;
    const std::vector<QualifierView> qualifiers = graph.qualifiers(id);
    for (std::size_t i = 0; i < qualifiers.size(); ++i) {  // those of one name stand together
        if (i > 0 && qualifiers[i].name == qualifiers[i - 1].name)
            text += ", ";
        else
            text.append(i == 0 ? "" : "; ").append(qualifiers[i].name).append(": ");
        text += qualifiers[i].value;
    }
    return text;
}

std::string in_one_line(std::string_view text) {
    std::string line;
    bool is_parted = false;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            is_parted = !line.empty();
            continue;
        }
        if (is_parted) line += ' ';
        is_parted = false;
        line += c;
    }
    return is_valid_utf8(line) ? line : valid_utf8(line);
}

}  // namespace newsgraph
