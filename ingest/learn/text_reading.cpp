#include "ingest/learn/text_reading.hpp"

#include <utility>

#include "graph/names.hpp"
#include "ingest/read/text.hpp"
#include "ingest/relation/clause.hpp"

namespace newsgraph {
namespace {

Document document_of(std::string text) {
    Document document;
    document.text = std::move(text);
    if (document.text.find_first_not_of(" \t\r\n") != std::string::npos)
        document.paragraphs.push_back({{0, document.text.size()}, false});
    return document;
}

}  // namespace

TextReading::TextReading(std::string text, const LanguageModels& models, const Gazetteer& gazetteer)
    : document(document_of(std::move(text))),
      analysis(analyse(document, models)),
      entities(find_entities(document, analysis, gazetteer)),
      dependents(analysis) {
    keys.reserve(size());
    lemmas.reserve(size());
    for (TokenIndex token = 0; token < size(); ++token) {
        keys.push_back(comparison_key(analysis.form(token)));
        lemmas.push_back(lower_lemma(analysis, token));
    }
}

std::string TextReading::words(TokenRange range) const { return on_one_line(analysis.quote(range)); }

TokenIndex TextReading::head_of(TokenRange range) const {
    for (TokenIndex token = range.begin; token < range.end; ++token) {
        if (analysis.tokens[token].head == no_token || !range.contains(analysis.tokens[token].head)) {
            if (analysis.tokens[token].upos != Upos::punct) return token;
        }
    }
    return range.end - 1;
}

std::string comparison_key(std::string_view name) {
    std::string key;
    for (const char c : folded_name(name)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) key += c;
    }
    return key;
}

}  // namespace newsgraph
