#include "cli/query_shapes.hpp"

#include <algorithm>

#include "cli/suggest.hpp"
#include "cli/usage_error.hpp"

namespace newsgraph {
namespace {

class Shaper {
  public:
    Shaper(Store& store, EntityTable& entities) : database_(store.database()), entities_(entities) {}

    void add(const Pattern& pattern) {
        RelationShape shape;
        shape.head = end_of(pattern.head);
        shape.type = pattern.type.text;
        if (!pattern.type.variable.empty()) shape.type_variable = variable(pattern.type.variable);
        shape.tail = end_of(pattern.tail);
        shapes_.patterns.push_back(std::move(shape));
    }

    QueryShapes shapes() { return std::move(shapes_); }

  private:
    EndPattern end_of(const Term& term) {
        EndPattern end;
        if (!term.is_variable()) end.entities = entities_named(entities_, term.text);
        if (!term.variable.empty()) end.variable = variable(term.variable);
        if (!term.entity_type.empty()) check_entity_type(term.entity_type);
        end.entity_type = term.entity_type;
        return end;
    }

    std::size_t variable(const std::string& name) {
        const auto known = std::ranges::find(shapes_.variables, name);
        const auto index = static_cast<std::size_t>(known - shapes_.variables.begin());
        if (known == shapes_.variables.end()) shapes_.variables.push_back(name);
        return index;
    }

    void check_entity_type(const std::string& type) {
        std::vector<std::string> known;
        Statement& row = database_.statement("SELECT DISTINCT type FROM entity ORDER BY type")();
        while (row.step()) known.push_back(row.text(0));
        if (std::ranges::find(known, type) != known.end()) return;
        const auto near = nearest(type, known);
        throw UsageError("entity type \"" + type + "\"", "nothing here has it",
                         (near ? "did you mean \"" + *near + "\"? " : "") + "known are " + listed(known));
    }

    Database& database_;
    EntityTable& entities_;
    QueryShapes shapes_;
};

/// A store may have very many open types: they are looked through only where the ontology's don't do.
std::vector<Pattern> patterns_of(const std::vector<std::string>& arguments, OpenedStore& opened, bool open) {
    if (!open) {
        try {
            return parse_patterns(arguments, opened.ontology.types);
        } catch (const UsageError&) {
        }
    }
    return parse_patterns(arguments, known_relation_types(opened, open));
}

}  // namespace

QueryShapes query_shapes(const std::vector<std::string>& arguments, OpenedStore& opened,
                         EntityTable& entities, bool open) {
    Shaper shaper(opened.store, entities);
    for (const Pattern& pattern : patterns_of(arguments, opened, open)) shaper.add(pattern);
    return shaper.shapes();
}

}  // namespace newsgraph
