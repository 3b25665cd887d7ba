#include "graph/check.hpp"

#include <algorithm>
#include <string>

#include "graph/error.hpp"
#include "graph/utf8.hpp"

namespace newsgraph {
namespace {

constexpr const char* reader_fix = "correct the program that made the extraction";

[[noreturn]] void refuse(const Extraction& extraction, const std::string& what) {
    throw Error(valid_utf8(extraction.document.id), what, reader_fix);
}

void check_text(const Extraction& extraction, const std::string& owner, const char* field,
                std::string_view text, bool may_be_empty = false) {
    if (text.empty() && !may_be_empty) refuse(extraction, owner + ": " + field + " is empty");
    if (!is_valid_utf8(text)) refuse(extraction, owner + ": " + field + " is not UTF-8");
}

void check_entity(const Extraction& extraction, std::size_t index) {
    const Entity& entity = extraction.entities[index];
    const std::string owner = "entity " + std::to_string(index);
    check_text(extraction, owner, "name", entity.name);
    check_text(extraction, owner, "type", entity.type);
    for (const std::string& alias : entity.aliases) check_text(extraction, owner, "alias", alias);
}

void check_premises(const Extraction& extraction, std::size_t index, const std::string& owner) {
    const Claim& claim = extraction.claims[index];
    if (claim.inferred && claim.inferred_from.empty()) {
        refuse(extraction, owner + ": is inferred, but not said from which claims");
    }
    if (!claim.inferred && !claim.inferred_from.empty()) {
        refuse(extraction, owner + ": follows from other claims, but is not marked as inferred");
    }
    for (const std::uint32_t premise : claim.inferred_from) {
        if (premise >= extraction.claims.size() || premise == index) {
            refuse(extraction,
                   owner + ": is inferred from claim " + std::to_string(premise) + ", which can't be");
        }
    }
}

void check_claim(const Extraction& extraction, std::size_t index) {
    const Claim& claim = extraction.claims[index];
    const std::string owner = "claim " + std::to_string(index);
    if (std::max(index_of(claim.head), index_of(claim.tail)) >= extraction.entities.size()) {
        refuse(extraction, owner + ": head or tail is not in the table of entities");
    }
    check_text(extraction, owner, "type", claim.type);
    check_text(extraction, owner, "attribution", claim.attributed_to, true);
    for (const Qualifier& qualifier : claim.qualifiers) {
        check_text(extraction, owner, "a qualifier's name", qualifier.name);
        check_text(extraction, owner, "a qualifier's value", qualifier.value, true);
        check_text(extraction, owner, "a qualifier's normal form", qualifier.normalized, true);
    }
    check_text(extraction, owner, "evidence", claim.evidence.text);
    if (claim.evidence.document != extraction.document.id) {
        refuse(extraction,
               owner + ": evidence is of another document, \"" + valid_utf8(claim.evidence.document) + "\"");
    }
    if (claim.evidence.text.size() != claim.evidence.span.size) {
        refuse(extraction, owner + ": evidence is not as long as its span");
    }
    check_premises(extraction, index, owner);
}

bool lies_within(Span span, std::string_view text) {
    return span.begin <= text.size() && span.size <= text.size() - span.begin;
}

}  // namespace

void check(const Extraction& extraction) {
    for (std::size_t i = 0; i < extraction.entities.size(); ++i) check_entity(extraction, i);
    for (std::size_t i = 0; i < extraction.claims.size(); ++i) check_claim(extraction, i);
}

void check(const Extraction& extraction, std::string_view text) {
    check(extraction);
    for (std::size_t i = 0; i < extraction.entities.size(); ++i) {
        for (const Span mention : extraction.entities[i].mentions) {
            if (!lies_within(mention, text)) {
                refuse(extraction, "entity " + std::to_string(i) + ": a mention lies beyond the text");
            }
        }
    }
    for (std::size_t i = 0; i < extraction.claims.size(); ++i) {
        const Evidence& evidence = extraction.claims[i].evidence;
        if (!lies_within(evidence.span, text)) {
            refuse(extraction, "claim " + std::to_string(i) + ": evidence lies beyond the text");
        }
        if (text.substr(evidence.span.begin, evidence.span.size) != evidence.text) {
            refuse(extraction,
                   "claim " + std::to_string(i) + ": evidence is not what the text says at its span");
        }
    }
}

}  // namespace newsgraph
