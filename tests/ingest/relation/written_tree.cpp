#include "tests/ingest/relation/written_tree.hpp"

#include <catch2/catch.hpp>
#include <sstream>
#include <vector>

#include "ingest/language/conllu.hpp"

namespace newsgraph::testing {

namespace {

std::string upos_of(const std::string& xpos, const std::string& deprel, const std::string& form) {
    const bool helper = deprel == "aux" || deprel == "aux:pass" || deprel == "cop";
    if (xpos == "MD" || (xpos.starts_with("VB") && helper)) return "AUX";
    if (xpos.starts_with("VB")) return "VERB";
    if (xpos == "NN" || xpos == "NNS") return "NOUN";
    if (xpos == "NNP" || xpos == "NNPS") return "PROPN";
    if (xpos.starts_with("JJ")) return "ADJ";
    if (form == "not" || form == "n't" || xpos == "TO" || xpos == "POS") return "PART";
    if (xpos.starts_with("RB")) return "ADV";
    if (xpos == "IN") return deprel == "mark" ? "SCONJ" : "ADP";
    if (xpos == "RP") return "ADP";
    if (xpos == "DT" || xpos == "PDT") return "DET";
    if (xpos == "CC") return "CCONJ";
    if (xpos == "CD") return "NUM";
    if (xpos.starts_with("PRP") || xpos.starts_with("W")) return "PRON";
    if (xpos == "$") return "SYM";
    return "PUNCT";
}

std::string lower(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

WrittenTree from_conllu(const std::string& conllu) {
    WrittenTree result;
    AnnotatedText read = read_conllu(conllu, "written");
    result.text = std::make_unique<std::string>(std::move(read.text));
    result.analysis = std::move(read.analysis);
    result.analysis.text = *result.text;
    for (TokenIndex token = 0; token < result.analysis.tokens.size(); ++token) {
        if (result.analysis.tokens[token].upos != Upos::propn) continue;
        const std::string name(result.analysis.form(token));
        std::size_t entity = 0;
        while (entity < result.entities.entities.size() && result.entities.entities[entity].name != name)
            ++entity;
        const TokenRange range{token, token + 1};
        if (entity == result.entities.entities.size()) {
            result.entities.add(result.analysis, name, "organization", range, token);
        } else {
            result.entities.add(result.analysis,
                                {range, token, MentionKind::name, static_cast<EntityId>(entity)});
        }
    }
    return result;
}

}  // namespace

TokenIndex WrittenTree::at(std::string_view form) const {
    for (TokenIndex token = 0; token < analysis.tokens.size(); ++token) {
        if (analysis.form(token) == form) return token;
    }
    FAIL("no token \"" << form << "\" in: " << *text);
    return no_token;
}

EntityId WrittenTree::entity(std::string_view name) const {
    for (std::size_t i = 0; i < entities.entities.size(); ++i) {
        if (entities.entities[i].name == name) return static_cast<EntityId>(i);
    }
    FAIL("no entity \"" << name << "\" in: " << *text);
    return {};
}

WrittenTree tree(std::string_view written) {
    std::string conllu = "# newpar\n";
    std::size_t number = 0;
    std::string line;
    std::istringstream lines{std::string(written)};
    while (std::getline(lines, line)) {
        if (line.empty()) {
            conllu += "# newpar\n";
            continue;
        }
        number = 0;
        std::istringstream tokens(line);
        std::string token;
        while (tokens >> token) {
            std::vector<std::string> fields;
            std::istringstream parts(token);
            std::string part;
            while (std::getline(parts, part, '|')) fields.push_back(part);
            REQUIRE(fields.size() == 4);
            const std::size_t slash = fields[0].size() > 1 ? fields[0].find('/') : std::string::npos;
            const std::string form = fields[0].substr(0, slash);
            const std::string lemma = slash == std::string::npos ? lower(form) : fields[0].substr(slash + 1);
            ++number;
            conllu += std::to_string(number) + "\t" + form + "\t" + lemma + "\t" +
                      upos_of(fields[1], fields[3], form) + "\t" + fields[1] + "\t_\t" + fields[2] + "\t" +
                      fields[3] + "\t_\t_\n";
        }
        conllu += "\n";
    }
    return from_conllu(conllu);
}

WrittenTree flat_tree(std::string_view words) {
    std::string conllu = "# newpar\n";
    std::istringstream in{std::string(words)};
    std::string word;
    std::size_t number = 0;
    while (in >> word) {
        const bool capital = word[0] >= 'A' && word[0] <= 'Z';
        const bool digit = word[0] >= '0' && word[0] <= '9';
        ++number;
        conllu += std::to_string(number) + "\t" + word + "\t" + lower(word) +
                  (capital ? "\tPROPN\tNNP"
                   : digit ? "\tNUM\tCD"
                           : "\tNOUN\tNN") +
                  (number == 1 ? "\t_\t0\troot\t_\t_\n" : "\t_\t1\tdep\t_\t_\n");
    }
    return from_conllu(conllu + "\n");
}

}  // namespace newsgraph::testing
