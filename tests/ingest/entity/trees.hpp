#pragma once
// Trees for tests, written on one line a sentence.

#include <sstream>
#include <string>
#include <vector>

#include "ingest/language/conllu.hpp"

namespace newsgraph {

/// "Ann/PROPN/NNP/2/nsubj said=say/VERB/VBD/0/root +./PUNCT/./2/punct": form, lemma where it differs, tags,
/// head and relation; "+" where no space stands before the word; "~" begins a paragraph. A sentence a string.
inline AnnotatedText trees(const std::vector<std::string>& sentences) {
    std::string conllu;
    for (std::string sentence : sentences) {
        if (sentence.starts_with('~')) {
            conllu += "# newpar\n";
            sentence.erase(0, 1);
        }
        std::istringstream words(sentence);
        std::vector<std::string> lines;
        for (std::string word; words >> word;) {
            const bool glued = word.size() > 1 && word[0] == '+';
            if (glued) word.erase(0, 1);
            std::vector<std::string> fields;
            for (int field = 0; field < 4; ++field) {
                const std::size_t slash = word.rfind('/');
                fields.insert(fields.begin(), word.substr(slash + 1));
                word.erase(slash);
            }
            std::string lemma = word;
            if (const std::size_t equals = word.find('='); equals != std::string::npos && equals > 0) {
                lemma = word.substr(equals + 1);
                word.erase(equals);
            }
            if (glued && !lines.empty()) lines.back().replace(lines.back().rfind('_'), 1, "SpaceAfter=No");
            lines.push_back(std::to_string(lines.size() + 1) + '\t' + word + '\t' + lemma + '\t' + fields[0] +
                            '\t' + fields[1] + "\t_\t" + fields[2] + '\t' + fields[3] + "\t_\t_");
        }
        for (const std::string& line : lines) conllu += line + '\n';
        conllu += '\n';
    }
    AnnotatedText text = read_conllu(conllu, "trees");
    text.analysis.text = text.text;
    return text;
}

}  // namespace newsgraph
