#include "graph/store/explain.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>

#include "graph/names.hpp"
#include "graph/store/sense.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t most_examples = 3;

std::string quoted(Store& store, const Form& form) { return "“" + usual_name(store, form) + "”"; }

// "1 document uses", "3 documents use".
std::string documents(std::int64_t count, std::string_view verb) {
    return std::to_string(count) + (count == 1 ? " document " : " documents ") + std::string(verb) +
           (count == 1 ? "s" : "");
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

// The first documents that call `form` by another form's name as well.
std::vector<std::string> documents_calling(Store& store, const Form& form, const Form& other) {
    std::vector<std::string> ids;
    Statement& row = store.database().statement(
        "SELECT d.id, a.name, l.name FROM local_entity l JOIN document d ON d.key = l.document "
        "LEFT JOIN local_alias a ON a.local_entity = l.key WHERE l.form = ? ORDER BY d.id");
    row(form.key);
    while (ids.size() < most_examples && row.step()) {
        const bool is_so = normal_form(row.text(1), other.name.type) == other.name.normal ||
                           (form.name.normal != other.name.normal &&
                            normal_form(row.text(2), other.name.type) == other.name.normal);
        if (is_so && (ids.empty() || ids.back() != row.text(0))) ids.push_back(row.text(0));
    }
    row.reset();
    return ids;
}

std::int64_t alias_uses(FormTable& forms, const Form& form, const Form& other) {
    for (const FormUse& use : forms.aliased(form, most_alike)) {
        if (use.form.key == other.key) return use.uses;
    }
    return 0;
}

std::optional<Form> shared_neighbor(FormTable& forms, const Form& a, const Form& b) {
    const std::vector<Key> ours = forms.neighbors(a.key), theirs = forms.neighbors(b.key);
    std::vector<Key> shared;
    std::ranges::set_intersection(ours, theirs, std::back_inserter(shared));
    std::optional<Form> first;
    for (const Key key : shared) {
        auto form = forms.find(key);
        if (form && (!first || form->name < first->name)) first = std::move(form);
    }
    return first;
}

// What speaks for two of one full name being one person, and against it, with what each counts.
std::string namesake_grounds(Store& store, FormTable& forms, const Form& a, const Form& b) {
    const Sense ours = sense_from(a.name.sense), theirs = sense_from(b.name.sense);
    std::string text = "the same full name (+1)";
    if (const auto neighbor = shared_neighbor(forms, a, b))
        text += ", claims relate both to " + quoted(store, *neighbor) + " (+3)";
    else
        text += ", no claims relate both to the same";
    if (have_different_work(ours, theirs)) text += ", different work (-2)";
    if (head_different_bodies(ours, theirs)) text += ", different bodies headed at one time (-2)";
    return text;
}

bool are_namesakes(const Form& a, const Form& b) {
    return a.name.type == "person" && b.name.type == a.name.type && a.name.normal == b.name.normal &&
           a.name.document.empty() && b.name.document.empty();
}

std::string likeness_in_words(const std::string& likeness) {
    if (likeness == "type") return "the same name under types that texts mix up";
    if (likeness == "spelling") return "a letter apart";
    if (likeness == "first words") return "its first words";
    if (likeness == "first letters") return "its first letters";
    if (likeness == "initials") return "the same but for first names left out or shortened";
    return "its surname";
}

std::string link(Store& store, FormTable& forms, const Form& form, const Form& parent) {
    const std::string name = quoted(store, form), other = quoted(store, parent);
    switch (form.layer) {
        case Layer::decision:
            return name + " is " + other + ": a user said so";
        case Layer::suffix:
            return name + " is " + other + ": the same without the legal suffix";
        case Layer::alias: {
            std::vector<std::string> examples = documents_calling(store, parent, form);
            for (std::string& id : documents_calling(store, form, parent)) {
                if (examples.size() < most_examples && std::ranges::find(examples, id) == examples.end())
                    examples.push_back(std::move(id));
            }
            return name + " is " + other + ": " + documents(alias_uses(forms, form, parent), "use") +
                   " both names for one entity (" + listed(examples) + ")";
        }
        case Layer::namesake:
            return described(store, form) + " is " + described(store, parent) + ": " +
                   namesake_grounds(store, forms, form, parent);
        default: {
            std::string text =
                name + " is " + other + ": " + likeness_in_words(likeness(form.name, parent.name));
            if (const auto neighbor = shared_neighbor(forms, form, parent))
                text += ", and claims relate both to " + quoted(store, *neighbor);
            return text;
        }
    }
}

// Where resolution found several that a name could mean.
std::vector<std::string> rivals_of(Store& store, FormTable& forms, const Form& form) {
    std::set<std::string> names;
    for (const FormUse& use : forms.aliased(form, most_alike)) names.insert(quoted(store, use.form));
    for (const Form& person : forms.with_full_name(form.name)) {
        if (person.key != form.key) names.insert(described(store, person));
    }
    if (form.name.type == "person") {
        for (const Form& person : forms.namesakes(form, most_alike)) {
            if (person.name.normal != form.name.normal) names.insert(quoted(store, person));
        }
    }
    return {names.begin(), names.end()};
}

// What speaks against two forms being one, the first ground found.
std::string obstacle(Store& store, FormTable& forms, const Form& a, const Form& b) {
    const bool b_is_fuller = is_fuller_form(b.name, a.name);
    const Form& form = b_is_fuller ? a : b;
    const Form& fuller = b_is_fuller ? b : a;
    for (const FormName& name : forms.split_from(form.name)) {
        if (name == fuller.name) return "a user said so";
    }
    if (type_class(form.name.type) != type_class(fuller.name.type))
        return "their types are " + form.name.type + " and " + fuller.name.type;
    if (are_namesakes(form, fuller) && form.layer != Layer::ambiguous)
        return namesake_grounds(store, forms, form, fuller);
    const std::int64_t apart = forms.apart(form.key, fuller.key), uses = alias_uses(forms, form, fuller);
    if (apart > 0 && apart >= uses) {
        return documents(apart, "name") + " both as two" +
               (uses > 0 ? ", " + documents(uses, "use") + " both names for one" : std::string());
    }
    if (form.layer == Layer::ambiguous) {
        const std::vector<std::string> rivals = rivals_of(store, forms, form);
        if (!rivals.empty()) return quoted(store, form) + " may mean several: " + listed(rivals);
    }
    const std::string alike = likeness(form.name, fuller.name);
    if (!alike.empty() && !shared_neighbor(forms, form, fuller)) {
        return quoted(store, form) + " and " + quoted(store, fuller) + " are alike (" +
               likeness_in_words(alike) + "), but no claims relate both to the same";
    }
    if (!alike.empty()) return "they are alike, but each of them is alike to others as well";
    return "no document uses both names for one entity, and the names are not alike";
}

}  // namespace

std::vector<Form> forms_named(Store& store, const std::string& name, const std::string& type) {
    Database& database = store.database();
    FormTable forms(database);
    const auto find = [&](const std::string& text, const std::string& document) {
        std::vector<Form> canonical, called;
        Statement& row = database.statement(
            "SELECT form, sum(named) FROM form_name WHERE folded = ? GROUP BY form ORDER BY form");
        std::vector<std::pair<Key, bool>> keys;
        row(folded_name(text));
        while (row.step()) keys.emplace_back(row.integer(0), row.integer(1) > 0);
        for (const auto& [key, is_canonical] : keys) {
            auto form = forms.find(key);
            if (!form || (!type.empty() && form->name.type != type)) continue;
            if (!document.empty()) {
                Statement& there = database.statement(
                    "SELECT 1 FROM local_entity l JOIN document d ON d.key = l.document "
                    "WHERE l.form = ? AND d.id = ? LIMIT 1")(key, document);
                const bool is_there = there.step();
                there.reset();
                if (!is_there) continue;
            }
            (is_canonical ? canonical : called).push_back(std::move(*form));
        }
        std::vector<Form> found = canonical.empty() ? std::move(called) : std::move(canonical);
        std::ranges::sort(found, {}, &Form::name);
        return found;
    };
    std::vector<Form> found = find(name, {});
    if (const std::size_t at = name.rfind('@'); found.empty() && at != name.npos)
        found = find(name.substr(0, at), name.substr(at + 1));
    return found;
}

std::string usual_name(Store& store, const Form& form) {
    Statement& row = store.database().statement(
        "SELECT name FROM form_name WHERE form = ? ORDER BY named DESC, length(name) DESC, name LIMIT 1")(
        form.key);
    std::string name = row.step() ? row.text(0) : form.name.normal;
    row.reset();
    return name;
}

std::string described(Store& store, const Form& form) {
    std::string text = quoted(store, form) + " (" + form.name.type;
    if (!form.name.document.empty()) text += ", in " + form.name.document;
    if (!form.name.sense.empty()) text += ", " + in_words(sense_from(form.name.sense));
    return text + ')';
}

std::vector<std::string> explain(Store& store, Form form) {
    FormTable forms(store.database());
    std::vector<std::string> lines;
    while (form.parent != 0) {
        auto parent = forms.find(form.parent);
        if (!parent) break;
        lines.push_back(link(store, forms, form, *parent));
        form = std::move(*parent);
    }
    return lines;
}

std::vector<Form> joined_forms(Store& store) {
    std::vector<Key> keys;
    Statement& row = store.database().statement(
        "SELECT key FROM form WHERE parent IS NOT NULL ORDER BY type, normal, document, sense")();
    while (row.step()) keys.push_back(row.integer(0));
    std::vector<Form> joined;
    FormTable forms(store.database());
    for (const Key key : keys) joined.push_back(*forms.find(key));
    return joined;
}

std::vector<std::pair<Form, Form>> near_pairs(Store& store) {
    FormTable forms(store.database());
    std::vector<Key> keys;
    Statement& row =
        store.database().statement("SELECT key FROM form ORDER BY type, normal, document, sense")();
    while (row.step()) keys.push_back(row.integer(0));
    std::vector<std::pair<Form, Form>> pairs;
    std::set<std::pair<Key, Key>> seen;  // entities
    for (const Key key : keys) {
        const Form form = *forms.find(key);
        std::vector<Form> others = forms.with_full_name(form.name);
        if (form.name.type == "person") {
            for (Form& other : forms.namesakes(form, most_alike)) others.push_back(std::move(other));
        }
        for (const std::string& sought : sought_keys(form.name)) {
            std::vector<Form> kept = forms.kept_under(sought, most_alike + 1);
            if (kept.size() > most_alike) continue;
            for (Form& other : kept) others.push_back(std::move(other));
        }
        std::ranges::sort(others, {}, &Form::name);
        const std::vector<FormName> split = forms.split_from(form.name);
        for (Form& other : others) {
            if (other.entity == form.entity || !is_fuller_form(other.name, form.name)) continue;
            if (likeness(form.name, other.name).empty() || forms.apart(form.key, other.key) > 0) continue;
            if (std::ranges::find(split, other.name) != split.end()) continue;
            if (seen.insert(std::minmax(form.entity, other.entity)).second)
                pairs.emplace_back(form, std::move(other));
        }
    }
    return pairs;
}

std::vector<std::string> why(Store& store, const Form& a, const Form& b) {
    FormTable forms(store.database());
    std::vector<std::string> lines;
    if (a.key == b.key) {
        lines.push_back("one entity: both names are one form, “" + a.name.normal + "” (" + a.name.type + ")");
        if (a.name.type == "person" && a.name.document.empty())
            lines.push_back("no document says of one what the others exclude");
        Statement& row = store.database().statement(
            "SELECT DISTINCT name, known FROM local_entity WHERE form = ? AND known <> '' AND known <> name "
            "ORDER BY name LIMIT 5")(a.key);
        while (row.step())
            lines.push_back("the gazetteer knows “" + row.text(0) + "” as “" + row.text(1) + "”");
        return lines;
    }
    if (a.entity == b.entity) {
        lines.push_back("one entity: " + described(store, a) + " and " + described(store, b));
        for (const Form& form : {a, b}) {
            for (std::string& line : explain(store, form)) {
                if (std::ranges::find(lines, line) == lines.end()) lines.push_back(std::move(line));
            }
        }
        return lines;
    }
    lines.push_back("two entities: " + described(store, a) + " and " + described(store, b));
    lines.push_back(obstacle(store, forms, a, b));
    return lines;
}

}  // namespace newsgraph
