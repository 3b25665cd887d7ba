#include "cli/relation_rows.hpp"

#include <algorithm>
#include <utility>

#include "export/json.hpp"

namespace newsgraph {

QualifierValues normal_qualifiers(const StoredRelation& relation) {
    StoredRelation normal;
    normal.claims = relation.claims;
    for (StoredClaim& claim : normal.claims) {
        std::erase_if(claim.qualifiers,
                      [](const Qualifier& qualifier) { return qualifier.normalized.empty(); });
        for (Qualifier& qualifier : claim.qualifiers) qualifier.value = qualifier.normalized;
    }
    return normal.qualifiers();
}

namespace {

JsonObject evidence_of(const StoredClaim& claim) {
    return JsonObject()
        .text("document", claim.document.id)
        .number("begin", static_cast<std::int64_t>(claim.span.begin))
        .number("end", static_cast<std::int64_t>(claim.span.end()))
        .text("text", claim.evidence);
}

}  // namespace

std::string evidence_json(const StoredClaim& claim) { return evidence_of(claim).str(); }

std::string held_evidence_json(const StoredClaim& claim) {
    return evidence_of(claim)
        .text("modality", to_string(claim.modality))
        .text_or_null("attributed_to", claim.attributed_to)
        .str();
}

std::string quotation_of(const StoredClaim& claim) {
    return "\u201C" + claim.evidence + "\u201D " + claim.document.id + ":" +
           std::to_string(claim.span.begin) + "-" + std::to_string(claim.span.end());
}

std::vector<std::string> quotations_of(const std::vector<StoredClaim>& claims, std::string_view stance) {
    std::vector<std::string> quotations, stances;
    for (const StoredClaim& claim : claims) {
        quotations.push_back(quotation_of(claim));
        stances.push_back(stance_of(claim.modality, claim.attributed_to, claim.inferred));
    }
    if (std::ranges::all_of(stances, [&](const std::string& own) { return own == stance; }))
        return quotations;
    for (std::size_t i = 0; i < claims.size(); ++i) quotations[i] += ", " + stances[i];
    return quotations;
}

std::string sources_text(const StoredRelation& relation) {
    std::string others;
    for (const auto& [modality, count] : relation.sources_by_modality()) {
        if (modality != relation.modality)
            others.append(others.empty() ? "" : ", ").append(to_string(modality)) +=
                ": " + std::to_string(count);
    }
    return std::to_string(relation.sources) + (others.empty() ? "" : " (" + others + ")");
}

std::string qualifiers_text(const QualifierValues& qualifiers) {
    std::string text;
    for (const auto& [name, values] : qualifiers) {
        text.append(text.empty() ? "" : "; ").append(name).append(": ");
        for (std::size_t i = 0; i < values.size(); ++i) text.append(i == 0 ? "" : ", ").append(values[i]);
    }
    return text;
}

std::string qualifiers_json(const QualifierValues& qualifiers) {
    JsonObject object;
    for (const auto& [name, values] : qualifiers) {
        std::vector<std::string> quoted;
        for (const std::string& value : values) quoted.push_back(json_quoted(value));
        object.json(name, json_array(quoted));
    }
    return object.str();
}

std::string held_json(const StoredRelation& relation) {
    JsonObject object;
    for (const auto& [modality, count] : relation.sources_by_modality())
        object.number(to_string(modality), static_cast<std::int64_t>(count));
    return object.str();
}

JsonObject claim_object(std::span<const Entity> entities, const Claim& claim) {
    QualifierValues named;
    for (const Qualifier& qualifier : claim.qualifiers) {
        const auto known =
            std::ranges::find(named, qualifier.name, [](const auto& entry) { return entry.first; });
        if (known == named.end())
            named.push_back({qualifier.name, {qualifier.value}});
        else
            known->second.push_back(qualifier.value);
    }
    return JsonObject()
        .text("head", entities[index_of(claim.head)].name)
        .text("type", claim.type)
        .text("tail", entities[index_of(claim.tail)].name)
        .text("modality", to_string(claim.modality))
        .text_or_null("attributed_to", claim.attributed_to)
        .json("qualifiers", qualifiers_json(named))
        .json("evidence", JsonObject()
                              .text("document", claim.evidence.document)
                              .number("begin", static_cast<std::int64_t>(claim.evidence.span.begin))
                              .number("end", static_cast<std::int64_t>(claim.evidence.span.end()))
                              .text("text", claim.evidence.text)
                              .str());
}

bool has_several_documents(Store& store) {
    Statement& row = store.database().statement("SELECT count(*) FROM (SELECT 1 FROM document LIMIT 2)")();
    const bool has_several = row.step() && row.integer(0) > 1;
    row.reset();
    return has_several;
}

RelationRows::RelationRows(Store& store, EntityTable& entities, const std::string& format, bool with_evidence)
    : entities_(entities),
      with_evidence_(with_evidence),
      with_sources_(format != "table" || has_several_documents(store)),
      with_normal_forms_(format != "table"),
      results_{{"Head", "Relation", "Tail", "Modality", "Qualifiers"}} {
    if (with_sources_) results_.headings.emplace_back("Sources");
    if (with_normal_forms_) results_.headings.emplace_back("Normalized");
    if (with_evidence) results_.note_heading = "Evidence";
}

void RelationRows::add(const StoredRelation& relation) {
    ResultRow row{{entities_.entity(relation.head).name, relation.type, entities_.entity(relation.tail).name,
                   stance_of(relation.modality, relation.attributed_to, relation.inferred),
                   qualifiers_text(relation.qualifiers())},
                  json_of(relation)};
    if (with_sources_)
        row.cells.push_back(with_normal_forms_ ? std::to_string(relation.sources) : sources_text(relation));
    if (with_normal_forms_) row.cells.push_back(qualifiers_text(normal_qualifiers(relation)));
    if (with_evidence_) row.notes = quotations_of(relation.claims, row.cells[3]);
    results_.rows.push_back(std::move(row));
}

std::string RelationRows::json_of(const StoredRelation& relation) {
    JsonObject object;
    object.text("head", entities_.entity(relation.head).name)
        .text("type", relation.type)
        .text("tail", entities_.entity(relation.tail).name)
        .flag("open", relation.open)
        .flag("inferred", relation.inferred)
        .text("modality", to_string(relation.modality))
        .text_or_null("attributed_to", relation.attributed_to)
        .number("sources", static_cast<std::int64_t>(relation.sources))
        .json("held", held_json(relation))
        .json("qualifiers", qualifiers_json(relation.qualifiers()))
        .json("normalized", qualifiers_json(normal_qualifiers(relation)));
    if (with_evidence_) {
        std::vector<std::string> evidence;
        for (const StoredClaim& claim : relation.claims) evidence.push_back(held_evidence_json(claim));
        object.json("evidence", json_array(evidence));
    }
    return object.str();
}

}  // namespace newsgraph
