#pragma once
// Statements of DOT with their attributes.

#include <cstddef>
#include <string_view>

#include "export/dot.hpp"
#include "export/text_output.hpp"

namespace newsgraph {

/// Writes one: `e0 [label="Meta" type="organization"];`.
class DotStatement {
  public:
    DotStatement(TextOutput& out, std::string_view subject) : out_(out) { out_ << subject << " ["; }
    /// Of a node at a place, "x,y" in points.
    DotStatement(TextOutput& out, std::string_view subject, std::string_view place)
        : DotStatement(out, subject) {
        set_plain("pos", place);
    }
    ~DotStatement() {
        out_ << "];\n";
        out_.end_piece();
    }
    DotStatement(const DotStatement&) = delete;
    DotStatement& operator=(const DotStatement&) = delete;

    DotStatement& set(std::string_view name, std::string_view value) {
        begin(name);
        append_dot_quoted(out_.text(), value);
        return *this;
    }
    DotStatement& set(std::string_view name, std::size_t number) {
        begin(name);
        out_ << '"' << number << '"';
        return *this;
    }
    DotStatement& set_html(std::string_view name, std::string_view html) {
        begin(name);
        out_ << '<' << html << '>';
        return *this;
    }
    /// A value without quotation marks and backslashes, as it is.
    DotStatement& set_plain(std::string_view name, std::string_view value) {
        begin(name);
        out_ << '"' << value << '"';
        return *this;
    }

  private:
    void begin(std::string_view name) {
        out_ << (is_first_ ? "" : " ") << name << '=';
        is_first_ = false;
    }

    TextOutput& out_;
    bool is_first_ = true;
};

}  // namespace newsgraph
