#include "cli/ask_options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <vector>

#include "cli/choices.hpp"
#include "cli/lookup.hpp"
#include "cli/results.hpp"
#include "cli/suggest.hpp"
#include "cli/usage_error.hpp"

namespace newsgraph {
namespace {

CLI::Validator a_date() {
    return {[](const std::string& value) {
                return is_date(value)
                           ? std::string()
                           : "\"" + value + "\" is no date; write e.g. 2026, 2026-04 or 2026-04-08";
            },
            ""};
}

}  // namespace

void add_graph_argument(CLI::App& command, std::string& graph) {
    command
        .add_option(
            "GRAPH", graph,
            "A store, a graph as JSON or GraphML, an article or a folder of them; - is standard input")
        ->required();
}

void add_format_option(CLI::App& command, std::string& format) {
    command.add_option("-f,--format", format, "table (if not given), json, tsv or csv")
        ->type_name("FORMAT")
        ->check(one_of(result_formats()));
    add_json_flag(command, format);
}

void add_json_flag(CLI::App& command, std::string& format) {
    const bool has_formats = command.get_option_no_throw("--format") != nullptr;
    command.add_flag_callback(
        "--json", [&format] { format = "json"; }, has_formats ? "The same as --format json" : "As JSON");
}

void add_claim_filter_options(CLI::App& command, ClaimFilter& filter) {
    add_stance_options(command, filter.open, filter.inferred, filter.modalities);
    add_source_filter_options(command, filter);
}

void add_source_filter_options(CLI::App& command, ClaimFilter& filter) {
    command
        .add_option("--min-sources", filter.min_sources,
                    "Only relations that so many sources state as firmly as shown; copies of one article are "
                    "one")
        ->type_name("NUMBER")
        ->check(whole_number());
    add_conflict_filter_options(command, filter);
}

void add_conflict_filter_options(CLI::App& command, ClaimFilter& filter) {
    command.add_option("--type", filter.types, "Only relations of this type; several parted by commas")
        ->type_name("TYPE")
        ->delimiter(',')
        ->allow_extra_args(false);
    command
        .add_option("--since", filter.since, "Only what documents from this date on say: 2026, 2026-04-08")
        ->type_name("DATE")
        ->check(a_date());
    command.add_option("--until", filter.until, "Only what documents up to this date say, itself included")
        ->type_name("DATE")
        ->check(a_date());
    command
        .add_option("--document", filter.documents,
                    "Only what this document says, by its id; may be repeated")
        ->type_name("ID")
        ->allow_extra_args(false);
}

void check_filter(const ClaimFilter& filter, OpenedStore& opened) {
    // "2026-04" holds "2026-04-08": they are compared as far as both go.
    const std::size_t common = std::min(filter.since.size(), filter.until.size());
    if (filter.since.substr(0, common) > filter.until.substr(0, common))
        throw UsageError("--since", "\"" + filter.since + "\" is after --until \"" + filter.until + "\"",
                         "exchange them");
    if (!filter.types.empty()) {
        const std::vector<std::string> known = known_relation_types(opened, filter.open);
        for (const std::string& type : filter.types) {
            if (std::ranges::find(known, type) != known.end()) continue;
            const auto near = nearest(type, known);
            throw UsageError("--type", "relation type \"" + type + "\" is not known",
                             near ? "did you mean \"" + *near + "\"?" : "known are " + listed(known));
        }
    }
    for (const std::string& id : filter.documents) {
        Database& database = opened.store.database();
        Statement& row = database.statement("SELECT 1 FROM document WHERE id = ?")(id);
        const bool is_known = row.step();
        row.reset();
        if (is_known) continue;
        std::vector<std::string> ids;
        Statement& all = database.statement("SELECT id FROM document ORDER BY id")();
        while (all.step()) ids.push_back(all.text(0));
        const auto near = nearest(id, ids);
        throw Error("--document", "there is no document \"" + id + "\"",
                    near ? "did you mean \"" + *near + "\"?"
                         : "newsgraph sql GRAPH 'SELECT id FROM documents' lists them");
    }
}

}  // namespace newsgraph
