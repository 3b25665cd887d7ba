#include "export/extraction_json.hpp"

#include <rapidjson/error/en.h>

#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "export/json_members.hpp"
#include "export/json_parts.hpp"
#include "graph/error.hpp"

namespace newsgraph {
namespace {

constexpr std::uint32_t left_out = 0xffffffff;
constexpr const char* extract_anew = "make the line anew with newsgraph extract";

[[noreturn]] void fail(JsonPath path, std::string what) {
    throw Mistake{std::move(path), std::move(what), extract_anew};
}

/// "e7".
std::string numbered(char kind, std::uint32_t number) {
    std::string id(1, kind);
    return id += std::to_string(number);
}

/// Writes an extraction's parts, each under its number among those that are written.
class ExtractionWriter {
  public:
    ExtractionWriter(const Extraction& extraction, bool open, JsonWriter& json)
        : extraction_(extraction), json_(json) {
        std::uint32_t entity_count = 0;
        for (const Entity& entity : extraction.entities)
            entities_.push_back(open || entity.type != phrase_type ? entity_count++ : left_out);
        std::uint32_t claim_count = 0;
        for (const Claim& claim : extraction.claims)
            claims_.push_back(open || !claim.open ? claim_count++ : left_out);
    }

    void write() {
        json_.StartObject();
        json_.Key("document");
        write_document(json_, extraction_.document);
        json_.Key("entities");
        json_.StartArray();
        for (std::size_t i = 0; i < entities_.size(); ++i) {
            if (entities_[i] != left_out) write(extraction_.entities[i], entities_[i]);
        }
        json_.EndArray();
        json_.Key("claims");
        json_.StartArray();
        for (std::size_t i = 0; i < claims_.size(); ++i) {
            if (claims_[i] != left_out) write(extraction_.claims[i], claims_[i]);
        }
        json_.EndArray();
        json_.EndObject();
    }

  private:
    void write(const Entity& entity, std::uint32_t number) {
        json_.StartObject();
        key_value("id", numbered('e', number));
        key_value("name", entity.name);
        key_value("type", entity.type);
        json_.Key("aliases");
        json_.StartArray();
        for (const std::string& alias : entity.aliases) write_text(json_, alias);
        json_.EndArray();
        json_.Key("mentions");
        json_.StartArray();
        for (const Span& mention : entity.mentions) {
            json_.StartObject();
            write_ends(mention);
            json_.EndObject();
        }
        json_.EndArray();
        json_.EndObject();
    }

    void write(const Claim& claim, std::uint32_t number) {
        json_.StartObject();
        key_value("id", numbered('c', number));
        key_value("head", numbered('e', entities_[index_of(claim.head)]));
        key_value("type", claim.type);
        key_value("tail", numbered('e', entities_[index_of(claim.tail)]));
        json_.Key("open");
        json_.Bool(claim.open);
        key_value("modality", to_string(claim.modality));
        json_.Key("attributed_to");
        write_attribution(json_, claim.attributed_to);
        json_.Key("qualifiers");
        json_.StartArray();
        for (const Qualifier& qualifier : claim.qualifiers) write(qualifier);
        json_.EndArray();
        if (claim.score != 0 && std::isfinite(claim.score)) {
            json_.Key("score");
            json_.Double(claim.score);
        }
        if (claim.inferred) write_premises_of(claim);
        json_.Key("evidence");
        json_.StartObject();
        write_ends(claim.evidence.span);
        key_value("text", claim.evidence.text);
        json_.EndObject();
        json_.EndObject();
    }

    void write(const Qualifier& qualifier) {
        json_.StartObject();
        key_value("name", qualifier.name);
        key_value("value", qualifier.value);
        if (!qualifier.normalized.empty()) key_value("normalized", qualifier.normalized);
        json_.EndObject();
    }

    void write_premises_of(const Claim& claim) {
        json_.Key("inferred");
        json_.Bool(true);
        json_.Key("inferred_from");
        json_.StartArray();
        for (const std::uint32_t premise : claim.inferred_from) {
            if (claims_[premise] != left_out) write_text(json_, numbered('c', claims_[premise]));
        }
        json_.EndArray();
    }

    void write_ends(Span span) {
        json_.Key("begin");
        json_.Uint64(span.begin);
        json_.Key("end");
        json_.Uint64(span.end());
    }

    void key_value(const char* key, std::string_view value) {
        json_.Key(key);
        write_text(json_, value);
    }

    const Extraction& extraction_;
    JsonWriter& json_;
    std::vector<std::uint32_t> entities_;  // of each entity: its number, or `left_out`
    std::vector<std::uint32_t> claims_;
};

/// Puts an extraction together from its JSON. Every member throws Mistake.
class ExtractionReader {
  public:
    Extraction read(const rapidjson::Value& json) {
        at("document", [&] {
            const rapidjson::Value& document = json_member(json, "document");
            extraction_.document = {json_string(document, "id"), json_string_or_empty(document, "title"),
                                    json_string_or_empty(document, "date"),
                                    json_string_or_empty(document, "source")};
        });
        at("entities", [&] {
            for_each_element(json_array(json, "entities"), [&](const auto& entity) { add_entity(entity); });
        });
        const rapidjson::Value& claims = json_array(json, "claims");
        at("claims", [&] { for_each_element(claims, [&](const auto& claim) { add_claim(claim); }); });
        at("claims", [&] { for_each_element(claims, [&](const auto& claim) { add_premises(claim); }); });
        return std::move(extraction_);
    }

  private:
    void add_entity(const rapidjson::Value& json) {
        Entity entity{json_string(json, "name"), json_string(json, "type"), {}, {}};
        at("aliases", [&] { entity.aliases = json_strings(json_array(json, "aliases")); });
        at("mentions", [&] {
            for_each_element(json_array(json, "mentions"),
                             [&](const auto& mention) { entity.mentions.push_back(span_of(mention)); });
        });
        const std::string id = json_string(json, "id");
        const auto number = static_cast<std::uint32_t>(extraction_.entities.size());
        if (!entities_.emplace(id, number).second) fail({"id"}, "there is another entity \"" + id + "\"");
        extraction_.entities.push_back(std::move(entity));
    }

    void add_claim(const rapidjson::Value& json) {
        Claim claim;
        claim.head = entity(json, "head");
        claim.type = json_string(json, "type");
        claim.tail = entity(json, "tail");
        claim.open = json_bool(json, "open");
        claim.inferred = json_flag(json, "inferred");
        claim.modality = json_modality(json);
        claim.attributed_to = json_string_or_empty(json, "attributed_to");
        at("qualifiers", [&] {
            for_each_element(json_array(json, "qualifiers"), [&](const auto& qualifier) {
                claim.qualifiers.push_back({json_string(qualifier, "name"), json_string(qualifier, "value"),
                                            json_string_or_empty(qualifier, "normalized")});
            });
        });
        if (const rapidjson::Value* score = find_json_member(json, "score")) {
            if (!score->IsNumber()) fail({"score"}, "is no number");
            claim.score = score->GetDouble();
        }
        at("evidence", [&] {
            const rapidjson::Value& evidence = json_member(json, "evidence");
            claim.evidence = {extraction_.document.id, span_of(evidence), json_string(evidence, "text")};
            if (claim.evidence.span.size != claim.evidence.text.size())
                fail({"end"}, "the text is not as long as from \"begin\" to \"end\"");
        });
        const std::string id = json_string(json, "id");
        const auto number = static_cast<std::uint32_t>(extraction_.claims.size());
        if (!claims_.emplace(id, number).second) fail({"id"}, "there is another claim \"" + id + "\"");
        extraction_.claims.push_back(std::move(claim));
    }

    void add_premises(const rapidjson::Value& json) {
        Claim& claim = extraction_.claims[claims_.at(json_string(json, "id"))];
        if (!claim.inferred) return;
        at("inferred_from", [&] {
            for (const std::string& id : json_strings(json_array(json, "inferred_from"))) {
                const auto found = claims_.find(id);
                if (found == claims_.end()) fail({}, "there is no claim \"" + id + "\"");
                claim.inferred_from.push_back(found->second);
            }
        });
    }

    EntityId entity(const rapidjson::Value& claim, const char* end) const {
        const std::string id = json_string(claim, end);
        const auto found = entities_.find(id);
        if (found == entities_.end()) fail({end}, "there is no entity \"" + id + "\"");
        return EntityId{found->second};
    }

    static Span span_of(const rapidjson::Value& json) {
        const std::size_t begin = json_size(json, "begin"), end = json_size(json, "end");
        if (end < begin) fail({"end"}, "lies before \"begin\"");
        return {begin, end - begin};
    }

    Extraction extraction_;
    std::unordered_map<std::string, std::uint32_t> entities_;
    std::unordered_map<std::string, std::uint32_t> claims_;
};

}  // namespace

void write_extraction(const Extraction& extraction, std::ostream& out, bool open) {
    rapidjson::StringBuffer buffer;
    JsonWriter json(buffer);
    ExtractionWriter(extraction, open, json).write();
    out.write(buffer.GetString(), static_cast<std::streamsize>(buffer.GetSize())).put('\n');
}

Extraction read_extraction(std::string_view line, const std::string& where) {
    rapidjson::Document json;
    json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag |
               rapidjson::kParseValidateEncodingFlag>(line.data(), line.size());
    if (json.HasParseError()) {
        throw Error(where,
                    std::string("is no JSON: ") + rapidjson::GetParseError_En(json.GetParseError()) +
                        " (byte " + std::to_string(json.GetErrorOffset()) + ")",
                    "give lines that newsgraph extract --format jsonl wrote");
    }
    try {
        return ExtractionReader().read(json);
    } catch (const Mistake& mistake) {
        const std::string path = shown(mistake.path);
        throw Error(where, path.empty() ? mistake.what : path + ": " + mistake.what, extract_anew);
    }
}

}  // namespace newsgraph
