#include "cli/table.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <ostream>
#include <string_view>

#include "export/text_width.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t gap = 2;               // columns of space between cells
constexpr std::size_t narrowest_column = 8;  // below this, words no longer fit

std::size_t total(const std::vector<std::size_t>& widths) {
    return std::accumulate(widths.begin(), widths.end(), std::size_t{0}) + gap * (widths.size() - 1);
}

/// Takes from the widest columns until the table fits.
void shrink(std::vector<std::size_t>& widths, std::size_t width) {
    while (total(widths) > width) {
        const auto widest = std::max_element(widths.begin(), widths.end());
        if (*widest <= narrowest_column) return;
        std::size_t second = narrowest_column;  // the next wider column's width
        for (const std::size_t other : widths) {
            if (other < *widest) second = std::max(second, other);
        }
        const std::size_t excess = total(widths) - width;
        *widest -= std::max<std::size_t>(1, std::min(excess, *widest - second));
    }
}

void print_notes(std::ostream& out, const std::vector<std::string>& notes, const TableStyle& style) {
    constexpr std::size_t indent = 4;
    constexpr std::size_t everything = std::numeric_limits<std::size_t>::max();
    const std::size_t width = style.width > indent + narrowest_column ? style.width - indent : everything;
    for (const std::string& note : notes) {
        for (const std::string& line : wrapped(printable(note), width))
            out << std::string(indent, ' ') << (style.is_coloured ? "\033[2m" : "") << line
                << (style.is_coloured ? "\033[0m" : "") << '\n';
    }
}

void print_row(std::ostream& out, const std::vector<std::string>& row,
               const std::vector<std::size_t>& widths) {
    std::vector<std::vector<std::string>> cells;
    std::size_t lines = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        cells.push_back(wrapped(row[i], widths[i]));
        lines = std::max(lines, cells.back().size());
    }
    for (std::size_t line = 0; line < lines; ++line) {
        std::size_t spaces = 0;  // written only where something follows them
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string_view words = line < cells[i].size() ? std::string_view(cells[i][line]) : "";
            if (!words.empty()) {
                out << std::string(spaces, ' ') << words;
                spaces = 0;
            }
            const std::size_t width = text_width(words);
            spaces += (widths[i] > width ? widths[i] - width : 0) + gap;
        }
        out << '\n';
    }
}

}  // namespace

void print_table(std::ostream& out, const Table& table, const TableStyle& style) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> widths;
    for (const std::string& heading : table.headings) widths.push_back(text_width(heading));
    for (const std::vector<std::string>& row : table.rows) {
        std::vector<std::string>& cells = rows.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i) {
            cells.push_back(printable(row[i]));
            widths[i] = std::max(widths[i], text_width(cells.back()));
        }
    }
    if (style.width > 0) shrink(widths, style.width);
    if (style.is_coloured) out << "\033[1m";
    print_row(out, table.headings, widths);
    if (style.is_coloured) out << "\033[0m";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        print_row(out, rows[i], widths);
        if (i < table.notes.size()) print_notes(out, table.notes[i], style);
    }
}

void print_tsv(std::ostream& out, const Table& table) {
    const auto print = [&out](const std::vector<std::string>& row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out << '\t';
            for (const char c : row[i]) out << (c == '\t' || c == '\n' || c == '\r' ? ' ' : c);
        }
        out << '\n';
    };
    print(table.headings);
    for (const std::vector<std::string>& row : table.rows) print(row);
}

void print_csv(std::ostream& out, const Table& table) {
    const auto quoted = [](const std::string& cell) {
        if (cell.find_first_of(",\"\n\r") == std::string::npos) return cell;
        std::string text = "\"";
        for (const char c : cell) text.append(c == '"' ? 2 : 1, c);
        return text + '"';
    };
    const auto print = [&](const std::vector<std::string>& row) {
        for (std::size_t i = 0; i < row.size(); ++i) out << (i > 0 ? "," : "") << quoted(row[i]);
        out << "\r\n";
    };
    print(table.headings);
    for (const std::vector<std::string>& row : table.rows) print(row);
}

}  // namespace newsgraph
