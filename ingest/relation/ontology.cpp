#include "ingest/relation/ontology.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>

#include "graph/error.hpp"
#include "ingest/relation/foreign_ontology.hpp"
#include "ingest/relation/located_json.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t max_extends = 8;  // files in a row; stops files that extend each other

/// The words that a place may be named by, apart from prepositions.
constexpr std::array<std::pair<std::string_view, Role>, 7> role_names = {{{"self", Role::self},
                                                                          {"subject", Role::subject},
                                                                          {"object", Role::object},
                                                                          {"indirect", Role::indirect},
                                                                          {"complement", Role::complement},
                                                                          {"possessor", Role::possessor},
                                                                          {"modifier", Role::modifier}}};

/// A place of several words ends in one of these, a place of one word is one: so a slip of the pen is found.
constexpr std::array<std::string_view, 59> prepositions = {
    "about",   "above",   "across",     "after",     "against", "ahead",  "alongside", "along",  "amid",
    "among",   "around",  "as",         "at",        "away",    "before", "behind",    "below",  "beside",
    "besides", "between", "beyond",     "by",        "despite", "down",   "during",    "except", "following",
    "for",     "from",    "in",         "including", "inside",  "into",   "like",      "near",   "of",
    "off",     "on",      "onto",       "out",       "outside", "over",   "past",      "per",    "since",
    "than",    "through", "throughout", "till",      "to",      "toward", "towards",   "under",  "until",
    "up",      "upon",    "versus",     "via",       "where"};
constexpr std::array<std::string_view, 9> more_prepositions = {
    "with", "within", "without", "worth", "there", "using", "alleging", "aboard", "atop"};

constexpr std::array<std::pair<std::string_view, QualifierValue>, 6> value_names = {
    {{"phrase", QualifierValue::phrase},
     {"date", QualifierValue::date},
     {"amount", QualifierValue::amount},
     {"measure", QualifierValue::measure},
     {"name", QualifierValue::name},
     {"noun", QualifierValue::noun}}};

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

template <typename Strings>
std::string listed(const Strings& strings) {
    std::string list;
    for (const auto& string : strings) {
        if (!list.empty()) list += ", ";
        list += string;
    }
    return list;
}

}  // namespace

bool is_place(std::string_view word) {
    if (word == "understood" || word == "subject above" || word == "predecessor" || word == "maker" ||
        word == "trigger" || word == "verb" || word == "bare" || word == "clause that")
        return true;
    if (std::ranges::find(role_names, word, [](const auto& named) { return named.first; }) !=
        role_names.end())
        return true;
    const std::size_t space = word.rfind(' ');
    const std::string_view last = space == std::string_view::npos ? word : word.substr(space + 1);
    return std::ranges::find(prepositions, last) != prepositions.end() ||
           std::ranges::find(more_prepositions, last) != more_prepositions.end();
}

/// Checks and takes over one file after the other.
class OntologyReader {
  public:
    /// With `problems`, notes what is wrong there and reads on instead of throwing.
    explicit OntologyReader(Ontology& ontology, std::vector<Problem>* problems = nullptr)
        : ontology_(ontology), problems_(problems) {}

    void read_file(const std::filesystem::path& file, std::size_t depth) {
        if (depth > max_extends)
            throw Error(file.string(), "the files extend each other without end", "let none extend itself");
        std::ifstream stream(file, std::ios::binary);
        if (!stream)
            throw Error(file.string(), "the ontology cannot be read", "give the path of a JSON file");
        const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
        const std::string name = file.string();
        const JsonValue root = parse_located_json(text, name);
        name_ = name;
        if (is_foreign_ontology(root)) return take_foreign(foreign_ontology_from(root, name));
        if (const JsonValue* base = root.member("extends")) {
            read_file(file.parent_path() / string_in(*base, "extends"), depth + 1);
            name_ = name;
        }
        if (const JsonValue* modality = root.member("modality"))
            ontology_.modality_ =
                ModalityLexicon::load(file.parent_path() / string_in(*modality, "modality"));
        take(root);
    }

    void read_text(std::string_view json, const std::string& name) {
        const JsonValue root = parse_located_json(json, name);
        name_ = name;
        if (is_foreign_ontology(root)) return take_foreign(foreign_ontology_from(root, name));
        for (const char* field : {"extends", "modality"}) {
            if (const JsonValue* other = root.member(field))
                fail(*other, "field " + in_quotes(field) + " needs a file beside this one",
                     "read the ontology from a file");
        }
        take(root);
    }

    void finish() { std::ranges::sort(ontology_.light_verbs_); }

  private:
    /// An ontology that names no words: those of its relations' labels evoke them.
    void take_foreign(const ForeignOntology& foreign) {
        if (problems_ != nullptr)
            problems_->insert(problems_->end(), foreign.doubts.begin(), foreign.doubts.end());
        take(parse_located_json(own_format(foreign), name_));
    }

    /// Does `work`; where mistakes are gathered, notes one and goes on.
    template <typename Work>
    void attempt(const Work& work) {
        if (problems_ == nullptr) return work();
        try {
            work();
        } catch (const Error& error) {
            problems_->push_back({error.where(), error.problem(), error.fix()});
        }
    }

    [[noreturn]] void fail(const JsonValue& at, const std::string& what, const std::string& fix) const {
        throw Error(name_ + ":" + std::to_string(at.line), what, fix);
    }

    void expect(const JsonValue& value, JsonValue::Kind kind, std::string_view field,
                const char* example) const {
        if (value.kind != kind)
            fail(value, "field " + in_quotes(field) + " is not " + kind_name(kind),
                 std::string("write it like ") + example);
    }

    static std::string kind_name(JsonValue::Kind kind) {
        switch (kind) {
            case JsonValue::Kind::string:
                return "a string";
            case JsonValue::Kind::array:
                return "a list";
            case JsonValue::Kind::object:
                return "an object";
            case JsonValue::Kind::number:
                return "a number";
            case JsonValue::Kind::boolean:
                return "true or false";
            default:
                return "null";
        }
    }

    void check_fields(const JsonValue& object, std::string_view what,
                      std::initializer_list<std::string_view> known) const {
        expect(object, JsonValue::Kind::object, what, "{\"name\": …}");
        for (const auto& [key, value] : object.members) {
            if (std::ranges::find(known, key) == known.end())
                fail(value, "field " + in_quotes(key) + " is not known in " + std::string(what),
                     "it has the fields " + listed(known));
        }
    }

    std::string string_in(const JsonValue& value, std::string_view field) const {
        expect(value, JsonValue::Kind::string, field, "\"acquires\"");
        if (value.string.empty()) fail(value, "field " + in_quotes(field) + " is empty", "give it a value");
        return value.string;
    }

    std::string required_string(const JsonValue& object, std::string_view field,
                                const std::string& what) const {
        const JsonValue* value = object.member(field);
        if (!value)
            fail(object, what + " has no " + in_quotes(field), "add \"" + std::string(field) + "\": \"…\"");
        return string_in(*value, field);
    }

    std::string optional_string(const JsonValue& object, std::string_view field) const {
        const JsonValue* value = object.member(field);
        return value ? string_in(*value, field) : std::string();
    }

    bool flag(const JsonValue& object, std::string_view field) const {
        const JsonValue* value = object.member(field);
        if (!value) return false;
        expect(*value, JsonValue::Kind::boolean, field, "true");
        return value->boolean;
    }

    /// A string, or a list of them.
    std::vector<std::string> strings(const JsonValue* value, std::string_view field) const {
        std::vector<std::string> result;
        if (!value) return result;
        if (value->kind == JsonValue::Kind::string) return {string_in(*value, field)};
        expect(*value, JsonValue::Kind::array, field, "[\"buy\", \"acquire\"]");
        for (const JsonValue& element : value->elements) result.push_back(string_in(element, field));
        return result;
    }

    void take(const JsonValue& root) {
        check_fields(root, "an ontology",
                     {"name", "description", "extends", "modality", "light_verbs", "resumptions",
                      "entity_types", "relation_types"});
        for (std::string& verb : strings(root.member("light_verbs"), "light_verbs"))
            ontology_.light_verbs_.push_back(std::move(verb));
        if (const JsonValue* list = root.member("resumptions")) {
            expect(*list, JsonValue::Kind::array, "resumptions",
                   "[{\"verbs\": [\"follow\"], \"when\": {\"object\": [\"suit\"]}}]");
            for (const JsonValue& value : list->elements) take_resumption(value);
        }
        if (const JsonValue* types = root.member("entity_types")) {
            expect(*types, JsonValue::Kind::array, "entity_types", "[{\"name\": \"person\"}]");
            for (const JsonValue& type : types->elements) attempt([&] { take_entity_type(type); });
        }
        if (const JsonValue* types = root.member("relation_types")) {
            expect(*types, JsonValue::Kind::array, "relation_types", "[{\"name\": \"acquires\", …}]");
            // All names first: a type may imply one that comes after it.
            std::vector<const JsonValue*> declared;
            for (const JsonValue& type : types->elements) {
                attempt([&] {
                    declare_relation(type);
                    declared.push_back(&type);
                });
            }
            for (const JsonValue* type : declared) attempt([&] { take_relation(*type); });
        }
    }

    void take_entity_type(const JsonValue& value) {
        check_fields(value, "an entity type", {"name", "description"});
        EntityType type{required_string(value, "name", "an entity type"),
                        optional_string(value, "description")};
        if (!is_entity_type(type.name)) ontology_.entity_types_.push_back(std::move(type));
    }

    bool is_entity_type(std::string_view name) const {
        return std::ranges::find(ontology_.entity_types_, name, &EntityType::name) !=
               ontology_.entity_types_.end();
    }

    std::optional<std::size_t> relation_index(std::string_view name) const {
        const auto found = std::ranges::find(ontology_.relations_, name, &RelationType::name);
        if (found == ontology_.relations_.end()) return std::nullopt;
        return static_cast<std::size_t>(found - ontology_.relations_.begin());
    }

    void declare_relation(const JsonValue& value) {
        check_fields(value, "a relation type",
                     {"name", "description", "head", "tail", "same_kind", "symmetric", "speech_act",
                      "measured", "deeds", "member", "qualifiers", "triggers", "implies", "yields_to",
                      "makes_former", "ends", "single", "excludes"});
        RelationType type;
        type.name = required_string(value, "name", "a relation type");
        if (relation_index(type.name)) return;  // adds to one that is there
        ontology_.relations_.push_back(std::move(type));
    }

    void take_relation(const JsonValue& value) {
        const std::string name = value.member("name")->string;
        const std::size_t index = *relation_index(name);
        RelationType& type = ontology_.relations_[index];
        const std::string what = "relation type " + in_quotes(name);
        if (value.member("description")) type.description = optional_string(value, "description");
        attempt([&] { take_types(value, "head", what, type.head_types); });
        attempt([&] { take_types(value, "tail", what, type.tail_types); });
        if (value.member("same_kind")) type.same_kind = flag(value, "same_kind");
        if (value.member("symmetric")) type.symmetric = flag(value, "symmetric");
        if (value.member("speech_act")) type.speech_act = flag(value, "speech_act");
        if (value.member("measured")) type.measured = flag(value, "measured");
        if (const JsonValue* deeds = value.member("deeds")) type.deeds = strings(deeds, "deeds");
        if (const JsonValue* member = value.member("member")) {
            const std::string part = string_in(*member, "member");
            if (part != "head" && part != "tail")
                fail(*member, "field \"member\": " + in_quotes(part) + " is no part of a relation",
                     "write head or tail, whichever belongs to the other");
            type.member = part == "head" ? Implication::Part::head : Implication::Part::tail;
        }
        if (const JsonValue* list = value.member("qualifiers")) {
            for (QualifierSource& qualifier : qualifiers(*list))
                type.qualifiers.push_back(std::move(qualifier));
        }
        if (const JsonValue* list = value.member("implies")) take_implications(*list, type, what);
        take_relation_names(value, "yields_to", type.yields_to);
        take_relation_names(value, "makes_former", type.makes_former);
        if (value.member("ends")) type.conflicts.ends = flag(value, "ends");
        if (const JsonValue* list = value.member("single")) take_singles(*list, type);
        if (const JsonValue* list = value.member("excludes")) take_exclusions(*list, type, what);
        if (const JsonValue* list = value.member("triggers")) {
            expect(*list, JsonValue::Kind::array, "triggers",
                   "[{\"verbs\": [\"buy\"], \"head\": \"subject\", …}]");
            for (const JsonValue& trigger : list->elements)
                attempt([&] { take_trigger(trigger, index, what); });
        }
    }

    void take_relation_names(const JsonValue& value, const char* field,
                             std::vector<std::string>& names) const {
        for (std::string& other : strings(value.member(field), field)) {
            if (!relation_index(other))
                fail(*value.member(field), "relation type " + in_quotes(other) + " is not known",
                     "name one of \"relation_types\"");
            names.push_back(std::move(other));
        }
    }

    void take_singles(const JsonValue& list, RelationType& type) const {
        expect(list, JsonValue::Kind::array, "single", "[{\"part\": \"head\"}, {\"qualifier\": \"amount\"}]");
        for (const JsonValue& value : list.elements) {
            check_fields(value, "a single part", {"part", "when", "unless", "qualifier", "same"});
            if ((value.member("part") != nullptr) == (value.member("qualifier") != nullptr))
                fail(value, "either \"part\" or \"qualifier\" tells what is single",
                     "write {\"part\": \"head\"} or {\"qualifier\": \"amount\"}");
            if (const JsonValue* part = value.member("part"))
                type.conflicts.single_parts.push_back({is_head(*part, "part"),
                                                       lists(value.member("when"), "when"),
                                                       lists(value.member("unless"), "unless")});
            else
                type.conflicts.single_qualifiers.push_back({qualifier_name(*value.member("qualifier"), type),
                                                            strings(value.member("same"), "same")});
        }
    }

    void take_exclusions(const JsonValue& list, RelationType& type, const std::string& what) const {
        expect(list, JsonValue::Kind::array, "excludes", "[{\"type\": \"acquires\", \"head\": \"tail\"}]");
        for (const JsonValue& value : list.elements) {
            check_fields(value, "an exclusion", {"type", "head", "same", "of"});
            Exclusion exclusion;
            exclusion.type = required_string(value, "type", "what " + what + " excludes");
            if (!relation_index(exclusion.type))
                fail(*value.member("type"), "relation type " + in_quotes(exclusion.type) + " is not known",
                     "name one of \"relation_types\"");
            if (const JsonValue* head = value.member("head")) exclusion.is_turned = !is_head(*head, "head");
            exclusion.same = strings(value.member("same"), "same");
            if (const JsonValue* types = value.member("of")) exclusion.of = entity_types(*types, "of");
            type.conflicts.exclusions.push_back(std::move(exclusion));
        }
    }

    bool is_head(const JsonValue& value, std::string_view field) const {
        const std::string part = string_in(value, field);
        if (part != "head" && part != "tail")
            fail(value, "field " + in_quotes(field) + ": " + in_quotes(part) + " is no part of a relation",
                 "write \"head\" or \"tail\"");
        return part == "head";
    }

    std::string qualifier_name(const JsonValue& value, const RelationType& type) const {
        std::string name = string_in(value, "qualifier");
        if (!type.has_qualifier(name))
            fail(value, "relation type " + in_quotes(type.name) + " has no qualifier " + in_quotes(name),
                 "add it to its \"qualifiers\"");
        return name;
    }

    std::map<std::string, std::vector<std::string>> lists(const JsonValue* value,
                                                          std::string_view field) const {
        std::map<std::string, std::vector<std::string>> result;
        if (!value) return result;
        expect(*value, JsonValue::Kind::object, field, "{\"role\": [\"chief executive\"]}");
        for (const auto& [name, list] : value->members) result[name] = strings(&list, name);
        return result;
    }

    void take_types(const JsonValue& relation, std::string_view field, const std::string& what,
                    std::vector<std::string>& types) const {
        const JsonValue* value = relation.member(field);
        if (!value) {
            if (types.empty())
                fail(relation, what + " has no signature: field " + in_quotes(field) + " is missing",
                     "add \"" + std::string(field) + "\": [\"organization\"]");
            return;
        }
        for (std::string& name : entity_types(*value, field)) {
            if (std::ranges::find(types, name) == types.end()) types.push_back(std::move(name));
        }
    }

    std::vector<std::string> entity_types(const JsonValue& value, std::string_view field) const {
        std::vector<std::string> names = strings(&value, field);
        for (const std::string& name : names) {
            if (is_entity_type(name)) continue;
            std::vector<std::string> known;
            for (const EntityType& type : ontology_.entity_types_) known.push_back(type.name);
            fail(value, "field " + in_quotes(field) + ": entity type " + in_quotes(name) + " is not known",
                 "choose from " + listed(known) + ", or add it to \"entity_types\"");
        }
        return names;
    }

    std::vector<QualifierSource> qualifiers(const JsonValue& list) const {
        expect(list, JsonValue::Kind::object, "qualifiers",
               "{\"date\": {\"value\": \"date\", \"from\": [\"in\", \"on\"]}}");
        std::vector<QualifierSource> result;
        for (const auto& [name, value] : list.members) {
            check_fields(value, "a qualifier", {"value", "from"});
            QualifierSource source;
            source.name = name;
            if (const JsonValue* kind = value.member("value")) {
                const std::string word = string_in(*kind, "value");
                const auto known =
                    std::ranges::find(value_names, word, [](const auto& pair) { return pair.first; });
                if (known == value_names.end())
                    fail(*kind, "field \"value\": " + in_quotes(word) + " is no kind of value",
                         "choose from phrase, date, amount, measure, name, noun");
                source.value = known->second;
            }
            source.from = places(value.member("from"), "from");
            result.push_back(std::move(source));
        }
        return result;
    }

    std::vector<Place> places(const JsonValue* value, std::string_view field) const {
        std::vector<Place> result;
        for (const std::string& word : strings(value, field)) result.push_back(place(word, *value, field));
        return result;
    }

    Place place(const std::string& word, const JsonValue& at, std::string_view field) const {
        if (word == "understood") return {Place::Kind::understood, Role::self, {}};
        if (word == "subject above") return {Place::Kind::above, Role::self, {}};
        if (word == "maker") return {Place::Kind::maker, Role::self, {}};
        if (word == "predecessor") return {Place::Kind::predecessor, Role::self, {}};
        if (word == "trigger") return {Place::Kind::trigger, Role::self, {}};
        if (word == "verb") return {Place::Kind::anchor, Role::self, {}};
        if (word == "bare") return {Place::Kind::oblique, Role::oblique, {}};
        for (const auto& [name, role] : role_names) {
            if (name == word) return {Place::Kind::role, role, {}};
        }
        if (!is_place(word))
            fail(at, "field " + in_quotes(field) + ": " + in_quotes(word) + " is no place in a clause",
                 "write a preposition, or one of self, subject, object, indirect, complement, possessor, "
                 "modifier, "
                 "bare, subject above, predecessor, maker, understood, trigger, verb");
        return {Place::Kind::oblique, Role::oblique, word};
    }

    void take_implications(const JsonValue& list, RelationType& type, const std::string& what) const {
        expect(list, JsonValue::Kind::array, "implies", "[{\"type\": \"works-for\"}]");
        for (const JsonValue& value : list.elements) {
            check_fields(value, "an implication", {"type", "head", "tail"});
            const std::string name = required_string(value, "type", "an implication of " + what);
            const std::optional<std::size_t> implied = relation_index(name);
            if (!implied)
                fail(value, "relation type " + in_quotes(name) + " is not known",
                     "name one of \"relation_types\"");
            Implication implication;
            implication.relation = *implied;
            implication.tail = Implication::Part::tail;
            take_part(value, "head", implication, implication.head);
            take_part(value, "tail", implication, implication.tail);
            type.implications.push_back(std::move(implication));
        }
    }

    void take_part(const JsonValue& value, std::string_view field, Implication& implication,
                   Implication::Part& part) const {
        const JsonValue* given = value.member(field);
        if (!given) return;
        const std::string word = string_in(*given, field);
        if (word == "head") {
            part = Implication::Part::head;
        } else if (word == "tail") {
            part = Implication::Part::tail;
        } else {
            part = Implication::Part::qualifier;
            implication.qualifier = word;
        }
    }

    std::vector<Condition> conditions(const JsonValue* value, std::string_view field) const {
        std::vector<Condition> result;
        if (!value) return result;
        expect(*value, JsonValue::Kind::object, field, "{\"object\": [\"stake\", \"share\"]}");
        for (const auto& [word, lemmas] : value->members)
            result.push_back({place(word, lemmas, field), strings(&lemmas, field)});
        return result;
    }

    void take_trigger(const JsonValue& value, std::size_t relation, const std::string& what) {
        check_fields(value, "a trigger of " + what,
                     {"verbs", "nouns", "adjectives", "names", "head", "tail", "head_types", "tail_types",
                      "light", "when", "unless", "qualifiers", "modality", "presupposes", "score", "note"});
        Trigger trigger;
        trigger.relation = relation;
        trigger.head = places(value.member("head"), "head");
        trigger.tail = places(value.member("tail"), "tail");
        const auto has_kind = [](const std::vector<Place>& list, Place::Kind kind) {
            return std::ranges::any_of(list, [&](const Place& place) { return place.kind == kind; });
        };
        if (has_kind(trigger.tail, Place::Kind::maker) || has_kind(trigger.head, Place::Kind::predecessor))
            fail(value,
                 "a trigger of " + what + ": \"maker\" stands at \"head\" only, \"predecessor\" at \"tail\"",
                 "say where it stands in the clause, e.g. \"head\": \"subject\"");
        const RelationType& type = ontology_.relations_[relation];
        const bool among_members = (type.symmetric || type.same_kind) && value.member("tail") != nullptr;
        if (trigger.head.empty() || (trigger.tail.empty() && !among_members))
            fail(value,
                 "a trigger of " + what + " has no " + (trigger.head.empty() ? "\"head\"" : "\"tail\""),
                 "say where it stands, e.g. \"head\": \"subject\", \"tail\": \"object\"");
        if (const JsonValue* types = value.member("head_types"))
            trigger.head_types = entity_types(*types, "head_types");
        if (const JsonValue* types = value.member("tail_types"))
            trigger.tail_types = entity_types(*types, "tail_types");
        if (const JsonValue* light = value.member("light")) {
            trigger.any_light = light->kind == JsonValue::Kind::boolean && light->boolean;
            if (light->kind != JsonValue::Kind::boolean) trigger.light = strings(light, "light");
        }
        if (value.member("presupposes")) trigger.presupposes = flag(value, "presupposes");
        trigger.when = conditions(value.member("when"), "when");
        trigger.unless = conditions(value.member("unless"), "unless");
        if (const JsonValue* list = value.member("qualifiers")) trigger.qualifiers = qualifiers(*list);
        if (const JsonValue* modality = value.member("modality")) {
            trigger.modality = modality_from(string_in(*modality, "modality"));
            if (!trigger.modality)
                fail(*modality, "field \"modality\": " + in_quotes(modality->string) + " is not known",
                     "choose from asserted, reported, claimed, possible, negated");
        }
        if (const JsonValue* score = value.member("score")) {
            expect(*score, JsonValue::Kind::number, "score", "0.8");
            if (!(score->number > 0 && score->number <= 1))
                fail(*score, "field \"score\" is not in (0, 1]", "write it like 0.8");
            trigger.score = score->number;
        }
        index_trigger(value, std::move(trigger), what);
    }

    /// Words that take up an event told before: "follow suit".
    void take_resumption(const JsonValue& value) {
        check_fields(value, "a resumption", {"verbs", "when", "unless", "note"});
        Trigger trigger;
        trigger.relation = Trigger::no_relation;
        trigger.when = conditions(value.member("when"), "when");
        trigger.unless = conditions(value.member("unless"), "unless");
        trigger.score = 0.7;
        for (const std::string& verb : strings(value.member("verbs"), "verbs"))
            ontology_.by_resuming_verb_[verb].push_back(ontology_.triggers_.size());
        ontology_.triggers_.push_back(std::move(trigger));
    }

    void index_trigger(const JsonValue& value, Trigger trigger, const std::string& what) {
        const std::size_t index = ontology_.triggers_.size();
        bool evoked = false;
        const auto add = [&](std::string_view field, auto& map) {
            for (const std::string& lemma : strings(value.member(field), field)) {
                map[lemma].push_back(index);
                evoked = true;
            }
        };
        add("verbs", ontology_.by_verb_);
        add("nouns", ontology_.by_noun_);
        add("adjectives", ontology_.by_adjective_);
        if (flag(value, "names")) {
            ontology_.by_name_.push_back(index);
            evoked = true;
        }
        if (!evoked)
            fail(value, "a trigger of " + what + " has no words",
                 "give it \"verbs\", \"nouns\" or \"adjectives\", or \"names\": true");
        ontology_.triggers_.push_back(std::move(trigger));
    }

    Ontology& ontology_;
    std::vector<Problem>* problems_;
    std::string name_;
};

Ontology Ontology::read(const std::filesystem::path& file) {
    Ontology ontology;
    OntologyReader reader(ontology);
    reader.read_file(file, 0);
    reader.finish();
    return ontology;
}

OntologyCheck Ontology::check(const std::filesystem::path& file) {
    OntologyCheck result;
    OntologyReader reader(result.ontology, &result.problems);
    try {
        reader.read_file(file, 0);
    } catch (const Error& error) {
        result.problems.push_back({error.where(), error.problem(), error.fix()});
    }
    reader.finish();
    return result;
}

Ontology Ontology::parse(std::string_view json, const std::string& name) {
    Ontology ontology;
    OntologyReader reader(ontology);
    reader.read_text(json, name);
    reader.finish();
    return ontology;
}

bool RelationType::has_qualifier(std::string_view qualifier) const {
    return std::ranges::find(qualifiers, qualifier, &QualifierSource::name) != qualifiers.end();
}

const RelationType* Ontology::relation(std::string_view name) const {
    const auto found = std::ranges::find(relations_, name, &RelationType::name);
    return found == relations_.end() ? nullptr : &*found;
}

bool Ontology::is_light(std::string_view verb) const {
    return std::ranges::binary_search(light_verbs_, verb);
}

const std::vector<std::size_t>& Ontology::resumed_by(const std::string& verb) const {
    static const std::vector<std::size_t> none;
    const auto found = by_resuming_verb_.find(verb);
    return found == by_resuming_verb_.end() ? none : found->second;
}

const std::vector<std::size_t>& Ontology::evoked_by(ClauseKind kind, const std::string& lemma) const {
    static const std::vector<std::size_t> none;
    const auto& map = kind == ClauseKind::noun        ? by_noun_
                      : kind == ClauseKind::adjective ? by_adjective_
                                                      : by_verb_;
    const auto found = map.find(lemma);
    return found == map.end() ? none : found->second;
}

}  // namespace newsgraph
