#include "cli/query_shapes.hpp"

#include <spdlog/spdlog.h>

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
        if (end.entities.size() > 1) tell_of_several(term.text, end.entities);
        if (!term.variable.empty()) end.variable = variable(term.variable);
        if (!term.entity_type.empty())
            check_entity_type(database_, term.entity_type, "entity type \"" + term.entity_type + "\"");
        end.entity_type = term.entity_type;
        return end;
    }

    void tell_of_several(const std::string& name, const std::vector<EntityKey>& found) {
        std::vector<std::string> types;
        for (const EntityKey key : found) {
            const std::string& type = entities_.entity(key).type;
            if (std::ranges::find(types, type) == types.end()) types.push_back(type);
        }
        const std::string fix =
            types.size() > 1 ? "; \"" + name + ":" + types.front() + "\" asks for one" : "";
        spdlog::info("\"{}\": {} entities have this name, all are asked ({}){}", name, found.size(),
                     listed(types), fix);
    }

    std::size_t variable(const std::string& name) {
        const auto known = std::ranges::find(shapes_.variables, name);
        const auto index = static_cast<std::size_t>(known - shapes_.variables.begin());
        if (known == shapes_.variables.end()) shapes_.variables.push_back(name);
        return index;
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
