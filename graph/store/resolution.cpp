#include "graph/store/resolution.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <span>
#include <utility>

#include "graph/extraction.hpp"
#include "graph/names.hpp"
#include "graph/store/sense.hpp"

namespace newsgraph {
namespace {

// Of the documents that call one of several entities so, how many must mean the same one for each that means
// another.
constexpr std::int64_t dominance = 5;

/// A relation to a country or a people says little of who is meant.
bool tells_who(const FormName& neighbor) {
    return neighbor.document.empty() && neighbor.type != "place" && neighbor.type != "group" &&
           neighbor.type != phrase_type;
}

bool have_different_work(const Form& a, const Form& b) {
    return !a.name.sense.empty() && !b.name.sense.empty() &&
           have_different_work(sense_from(a.name.sense), sense_from(b.name.sense));
}

/// Adds to a count in a row that is there as long as it is not 0; says whether the row came or went.
bool add_to(Statement& put, Statement& drop, int change) {
    put.step();
    const std::int64_t uses = put.integer(0);
    put.reset();
    assert(uses >= 0);
    if (uses == 0) drop.run();
    return uses == 0 || (uses == change && change > 0);
}

}  // namespace

Key Resolver::form(const FormName& name) {
    if (const auto known = forms_.find(name)) return known->key;
    database_
        .statement(
            "INSERT INTO form (type, normal, document, sense, records, mentions, parent, reason, entity) "
            "VALUES (?, ?, ?, ?, 0, 0, NULL, '', NULL)")(name.type, name.normal, name.document, name.sense)
        .run();
    const Key key = database_.last_key();
    appeared_.insert(key);
    return key;
}

void Resolver::make_dirty(const Form& form) { dirty_.insert({form.name, form.key}); }

void Resolver::count_record(Key key, const std::string& name, std::span<const std::string> aliases,
                            std::size_t mentions, int change) {
    database_
        .statement("UPDATE form SET records = records + ?, mentions = mentions + ? WHERE key = ?")(
            change, change * static_cast<std::int64_t>(mentions), key)
        .run();
    const Form form = *forms_.find(key);
    const auto count_name = [&](const std::string& text, int named, int aliased) {
        add_to(database_.statement(
                   "INSERT INTO form_name (form, name, folded, named, aliased) VALUES (?, ?, ?, ?, ?) "
                   "ON CONFLICT DO UPDATE SET named = named + excluded.named, "
                   "aliased = aliased + excluded.aliased RETURNING named + aliased")(
                   key, text, folded_name(text), named, aliased),
               database_.statement("DELETE FROM form_name WHERE form = ? AND name = ?")(key, text), change);
    };
    count_name(name, change, 0);
    std::set<std::string> normals;
    for (const std::string& alias : aliases) {
        count_name(alias, 0, change);
        normals.insert(normal_form(alias, form.name.type));
    }
    normals.insert(normal_form(name, form.name.type));  // where the gazetteer knows it by another one
    normals.erase(form.name.normal);
    if (form.name.document.empty() && form.name.type != phrase_type) {
        for (const std::string& normal : normals) {
            add_to(
                database_.statement("INSERT INTO form_alias (form, normal, uses) VALUES (?, ?, ?) "
                                    "ON CONFLICT DO UPDATE SET uses = uses + excluded.uses RETURNING uses")(
                    key, normal, change),
                database_.statement("DELETE FROM form_alias WHERE form = ? AND normal = ?")(key, normal),
                change);
            for (const Form& other : forms_.with_normal(normal, form.name.type)) make_dirty(other);
        }
        if (!normals.empty()) make_dirty(form);
    }
    if (change < 0) vanishing_.insert(key);
}

void Resolver::count_apart(Key a, Key b, int change) {
    if (a == b) return;
    if (a > b) std::swap(a, b);
    add_to(database_.statement("INSERT INTO form_apart (a, b, uses) VALUES (?, ?, ?) "
                               "ON CONFLICT DO UPDATE SET uses = uses + excluded.uses RETURNING uses")(
               a, b, change),
           database_.statement("DELETE FROM form_apart WHERE a = ? AND b = ?")(a, b), change);
    for (const Key key : {a, b}) {
        if (const auto form = forms_.find(key)) make_dirty(*form);
    }
}

void Resolver::count_neighbors(Key a, Key b, int change) {
    if (a == b) return;
    for (const auto& [key, neighbor_key] : {std::pair(a, b), std::pair(b, a)}) {
        const Form form = *forms_.find(key);
        const Form neighbor = *forms_.find(neighbor_key);
        if (!tells_who(neighbor.name) || form.name.type == phrase_type) continue;
        const bool crossed = add_to(
            database_.statement("INSERT INTO form_neighbor (form, neighbor, uses) VALUES (?, ?, ?) "
                                "ON CONFLICT DO UPDATE SET uses = uses + excluded.uses RETURNING uses")(
                key, neighbor_key, change),
            database_.statement("DELETE FROM form_neighbor WHERE form = ? AND neighbor = ?")(key,
                                                                                             neighbor_key),
            change);
        if (!crossed) continue;
        make_dirty(form);
        if (form.name.type == "person") {
            const std::string surname(last_word(form.name.normal));
            if (change > 0) {
                database_
                    .statement("INSERT OR IGNORE INTO form_key (key, form) VALUES (?, ?)")(
                        surname_key(surname, neighbor_key), key)
                    .run();
            }
            const auto same = forms_.persons(surname, neighbor_key, most_alike + 2);
            if (same.size() <= most_alike + 1) {
                for (const Key other : same) make_dirty(*forms_.find(other));
            }
            if (change < 0) {
                database_
                    .statement("DELETE FROM form_key WHERE key = ? AND form = ?")(
                        surname_key(surname, neighbor_key), key)
                    .run();
            }
        }
        Statement& has_neighbor =
            database_.statement("SELECT 1 FROM form_neighbor WHERE form = ? AND neighbor = ?");
        for (const Form& other : partners(form, most_alike + 1)) {
            const bool shares = has_neighbor(other.key, neighbor_key).step();
            has_neighbor.reset();
            if (shares && is_fuller_form(form.name, other.name)) make_dirty(other);
        }
    }
}

void Resolver::reconsider(const FormName& name) {
    for (const FormName& merged : forms_.merged_with(name)) {
        if (const auto form = forms_.find(merged)) {
            make_dirty(*form);
            for (const Form& partner : partners(*form, most_alike + 1)) make_dirty(partner);
        }
    }
    for (const FormName& other : forms_.split_from(name)) {
        if (const auto form = forms_.find(other)) make_dirty(*form);
    }
}

// Those that may be another form of it, or it of them; but for persons with the same surname.
std::vector<Form> Resolver::partners(const Form& form, std::size_t most) {
    std::map<Key, Form> found;
    const auto add = [&](std::vector<Form> forms) {
        if (forms.size() > most) return;  // says nothing
        for (Form& other : forms) {
            if (other.key != form.key) found.emplace(other.key, std::move(other));
        }
    };
    if (form.name.document.empty() && form.name.type != phrase_type) {
        for (FormUse& use : forms_.aliased(form, most)) add({std::move(use.form)});
        for (const std::string& key : sought_keys(form.name)) add(forms_.kept_under(key, most + 1));
        // The other way round: what is short for it.
        add(forms_.with_normal(form.name.normal, form.name.type));
        if (form.name.type != "person") {
            add(forms_.with_normal(bare_form(form.name.normal, form.name.type), form.name.type));
            add(forms_.with_normal(acronym_of(form.name.normal), form.name.type));
            const std::vector<std::string_view> words = words_of(form.name.normal);
            std::string beginning;
            for (std::size_t i = 0; i < 2 && i + 1 < words.size(); ++i) {
                if (i > 0) beginning += ' ';
                beginning += words[i];
                add(forms_.with_normal(beginning, form.name.type));
            }
        }
    }
    std::vector<Form> forms;
    for (auto& [key, other] : found) forms.push_back(std::move(other));
    return forms;
}

void Resolver::keep_keys(const Form& form) {
    for (const std::string& key : kept_keys(form.name)) {
        database_.statement("INSERT OR IGNORE INTO form_key (key, form) VALUES (?, ?)")(key, form.key).run();
    }
}

void Resolver::remove(const Form& form) {
    database_.statement("DELETE FROM form_key WHERE form = ?")(form.key).run();
    database_.statement("DELETE FROM form WHERE key = ?")(form.key).run();
}

bool Resolver::has_decisions() {
    Statement& row = database_.statement("SELECT 1 FROM decision LIMIT 1")();
    const bool found = row.step();
    row.reset();
    return found;
}

bool Resolver::is_split(const Form& form, const Form& target) {
    for (const FormName& name : forms_.split_from(form.name)) {
        const auto other = forms_.find(name);
        if (!other || !is_fuller_form(name, form.name))
            continue;  // that one is resolved later, and looks at this
        if (other->key == target.key || (other->entity != 0 && other->entity == target.entity)) return true;
    }
    return false;
}

std::optional<Resolver::Verdict> Resolver::decided(const Form& form) {
    std::optional<Form> fullest;
    for (const FormName& name : forms_.merged_with(form.name)) {
        auto other = forms_.find(name);
        if (other && is_fuller_form(name, fullest ? fullest->name : form.name)) fullest = std::move(other);
    }
    if (!fullest) return std::nullopt;
    return Verdict{fullest->key, Layer::decision};
}

std::optional<Resolver::Verdict> Resolver::stated(const Form& form, std::vector<Form>& ambiguous) {
    if (!form.name.document.empty() || form.name.type == phrase_type) return std::nullopt;
    struct Target {
        Form best;
        std::int64_t best_uses = 0;
        std::int64_t uses = 0;
        Layer layer = Layer::alias;
    };
    std::map<Key, Target> targets;  // by root
    const auto offer = [&](const Form& other, std::int64_t uses, Layer layer) {
        if (!is_fuller_form(other.name, form.name) || uses <= forms_.apart(form.key, other.key) ||
            is_split(form, other) || have_different_work(form, other)) {
            return;
        }
        Target& target = targets[forms_.strong_root(other).key];
        target.uses += uses;
        if (uses > target.best_uses ||
            (uses == target.best_uses && is_fuller_form(other.name, target.best.name))) {
            target.best = other;
            target.best_uses = uses;
            target.layer = layer;
        }
    };
    for (const FormUse& use : forms_.aliased(form, most_alike)) offer(use.form, use.uses, Layer::alias);
    if (form.name.type == "organization") {
        const std::string key = "b|" + std::string(type_class(form.name.type)) + '|' + form.name.normal;
        for (const Form& longer : forms_.kept_under(key, most_alike)) {
            if (longer.name.document.empty()) offer(longer, 1, Layer::suffix);
        }
    }
    if (targets.empty()) return std::nullopt;
    const auto most = std::ranges::max_element(
        targets, [](const auto& a, const auto& b) { return a.second.uses < b.second.uses; });
    std::int64_t others = 0;
    for (const auto& [root, target] : targets) others += root == most->first ? 0 : target.uses;
    if (most->second.uses >= dominance * others) return Verdict{most->second.best.key, most->second.layer};
    for (auto& [root, target] : targets) ambiguous.push_back(std::move(target.best));
    return std::nullopt;
}

std::optional<Resolver::Verdict> Resolver::namesake(const Form& form, std::vector<Form>& ambiguous) {
    const std::vector<Form> same = forms_.with_full_name(form.name);
    if (same.size() > most_alike) return std::nullopt;
    struct Group {
        Form best;
        Sense sense;  // of all of them: a text that says both of a person tells that both may be
        bool shares_neighbor = false;
        bool is_kept_apart = false;
    };
    std::map<Key, Group> groups;  // by root
    for (const Form& other : same) {
        if (!is_fuller_form(other.name, form.name)) continue;
        Group& group = groups.try_emplace(forms_.strong_root(other).key, Group{other, {}}).first->second;
        group.sense.add(sense_from(other.name.sense));
        if (forms_.apart(form.key, other.key) > 0 || is_split(form, other)) group.is_kept_apart = true;
        const bool shares = forms_.share_neighbor(form.key, other.key);
        const bool is_better =
            shares == group.shares_neighbor ? is_fuller_form(other.name, group.best.name) : shares;
        if (is_better) group.best = other;
        group.shares_neighbor = group.shares_neighbor || shares;
    }
    const Sense sense = sense_from(form.name.sense);
    std::erase_if(groups, [&](const auto& entry) {
        const Group& group = entry.second;
        return group.is_kept_apart || weight_of_namesakes(sense, group.sense, group.shares_neighbor) <= 0;
    });
    if (std::ranges::any_of(groups, [](const auto& entry) { return entry.second.shares_neighbor; }))
        std::erase_if(groups, [](const auto& entry) { return !entry.second.shares_neighbor; });
    if (groups.size() == 1) return Verdict{groups.begin()->second.best.key, Layer::namesake};
    for (auto& [root, group] : groups) ambiguous.push_back(std::move(group.best));
    return std::nullopt;
}

Resolver::Verdict Resolver::alike(const Form& form, std::vector<Form> candidates) {
    const Layer otherwise = candidates.empty() ? Layer::none : Layer::ambiguous;
    const auto is_namesake = [&](const Form& other) {
        return form.name.type == "person" && other.name.normal == form.name.normal;
    };
    for (Form& partner : partners(form, most_alike)) {
        if (is_namesake(partner)) continue;  // seen to before
        if (!likeness(form.name, partner.name).empty()) candidates.push_back(std::move(partner));
    }
    if (form.name.type == "person") {
        for (Form& other : forms_.namesakes(form, most_alike)) {
            if (!likeness(form.name, other.name).empty()) candidates.push_back(std::move(other));
        }
    }
    std::map<Key, Form> roots;
    for (const Form& candidate : candidates) {
        if (candidate.key == form.key || !is_fuller_form(candidate.name, form.name)) continue;
        if (forms_.apart(form.key, candidate.key) > 0 || have_different_work(form, candidate)) continue;
        const bool same_name =
            likeness(form.name, candidate.name) == "type" && is_distinctive(form.name.normal);
        if (!same_name && !forms_.share_neighbor(form.key, candidate.key)) continue;
        Form root = forms_.strong_root(candidate);
        if (root.parent != 0) continue;  // only alike itself: no chains
        if (forms_.apart(form.key, root.key) > 0 || is_split(form, root)) continue;
        roots.emplace(root.key, std::move(root));
    }
    if (roots.size() != 1) return {0, roots.empty() ? otherwise : Layer::ambiguous};
    return {roots.begin()->first, Layer::likeness};
}

Resolver::Verdict Resolver::resolve(const Form& form) {
    if (form.name.type == phrase_type) return {};
    if (has_decisions()) {
        if (const auto verdict = decided(form)) return *verdict;
    }
    std::vector<Form> ambiguous;
    if (const auto verdict = stated(form, ambiguous)) return *verdict;
    if (const auto verdict = namesake(form, ambiguous)) return *verdict;
    return alike(form, std::move(ambiguous));
}

std::vector<Moved> Resolver::settle() {
    std::map<Key, Moved> moved;
    for (const Key key : vanishing_) {
        Statement& row = database_.statement("SELECT records FROM form WHERE key = ?")(key);
        const bool is_gone = row.step() && row.integer(0) == 0;
        row.reset();
        if (!is_gone) continue;
        const Form form = *forms_.find(key);
        for (const Form& partner : partners(form, most_alike + 1)) make_dirty(partner);
        for (const FormName& name : forms_.merged_with(form.name)) {
            if (const auto other = forms_.find(name)) make_dirty(*other);
        }
        for (const FormName& name : forms_.split_from(form.name)) {
            if (const auto other = forms_.find(name)) make_dirty(*other);
        }
        moved[key] = {key, form.entity, 0};
        remove(form);
    }
    for (const Key key : appeared_) {
        const auto form = forms_.find(key);
        if (!form) continue;
        keep_keys(*form);
        make_dirty(*form);
        for (const Form& partner : partners(*form, most_alike + 1)) make_dirty(partner);
        for (const FormName& name : forms_.merged_with(form->name)) {
            if (const auto other = forms_.find(name)) make_dirty(*other);
        }
        for (const FormName& name : forms_.split_from(form->name)) {
            if (const auto other = forms_.find(name)) make_dirty(*other);
        }
    }
    // Fullest first: a form depends on fuller ones only.
    while (!dirty_.empty()) {
        const Rank next = *dirty_.begin();
        dirty_.erase(dirty_.begin());
        const auto form = forms_.find(next.key);
        if (!form) continue;
        const Verdict verdict = resolve(*form);
        const Key entity = verdict.parent == 0 ? form->key : forms_.find(verdict.parent)->entity;
        if (verdict.parent == form->parent && verdict.layer == form->layer && entity == form->entity)
            continue;
        Statement& update = database_.statement(
            "UPDATE form SET parent = nullif(?, 0), reason = ?, entity = ? WHERE key = ?");
        update(verdict.parent, to_string(verdict.layer), entity, form->key).run();
        if (entity != form->entity) {
            const auto known = moved.emplace(form->key, Moved{form->key, form->entity, entity}).first;
            known->second.after = entity;
        }
        std::vector<Form> dependents = partners(*form, most_alike + 1);
        if (form->name.type == "person") {
            for (Form& other : forms_.namesakes(*form, most_alike)) dependents.push_back(std::move(other));
        }
        if (has_decisions()) {
            for (const FormName& name : forms_.merged_with(form->name)) {
                if (auto other = forms_.find(name)) dependents.push_back(std::move(*other));
            }
            for (const FormName& name : forms_.split_from(form->name)) {
                if (auto other = forms_.find(name)) dependents.push_back(std::move(*other));
            }
        }
        for (const Form& other : dependents) {
            if (is_fuller_form(form->name, other.name)) make_dirty(other);
        }
    }
    appeared_.clear();
    vanishing_.clear();
    std::vector<Moved> all;
    for (const auto& [key, change] : moved) {
        if (change.before != change.after) all.push_back(change);
    }
    return all;
}

}  // namespace newsgraph
