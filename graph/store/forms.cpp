#include "graph/store/forms.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace newsgraph {
namespace {

constexpr std::array<std::string_view, 7> layer_names{"",         "decision", "suffix",   "alias",
                                                      "namesake", "likeness", "ambiguous"};

std::vector<Key> keys_of(Statement& statement) {
    std::vector<Key> keys;
    while (statement.step()) keys.push_back(statement.integer(0));
    return keys;
}

}  // namespace

std::string_view to_string(Layer layer) { return layer_names[static_cast<std::size_t>(layer)]; }

Layer layer_from(std::string_view name) {
    const auto found = std::ranges::find(layer_names, name);
    return found == layer_names.end() ? Layer::none : static_cast<Layer>(found - layer_names.begin());
}

std::string surname_key(std::string_view surname, Key neighbor) {
    return "s|" + std::string(surname) + '|' + std::to_string(neighbor);
}

std::optional<Form> FormTable::find(Key key) {
    Statement& row = database_.statement(
        "SELECT type, normal, document, sense, parent, reason, entity FROM form WHERE key = ?")(key);
    if (!row.step()) return std::nullopt;
    Form form{key,
              {row.text(0), row.text(1), row.text(2), row.text(3)},
              row.integer(4),
              layer_from(row.text(5)),
              row.integer(6)};
    row.reset();
    return form;
}

std::optional<Form> FormTable::find(const FormName& name) {
    Statement& row = database_.statement(
        "SELECT key FROM form WHERE type = ? AND normal = ? AND document = ? AND sense = ?")(
        name.type, name.normal, name.document, name.sense);
    if (!row.step()) return std::nullopt;
    const Key key = row.integer(0);
    row.reset();
    return find(key);
}

std::vector<Form> FormTable::load(const std::vector<Key>& keys) {
    std::vector<Form> forms;
    for (const Key key : keys) {
        if (auto form = find(key)) forms.push_back(std::move(*form));
    }
    return forms;
}

std::vector<Form> FormTable::with_normal(std::string_view normal, std::string_view type) {
    std::vector<Form> forms = load(keys_of(
        database_.statement("SELECT key FROM form WHERE normal = ? AND document = '' ORDER BY key")(normal)));
    std::erase_if(forms, [&](const Form& form) { return type_class(form.name.type) != type_class(type); });
    return forms;
}

std::vector<Form> FormTable::with_full_name(const FormName& name) {
    if (name.type != "person" || !name.document.empty()) return {};
    std::vector<Form> forms = with_normal(name.normal, name.type);
    std::erase_if(forms, [&](const Form& form) { return form.name.type != name.type; });
    return forms;
}

std::vector<Form> FormTable::kept_under(const std::string& key, std::size_t most) {
    return load(keys_of(
        database_.statement("SELECT form FROM form_key WHERE key = ? ORDER BY form LIMIT ?")(key, most)));
}

std::vector<FormUse> FormTable::aliased(const Form& form, std::size_t most) {
    std::map<Key, std::int64_t> uses;
    Statement& calling =
        database_.statement("SELECT form, uses FROM form_alias WHERE normal = ? ORDER BY form LIMIT ?")(
            form.name.normal, most + 1);
    while (calling.step()) uses[calling.integer(0)] += calling.integer(1);
    if (uses.size() > most) uses.clear();  // too many to say anything

    std::vector<std::pair<std::string, std::int64_t>> called;
    Statement& own = database_.statement("SELECT normal, uses FROM form_alias WHERE form = ?")(form.key);
    while (own.step()) called.emplace_back(own.text(0), own.integer(1));
    for (const auto& [normal, count] : called) {
        for (const Form& other : with_normal(normal, form.name.type)) uses[other.key] += count;
    }
    std::vector<FormUse> found;
    for (const auto& [key, count] : uses) {
        auto other = find(key);
        if (other && key != form.key && other->name.document.empty() &&
            type_class(other->name.type) == type_class(form.name.type)) {
            found.push_back({std::move(*other), count});
        }
    }
    return found;
}

std::int64_t FormTable::apart(Key a, Key b) {
    Statement& row = database_.statement("SELECT uses FROM form_apart WHERE a = ? AND b = ?")(std::min(a, b),
                                                                                              std::max(a, b));
    if (!row.step()) return 0;
    const std::int64_t uses = row.integer(0);
    row.reset();
    return uses;
}

bool FormTable::share_neighbor(Key a, Key b) {
    Statement& row = database_.statement(
        "SELECT 1 FROM form_neighbor x JOIN form_neighbor y ON y.form = ? AND y.neighbor = x.neighbor "
        "WHERE x.form = ? LIMIT 1")(b, a);
    const bool found = row.step();
    row.reset();
    return found;
}

std::vector<Key> FormTable::persons(std::string_view surname, Key neighbor, std::size_t most) {
    return keys_of(database_.statement("SELECT form FROM form_key WHERE key = ? ORDER BY form LIMIT ?")(
        surname_key(surname, neighbor), most));
}

std::vector<Form> FormTable::namesakes(const Form& person, std::size_t most) {
    const std::string_view surname = last_word(person.name.normal);
    // Most persons share their surname with nobody: one walk along the index tells, however many they know.
    const std::string keys_begin = "s|" + std::string(surname) + '|';
    std::string keys_end = keys_begin;
    ++keys_end.back();
    Statement& other =
        database_.statement("SELECT 1 FROM form_key WHERE key >= ? AND key < ? AND form <> ? LIMIT 1")(
            keys_begin, keys_end, person.key);
    const bool has_others = other.step();
    other.reset();
    if (!has_others) return {};

    std::set<Key> others;
    for (const Key neighbor : neighbors(person.key)) {
        const std::vector<Key> same = persons(surname, neighbor, most + 1);
        if (same.size() <= most) others.insert(same.begin(), same.end());
    }
    others.erase(person.key);
    return load({others.begin(), others.end()});
}

std::vector<Key> FormTable::neighbors(Key form) {
    return keys_of(
        database_.statement("SELECT neighbor FROM form_neighbor WHERE form = ? ORDER BY neighbor")(form));
}

Form FormTable::strong_root(Form form) {
    while (form.parent != 0 && is_strong(form.layer)) {
        auto parent = find(form.parent);
        if (!parent) break;
        form = std::move(*parent);
    }
    return form;
}

std::vector<FormName> FormTable::decided(const FormName& name, std::string_view verdict) {
    std::vector<FormName> names;
    Statement& as_a = database_.statement(
        "SELECT b_type, b_name, b_document, b_sense FROM decision WHERE a_type = ? AND a_name = ? AND "
        "a_document = ? AND a_sense = ? AND verdict = ?")(name.type, name.normal, name.document, name.sense,
                                                          verdict);
    while (as_a.step()) names.push_back({as_a.text(0), as_a.text(1), as_a.text(2), as_a.text(3)});
    Statement& as_b = database_.statement(
        "SELECT a_type, a_name, a_document, a_sense FROM decision WHERE b_type = ? AND b_name = ? AND "
        "b_document = ? AND b_sense = ? AND verdict = ?")(name.type, name.normal, name.document, name.sense,
                                                          verdict);
    while (as_b.step()) names.push_back({as_b.text(0), as_b.text(1), as_b.text(2), as_b.text(3)});
    return names;
}

std::vector<FormName> FormTable::merged_with(const FormName& name) {
    std::set<FormName> reached{name};
    std::vector<FormName> waiting{name};
    while (!waiting.empty()) {
        const FormName next = std::move(waiting.back());
        waiting.pop_back();
        for (FormName& other : decided(next, "merge")) {
            if (reached.insert(other).second) waiting.push_back(std::move(other));
        }
    }
    return {reached.begin(), reached.end()};
}

std::vector<FormName> FormTable::split_from(const FormName& name) { return decided(name, "split"); }

}  // namespace newsgraph
