#include "cli/lookup.hpp"

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>

#include "cli/choices.hpp"
#include "graph/error.hpp"

namespace newsgraph {
namespace {

std::vector<std::string> modality_names() {
    std::vector<std::string> names;
    for (const Modality modality :
         {Modality::asserted, Modality::reported, Modality::claimed, Modality::possible, Modality::negated})
        names.emplace_back(to_string(modality));
    return names;
}

/// The filters that every command with any has.
void add_stated_filter_options(CLI::App& command, RelationFilter& filter) {
    command.add_flag("--open", filter.open, "With relations that no type of the ontology covers");
    command
        .add_option_function<std::vector<std::string>>(
            "--modality",
            [&filter](const std::vector<std::string>& names) {
                for (const std::string& name : names) filter.modalities.push_back(*modality_from(name));
            },
            "Only relations held so: asserted, reported, claimed, possible or negated; several parted by "
            "commas")
        ->type_name("MODALITY")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(one_of(modality_names()));
}

}  // namespace

std::vector<EntityId> entities_named(const KnowledgeGraph& graph, const std::string& name) {
    std::vector<EntityId> found = graph.find(name);
    if (!found.empty()) return found;
    std::vector<std::string> near;
    for (const std::string_view other : graph.nearest_names(name))
        near.push_back("\"" + std::string(other) + "\"");
    throw Error(
        "\"" + name + "\"", "no entity has this name",
        near.empty() ? "newsgraph stats shows the main ones" : "did you mean " + one_of_these(near) + "?");
}

EntityId entity_named(const KnowledgeGraph& graph, const std::string& name) {
    const std::vector<EntityId> found = entities_named(graph, name);
    if (found.size() > 1) {
        const EntityView entity = graph.entity(found.front());
        spdlog::warn("\"{}\": {} entities have this name; the most mentioned is taken, {} ({})", name,
                     found.size(), entity.name, entity.type);
    }
    return found.front();
}

std::vector<std::string> known_relation_types(const OpenedGraph& opened, const RelationFilter& filter) {
    std::vector<std::string> names = opened.ontology_types;
    RelationFilter any_modality = filter;
    any_modality.modalities.clear();
    any_modality.inferred = true;
    for (const TypeCount& type : opened.graph.relation_types(any_modality)) names.emplace_back(type.type);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

void add_filter_options(CLI::App& command, RelationFilter& filter) {
    filter.inferred = false;
    command.add_flag("--inferred", filter.inferred,
                     "With relations that no text states but the ontology derives");
    add_stated_filter_options(command, filter);
}

void add_copy_filter_options(CLI::App& command, RelationFilter& filter) {
    filter.inferred = true;
    command.add_flag_callback(
        "--no-inferred", [&filter] { filter.inferred = false; },
        "Without relations that no text states but the ontology derives");
    add_stated_filter_options(command, filter);
}

}  // namespace newsgraph
