#include "cli/lookup.hpp"

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
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

/// --open and --modality, which all commands with filters have.
void add_stated_options(CLI::App& command, bool& open, std::vector<Modality>& modalities) {
    command.add_flag("--open", open, "With relations that no type of the ontology covers");
    command
        .add_option_function<std::vector<std::string>>(
            "--modality",
            [&modalities](const std::vector<std::string>& names) {
                for (const std::string& name : names) modalities.push_back(*modality_from(name));
            },
            "Only what is held so: asserted, reported, claimed, possible or negated; several parted by "
            "commas")
        ->type_name("MODALITY")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(one_of(modality_names()));
}

}  // namespace

EntityId entity_named(const KnowledgeGraph& graph, const std::string& name) {
    std::vector<EntityId> found = graph.find(name);
    const std::size_t colon = name.rfind(':');
    if (found.empty() && colon != name.npos && colon > 0) {
        found = graph.find(name.substr(0, colon));
        std::erase_if(found, [&](EntityId id) { return graph.entity(id).type != name.substr(colon + 1); });
    }
    if (found.empty()) throw no_such_entity(name, graph.nearest_names(name));
    if (found.size() > 1) {
        const EntityView entity = graph.entity(found.front());
        warn_of_ambiguity(name, found.size(), entity.name, entity.type);
    }
    return found.front();
}

Error no_such_entity(const std::string& name, const std::vector<std::string>& near) {
    std::vector<std::string> quoted;
    for (const std::string& other : near) quoted.push_back("\"" + other + "\"");
    return {
        "\"" + name + "\"", "no entity has this name",
        near.empty() ? "newsgraph stats shows the main ones" : "did you mean " + one_of_these(quoted) + "?"};
}

void warn_of_ambiguity(const std::string& name, std::size_t count, std::string_view taken,
                       std::string_view type) {
    spdlog::warn(
        "\"{}\": {} entities have this name; the most mentioned is taken, {} ({}); NAME:TYPE asks for "
        "another",
        name, count, taken, type);
}

void add_stance_options(CLI::App& command, bool& open, bool& inferred, std::vector<Modality>& modalities) {
    command.add_flag("--inferred", inferred, "With relations that no text states but the ontology derives");
    add_stated_options(command, open, modalities);
}

void add_filter_options(CLI::App& command, RelationFilter& filter) {
    filter.inferred = false;
    add_stance_options(command, filter.open, filter.inferred, filter.modalities);
}

void add_copy_filter_options(CLI::App& command, bool& open, bool& inferred,
                             std::vector<Modality>& modalities) {
    inferred = true;
    command.add_flag_callback(
        "--no-inferred", [&inferred] { inferred = false; },
        "Without relations that no text states but the ontology derives");
    add_stated_options(command, open, modalities);
}

}  // namespace newsgraph
