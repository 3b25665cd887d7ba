#include "ingest/entity/token_facts.hpp"

#include <utf8proc.h>

namespace newsgraph {

namespace {

/// The code point at `at`, which moves past it; U+FFFD for bytes that are no UTF-8.
utf8proc_int32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
        ++at;
        return first;
    }
    utf8proc_int32_t code = -1;
    const utf8proc_ssize_t read =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                         static_cast<utf8proc_ssize_t>(text.size() - at), &code);
    at += read > 0 ? static_cast<std::size_t>(read) : 1;
    return read > 0 ? code : 0xFFFD;
}

}  // namespace

Shape shape_of(std::string_view word) {
    Shape shape;
    std::size_t letters = 0;
    std::size_t capitals = 0;
    bool other = false;
    bool after_small = false;
    for (std::size_t at = 0; at < word.size();) {
        const bool first = at == 0;
        const utf8proc_int32_t code = next_code_point(word, at);
        bool upper = false;
        bool lower = false;
        if (code < 0x80) {
            upper = code >= 'A' && code <= 'Z';
            lower = code >= 'a' && code <= 'z';
        } else {
            const utf8proc_category_t category = utf8proc_category(code);
            upper = category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
            lower = category == UTF8PROC_CATEGORY_LL || category == UTF8PROC_CATEGORY_LO;
        }
        const bool digit = code >= '0' && code <= '9';
        if (upper && first) shape.begins_upper = true;
        if (upper && after_small) shape.inner_upper = true;
        if (upper) ++capitals;
        if (upper || lower) ++letters;
        if (digit) shape.has_digit = true;
        if (!upper && !lower && !digit && code != '.' && code != ',' && code != '-') other = true;
        after_small = lower || digit;
    }
    shape.has_letter = letters > 0;
    shape.all_upper = letters >= 2 && capitals == letters;
    shape.is_number = shape.has_digit && !shape.has_letter && !other;
    return shape;
}

std::string folded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const utf8proc_int32_t code = next_code_point(text, at);
        if (code < 0x80) {
            out += static_cast<char>(code >= 'A' && code <= 'Z' ? code + 32 : code);
        } else if (code == 0x2019 || code == 0x2018) {
            out += '\'';
        } else {
            utf8proc_uint8_t bytes[4];
            const utf8proc_ssize_t size = utf8proc_encode_char(utf8proc_tolower(code), bytes);
            out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
        }
    }
    return out;
}

TokenFacts::TokenFacts(const Analysis& analysis, const Gazetteer& gazetteer) : analysis_(analysis) {
    const std::size_t count = analysis.tokens.size();
    shapes_.reserve(count);
    forms_.reserve(count);
    lemmas_.reserve(count);
    after_space_.reserve(count);
    std::size_t end = 0;
    for (TokenIndex i = 0; i < count; ++i) {
        const Token& token = analysis.tokens[i];
        const std::string_view form = analysis.form(i);
        shapes_.push_back(shape_of(form));
        forms_.push_back(&gazetteer.word(form));
        lemmas_.push_back(token.lemma == form ? forms_.back() : &gazetteer.word(token.lemma));
        after_space_.push_back(i == 0 || token.span.begin > end);
        end = token.span.end();
    }
    // The treebanks cut "start-up" in three; the gazetteer's word is the whole.
    for (TokenIndex i = 1; i + 1 < count; ++i) {
        if (analysis.form(i) != "-" || after_space_[i] || after_space_[i + 1]) continue;
        if (analysis.tokens[i].span.end() != analysis.tokens[i + 1].span.begin) continue;
        std::string word(analysis.form(i - 1));
        word += '-';
        word += analysis.tokens[i + 1].lemma;
        const WordFacts& whole = gazetteer.word(word);
        if (whole.of(WordClass::noun).empty() && whole.flags == 0) continue;
        lemmas_[i - 1] = lemmas_[i + 1] = &whole;
    }
}

TokenIndex TokenFacts::head_of(TokenRange range) const {
    TokenIndex found = range.end - 1;
    bool is_punctuation = true;
    for (TokenIndex i = range.begin; i < range.end; ++i) {
        const Token& token = analysis_.tokens[i];
        if (token.head != no_token && range.contains(token.head)) continue;
        if (token.upos == Upos::punct || token.deprel == Deprel::case_) continue;
        if (is_punctuation || token.deprel != Deprel::punct) {
            found = i;
            is_punctuation = false;
        }
        // The first word that is governed from outside; later ones are only taken for a better relation.
        break;
    }
    return found;
}

bool opens_quotation(std::string_view form) {
    return form == "\"" || form == "\xE2\x80\x9C" || form == "``" || form == "\xC2\xAB" || form == "'" ||
           form == "\xE2\x80\x98";
}

bool closes_quotation(std::string_view form) {
    return form == "\"" || form == "\xE2\x80\x9D" || form == "''" || form == "\xC2\xBB" || form == "'" ||
           form == "\xE2\x80\x99";
}

}  // namespace newsgraph
