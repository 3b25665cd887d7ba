#include "cli/table.hpp"

#include <algorithm>
#include <array>
#include <iomanip>
#include <limits>
#include <numeric>
#include <ostream>
#include <sstream>
#include <string_view>

#include "export/text_width.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t gap = 2;                // columns of space between cells
constexpr std::size_t narrowest_column = 10;  // below this, dates and most words no longer fit
constexpr std::array<std::size_t, 3> longest_words{24, 16, narrowest_column};  // the longest are broken first

std::size_t total(const std::vector<std::size_t>& widths) {
    return std::accumulate(widths.begin(), widths.end(), std::size_t{0}) + gap * (widths.size() - 1);
}

std::size_t widest_word(std::string_view cell) {
    std::size_t widest = 0;
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find(' '), cell.size());
        widest = std::max(widest, text_width(cell.substr(0, end)));
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return widest;
}

/// Takes from the widest columns until the table fits, from each at most down to its least width.
void shrink(std::vector<std::size_t>& widths, const std::vector<std::size_t>& least, std::size_t width) {
    for (std::size_t i = 0; i < widths.size(); ++i)
        widths[i] = std::min(widths[i], std::max(least[i], width));
    while (total(widths) > width) {
        std::size_t* widest = nullptr;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (widths[i] > least[i] && (widest == nullptr || widths[i] > *widest)) widest = &widths[i];
        }
        if (widest == nullptr) return;
        --*widest;
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

std::string with_digits(int digits, double value) {
    std::ostringstream out;
    out << std::fixed << std::setprecision(digits) << value;
    return out.str();
}

void print_table(std::ostream& out, const Table& table, const TableStyle& style) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> widths, words;
    for (const std::string& heading : table.headings) {
        widths.push_back(text_width(heading));
        words.push_back(widest_word(heading));
    }
    for (const std::vector<std::string>& row : table.rows) {
        std::vector<std::string>& cells = rows.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i) {
            cells.push_back(printable(row[i]));
            widths[i] = std::max(widths[i], text_width(cells.back()));
            words[i] = std::max(words[i], widest_word(cells.back()));
        }
    }
    for (const std::size_t longest : longest_words) {
        if (style.width == 0) break;
        std::vector<std::size_t> least;
        for (const std::size_t word : words) least.push_back(std::clamp(word, narrowest_column, longest));
        for (const std::size_t id : table.ids) least[id] = widths[id];
        shrink(widths, least, style.width);
    }
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
