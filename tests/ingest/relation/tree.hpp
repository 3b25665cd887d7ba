#pragma once
// Sentences with their trees, written by hand in the manner of the English Web Treebank.

#include <string>
#include <string_view>

#include "ingest/language/conllu.hpp"

namespace newsgraph {

/// Reads "form lemma UPOS XPOS head deprel [name type]" lines, a blank line between sentences. The name's
/// type stands at its first token, "+" at those that go on.
inline AnnotatedText tree(std::string_view lines) {
    std::string conllu;
    int id = 0;
    std::string type;
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        std::string_view line = lines.substr(0, end);
        lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
        while (line.starts_with(' ')) line.remove_prefix(1);
        std::string columns[7];
        int column = 0;
        while (!line.empty() && column < 7) {
            const std::size_t blank = line.find(' ');
            columns[column++] = line.substr(0, blank);
            line.remove_prefix(blank == std::string_view::npos ? line.size() : blank + 1);
            while (line.starts_with(' ')) line.remove_prefix(1);
        }
        if (column == 0) {
            if (id != 0) conllu += '\n';
            id = 0;
            continue;
        }
        std::string name = "_";
        if (columns[6] == "+") {
            name = "NER=I-" + type;
        } else if (!columns[6].empty()) {
            type = columns[6];
            name = "NER=B-" + type;
        }
        conllu += std::to_string(++id) + '\t' + columns[0] + '\t' + columns[1] + '\t' + columns[2] + '\t' +
                  columns[3] + "\t_\t" + columns[4] + '\t' + columns[5] + "\t_\t" + name + '\n';
    }
    conllu += '\n';
    AnnotatedText annotated = read_conllu(conllu, "tree");
    annotated.analysis.text = annotated.text;
    return annotated;
}

}  // namespace newsgraph
