#include "ingest/learn/triples.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <variant>

#include "graph/utf8.hpp"

namespace newsgraph {
namespace {

constexpr const char* line_format =
    "write each line like {\"id\": \"1\", \"sent\": \"…\", \"triples\": [{\"sub\": \"…\", \"rel\": \"…\", "
    "\"obj\": \"…\"}]}";
constexpr const char* bare_line_format = "write each line like {\"id\": \"1\", \"sent\": \"…\"}";

const rapidjson::Value* member(const rapidjson::Value& object, const char* name) {
    const auto found = object.FindMember(name);
    return found == object.MemberEnd() ? nullptr : &found->value;
}

std::string text_of(const rapidjson::Value& value) { return {value.GetString(), value.GetStringLength()}; }

/// The id of a line: a string, or a number as it is written.
std::string id_of(const rapidjson::Value& value) {
    if (value.IsString()) return text_of(value);
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    value.Accept(writer);
    return {buffer.GetString(), buffer.GetSize()};
}

/// What is wrong with the triples; empty if nothing is.
std::string take_triples(const rapidjson::Value& list, std::vector<Triple>& triples) {
    if (!list.IsArray()) return "field \"triples\" is no list";
    for (const rapidjson::Value& item : list.GetArray()) {
        if (!item.IsObject()) return "a triple is no object";
        Triple triple;
        for (const auto& [name, part] :
             {std::pair{"sub", &triple.subject}, {"rel", &triple.relation}, {"obj", &triple.object}}) {
            const rapidjson::Value* value = member(item, name);
            if (value == nullptr) return std::string("a triple has no \"") + name + "\"";
            if (!value->IsString() || value->GetStringLength() == 0)
                return std::string("field \"") + name + "\" of a triple is no string with words";
            *part = text_of(*value);
        }
        triples.push_back(std::move(triple));
    }
    return {};
}

void write_string(rapidjson::Writer<rapidjson::StringBuffer>& writer, std::string_view text) {
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

}  // namespace

Result<LabelledSentence> read_labelled_sentence(std::string_view line, const std::string& where,
                                                bool with_triples) {
    const char* fix = with_triples ? line_format : bare_line_format;
    rapidjson::Document json;
    if (!is_valid_utf8(line)) return Problem{where, "the line is no UTF-8", "save the file as UTF-8"};
    json.Parse<rapidjson::kParseIterativeFlag>(line.data(), line.size());
    if (json.HasParseError())
        return Problem{
            where, "the line is no JSON: " + std::string(rapidjson::GetParseError_En(json.GetParseError())),
            fix};
    if (!json.IsObject()) return Problem{where, "the line is no object", fix};
    LabelledSentence result;
    for (const char* name : {"id", "sent"}) {
        if (member(json, name) == nullptr)
            return Problem{where, std::string("field \"") + name + "\" is missing", fix};
    }
    const rapidjson::Value& id = *member(json, "id");
    if (!id.IsString() && !id.IsNumber())
        return Problem{where, "field \"id\" is neither a string nor a number", fix};
    result.id = id_of(id);
    const rapidjson::Value& sentence = *member(json, "sent");
    if (!sentence.IsString()) return Problem{where, "field \"sent\" is no string", fix};
    result.text = text_of(sentence);
    if (!with_triples) return result;
    const rapidjson::Value* triples = member(json, "triples");
    if (triples == nullptr) return Problem{where, "field \"triples\" is missing", fix};
    if (const std::string wrong = take_triples(*triples, result.triples); !wrong.empty())
        return Problem{where, wrong, fix};
    return result;
}

LabelledSentences read_labelled_sentences(std::string_view text, const std::string& name, bool with_triples) {
    LabelledSentences result;
    std::size_t number = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        auto read = read_labelled_sentence(line, name + ":" + std::to_string(number), with_triples);
        if (auto* problem = std::get_if<Problem>(&read)) {
            result.problems.push_back(std::move(*problem));
        } else {
            result.sentences.push_back(std::move(std::get<LabelledSentence>(read)));
            result.sentences.back().line = number;
        }
    }
    return result;
}

std::string triples_json(std::string_view id, const std::vector<Triple>& triples) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    writer.StartObject();
    writer.Key("id");
    write_string(writer, id);
    writer.Key("triples");
    writer.StartArray();
    for (const Triple& triple : triples) {
        writer.StartObject();
        writer.Key("sub");
        write_string(writer, triple.subject);
        writer.Key("rel");
        write_string(writer, triple.relation);
        writer.Key("obj");
        write_string(writer, triple.object);
        writer.EndObject();
    }
    writer.EndArray();
    writer.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace newsgraph
