#pragma once
// Results as rows: tables for people, JSON, TSV and CSV for programs.

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

/// "table", "json", "tsv", "csv".
std::vector<std::string> result_formats();

/// One JSON object, its members in the order of adding.
class JsonObject {
  public:
    JsonObject& text(std::string_view name, std::string_view value);
    JsonObject& text_or_null(std::string_view name, std::string_view value);  // null where it is empty
    JsonObject& number(std::string_view name, std::int64_t value);
    JsonObject& flag(std::string_view name, bool value);
    JsonObject& json(std::string_view name, std::string_view value);  // that is JSON already

    std::string str() const { return members_ + '}'; }

  private:
    std::string members_ = "{";
};

/// "[…,…]" of values that are JSON.
std::string json_array(const std::vector<std::string>& values);

struct ResultRow {
    std::vector<std::string> cells;       // one a heading
    std::string json;                     // the row as an object
    std::vector<std::string> notes = {};  // lines beneath it; in TSV and CSV a column
};

struct Results {
    std::vector<std::string> headings;
    std::vector<ResultRow> rows = {};
    std::string note_heading = {};      // of the column of notes, "Evidence"; empty: there are none
    std::vector<std::size_t> ids = {};  // columns of what people copy, which a table never breaks
};

/// `format` is one of `result_formats()`. JSON is an array with an object a line.
void print_results(std::ostream& out, const Results& results, const std::string& format);

/// The same to standard output, whole or with an error.
void show_results(const Results& results, const std::string& format);

}  // namespace newsgraph
