#pragma once
// Text on its way to a stream.

#include <charconv>
#include <concepts>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

namespace newsgraph {

/// Gathers what is written and hands it on in large pieces, which is many times as fast as a stream's own
/// operators. A writer appends to `text()` or uses `<<`, and calls `end_piece()` after each node or edge:
///
///     TextOutput out(stream);
///     out << "<node id=\"" << selection.id(entity.id) << "\">";
///     append_xml_escaped(out.text(), entity.name);
///     out.end_piece();
///
/// Memory: some 64 KiB and the largest piece. The stream's state tells whether all could be written.
class TextOutput {
  public:
    explicit TextOutput(std::ostream& stream) : stream_(stream) { text_.reserve(2 * enough); }
    ~TextOutput() { hand_on(); }
    TextOutput(const TextOutput&) = delete;
    TextOutput& operator=(const TextOutput&) = delete;

    std::string& text() noexcept { return text_; }

    TextOutput& operator<<(std::string_view text) {
        text_ += text;
        return *this;
    }
    TextOutput& operator<<(char c) {
        text_ += c;
        return *this;
    }
    template <std::unsigned_integral Number>
    TextOutput& operator<<(Number number) {
        char digits[24];
        text_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
        return *this;
    }

    void end_piece() {
        if (text_.size() >= enough) hand_on();
    }

  private:
    static constexpr std::size_t enough = 1U << 16U;  // bytes

    void hand_on() {
        stream_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
        text_.clear();
    }

    std::ostream& stream_;
    std::string text_;
};

}  // namespace newsgraph
