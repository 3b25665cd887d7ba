// newsgraph diff: what one graph has that another has not.

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/ask_options.hpp"
#include "cli/commands.hpp"
#include "cli/results.hpp"

namespace newsgraph {
namespace {

struct DiffOptions {
    std::string before;
    std::string after;
    std::string format = "table";
};

/// What a graph holds, each with what is said of it: keys are compared, of equal keys the values.
using Content = std::map<std::vector<std::string>, std::string>;

Content content_of(Store& store, const char* sql) {
    Content content;
    const auto row = store.database().prepare(sql);
    while (row->step()) {
        std::vector<std::string> key;
        for (int column = 0; column + 1 < row->column_count(); ++column) key.push_back(row->text(column));
        content[key] = row->text(row->column_count() - 1);
    }
    return content;
}

// Ends of symmetric relations are compared in one order; each last column is what can change.
constexpr const char* entities_sql = "SELECT name, type, aliases FROM entities WHERE type <> 'phrase'";
constexpr const char* relations_sql =
    "SELECT CASE WHEN s.symmetric THEN min(r.head, r.tail) ELSE r.head END, r.type, CASE WHEN s.symmetric "
    "THEN "
    "max(r.head, r.tail) ELSE r.tail END, r.modality FROM relations r LEFT JOIN relation_type s ON s.name = "
    "r.type WHERE NOT r.open";
constexpr const char* claims_sql =
    "SELECT CASE WHEN s.symmetric THEN min(c.head, c.tail) ELSE c.head END, c.type, CASE WHEN s.symmetric "
    "THEN "
    "max(c.head, c.tail) ELSE c.tail END, c.document, c.evidence, c.modality || CASE WHEN c.attributed_to = "
    "'' "
    "THEN '' ELSE ' by ' || c.attributed_to END || CASE WHEN c.qualifiers = '' THEN '' ELSE '; ' || "
    "c.qualifiers "
    "END FROM claims c LEFT JOIN relation_type s ON s.name = c.type WHERE NOT c.open";

/// For people: "Acme (organization)", "Acme acquires Brill", "Acme acquires Brill in news: “…”".
std::string told(const std::vector<std::string>& key) {
    if (key.size() == 2) return key[0] + " (" + key[1] + ")";
    std::string text = key[0] + " " + key[1] + " " + key[2];
    if (key.size() == 5) text += " in " + key[3] + ": \u201C" + key[4] + "\u201D";
    return text;
}

/// What can change of it.
std::string field_of(const std::string& what) {
    return what == "entity" ? "aliases" : what == "relation" ? "modality" : "stance";
}

/// The parts of its name, for programs.
JsonObject& add_parts(JsonObject& object, const std::vector<std::string>& key) {
    if (key.size() == 2) return object.text("entity", key[0]).text("type", key[1]);
    object.text("head", key[0]).text("type", key[1]).text("tail", key[2]);
    if (key.size() == 5) object.text("document", key[3]).text("evidence", key[4]);
    return object;
}

void add_row(Results& results, const std::string& change, const std::string& what,
             const std::vector<std::string>& key, const std::string& before, const std::string& after) {
    JsonObject object;
    object.text("change", change).text("what", what).text("name", told(key));
    add_parts(object, key)
        .text("field", field_of(what))
        .text_or_null("before", before)
        .text_or_null("after", after);
    const auto cell = [&](const std::string& value) {
        if (what != "entity") return value;
        return value.empty() ? (change == "changed" ? "no aliases" : "") : "aliases: " + value;
    };
    results.rows.push_back({{change, what, told(key), cell(before), cell(after)}, object.str()});
}

void compare(Results& results, const std::string& what, const Content& before, const Content& after) {
    for (const auto& [key, value] : before) {
        const auto other = after.find(key);
        if (other == after.end())
            add_row(results, "removed", what, key, value, "");
        else if (other->second != value)
            add_row(results, "changed", what, key, value, other->second);
    }
    for (const auto& [key, value] : after)
        if (!before.contains(key)) add_row(results, "added", what, key, "", value);
}

void show_difference(const DiffOptions& options, const Session& session) {
    OpenedStore before = open_store(options.before, session), after = open_store(options.after, session);
    Results results{{"Change", "What", "Name", "Before", "After"}};
    for (const auto& [what, sql] : std::vector<std::pair<std::string, const char*>>{
             {"entity", entities_sql}, {"relation", relations_sql}, {"claim", claims_sql}})
        compare(results, what, content_of(before.store, sql), content_of(after.store, sql));
    if (results.rows.empty()) spdlog::info("both hold the same");
    show_results(results, options.format);
}

}  // namespace

void add_diff_command(CLI::App& program, Session& session) {
    CLI::App* command = program.add_subcommand("diff", "Show what one graph has that another has not");
    auto options = std::make_shared<DiffOptions>();
    command->add_option("BEFORE", options->before, "A graph, as for newsgraph query")->required();
    command->add_option("AFTER", options->after, "Another")->required();
    add_format_option(*command, options->format);
    add_resource_options(*command, session);
    command->footer(
        "Entities are the same by name and type, relations by head, type and tail, claims by these and the "
        "words "
        "that state them. Open relations are left out.\n\n"
        "Examples:\n"
        "  newsgraph diff monday.ng tuesday.ng\n"
        "  newsgraph diff graph.json news.ng --format json");
    command->callback([options, &session] { show_difference(*options, session); });
}

}  // namespace newsgraph
