#include "ingest/relation/located_json.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>

#include "graph/error.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t max_depth = 64;

std::size_t line_at(std::string_view text, std::size_t offset) {
    return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, offset), '\n'));
}

/// Builds the tree from the parser's events; asks the stream how far it has come.
class TreeBuilder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, TreeBuilder> {
  public:
    TreeBuilder(std::string_view text, const rapidjson::MemoryStream& stream)
        : text_(text), stream_(stream) {}

    bool Null() { return take({}); }
    bool Bool(bool value) {
        JsonValue node;
        node.kind = JsonValue::Kind::boolean;
        node.boolean = value;
        return take(std::move(node));
    }
    bool Int(int value) { return Double(value); }
    bool Uint(unsigned value) { return Double(value); }
    bool Int64(std::int64_t value) { return Double(static_cast<double>(value)); }
    bool Uint64(std::uint64_t value) { return Double(static_cast<double>(value)); }
    bool Double(double value) {
        JsonValue node;
        node.kind = JsonValue::Kind::number;
        node.number = value;
        return take(std::move(node));
    }
    bool String(const char* characters, rapidjson::SizeType size, bool) {
        JsonValue node;
        node.kind = JsonValue::Kind::string;
        node.string.assign(characters, size);
        return take(std::move(node));
    }
    bool StartObject() { return open(JsonValue::Kind::object); }
    bool Key(const char* characters, rapidjson::SizeType size, bool) {
        keys_.back().assign(characters, size);
        return true;
    }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool StartArray() { return open(JsonValue::Kind::array); }
    bool EndArray(rapidjson::SizeType) { return close(); }

    JsonValue result() && { return std::move(root_); }

  private:
    std::size_t line() {
        const std::size_t offset = std::min(stream_.Tell(), text_.size());
        line_ +=
            static_cast<std::size_t>(std::ranges::count(text_.substr(counted_, offset - counted_), '\n'));
        counted_ = offset;
        return line_;
    }

    bool take(JsonValue node) {
        if (node.kind != JsonValue::Kind::array && node.kind != JsonValue::Kind::object) node.line = line();
        if (open_.empty()) {
            root_ = std::move(node);
        } else if (open_.back().kind == JsonValue::Kind::array) {
            open_.back().elements.push_back(std::move(node));
        } else {
            open_.back().members.emplace_back(keys_.back(), std::move(node));
        }
        return true;
    }

    bool open(JsonValue::Kind kind) {
        if (open_.size() == max_depth) return false;
        JsonValue node;
        node.kind = kind;
        node.line = line();
        open_.push_back(std::move(node));
        keys_.emplace_back();
        return true;
    }

    bool close() {
        JsonValue node = std::move(open_.back());
        open_.pop_back();
        keys_.pop_back();
        return take(std::move(node));
    }

    std::string_view text_;
    const rapidjson::MemoryStream& stream_;
    std::size_t counted_ = 0;  // bytes whose line breaks are in `line_`
    std::size_t line_ = 1;
    JsonValue root_;
    std::vector<JsonValue> open_;    // arrays and objects that have not ended
    std::vector<std::string> keys_;  // the latest key of each
};

}  // namespace

const JsonValue* JsonValue::member(std::string_view name) const {
    for (const auto& [key, value] : members) {
        if (key == name) return &value;
    }
    return nullptr;
}

JsonValue parse_located_json(std::string_view text, const std::string& name) {
    rapidjson::MemoryStream stream(text.data(), text.size());
    TreeBuilder builder(text, stream);
    rapidjson::Reader reader;
    if (!reader.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(stream,
                                                                                              builder)) {
        const bool too_deep = reader.GetParseErrorCode() == rapidjson::kParseErrorTermination;
        throw Error(
            name + ":" + std::to_string(line_at(text, std::min(reader.GetErrorOffset(), text.size()))),
            too_deep ? "arrays and objects nest deeper than " + std::to_string(max_depth)
                     : std::string(rapidjson::GetParseError_En(reader.GetParseErrorCode())),
            "the file must be JSON");
    }
    return std::move(builder).result();
}

}  // namespace newsgraph
