#include "cli/results.hpp"

#include <ostream>
#include <utility>

#include "cli/output_file.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "export/json.hpp"

namespace newsgraph {
namespace {

void print_json(std::ostream& out, const Results& results) {
    out << '[';
    for (std::size_t i = 0; i < results.rows.size(); ++i)
        out << (i == 0 ? "\n" : ",\n") << results.rows[i].json;
    out << "\n]\n";
}

Table table_of(const Results& results) {
    Table table{results.headings, {}, {}, results.ids};
    for (const ResultRow& row : results.rows) table.rows.push_back(row.cells);
    return table;
}

Table with_note_column(const Results& results) {
    Table table = table_of(results);
    if (results.note_heading.empty()) return table;
    table.headings.push_back(results.note_heading);
    for (std::size_t i = 0; i < results.rows.size(); ++i) {
        std::string notes;
        for (const std::string& note : results.rows[i].notes) notes += (notes.empty() ? "" : " ") + note;
        table.rows[i].push_back(std::move(notes));
    }
    return table;
}

}  // namespace

std::vector<std::string> result_formats() { return {"table", "json", "tsv", "csv"}; }

JsonObject& JsonObject::json(std::string_view name, std::string_view value) {
    if (members_.size() > 1) members_ += ',';
    members_.append(json_quoted(name)).append(":").append(value);
    return *this;
}

JsonObject& JsonObject::text(std::string_view name, std::string_view value) {
    return json(name, json_quoted(value));
}

JsonObject& JsonObject::text_or_null(std::string_view name, std::string_view value) {
    return value.empty() ? json(name, "null") : text(name, value);
}

JsonObject& JsonObject::number(std::string_view name, std::int64_t value) {
    return json(name, std::to_string(value));
}

JsonObject& JsonObject::flag(std::string_view name, bool value) {
    return json(name, value ? "true" : "false");
}

std::string json_array(const std::vector<std::string>& values) {
    std::string array = "[";
    for (const std::string& value : values) array += (array.size() == 1 ? "" : ",") + value;
    return array + ']';
}

void print_results(std::ostream& out, const Results& results, const std::string& format) {
    if (format == "json") {
        print_json(out, results);
    } else if (format == "tsv") {
        print_tsv(out, with_note_column(results));
    } else if (format == "csv") {
        print_csv(out, with_note_column(results));
    } else {
        Table table = table_of(results);
        if (!results.note_heading.empty())
            for (const ResultRow& row : results.rows) table.notes.push_back(row.notes);
        print_table(out, table, table_style());
    }
}

void show_results(const Results& results, const std::string& format) {
    OutputFile output("-");
    print_results(output.stream(), results, format);
    output.close();
}

}  // namespace newsgraph
