#include "ingest/read/json_lines.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <utility>

#include "ingest/read/bytes.hpp"
#include "ingest/read/date.hpp"
#include "ingest/read/text.hpp"

namespace newsgraph {
namespace {

constexpr const char* needs = R"(each line needs "id" and "text")";

bool is_blank(std::string_view line) {
    return std::ranges::all_of(line, [](char c) { return c == ' ' || ('\t' <= c && c <= '\r'); });
}

/// A member that is a text, or for an id a whole number; empty where it is missing or null.
std::optional<std::string> text_of(const rapidjson::Value& object, const char* name) {
    const auto member = object.FindMember(name);
    if (member == object.MemberEnd() || member->value.IsNull()) return std::string();
    if (member->value.IsString())
        return std::string(member->value.GetString(), member->value.GetStringLength());
    if (member->value.IsInt64()) return std::to_string(member->value.GetInt64());
    return std::nullopt;
}

}  // namespace

std::optional<Result<std::string>> JsonLines::next() {
    std::string line;
    while (in_.peek() != std::istream::traits_type::eof()) {
        ++line_;
        line.clear();
        bool is_too_long = false;
        std::streambuf& bytes = *in_.rdbuf();
        for (int c = bytes.sbumpc(); c != std::istream::traits_type::eof() && c != '\n'; c = bytes.sbumpc()) {
            if (line.size() < max_document_bytes)
                line += static_cast<char>(c);
            else
                is_too_long = true;
        }
        if (is_too_long)
            return Problem{where(),
                           "is longer than " + std::to_string(max_document_bytes / 1'000'000) + " MB",
                           "give one article a line"};
        if (line_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        if (!is_blank(line)) return line;
    }
    return std::nullopt;
}

Result<Document> document_from_json(std::string_view line, const std::string& where) {
    rapidjson::Document json;
    json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(line.data(),
                                                                                       line.size());
    if (json.HasParseError())
        return Problem{where,
                       std::string("is no JSON: ") + rapidjson::GetParseError_En(json.GetParseError()) +
                           " (byte " + std::to_string(json.GetErrorOffset()) + ')',
                       needs};
    if (!json.IsObject()) return Problem{where, "is no JSON object", needs};
    Document fields;
    for (const auto& [name, field] : {std::pair("id", &Document::id), std::pair("title", &Document::title),
                                      std::pair("date", &Document::date), std::pair("url", &Document::source),
                                      std::pair("text", &Document::text)}) {
        auto text = text_of(json, name);
        const std::string quoted = '"' + std::string(name) + '"';
        if (!text) return Problem{where, "field " + quoted + " is no text", needs};
        const bool is_needed = field == &Document::id || field == &Document::text;
        if (is_needed && is_blank(*text)) {
            return Problem{where, "field " + quoted + (json.HasMember(name) ? " is empty" : " is missing"),
                           needs};
        }
        if (text->find('\0') != std::string::npos)
            return Problem{where, "field " + quoted + " holds a zero byte", "take it out"};
        fields.*field = std::move(*text);
    }
    Document document = document_from_text(std::move(fields.text));
    document.id = std::move(fields.id);
    document.source = std::move(fields.source);
    if (!fields.title.empty()) document.title = on_one_line(fields.title);
    if (auto date = date_from(fields.date))
        document.date = std::move(*date);
    else
        document.unread_date = on_one_line(fields.date);
    return document;
}

}  // namespace newsgraph
