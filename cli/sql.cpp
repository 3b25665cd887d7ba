// newsgraph sql: questions in SQL, which can change nothing.

#include <CLI/CLI.hpp>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/ask_options.hpp"
#include "cli/commands.hpp"
#include "cli/results.hpp"
#include "export/json.hpp"
#include "graph/query/select.hpp"

namespace newsgraph {
namespace {

struct SqlOptions {
    std::string graph;
    std::string statement;
    std::string format = "table";
};

std::string hexadecimal(const std::string& bytes) {
    constexpr const char* digits = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        text += digits[static_cast<unsigned char>(c) >> 4];
        text += digits[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

std::string number_text(double value) {
    std::ostringstream out;
    out.precision(15);
    out << value;
    return out.str();
}

std::string text_of(const SqlValue& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* number = std::get_if<double>(&value)) return number_text(*number);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* blob = std::get_if<Blob>(&value)) return hexadecimal(blob->bytes);
    return "";
}

std::string json_of(const SqlValue& value) {
    if (std::holds_alternative<std::nullptr_t>(value)) return "null";
    if (std::holds_alternative<std::int64_t>(value)) return text_of(value);
    const std::string text = text_of(value);
    const bool is_number = std::holds_alternative<double>(value) && text.find_first_of("in") == text.npos;
    return is_number ? text : json_quoted(text);
}

/// Whether the views call a column of document ids so.
bool holds_ids(std::string_view column) {
    return column == "id" || column == "document" || column == "copy_of";
}

void show_rows(const SqlOptions& options, const Session& session) {
    OpenedStore opened = open_store(options.graph, session);
    Select select(opened.store, options.statement);
    Results results{select.columns()};
    for (std::size_t i = 0; i < results.headings.size(); ++i)
        if (holds_ids(results.headings[i])) results.ids.push_back(i);
    std::vector<SqlValue> values;
    while (select.next(values)) {
        ResultRow& row = results.rows.emplace_back();
        JsonObject object;
        for (std::size_t i = 0; i < values.size(); ++i) {
            row.cells.push_back(text_of(values[i]));
            object.json(select.columns()[i], json_of(values[i]));
        }
        row.json = object.str();
    }
    show_results(results, options.format);
}

}  // namespace

void add_sql_command(CLI::App& program, Session& session) {
    CLI::App* command = program.add_subcommand("sql", "Ask a graph in SQL; nothing can be changed");
    auto options = std::make_shared<SqlOptions>();
    add_graph_argument(*command, options->graph);
    command
        ->add_option("STATEMENT", options->statement,
                     "One SELECT statement; the views are documents, entities, names, relations and claims")
        ->required();
    add_format_option(*command, options->format);
    add_resource_options(*command, session);
    command->footer(
        "Examples:\n"
        "  newsgraph sql news.ng 'SELECT type, count(*) FROM relations GROUP BY type'\n"
        "  newsgraph sql news.ng \"SELECT evidence, document FROM claims WHERE head = 'Meta'\" --format csv");
    command->callback([options, &session] { show_rows(*options, session); });
}

}  // namespace newsgraph
