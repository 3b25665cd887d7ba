#include "ingest/entity/gazetteer.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>

#include <algorithm>
#include <cassert>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "graph/error.hpp"

namespace newsgraph {

namespace {

constexpr std::array<std::string_view, guide_type_count> guide_types{
    "organization", "person", "model", "product", "benchmark",  "task",
    "place",        "event",  "work",  "law",     "technology", "group"};

constexpr std::array<std::string_view, word_class_count> class_names{"last_word", "first_word", "noun",
                                                                     "reference", "possessed",  "subject_of",
                                                                     "object_of", "before",     "following"};

/// Lists of words without a type, by the key that they stand under.
constexpr std::pair<std::string_view, unsigned> flag_lists[] = {
    {"title", title_word},
    {"female_title", title_word | female_word},
    {"male_title", title_word | male_word},
    {"female_first_name", first_name | female_word},
    {"male_first_name", first_name | male_word},
    {"first_name", first_name},
    {"female_noun", female_word},
    {"male_noun", male_word},
    {"particle", particle_word},
    {"not_a_name", not_a_name},
    {"inner_word", inner_word},
    {"version_word", version_word},
    {"drug_ending", drug_ending},
    {"role", role_noun},
    {"possessor", possessor_word},
    {"versus", versus_word},
    {"date_word", date_word},
    {"common_word", common_word},
    {"sport_word", sport_word},
    {"name_noun", name_noun},
    {"model_word", model_word},
    {"site_noun", site_noun},
};

/// Where the tokenizer may cut a name.
constexpr std::string_view word_breaks = " -'?!.,&+/:()";

std::uint32_t hash_of(std::string_view text) {
    std::uint32_t hash = 2166136261U;  // FNV-1a
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash ^ (hash >> 15);
}

constexpr const char* type_advice = "name one of the entity types, e.g. \"organization\"; 32 at most";

std::string line_at(const std::string& where, std::string_view text, std::size_t offset) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
    return where + ':' + std::to_string(1 + std::count(text.begin(), end, '\n'));
}

/// RapidJSON's values do not say where they stand, so a mistake is looked for in the text again: by the
/// number of the value at fault among all strings and brackets it would be exact; the first line that holds
/// its words serves as well and needs no second reader.
std::string line_with(const std::string& where, std::string_view text, std::string_view words) {
    const std::size_t found = words.empty() ? std::string_view::npos : text.find(words);
    return found == std::string_view::npos ? where : line_at(where, text, found);
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Error(path.string(), "cannot be opened", "check the path and its permissions");
    std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    return text;
}

std::string_view view(const rapidjson::Value& value) { return {value.GetString(), value.GetStringLength()}; }

/// The bytes of the `index`th object of the outermost array, to name its line in messages.
std::size_t offset_of_object(std::string_view json, std::size_t index) {
    int depth = 0;
    bool in_string = false;
    std::size_t seen = 0;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (in_string) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                in_string = false;
        } else if (c == '"') {
            if (depth == 1 && seen++ == index) return i;
            in_string = true;
        } else if (c == '{' || c == '[') {
            if (depth == 1 && seen++ == index) return i;
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        } else if (depth == 1 && c != ',' && static_cast<unsigned char>(c) > ' ') {
            if (seen++ == index) return i;  // a number or a literal
            while (i + 1 < json.size() && json[i + 1] != ',' && json[i + 1] != ']') ++i;
        }
    }
    return json.size();
}

}  // namespace

Gazetteer::Gazetteer() : type_names_(guide_types.begin(), guide_types.end()) {}

Gazetteer::Gazetteer(const std::filesystem::path& folder) : Gazetteer() { extend(folder); }

void Gazetteer::extend(const std::filesystem::path& file_or_folder) {
    namespace fs = std::filesystem;
    std::vector<fs::path> files;
    if (fs::is_directory(file_or_folder)) {
        std::error_code problem;
        for (const fs::directory_entry& entry : fs::directory_iterator(file_or_folder, problem)) {
            if (entry.path().extension() == ".json") files.push_back(entry.path());
        }
        if (problem) {
            throw Error(file_or_folder.string(), "the folder cannot be read: " + problem.message(),
                        "give a folder of JSON files that you may read");
        }
        std::sort(files.begin(), files.end());  // the file system's order is not the same everywhere
    } else {
        files.push_back(file_or_folder);
    }
    for (const fs::path& file : files) extend_from_json(read_file(file), file.string());
}

void Gazetteer::extend_from_json(std::string json, const std::string& where) {
    rapidjson::Document root;
    // Parsing in place saves a copy of every string; messages need the text as it was.
    std::string parsed = json;
    root.ParseInsitu<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(parsed.data());
    if (root.HasParseError()) {
        throw Error(line_at(where, json, root.GetErrorOffset()),
                    std::string("this is no JSON: ") + rapidjson::GetParseError_En(root.GetParseError()),
                    "mend the line, or check it with python3 -m json.tool");
    }
    if (root.IsArray()) {
        for (rapidjson::SizeType i = 0; i < root.Size(); ++i) {
            const rapidjson::Value& item = root[i];
            const auto here = [&] { return line_at(where, json, offset_of_object(json, i)); };
            if (!item.IsObject())
                throw Error(here(), "a name is not an object",
                            R"(write {"name": "Acme", "type": "organization"})");
            for (const auto& member : item.GetObject()) {
                const std::string_view key = view(member.name);
                if (key != "name" && key != "type" && key != "aliases")
                    throw Error(here(), "field \"" + std::string(key) + "\" is not known",
                                "a name has \"name\", \"type\" and \"aliases\"");
            }
            const auto name_field = item.FindMember("name");
            if (name_field == item.MemberEnd() || !name_field->value.IsString() ||
                name_field->value.GetStringLength() == 0)
                throw Error(here(), "field \"name\" is missing",
                            R"(write {"name": "Acme", "type": "organization"})");
            const auto type_field = item.FindMember("type");
            if (type_field == item.MemberEnd() || !type_field->value.IsString())
                throw Error(here(), "field \"type\" is missing",
                            R"(write {"name": "Acme", "type": "organization"})");
            const std::string_view name_text = view(name_field->value);
            const auto entry = static_cast<std::uint32_t>(entries_.size());
            TypeId entry_type{};
            if (const std::string trouble = find_type(view(type_field->value), entry_type); !trouble.empty())
                throw Error(here(), trouble, type_advice);
            entries_.push_back({static_cast<std::uint32_t>(characters_.size()),
                                static_cast<std::uint32_t>(name_text.size()), entry_type});
            characters_ += name_text;
            add_name(name_text, entry);
            const auto aliases = item.FindMember("aliases");
            if (aliases == item.MemberEnd()) continue;
            if (!aliases->value.IsArray())
                throw Error(here(), "field \"aliases\" is not a list", R"(write "aliases": ["ACM"])");
            for (const rapidjson::Value& alias : aliases->value.GetArray()) {
                if (!alias.IsString() || alias.GetStringLength() == 0)
                    throw Error(here(), "an alias is not a text", R"(write "aliases": ["ACM"])");
                add_name(view(alias), entry);
            }
        }
        return;
    }
    if (!root.IsObject())
        throw Error(where + ":1", "the file holds neither a list of names nor an object of word lists",
                    R"(begin it with [{"name": …}] or {"noun": …})");

    const auto words_of = [&](const rapidjson::Value& list, std::string_view key, const auto& use) {
        if (!list.IsArray())
            throw Error(line_with(where, json, key), "\"" + std::string(key) + "\" is not a list of words",
                        R"(write ["one", "two"])");
        for (const rapidjson::Value& item : list.GetArray()) {
            if (!item.IsString() || item.GetStringLength() == 0)
                throw Error(line_with(where, json, key),
                            "\"" + std::string(key) + "\" holds something that is no word",
                            R"(write ["one", "two"])");
            use(facts_of(view(item)));
        }
    };
    for (const auto& member : root.GetObject()) {
        const std::string_view key = view(member.name);
        if (const auto flag = std::find_if(std::begin(flag_lists), std::end(flag_lists),
                                           [&](const auto& list) { return list.first == key; });
            flag != std::end(flag_lists)) {
            words_of(member.value, key, [&](WordFacts& facts) { facts.flags |= flag->second; });
            continue;
        }
        const auto found = std::find(class_names.begin(), class_names.end(), key);
        if (found == class_names.end()) {
            std::string known;
            for (const std::string_view name : class_names)
                known.append(known.empty() ? "" : ", ").append(name);
            for (const auto& list : flag_lists) known.append(", ").append(list.first);
            throw Error(line_with(where, json, "\"" + std::string(key) + "\""),
                        "there is no kind of words \"" + std::string(key) + "\"", "the kinds are " + known);
        }
        const auto word_class = static_cast<std::size_t>(found - class_names.begin());
        if (!member.value.IsObject())
            throw Error(line_with(where, json, "\"" + std::string(key) + "\""),
                        "\"" + std::string(key) + "\" is not an object of types",
                        R"(write {"organization": ["company"]})");
        for (const auto& of_type : member.value.GetObject()) {
            TypeId type{};
            if (const std::string trouble = find_type(view(of_type.name), type); !trouble.empty())
                throw Error(line_with(where, json, view(of_type.name)), trouble, type_advice);
            words_of(of_type.value, view(of_type.name), [&](WordFacts& facts) {
                facts.types[word_class] |= type;
                // Whatever refers back also describes.
                if (word_class == static_cast<std::size_t>(WordClass::reference))
                    facts.types[static_cast<std::size_t>(WordClass::noun)] |= type;
            });
        }
    }
}

std::uint32_t Gazetteer::find(const Table& table, std::string_view key) const {
    if (table.slots.empty()) return 0;
    const std::size_t mask = table.slots.size() - 1;
    const std::uint32_t hash = hash_of(key);
    for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
        const Table::Slot& slot = table.slots[i];
        if (slot.value == 0) return 0;
        if (slot.hash == hash && slot.size == key.size() &&
            std::string_view(characters_).substr(slot.offset, slot.size) == key)
            return slot.value;
    }
}

std::uint32_t Gazetteer::insert(Table& table, std::string_view key, std::uint32_t value) {
    if (table.slots.size() < 2 * (table.used + 1)) {
        std::vector<Table::Slot> old(std::max<std::size_t>(1U << 14, table.slots.size() * 4));
        old.swap(table.slots);
        const std::size_t mask = table.slots.size() - 1;
        for (const Table::Slot& slot : old) {
            if (slot.value == 0) continue;
            std::size_t i = slot.hash & mask;
            while (table.slots[i].value != 0) i = (i + 1) & mask;
            table.slots[i] = slot;
        }
    }
    const std::size_t mask = table.slots.size() - 1;
    const std::uint32_t hash = hash_of(key);
    std::size_t i = hash & mask;
    for (; table.slots[i].value != 0; i = (i + 1) & mask) {
        const Table::Slot& slot = table.slots[i];
        if (slot.hash == hash && slot.size == key.size() &&
            std::string_view(characters_).substr(slot.offset, slot.size) == key)
            return slot.value;
    }
    table.slots[i] = {static_cast<std::uint32_t>(characters_.size()), static_cast<std::uint32_t>(key.size()),
                      hash, value + 1};
    characters_ += key;
    ++table.used;
    return value + 1;
}

void Gazetteer::add_name(std::string_view name, std::uint32_t entry) {
    const auto place = static_cast<std::uint32_t>(listed_.size());
    const std::uint32_t first = insert(name_keys_, name, place) - 1;
    listed_.push_back({entry, 0});
    if (first != place) {  // known already: append, so that the first file's entry comes first
        std::uint32_t last = first;
        while (listed_[last].next != 0) last = listed_[last].next - 1;
        listed_[last].next = place + 1;
    }
    // Words as the tokenizer makes them: hyphens and possessives stand alone.
    const std::size_t cut = name.find_first_of(word_breaks);
    if (cut != std::string_view::npos) insert(begins_, name.substr(0, cut), 0);
    const auto breaks = static_cast<std::size_t>(std::count_if(
        name.begin(), name.end(), [](char c) { return word_breaks.find(c) != std::string_view::npos; }));
    longest_name_ = std::max(longest_name_, 1 + 2 * breaks);
}

WordFacts& Gazetteer::facts_of(std::string_view word) {
    const std::uint32_t found = insert(word_keys_, word, static_cast<std::uint32_t>(facts_.size())) - 1;
    if (found == facts_.size()) facts_.emplace_back();
    return facts_[found];
}

std::string Gazetteer::find_type(std::string_view name, TypeId& type) {
    const auto found = std::find(type_names_.begin(), type_names_.end(), name);
    if (found != type_names_.end()) {
        type = static_cast<TypeId>(found - type_names_.begin());
        return {};
    }
    if (name.empty()) return "the type is empty";
    if (type_names_.size() == max_type_count) return "type \"" + std::string(name) + "\" is one too many";
    type_names_.emplace_back(name);
    type = static_cast<TypeId>(type_names_.size() - 1);
    return {};
}

std::vector<EntryId> Gazetteer::entries(std::string_view name) const {
    std::vector<EntryId> found;
    for (std::uint32_t place = find(name_keys_, name); place != 0; place = listed_[place - 1].next)
        found.push_back(static_cast<EntryId>(listed_[place - 1].entry));
    return found;
}

TypeSet Gazetteer::types(std::string_view name) const {
    TypeSet found;
    for (std::uint32_t place = find(name_keys_, name); place != 0; place = listed_[place - 1].next)
        found |= entries_[listed_[place - 1].entry].type;
    return found;
}

bool Gazetteer::begins_name(std::string_view word) const { return find(begins_, word) != 0; }

std::string_view Gazetteer::name(EntryId entry) const {
    const Entry& found = entries_[static_cast<std::uint32_t>(entry)];
    return std::string_view(characters_).substr(found.offset, found.size);
}

TypeId Gazetteer::type(EntryId entry) const { return entries_[static_cast<std::uint32_t>(entry)].type; }

const WordFacts& Gazetteer::word(std::string_view word) const {
    static const WordFacts nothing;
    const std::uint32_t found = find(word_keys_, word);
    return found == 0 ? nothing : facts_[found - 1];
}

std::string_view Gazetteer::type_name(TypeId type) const {
    return type_names_[static_cast<std::size_t>(type)];
}

}  // namespace newsgraph
