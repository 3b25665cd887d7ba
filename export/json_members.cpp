#include "export/json_members.hpp"

#include <algorithm>
#include <utility>

namespace newsgraph {
namespace {

constexpr const char* rebuild = "write the file anew with newsgraph build";

[[noreturn]] void fail(JsonPath path, std::string what, std::string fix = rebuild) {
    throw Mistake{std::move(path), std::move(what), std::move(fix)};
}

std::string text_of(const rapidjson::Value& value) {
    if (!value.IsString()) fail({}, "is no string");
    return {value.GetString(), value.GetStringLength()};
}

}  // namespace

const rapidjson::Value& json_member(const rapidjson::Value& object, const char* name) {
    const rapidjson::Value* value = find_json_member(object, name);
    if (value == nullptr) fail({}, std::string("\"") + name + "\" is missing");
    return *value;
}

const rapidjson::Value& json_array(const rapidjson::Value& object, const char* name) {
    const rapidjson::Value& value = json_member(object, name);
    if (!value.IsArray()) fail({name}, "is no array");
    return value;
}

std::string json_string(const rapidjson::Value& object, const char* name) {
    std::string text;
    const rapidjson::Value& value = json_member(object, name);
    at(name, [&] { text = text_of(value); });
    return text;
}

bool json_bool(const rapidjson::Value& object, const char* name) {
    const rapidjson::Value& value = json_member(object, name);
    if (!value.IsBool()) fail({name}, "is neither true nor false");
    return value.GetBool();
}

std::size_t json_size(const rapidjson::Value& object, const char* name) {
    const rapidjson::Value& value = json_member(object, name);
    if (!value.IsUint64()) fail({name}, "is no whole number from 0 upwards");
    return value.GetUint64();
}

std::vector<std::string> json_strings(const rapidjson::Value& array) {
    if (!array.IsArray()) fail({}, "is no array");
    std::vector<std::string> strings;
    for_each_element(array, [&](const rapidjson::Value& value) { strings.push_back(text_of(value)); });
    return strings;
}

const rapidjson::Value* find_json_member(const rapidjson::Value& object, const char* name) {
    if (!object.IsObject()) fail({}, "is no object");
    const auto member = object.FindMember(name);
    return member == object.MemberEnd() ? nullptr : &member->value;
}

std::string json_string_or_empty(const rapidjson::Value& object, const char* name) {
    const rapidjson::Value* value = find_json_member(object, name);
    std::string text;
    if (value != nullptr && !value->IsNull()) at(name, [&] { text = text_of(*value); });
    return text;
}

bool json_flag(const rapidjson::Value& object, const char* name) {
    return find_json_member(object, name) != nullptr && json_bool(object, name);
}

Modality json_modality(const rapidjson::Value& claim) {
    const std::string name = json_string(claim, "modality");
    const auto modality = modality_from(name);
    if (!modality) {
        fail({"modality"}, "\"" + name + "\" is no modality",
             "choose asserted, reported, claimed, possible or negated");
    }
    return *modality;
}

std::string shown(const JsonPath& path) {
    std::string text;
    for (const std::string& step : path) {
        const bool is_index =
            !step.empty() && std::ranges::all_of(step, [](char c) { return c >= '0' && c <= '9'; });
        if (is_index) {
            text += '[' + step + ']';
        } else {
            text += (text.empty() ? "" : ".") + step;
        }
    }
    return text;
}

}  // namespace newsgraph
