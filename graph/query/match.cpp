#include "graph/query/match.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "graph/error.hpp"

namespace newsgraph {
namespace {

std::vector<std::string> symmetric_types(Database& database) {
    std::vector<std::string> types;
    Statement& row = database.statement("SELECT name FROM relation_type WHERE symmetric ORDER BY name")();
    while (row.step()) types.push_back(row.text(0));
    return types;
}

/// What is known of a pattern once the patterns before it are matched.
struct Step {
    std::size_t pattern = 0;
    bool has_head = false;
    bool has_type = false;
    bool has_tail = false;
    std::unique_ptr<Statement> forward;
    std::unique_ptr<Statement> backward;  // head and tail exchanged; none where that can't fit
};

class Search {
  public:
    Search(Store& store, EntityTable& entities, const std::vector<RelationShape>& patterns,
           const ClaimFilter& filter)
        : store_(store),
          entities_(entities),
          patterns_(patterns),
          symmetric_(symmetric_types(store.database())) {
        plan(filter.relation_condition());
        bound_.resize(patterns.size());
        found_.patterns = patterns.size();
    }

    Matches all() {
        match(0);
        return std::move(found_);
    }

  private:
    // Planning

    void plan(const std::string& condition) {
        std::set<std::size_t> known;  // variables
        std::set<std::size_t> left;
        for (std::size_t i = 0; i < patterns_.size(); ++i) left.insert(i);
        while (!left.empty()) {
            const auto boundness = [&](std::size_t i) {
                const RelationShape& pattern = patterns_[i];
                return 4 * (is_known(pattern.head, known) + is_known(pattern.tail, known)) +
                       has_type(pattern, known);
            };
            const std::size_t next = *std::ranges::max_element(left, {}, boundness);
            left.erase(next);
            add_step(next, known, condition);
            for (const auto& variable : {patterns_[next].head.variable, patterns_[next].type_variable,
                                         patterns_[next].tail.variable})
                if (variable) known.insert(*variable);
        }
    }

    static bool is_known(const EndPattern& end, const std::set<std::size_t>& known) {
        return !end.entities.empty() || (end.variable && known.contains(*end.variable));
    }

    static bool has_type(const RelationShape& pattern, const std::set<std::size_t>& known) {
        return !pattern.type.empty() || (pattern.type_variable && known.contains(*pattern.type_variable));
    }

    void add_step(std::size_t index, const std::set<std::size_t>& known, const std::string& condition) {
        const RelationShape& pattern = patterns_[index];
        Step step{index,
                  is_known(pattern.head, known),
                  has_type(pattern, known),
                  is_known(pattern.tail, known),
                  nullptr,
                  nullptr};
        const std::string type = step.has_type ? " AND r.type = ?3" : "";
        step.forward = prepare("head", step.has_head, "tail", step.has_tail, type + condition);
        if (may_be_turned(step, pattern))
            step.backward = prepare(
                "tail", step.has_head, "head", step.has_tail,
                type + " AND r.head <> r.tail AND r.type IN (" + quoted_symmetric() + ")" + condition);
        steps_.push_back(std::move(step));
    }

    /// Whether it matters which end of a symmetric relation is the head.
    bool may_be_turned(const Step& step, const RelationShape& pattern) const {
        const bool is_symmetric =
            pattern.type.empty() ? !symmetric_.empty() : std::ranges::binary_search(symmetric_, pattern.type);
        const bool is_alone = patterns_.size() == 1 && pattern.head.entity_type == pattern.tail.entity_type;
        return is_symmetric && (step.has_head || step.has_tail || !is_alone);
    }

    std::string quoted_symmetric() const {
        std::string list;
        for (const std::string& type : symmetric_) list += (list.empty() ? "" : ", ") + sql_quoted(type);
        return list;
    }

    std::unique_ptr<Statement> prepare(const std::string& head, bool has_head, const std::string& tail,
                                       bool has_tail, const std::string& condition) {
        return store_.database().prepare("SELECT r.key, r." + head + ", r." + tail +
                                         ", r.type FROM relation r WHERE 1" +
                                         (has_head ? " AND r." + head + " = ?1" : "") +
                                         (has_tail ? " AND r." + tail + " = ?2" : "") + condition);
    }

    // Matching

    void match(std::size_t depth) {
        if (depth == steps_.size()) return keep();
        Step& step = steps_[depth];
        const RelationShape& pattern = patterns_[step.pattern];
        const std::string type = type_of(step, pattern);
        for (const EntityKey head : candidates(pattern.head, step.has_head)) {
            for (const EntityKey tail : candidates(pattern.tail, step.has_tail)) {
                follow(*step.forward, depth, head, tail, type);
                if (step.backward) follow(*step.backward, depth, head, tail, type);
            }
        }
    }

    void follow(Statement& row, std::size_t depth, EntityKey head, EntityKey tail, const std::string& type) {
        const Step& step = steps_[depth];
        const RelationShape& pattern = patterns_[step.pattern];
        row(number(head), number(tail), type);
        while (row.step()) {
            const Fit fit{RelationKey{row.integer(0)}, EntityKey{row.integer(1)}, EntityKey{row.integer(2)},
                          type_index(row.text(3))};
            if (!fits(pattern.head, fit.head) || !fits(pattern.tail, fit.tail)) continue;
            if (pattern.head.variable && pattern.head.variable == pattern.tail.variable &&
                fit.head != fit.tail)
                continue;
            bound_[step.pattern] = fit;
            const auto before = variables_;
            if (pattern.head.variable) variables_[*pattern.head.variable] = fit.head;
            if (pattern.tail.variable) variables_[*pattern.tail.variable] = fit.tail;
            if (pattern.type_variable) type_variables_[*pattern.type_variable] = fit.type;
            match(depth + 1);
            variables_ = before;
        }
    }

    /// The entities that an end may be; one that stands for nothing where it is free.
    std::vector<EntityKey> candidates(const EndPattern& end, bool is_bound) const {
        if (!is_bound) return {EntityKey{}};
        if (!end.variable || !variables_.contains(*end.variable)) return end.entities;
        return {variables_.at(*end.variable)};
    }

    bool fits(const EndPattern& end, EntityKey key) {
        return end.entity_type.empty() || entities_.entity(key).type == end.entity_type;
    }

    std::string type_of(const Step& step, const RelationShape& pattern) const {
        if (!step.has_type) return {};
        return pattern.type.empty() ? found_.types[type_variables_.at(*pattern.type_variable)] : pattern.type;
    }

    std::size_t type_index(const std::string& type) {
        const auto [known, is_new] = type_indices_.emplace(type, found_.types.size());
        if (is_new) found_.types.push_back(type);
        return known->second;
    }

    void keep() {
        if (found_.size() == most_matches)
            throw Error("query", "there are more than " + std::to_string(most_matches) + " results",
                        "name an entity or a relation type, or choose with --type, --document or --since");
        found_.fits.insert(found_.fits.end(), bound_.begin(), bound_.end());
    }

    Store& store_;
    EntityTable& entities_;
    const std::vector<RelationShape>& patterns_;
    std::vector<std::string> symmetric_;
    std::vector<Step> steps_;
    std::vector<Fit> bound_;  // by pattern
    std::map<std::size_t, EntityKey> variables_;
    std::map<std::size_t, std::size_t> type_variables_;
    std::map<std::string, std::size_t> type_indices_;
    Matches found_;
};

}  // namespace

Matches find_matches(Store& store, EntityTable& entities, const std::vector<RelationShape>& patterns,
                     const ClaimFilter& filter) {
    return Search(store, entities, patterns, filter).all();
}

}  // namespace newsgraph
