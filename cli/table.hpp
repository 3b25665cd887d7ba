#pragma once
// Tables for people.

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace newsgraph {

/// Rows of text under headings; every row has as many cells as there are headings.
struct Table {
    std::vector<std::string> headings;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::vector<std::string>> notes =
        {};                             // lines beneath each row, for people; may be none at all
    std::vector<std::size_t> ids = {};  // columns of what people copy, whose cells are never broken
};

struct TableStyle {
    std::size_t width = 0;     // columns that may be used; 0: as many as it takes
    bool is_coloured = false;  // headings in bold
};

/// The number with so many digits after the point: "0.067674".
std::string with_digits(int digits, double value);

/// Writes the table with columns two spaces apart. Where it is wider than `style.width`, its widest columns
/// give way and their cells take several lines, broken within words only where that does not do; nothing is
/// cut off. Columns of ids stay as they are: with them a line may be wider than `style.width`.
void print_table(std::ostream& out, const Table& table, const TableStyle& style);

/// Writes the table as tab-separated values, headings first. Tabs and line breaks within a cell are spaces.
void print_tsv(std::ostream& out, const Table& table);

/// Writes the table as comma-separated values, headings first, as RFC 4180 has them: cells with commas,
/// quotation marks or line breaks stand in quotation marks.
void print_csv(std::ostream& out, const Table& table);

}  // namespace newsgraph
