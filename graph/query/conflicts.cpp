#include "graph/query/conflicts.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/names.hpp"
#include "graph/query/agreement.hpp"

namespace newsgraph {
namespace {

constexpr std::array<std::string_view, 4> kind_names{"negated", "single", "excluded", "qualifier"};

/// Whether a text holds it to be so.
bool is_held(const StoredClaim& claim) { return !claim.inferred && claim.modality <= Modality::claimed; }

bool is_denied(const StoredClaim& claim) { return !claim.inferred && claim.modality == Modality::negated; }

bool has_value(const StoredClaim& claim, const std::string& qualifier,
               const std::vector<std::string>& values) {
    return std::ranges::any_of(claim.qualifiers, [&](const Qualifier& given) {
        return given.name == qualifier &&
               std::ranges::find(values, folded_name(given.value), folded_name) != values.end();
    });
}

bool has_values(const StoredClaim& claim, const std::map<std::string, std::vector<std::string>>& wanted) {
    return std::ranges::all_of(
        wanted, [&](const auto& qualifier) { return has_value(claim, qualifier.first, qualifier.second); });
}

/// Whether no claim of one side is without a claim of the other that may contradict it, and takes those away
/// that are.
template <typename Test>
bool keep_opposed(std::vector<StoredClaim>& a, std::vector<StoredClaim>& b, const Test& are_opposed) {
    const auto opposed = [&](const std::vector<StoredClaim>& claims, const StoredClaim& claim) {
        return std::ranges::any_of(claims,
                                   [&](const StoredClaim& other) { return are_opposed(claim, other); });
    };
    std::vector<StoredClaim> rest;
    for (const StoredClaim& claim : a)
        if (opposed(b, claim)) rest.push_back(claim);
    a = std::move(rest);
    std::erase_if(b, [&](const StoredClaim& claim) { return !opposed(a, claim); });
    return !a.empty() && !b.empty();
}

std::pair<std::string, std::string> first_and_last_date(const ConflictSide& side) {
    std::pair<std::string, std::string> dates;
    bool is_first = true;
    for (const StoredClaim& claim : side.claims) {
        const std::string date = claim.date();
        if (date.empty()) return {};  // who knows
        if (is_first || date < dates.first) dates.first = date;
        if (is_first || date > dates.second) dates.second = date;
        is_first = false;
    }
    return dates;
}

/// Whether each side is over before the next one begins. Puts them in that order.
bool follow_each_other(std::vector<ConflictSide>& sides) {
    std::ranges::stable_sort(sides, {}, first_and_last_date);
    for (std::size_t i = 0; i + 1 < sides.size(); ++i)
        if (!is_before(first_and_last_date(sides[i]).second, first_and_last_date(sides[i + 1]).first))
            return false;
    return true;
}

/// Whether all sides are told by copies of one article.
bool are_copies(const std::vector<ConflictSide>& sides) {
    std::set<std::int64_t> stories;
    std::set<std::string> documents;
    for (const ConflictSide& side : sides) {
        for (const StoredClaim& claim : side.claims) {
            stories.insert(claim.story);
            documents.insert(claim.document.id);
        }
    }
    return stories.size() == 1 && documents.size() > 1;
}

/// Whether one document says only the one and another only the other: what all copies of an article say side
/// by side is no correction.
bool are_told_apart(const std::vector<ConflictSide>& sides) {
    std::map<std::string, std::set<std::size_t>> sides_of;  // by document
    for (std::size_t i = 0; i < sides.size(); ++i)
        for (const StoredClaim& claim : sides[i].claims) sides_of[claim.document.id].insert(i);
    return std::ranges::any_of(sides_of, [&](const auto& a) {
        return std::ranges::any_of(sides_of, [&](const auto& b) {
            return !std::ranges::includes(a.second, b.second) && !std::ranges::includes(b.second, a.second);
        });
    });
}

class Finder {
  public:
    Finder(Store& store, EntityTable& entities, const ClaimFilter& filter, const RelationTest& is_wanted)
        : database_(store.database()),
          entities_(entities),
          reader_(store, filter, true),
          filter_(filter),
          is_wanted_(is_wanted) {}

    void find(const std::string& type, const ConflictRules& rules) {
        for (const SinglePart& part : rules.single_parts) find_several(type, part, rules.ends);
        for (const Exclusion& exclusion : rules.exclusions) find_excluded(type, exclusion, rules.ends);
        for (const SingleQualifier& qualifier : rules.single_qualifiers) find_values(type, qualifier);
    }

    /// Of all types.
    void find_negated(const std::map<std::string, ConflictRules>& rules) {
        // In the order of the table: by an index this would take a leap for each claim.
        Statement& row = database_.statement(
            "SELECT DISTINCT relation FROM claim c NOT INDEXED WHERE modality = 4 AND NOT inferred AND NOT "
            "open AND "
            "EXISTS "
            "(SELECT 1 FROM claim o WHERE o.relation = c.relation AND o.modality < 3 AND NOT o.inferred)")();
        while (row.step()) {
            const StoredRelation relation = reader_.read(RelationKey{row.integer(0)});
            if (is_chosen(relation.type)) compare_with_negated(relation, rules);
        }
    }

    std::vector<Conflict> sorted() {
        std::ranges::stable_sort(found_, {}, [](const Conflict& conflict) {
            return std::tuple(conflict.is_change, conflict.is_correction, conflict.kind, conflict.about);
        });
        return std::move(found_);
    }

    bool is_chosen(const std::string& type) const {
        return filter_.types.empty() || std::ranges::find(filter_.types, type) != filter_.types.end();
    }

  private:
    void compare_with_negated(const StoredRelation& relation,
                              const std::map<std::string, ConflictRules>& rules) {
        const auto rule = rules.find(relation.type);
        std::vector<std::string> same;
        if (rule != rules.end()) {
            for (const Exclusion& exclusion : rule->second.exclusions)
                same.insert(same.end(), exclusion.same.begin(), exclusion.same.end());
            for (const SingleQualifier& qualifier : rule->second.single_qualifiers)
                same.insert(same.end(), qualifier.same.begin(), qualifier.same.end());
        }
        ConflictSide held = side_of(relation, ""), denied = side_of(relation, "negated");
        std::ranges::copy_if(relation.claims, std::back_inserter(held.claims), is_held);
        std::ranges::copy_if(relation.claims, std::back_inserter(denied.claims), is_denied);
        const auto are_opposed = [&](const StoredClaim& a, const StoredClaim& b) {
            return have_same(a, b, same) && agree_in_common(a, b);
        };
        if (!keep_opposed(held.claims, denied.claims, are_opposed)) return;
        held.says = to_string(std::ranges::min(held.claims, {}, &StoredClaim::modality).modality);
        add(ConflictKind::negated, told(relation), relation.type, {std::move(held), std::move(denied)},
            rule != rules.end() && rule->second.ends);
    }

    /// Whether what both say more of the relation may be the same: who denies that A paid $5 does not deny
    /// that it paid $4.
    static bool agree_in_common(const StoredClaim& a, const StoredClaim& b) {
        return std::ranges::all_of(a.qualifiers, [&](const Qualifier& qualifier) {
            const auto of_a = comparable_values(a, qualifier.name),
                       of_b = comparable_values(b, qualifier.name);
            return of_a.empty() || of_b.empty() || may_agree(of_a, of_b);
        });
    }

    void find_several(const std::string& type, const SinglePart& part, bool ends) {
        // One more than it can have, for each entity of which that may be so.
        const std::string kept = part.is_head ? "tail" : "head", single = part.is_head ? "head" : "tail";
        const auto row = database_.prepare(
            "SELECT " + kept + ", key FROM relation WHERE type = ?1 AND NOT open AND modality < 3 AND " +
            kept + " IN (SELECT " + kept +
            " FROM relation WHERE type = ?1 AND NOT open AND modality < 3 GROUP BY " + kept +
            " HAVING count(*) > 1) ORDER BY 1, 2");
        (*row)(type);
        std::map<std::int64_t, std::vector<RelationKey>> groups;
        while (row->step()) groups[row->integer(0)].push_back(RelationKey{row->integer(1)});
        for (const auto& [entity, relations] : groups) compare_several(type, relations, part, ends);
    }

    void compare_several(const std::string& type, const std::vector<RelationKey>& relations,
                         const SinglePart& part, bool ends) {
        std::vector<ConflictSide> sides;
        std::string what;
        for (const RelationKey key : relations) {
            const StoredRelation relation = reader_.read(key);
            const StoredEntity& other = entities_.entity(part.is_head ? relation.head : relation.tail);
            ConflictSide side = side_of(relation, other.name);
            for (const StoredClaim& claim : relation.claims)
                if (is_held(claim) && has_values(claim, part.when) &&
                    (part.unless.empty() || !has_values(claim, part.unless)))
                    side.claims.push_back(claim);
            if (!side.claims.empty()) sides.push_back(std::move(side));
            what = part.is_head ? "? " + type + " " + entities_.entity(relation.tail).name
                                : entities_.entity(relation.head).name + " " + type + " ?";
        }
        if (!part.when.empty()) what += " (" + part.when.begin()->second.front() + ")";
        if (!ends) drop_dated_apart(sides);
        add_from_several_stories(ConflictKind::single, what, type, std::move(sides), ends);
    }

    /// What is dated apart from all others is another event.
    static void drop_dated_apart(std::vector<ConflictSide>& sides) {
        const std::vector<ConflictSide> all = sides;
        for (ConflictSide& side : sides) {
            std::erase_if(side.claims, [&](const StoredClaim& claim) {
                return std::ranges::none_of(all, [&](const ConflictSide& other) {
                    return other.relation != side.relation &&
                           std::ranges::any_of(other.claims, [&](const StoredClaim& its) {
                               return !are_dated_apart(claim, its);
                           });
                });
            });
        }
        std::erase_if(sides, [](const ConflictSide& side) { return side.claims.empty(); });
    }

    void find_excluded(const std::string& type, const Exclusion& exclusion, bool ends) {
        const std::string ends_meet = exclusion.is_turned ? "b.head = a.tail AND b.tail = a.head"
                                                          : "b.head = a.head AND b.tail = a.tail";
        const auto row =
            database_.prepare("SELECT a.key, b.key FROM relation a JOIN relation b ON " + ends_meet +
                              " AND b.type = ?2 WHERE a.type = ?1 AND NOT a.open AND NOT b.open AND "
                              "a.modality < 3 AND b.modality < "
                              "3" +
                              (type == exclusion.type ? " AND a.key < b.key" : ""));
        (*row)(type, exclusion.type);
        while (row->step()) {
            const StoredRelation one = reader_.read(RelationKey{row->integer(0)});
            const StoredRelation other = reader_.read(RelationKey{row->integer(1)});
            if (!exclusion.of.empty() &&
                std::ranges::find(exclusion.of, entities_.entity(one.head).type) == exclusion.of.end())
                continue;
            ConflictSide first = side_of(one, told(one)), second = side_of(other, told(other));
            std::ranges::copy_if(one.claims, std::back_inserter(first.claims), is_held);
            std::ranges::copy_if(other.claims, std::back_inserter(second.claims), is_held);
            const auto are_opposed = [&](const StoredClaim& a, const StoredClaim& b) {
                return have_same(a, b, exclusion.same) && (ends || !are_dated_apart(a, b));
            };
            if (!keep_opposed(first.claims, second.claims, are_opposed)) continue;
            const auto names = std::minmax(entities_.entity(one.head).name, entities_.entity(one.tail).name);
            add_from_several_stories(ConflictKind::excluded, names.first + " and " + names.second, type,
                                     {std::move(first), std::move(second)}, ends);
        }
    }

    void find_values(const std::string& type, const SingleQualifier& qualifier) {
        const auto row = database_.prepare(
            "SELECT r.key FROM relation r JOIN claim c ON c.relation = r.key JOIN qualifier q ON q.claim = "
            "c.key "
            "WHERE r.type = ?1 AND NOT r.open AND r.claims > 1 AND q.name = ?2 AND c.modality < 3 GROUP BY "
            "r.key "
            "HAVING count(DISTINCT q.value) > 1");
        (*row)(type, qualifier.name);
        while (row->step()) compare_values(reader_.read(RelationKey{row->integer(0)}), qualifier);
    }

    void compare_values(const StoredRelation& relation, const SingleQualifier& qualifier) {
        std::vector<const StoredClaim*> claims;
        for (const StoredClaim& claim : relation.claims)
            if (is_held(claim) && !comparable_values(claim, qualifier.name).empty()) claims.push_back(&claim);
        // Whether a document has the claim's value too.
        const auto has_value_of = [&](const StoredClaim& claim, const std::string& document) {
            return std::ranges::any_of(claims, [&](const StoredClaim* other) {
                return other->document.id == document && may_agree(comparable_values(claim, qualifier.name),
                                                                   comparable_values(*other, qualifier.name));
            });
        };
        // One text that gives two values speaks of two things, and so do its copies.
        const auto are_copied = [&](const StoredClaim& a, const StoredClaim& b) {
            return a.story == b.story && (a.document.id == b.document.id || has_value_of(a, b.document.id) ||
                                          has_value_of(b, a.document.id));
        };
        const auto are_opposed = [&](const StoredClaim& a, const StoredClaim& b) {
            return !are_copied(a, b) && have_same(a, b, qualifier.same) &&
                   (qualifier.name == "date" || !are_dated_apart(a, b)) &&
                   !may_agree(comparable_values(a, qualifier.name), comparable_values(b, qualifier.name));
        };
        std::vector<ConflictSide> sides;
        for (const StoredClaim* claim : claims) {
            if (std::ranges::none_of(claims,
                                     [&](const StoredClaim* other) { return are_opposed(*claim, *other); }))
                continue;
            const auto values = comparable_values(*claim, qualifier.name);
            const auto known = std::ranges::find_if(sides, [&](const ConflictSide& side) {
                return may_agree(values, comparable_values(side.claims.front(), qualifier.name));
            });
            ConflictSide& side = known == sides.end()
                                     ? sides.emplace_back(side_of(relation, value_of(*claim, qualifier.name)))
                                     : *known;
            side.claims.push_back(*claim);
        }
        add_from_several_stories(ConflictKind::qualifier, told(relation) + ": " + qualifier.name,
                                 relation.type, std::move(sides), false);
    }

    static std::string value_of(const StoredClaim& claim, const std::string& qualifier) {
        std::string text;
        for (const Qualifier& given : claim.qualifiers)
            if (given.name == qualifier) text += (text.empty() ? "" : ", ") + given.value;
        return text;
    }

    ConflictSide side_of(const StoredRelation& relation, std::string says) const {
        return {std::move(says), relation.key, relation.head, relation.tail, {}};
    }

    std::string told(const StoredRelation& relation) {
        return entities_.entity(relation.head).name + " " + relation.type + " " +
               entities_.entity(relation.tail).name;
    }

    /// One text that says two things speaks of two things.
    void add_from_several_stories(ConflictKind kind, std::string about, const std::string& type,
                                  std::vector<ConflictSide> sides, bool ends) {
        std::set<std::int64_t> stories;
        for (const ConflictSide& side : sides)
            for (const StoredClaim& claim : side.claims) stories.insert(claim.story);
        if (stories.size() > 1 || are_told_apart(sides))
            add(kind, std::move(about), type, std::move(sides), ends);
    }

    void add(ConflictKind kind, std::string about, const std::string& type, std::vector<ConflictSide> sides,
             bool ends) {
        if (sides.size() < 2) return;
        if (std::ranges::none_of(sides, [&](const ConflictSide& side) { return is_wanted_(side.relation); }))
            return;
        const bool is_correction = are_copies(sides) && are_told_apart(sides);
        const bool is_change = !is_correction && ends && follow_each_other(sides);
        if (is_correction)
            std::ranges::stable_sort(sides, {}, [](const ConflictSide& side) {
                const DocumentRecord& document = side.claims.front().document;
                return std::tuple(document.date.empty(), document.date, document.id);
            });
        else if (!is_change)
            std::ranges::stable_sort(sides, {}, [](const ConflictSide& side) {
                return std::tuple(~side.claims.size(), side.claims.front().modality, side.says);
            });
        found_.push_back({kind, is_change, is_correction, std::move(about), type, std::move(sides)});
    }

    Database& database_;
    EntityTable& entities_;
    RelationReader reader_;
    const ClaimFilter& filter_;
    const RelationTest& is_wanted_;
    std::vector<Conflict> found_;
};

}  // namespace

std::string_view to_string(ConflictKind kind) noexcept { return kind_names[static_cast<std::size_t>(kind)]; }

std::vector<Conflict> find_conflicts(Store& store, EntityTable& entities,
                                     const std::map<std::string, ConflictRules>& rules,
                                     const ClaimFilter& filter, const RelationTest& is_wanted) {
    Finder finder(store, entities, filter, is_wanted);
    finder.find_negated(rules);
    for (const auto& [type, rule] : rules)
        if (finder.is_chosen(type)) finder.find(type, rule);
    return finder.sorted();
}

}  // namespace newsgraph
