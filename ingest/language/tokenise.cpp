#include "ingest/language/tokenise.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/language/characters.hpp"
#include "ingest/language/english.hpp"

namespace newsgraph {
namespace {

using enum CharacterClass;

constexpr std::size_t max_chunk = 1024;    // characters; keeps the look-aheads below linear in the text
constexpr std::size_t max_quotation = 60;  // words; an opening ' without a close is then an apostrophe

constexpr std::array<std::string_view, 47> emoticons = {
    ">:(", ":'(",  ":')", ":-)", ":-(", ":-D", ":-P", ":-/", ":-|", ":-O", ":-*", ";-)",
    "=-)", ":)))", ":))", ":((", "</3", "-_-", "o_O", "O_o", "T_T", "^_^", ":)",  ":(",
    ";)",  ";(",   "=)",  "=(",  ":D",  ":P",  ":p",  ":O",  ":o",  ";P",  ";D",  "=D",
    "=P",  "xD",   "XD",  ":/",  ":|",  ":*",  ":]",  ":[",  "<3",  ":3",  "\\o/"};

bool is_drawing(char32_t code) {
    return code < 0x80 &&
           std::string_view("-=*~_+<>|}{#^/\\").find(static_cast<char>(code)) != std::string_view::npos;
}

char lower_ascii(char32_t code) {
    if (code >= U'A' && code <= U'Z') return static_cast<char>(code + 32);
    return code < 0x80 ? static_cast<char>(code) : '\x01';
}

/// A run of text without white space, as characters, and the words cut from it.
class Tokeniser {
  public:
    Tokeniser(std::string_view text, Span part) : text_(text), next_(part.begin), end_(part.end()) {
        words_.reserve(part.size / 5 + 1);
    }

    std::vector<Word> run() && {
        while (read_chunk()) cut_chunk();
        return std::move(words_);
    }

  private:
    bool read_chunk() {
        characters_.clear();
        offsets_.clear();
        while (next_ < end_) {
            const Character c = character_at(text_, next_);
            if (c.type == space) {
                if (!characters_.empty()) break;
                glued_ = false;
            } else {
                if (characters_.size() == max_chunk) break;
                characters_.push_back(c);
                offsets_.push_back(next_);
            }
            next_ += c.size;
        }
        offsets_.push_back(offsets_.empty() ? next_ : offsets_.back() + characters_.back().size);
        return !characters_.empty();
    }

    /// The class of the first character after this chunk; `space` at the end of the part.
    CharacterClass following() const {
        for (std::size_t at = next_, seen = 0; at < end_ && seen < 16; ++seen) {
            const Character c = character_at(text_, at);
            if (c.type == quote || c.type == apostrophe || c.type == open || c.type == space) {
                at += c.size;
            } else {
                return c.type;
            }
        }
        return space;
    }

    std::size_t size() const { return characters_.size(); }
    CharacterClass type(std::size_t i) const { return i < size() ? characters_[i].type : space; }
    char32_t code(std::size_t i) const { return i < size() ? characters_[i].code : 0; }
    bool is_word(std::size_t i) const { return is_word_character(type(i)) || code(i) == U'_'; }
    bool has_letter(std::size_t i) const { return is_letter(type(i)); }
    bool has_digit(std::size_t i) const { return type(i) == digit; }

    std::string lowered(std::size_t begin, std::size_t end) const {
        return lower_case(text_.substr(offsets_[begin], offsets_[end] - offsets_[begin]));
    }

    template <typename Test>
    std::size_t run_of(std::size_t begin, Test test) const {
        while (begin < size() && test(begin)) ++begin;
        return begin;
    }

    void add(std::size_t begin, std::size_t end, bool continues = false) {
        words_.push_back({{offsets_[begin], offsets_[end] - offsets_[begin]}, continues});
    }

    void cut_chunk() {
        const auto has = [&](char32_t wanted) {
            return std::ranges::any_of(characters_, [&](const Character& c) { return c.code == wanted; });
        };
        if (std::ranges::all_of(characters_, [](const Character& c) { return is_letter(c.type); })) {
            return add_word(0, size());  // most words are just letters
        }
        has_at_ = has(U'@');
        has_colon_ = has(U':');
        has_period_ = has(U'.');
        for (std::size_t i = 0; i < size();) i = cut(i);
        glued_ = true;
    }

    /// Adds the word or words that begin at `i`; returns where they end.
    std::size_t cut(std::size_t i) {
        if (i == 0 && size() > 1 && !(size() == 2 && code(0) == U'<') &&
            std::ranges::all_of(characters_, [](const Character& c) { return is_drawing(c.code); })) {
            return add_whole(0, size());  // "====>", "*~*~*", "-----"
        }
        if (const std::size_t end = address_end(i); end > i) return add_whole(i, end);
        if (const std::size_t end = emoticon_end(i); end > i) return add_whole(i, end);
        switch (type(i)) {
            case lower:
            case upper:
                if (const std::size_t end = slashed_end(i); end > i) return add_whole(i, end);
                return add_word_until(i, word_end(i, i));
            case digit:
                return cut_number(i);
            case apostrophe:
                return cut_apostrophe(i);
            case period:
                return cut_period(i);
            case terminal: {
                const std::size_t end = run_of(i, [&](std::size_t k) { return type(k) == terminal; });
                return add_whole(i, type(end) == period && type(end + 1) != period ? end + 1 : end);  // "?."
            }
            case ellipsis:
                return add_whole(
                    i, run_of(i, [&](std::size_t k) { return type(k) == period || type(k) == ellipsis; }));
            case hyphen: {
                std::size_t end = run_of(i, [&](std::size_t k) { return type(k) == hyphen; });
                if (code(end) == U'>') ++end;
                return add_whole(i, end);
            }
            case pictograph:
                return add_whole(i, pictograph_end(i));
            case currency:
            case punctuation:
            case symbol:
                if (const std::size_t end = tag_end(i); end > i) return add_whole(i, end);
                if (code(i) == U'+' && type(i + 1) == digit && (i == 0 || !is_word(i - 1)))
                    return add_whole(i, number_end(i + 1));
                if (code(i) < 0x80 && code(i) != U',' && code(i) != U';' && code(i) != U':' &&
                    code(i) != U'%' && code(i) != U'/')
                    return add_whole(i, run_of(i, [&](std::size_t k) { return code(k) == code(i); }));
                break;
            default:
                break;
        }
        return add_whole(i, run_of(i + 1, [&](std::size_t k) { return type(k) == mark; }));
    }

    std::size_t add_whole(std::size_t begin, std::size_t end) {
        add(begin, end);
        return end;
    }

    /// The end of "w/", "w/o" or "b/c" at `i`; `i` if none of them stands there.
    std::size_t slashed_end(std::size_t i) const {
        if (code(i + 1) != U'/' || (i > 0 && is_word(i - 1))) return i;
        const std::string letter = lowered(i, i + 1);
        const bool is_without = letter == "w" && i + 2 < size() && lowered(i + 2, i + 3) == "o";
        const bool is_because = letter == "b" && i + 2 < size() && lowered(i + 2, i + 3) == "c";
        if ((is_without || is_because) && !is_word(i + 3)) return i + 3;
        return letter == "w" && !is_word(i + 2) ? i + 2 : i;
    }

    std::size_t cut_period(std::size_t i) {
        const bool begins = i == 0 || !is_word(i - 1);
        if (begins && type(i + 1) == digit) return cut_number(i);  // ".5"
        const std::size_t periods =
            run_of(i, [&](std::size_t k) { return type(k) == period || type(k) == ellipsis; });
        if (periods > i + 1) return add_whole(i, periods);
        const std::size_t letters = run_of(i + 1, [&](std::size_t k) { return is_word(k); });
        if (i == 0 && letters > i + 1 && is_domain_ending(lowered(i + 1, letters)))
            return add_whole(i, letters);
        return add_whole(i, run_of(i + 1, [&](std::size_t k) { return type(k) == terminal; }));  // ".?"
    }

    // ---- addresses, tags, pictures ----

    /// The end of an internet or mail address or a file's name that begins at `i`; `i` if there is none.
    std::size_t address_end(std::size_t i) const {
        if (!(has_at_ || has_colon_ || has_period_) || (i > 0 && is_word(i - 1))) return i;
        if (type(i) == mark || !is_word(i)) return i;
        if (has_colon_) {
            const std::size_t scheme = run_of(i, [&](std::size_t k) { return has_letter(k); });
            if (code(scheme) == U':' && scheme > i + 1) {
                const bool slashes = code(scheme + 1) == U'/' && code(scheme + 2) == U'/';
                const bool known = lowered(i, scheme) == "mailto" || lowered(i, scheme) == "doi";
                if ((slashes || known) && size() > scheme + (slashes ? 3u : 1u)) return trimmed(i, size());
            }
        }
        if (has_at_) {
            const auto local = [&](std::size_t k) {
                return is_word(k) || type(k) == hyphen || type(k) == period || code(k) == U'+' ||
                       code(k) == U'%';
            };
            const std::size_t at = run_of(i, local);
            if (code(at) == U'@' && is_word(at + 1)) {
                return trimmed(i, run_of(at + 1, [&](std::size_t k) {
                                   return is_word(k) || type(k) == hyphen || type(k) == period;
                               }));
            }
        }
        return has_period_ ? domain_end(i) : i;
    }

    /// "example.com", "news.example.co.uk/today", "comp.sources.unix", "notes.doc"
    std::size_t domain_end(std::size_t i) const {
        std::size_t end = i;
        std::size_t segments = 0;
        std::size_t last = i;
        bool all_lower = true;
        for (std::size_t k = i;;) {
            const std::size_t stop = run_of(k, [&](std::size_t c) {
                return is_word(c) || (type(c) == hyphen && is_word(c + 1) && c > k);
            });
            if (stop == k) break;
            for (std::size_t c = k; c < stop; ++c) all_lower = all_lower && type(c) == CharacterClass::lower;
            ++segments;
            last = k;
            end = stop;
            if (type(stop) != period) break;
            k = stop + 1;
        }
        if (segments < 2 || end - last < 2) return i;
        const std::size_t first = run_of(i, [&](std::size_t c) { return type(c) != period; });
        const std::string ending = lowered(last, end);
        const bool is_address =
            lowered(i, first) == "www" || is_domain_ending(ending) || (code(end) == U'/' && all_lower);
        if (is_address) {
            if (has_digit(i) && segments == 2 && is_unit(ending)) return i;
            if (code(end) == U'/' || code(end) == U'?' || (code(end) == U':' && has_digit(end + 1))) {
                return code(end) == U'?' && end + 1 == size() ? end : trimmed(i, size());
            }
            return end;
        }
        const bool short_part = end - last < 3 || first - i < 3;
        return segments >= 3 && all_lower && !short_part ? end : i;
    }

    /// Without the punctuation that belongs to the sentence: "https://example.com/a)." ends before ")".
    std::size_t trimmed(std::size_t begin, std::size_t end) const {
        std::size_t opened = 0;
        std::size_t closed = 0;
        for (std::size_t k = begin; k < end; ++k) {
            opened += type(k) == open ? 1u : 0u;
            closed += type(k) == close ? 1u : 0u;
        }
        while (end > begin + 1) {
            const CharacterClass last = type(end - 1);
            const char32_t c = code(end - 1);
            if (last == close && closed > opened) {
                --closed;
            } else if (!(last == period || last == terminal || last == ellipsis || last == quote ||
                         last == apostrophe || c == U',' || c == U';' || c == U':' || c == U'>' ||
                         c == U'*')) {
                break;
            }
            --end;
        }
        return end;
    }

    /// "#election", "@newsroom"
    std::size_t tag_end(std::size_t i) const {
        if ((code(i) != U'#' && code(i) != U'@') || (i > 0 && is_word(i - 1)) || !has_letter(i + 1)) return i;
        if (code(i) == U'#') return run_of(i + 1, [&](std::size_t k) { return is_word(k); });
        return trimmed(i, run_of(i + 1, [&](std::size_t k) { return is_word(k) || type(k) == period; }));
    }

    std::size_t emoticon_end(std::size_t i) const {
        if (code(i) >= 0x80 || has_digit(i)) return i;
        const bool after_word = i > 0 && is_word(i - 1);
        if (has_letter(i) && after_word) return i;
        for (const std::string_view emoticon : emoticons) {
            const std::size_t end = i + emoticon.size();
            if (end > size()) continue;
            bool same = true;
            for (std::size_t k = 0; same && k < emoticon.size(); ++k) {
                same = code(i + k) == static_cast<unsigned char>(emoticon[k]);
            }
            if (!same || is_word(end) || code(end) == U'/') continue;
            if (after_word && is_word(end - 1)) continue;  // a ratio, a label
            if (after_word && (code(end - 1) == U'/' || code(end - 1) == U'|')) continue;
            if (code(end - 1) == U')' && unclosed_before(i)) continue;  // "(as told:)"
            return end;
        }
        return i;
    }

    bool unclosed_before(std::size_t i) const {
        std::ptrdiff_t depth = 0;
        for (std::size_t k = 0; k < i; ++k) {
            depth += type(k) == open ? 1 : 0;
            depth -= type(k) == close ? 1 : 0;
        }
        return depth > 0;
    }

    /// One picture with its modifiers, joined pictures (families), or the two letters of a flag.
    std::size_t pictograph_end(std::size_t i) const {
        const auto is_flag_letter = [&](std::size_t k) { return code(k) >= 0x1F1E6 && code(k) <= 0x1F1FF; };
        if (is_flag_letter(i) && is_flag_letter(i + 1)) return i + 2;
        std::size_t end = i + 1;
        while (type(end) == mark) {
            const bool joins = code(end) == 0x200D;
            ++end;
            if (joins && type(end) == pictograph) ++end;
        }
        return end;
    }

    // ---- apostrophes ----

    std::size_t cut_apostrophe(std::size_t i) {
        const bool begins = i == 0 ? !glued_ : !is_word(i - 1) && type(i - 1) != period;
        if (type(i + 1) == apostrophe && type(i + 2) != apostrophe) return add_whole(i, i + 2);  // '' and ``
        if (has_digit(i + 1) && has_digit(i + 2) && !has_digit(i + 3) && code(i) != U'`') {
            return add_whole(i, run_of(i + 1, [&](std::size_t k) { return is_word(k); }));  // '72, '60s
        }
        const std::size_t letters = run_of(i + 1, [&](std::size_t k) { return has_letter(k); });
        if (letters > i + 1 && letters - i <= 6) {
            const std::string word = lowered(i + 1, letters);
            if (word == "n" && type(letters) == apostrophe) return add_whole(i, letters + 1);
            if (is_elision(word) && type(letters) != apostrophe && !(word == "round" && begins)) {
                return add_word_until(i, letters);
            }
            const bool is_suffix =
                word == "s" || word == "re" || word == "ve" || word == "ll" || word == "d" || word == "m";
            if (is_suffix && type(letters) != apostrophe) return add_whole(i, letters);  // "it 's"
        }
        if (!begins && !is_word(i + 1) && after_s(i) && !in_quotation()) {
            add(i, i + 1, true);  // "the parties'"
            return i + 1;
        }
        if (begins && is_word(i + 1)) {
            quotation_ = words_.size() + 1;
        } else {
            quotation_ = 0;
        }
        return add_whole(i, i + 1);
    }

    bool after_s(std::size_t i) const {
        return i > 0 &&
               (code(i - 1) == U's' || code(i - 1) == U'S' || code(i - 1) == U'z' || code(i - 1) == U'x');
    }

    bool in_quotation() const { return quotation_ > 0 && words_.size() < quotation_ + max_quotation; }

    // ---- numbers ----

    /// The end of the digits, with the separators within them.
    std::size_t number_end(std::size_t i) const {
        const auto digits = [&](std::size_t k) {
            return run_of(k, [&](std::size_t c) { return has_digit(c); });
        };
        std::size_t end = digits(i);
        for (;;) {
            if (!has_digit(end + 1)) return end;
            const std::size_t stop = digits(end + 1);
            const std::size_t count = stop - end - 1;
            switch (code(end)) {
                case U',':
                    if (count != 3 && !(count == 2 && code(stop) == U',' && has_digit(stop + 1) &&
                                        digits(stop + 1) - stop - 1 >= 2))
                        return end;
                    break;
                case U'.':
                case U':':
                    break;
                case U'/':
                    if (!is_date(i, end, stop)) return end;
                    break;
                case U'-': {
                    const std::size_t whole = hyphenated_number_end(i, end);
                    return whole;
                }
                default:
                    return end;
            }
            end = stop;
        }
    }

    /// Whether the "/" at `slash` stands in a date (9/11, 11/28/2000) or a telephone number, and not in a
    /// fraction (1/2), a pair of years (2001/02) or "24/7".
    bool is_date(std::size_t begin, std::size_t slash, std::size_t end) const {
        const auto value = [&](std::size_t first, std::size_t last) {
            std::size_t number = 0;
            for (std::size_t k = first; k < last && number < 100000; ++k)
                number = number * 10 + (code(k) < 0x80 ? code(k) - U'0' : 0);
            return number;
        };
        const std::size_t before = slash - begin;
        const std::size_t after = end - slash - 1;
        if (before == 3 && after >= 3) return true;                // 713/853-1234
        if (code(end) == U'/' && has_digit(end + 1)) return true;  // 11/28/2000
        if (std::any_of(characters_.begin() + static_cast<std::ptrdiff_t>(begin),
                        characters_.begin() + static_cast<std::ptrdiff_t>(slash),
                        [](const Character& c) { return c.code == U'/'; }))
            return true;  // the year
        if (before > 2 || after > 2) return false;
        const std::size_t month = value(begin, slash);
        const std::size_t day = value(slash + 1, end);
        return month >= 1 && month <= 12 && day >= 10 && day <= 31 && !(month == 7 && day == 24);
    }

    /// The end of a telephone number or a date with hyphens whose first group ends at `hyphen_at`; else
    /// there.
    std::size_t hyphenated_number_end(std::size_t begin, std::size_t hyphen_at) const {
        std::array<std::size_t, 6> groups{};
        std::size_t count = 0;
        std::size_t end = begin;
        for (std::size_t k = begin; count < groups.size();) {
            const std::size_t stop =
                run_of(k, [&](std::size_t c) { return has_digit(c) || code(c) == U'/'; });
            groups[count++] = stop - k;
            end = stop;
            if (code(stop) != U'-' || !has_digit(stop + 1)) break;
            k = stop + 1;
        }
        if (is_word(end) && !has_digit(end)) return hyphen_at;
        const auto& g = groups;
        bool whole = false;
        if (count == 2) whole = (g[0] == 1 || g[0] == 3 || g[0] == 5 || g[0] == 7) && g[1] == 4;
        if (count == 3)
            whole = (g[0] == 3 && g[2] == 4) || (g[0] <= 2 && g[1] <= 2 && (g[2] == 4 || g[2] == 2)) ||
                    (g[0] == 4 && g[1] == 2 && g[2] == 2);
        if (count >= 4)
            whole = *std::max_element(g.begin(), g.begin() + static_cast<std::ptrdiff_t>(count)) >= 3;
        return whole ? end : hyphen_at;
    }

    std::size_t cut_number(std::size_t i) {
        std::size_t end = number_end(i + (has_digit(i) ? 0 : 1));
        if (type(end) == apostrophe && (code(end + 1) == U's' || code(end + 1) == U'S') &&
            !is_word(end + 2)) {
            const bool decade = end - i == 2 || (end - i == 4 && code(end - 1) == U'0');
            return decade ? add_whole(i, end + 2) : add_word_until(i, end + 2);  // "1960's", "2023's"
        }
        const std::size_t letters = run_of(end, [&](std::size_t k) { return has_letter(k); });
        if (letters == end) {
            if (code(end) == U'_') return add_word_until(i, word_end(i, end));
            return add_whole(i, end);
        }
        const std::string suffix = lowered(end, letters);
        if (!is_word(letters) || has_digit(letters)) {
            const bool is_ordinal = suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th" ||
                                    suffix == "s" || suffix == "ths";
            if (is_ordinal && !is_word(letters)) return add_whole(i, letters);
            if (is_time_of_day(end)) {
                add(i, end);
                const std::size_t stop = end + 3;  // "p.m"
                const bool ends = code(stop) == U'.' && !(stop + 1 == size() && following() == space);
                return add_whole(end, ends ? stop + 1 : stop);
            }
            const bool money = i > 0 && type(i - 1) == currency;
            const bool is_name = letters - end == 1 && type(end) == upper && !money &&
                                 std::none_of(characters_.begin() + static_cast<std::ptrdiff_t>(i),
                                              characters_.begin() + static_cast<std::ptrdiff_t>(end),
                                              [](const Character& c) { return c.type == period; });
            const bool is_dimension = suffix == "x" && has_digit(letters);
            if (is_unit(suffix) && !is_name && (!has_digit(letters) || is_dimension)) {
                add(i, end);
                return add_whole(end, letters);  // "$1.5bn", "10kg", "3x4"
            }
        }
        return add_word_until(i, word_end(i, end));  // "3143C", "4G"
    }

    bool is_time_of_day(std::size_t i) const {
        const char first = lower_ascii(code(i));
        return (first == 'a' || first == 'p') && code(i + 1) == U'.' && lower_ascii(code(i + 2)) == 'm' &&
               !is_word(i + 3);
    }

    // ---- words ----

    /// The end of the word that began at `begin`, scanned from `i`, where a letter or digit stands.
    std::size_t word_end(std::size_t begin, std::size_t i) const {
        std::size_t segment = begin;  // begin of the part after the last kept hyphen or period
        while (i < size()) {
            const CharacterClass here = type(i);
            const char32_t c = code(i);
            if (is_word(i)) {
                ++i;
            } else if (here == apostrophe && c != U'\u2018' && has_letter(i + 1)) {
                i += 2;
            } else if (here == period) {
                const PeriodReading reading = read_period(begin, segment, i);
                if (reading == PeriodReading::separate) return i;
                if (reading == PeriodReading::ends) return i + 1;
                segment = ++i;
            } else if (here == hyphen) {
                if (!keeps_hyphen(begin, segment, i)) return i;
                segment = ++i;
            } else if (c == U'&' && joins_by_ampersand(begin, i)) {
                ++i;
            } else if (c == U'*' && (has_letter(i + 1) || (code(i + 1) == U'*' && code(i - 1) == U'*'))) {
                ++i;  // letters that are starred out
            } else if ((c == U'+' || c == U'#') && type(begin) == upper && !is_word(i + 1)) {
                return name_with_sign_end(begin, i);
            } else if (here == currency && i - begin <= 2 && all_upper(begin, i)) {
                return i + 1;  // "US$", "A$"
            } else {
                return i;
            }
        }
        return i;
    }

    enum class PeriodReading { separate, joins, ends };

    /// What the period at `i` is to the word `[begin, i)`, whose last part begins at `segment`.
    PeriodReading read_period(std::size_t begin, std::size_t segment, std::size_t i) const {
        if (type(i + 1) == ellipsis || (type(i + 1) == period && type(i + 2) == period)) {
            return PeriodReading::separate;
        }
        const std::size_t stop = run_of(i + 1, [&](std::size_t k) { return is_word(k); });
        const bool has_inner_period = segment > begin && type(segment - 1) == period;
        if (stop > i + 1) {                                                         // something follows
            if (has_digit(i - 1) && has_digit(i + 1)) return PeriodReading::joins;  // "GPT-3.5"
            if (!has_letter(i - 1) || !has_letter(i + 1))
                return is_abbreviation(begin, i, has_digit(i + 1) ? digit : type(i + 1))
                           ? PeriodReading::ends
                           : PeriodReading::separate;
            if (i - segment == 1 && stop - i == 2) return PeriodReading::joins;  // "U.S"
            if (i - segment <= 2 && stop - i <= 3 && type(begin) == upper && type(i + 1) == upper &&
                !has_digit(stop - 1))
                return PeriodReading::joins;  // "Ph.D", "B.Sc"
            if (has_inner_period) return PeriodReading::ends;
            if (i - begin == 1 && type(begin) == upper && type(i + 1) == upper) return PeriodReading::ends;
            return is_abbreviation(begin, i, type(i + 1)) ? PeriodReading::ends : PeriodReading::separate;
        }
        if (type(i + 1) == period && !(has_inner_period && i - segment <= 2)) {  // two: "the U.S.." has both
            return is_abbreviation(begin, i, CharacterClass::lower) ? PeriodReading::ends
                                                                    : PeriodReading::separate;
        }
        const bool at_end = i + 1 == size();
        CharacterClass after = at_end ? following() : type(i + 1);
        if (has_inner_period && i - segment <= 2) {
            const bool ends_paragraph = at_end && after == space;
            if (ends_paragraph && type(begin) != upper) return PeriodReading::separate;
            return PeriodReading::ends;
        }
        if (!at_end && (after == terminal || after == quote || after == apostrophe || after == close)) {
            after = space;
            if (i - begin == 1) return PeriodReading::separate;
        }
        if (i - begin == 1 && type(begin) == upper) {  // an initial
            const bool listed = !at_end && (code(i + 1) == U',' || code(i + 1) == U';');
            const bool names = (after == upper && code(begin) != U'I') || listed;
            return names ? PeriodReading::ends : PeriodReading::separate;
        }
        return is_abbreviation(begin, i, after) ? PeriodReading::ends : PeriodReading::separate;
    }

    bool is_abbreviation(std::size_t begin, std::size_t end, CharacterClass after) const {
        if (end - begin > 8) return false;
        const std::string word = lowered(begin, end);
        const bool before_capital = after == upper || after == space;
        switch (abbreviation(word)) {
            case Abbreviation::none:
                return false;
            case Abbreviation::always:
                // "Acme Inc. The …" keeps its period, "in pots etc. The …" ends a sentence with it.
                return !before_capital || (type(begin) == upper && word != "etc") || word == "vs" ||
                       word == "v" || word == "al";
            case Abbreviation::capitalized:
                return type(begin) == upper && after != space;
            case Abbreviation::before_number:
                return after == digit;
            case Abbreviation::date:
                return type(begin) == upper && (after == digit || after == punctuation);
        }
        return false;
    }

    /// Whether the hyphen at `i` is part of the word: in identifiers ("GPT-4o", "F-16") and after the affixes
    /// that English does not write as words ("anti-war"). Elsewhere it is a word of its own.
    bool keeps_hyphen(std::size_t begin, std::size_t segment, std::size_t i) const {
        if (!is_word(i + 1)) return false;
        const std::size_t stop = run_of(i + 1, [&](std::size_t k) { return is_word(k); });
        const bool holds_digit = std::any_of(characters_.begin() + static_cast<std::ptrdiff_t>(begin),
                                             characters_.begin() + static_cast<std::ptrdiff_t>(i),
                                             [](const Character& c) { return c.type == digit; });
        const bool holds_upper = std::any_of(characters_.begin() + static_cast<std::ptrdiff_t>(begin),
                                             characters_.begin() + static_cast<std::ptrdiff_t>(i),
                                             [](const Character& c) { return c.type == upper; });
        if (has_digit(i + 1) && holds_upper) return true;
        if (has_digit(i + 1) && (i - begin == 1 || (holds_digit && has_letter(begin))))
            return true;  // "x-37097"
        const std::string right = stop - i <= 12 ? lowered(i + 1, stop) : std::string();
        if (holds_digit && holds_upper && segment > begin) {
            return type(i + 1) == upper || is_variant(right);  // "Zed-2-mini", but "F-16-launched" is three
        }
        if (holds_digit && holds_upper && is_variant(right)) return true;
        if (is_hyphenated_suffix(right)) return true;
        if (i - segment > 8 || holds_digit) return false;
        return is_hyphenated_prefix(lowered(segment, i));
    }

    bool all_upper(std::size_t begin, std::size_t end) const {
        for (std::size_t k = begin; k < end; ++k) {
            if (type(k) != upper) return false;
        }
        return true;
    }

    /// "AT&T", "R&D", "p&l", but not "salt&pepper"
    bool joins_by_ampersand(std::size_t begin, std::size_t i) const {
        const std::size_t stop = run_of(i + 1, [&](std::size_t k) { return is_word(k); });
        if (stop == i + 1) return false;
        return (all_upper(begin, i) && all_upper(i + 1, stop) && i - begin <= 4 && stop - i <= 5) ||
               (i - begin == 1 && stop - i == 2);
    }

    /// "C++", "C#", "Disney+"
    std::size_t name_with_sign_end(std::size_t begin, std::size_t i) const {
        const std::size_t end = run_of(i, [&](std::size_t k) { return code(k) == code(i); });
        const bool is_name = code(i) == U'#' ? i - begin == 1 && end - i == 1
                                             : (i - begin > 1 && end - i == 1) ||
                                                   (i - begin == 1 && end - i == 2 && code(begin) == U'C');
        const bool separate = end < size() && (type(end) == symbol || type(end) == currency);
        return is_name && !separate ? end : i;
    }

    std::size_t add_word_until(std::size_t begin, std::size_t end) {
        add_word(begin, end);
        return end;
    }

    /// Adds the word, or the words that it contracts.
    void add_word(std::size_t begin, std::size_t end) {
        std::size_t at = end;
        for (std::size_t k = end; k-- > begin && end - k <= 8;) {
            if (characters_[k].type == apostrophe) {
                at = k;
                break;
            }
        }
        if (at == end || at == begin) return add_contraction(begin, end);
        const std::string suffix = lowered(at + 1, end);
        if (suffix == "t" && at > begin + 1 && lower_ascii(code(at - 1)) == 'n') {
            add(begin, at - 1);
            add(at - 1, end, true);
        } else if (suffix == "s" || suffix == "m" || suffix == "re" || suffix == "ve" || suffix == "ll" ||
                   suffix == "d") {
            add_word(begin, at);  // "I'd've" has two
            add(at, end, true);
        } else {
            add_contraction(begin, end);
        }
    }

    void add_contraction(std::size_t begin, std::size_t end) {
        constexpr std::size_t longest = 8;  // of the list's
        const auto parts =
            end - begin > longest || end - begin < 2 ? std::string_view() : contraction_parts_at(begin, end);
        if (parts.empty()) return add(begin, end);
        for (std::size_t k = begin, i = 0; i < parts.size(); ++i) {
            const std::size_t stop = k + static_cast<std::size_t>(parts[i] - '0');
            add(k, stop, i > 0);
            k = stop;
        }
    }

    /// The next word after the chunk, in lower case, if it is short and stands in this part.
    std::string next_word() const {
        if (next_ >= end_ || text_[next_] != ' ') return {};
        const std::string_view rest = text_.substr(next_ + 1, std::min<std::size_t>(end_ - next_ - 1, 8));
        return lower_case(rest.substr(0, rest.find(' ')));
    }

    std::string_view contraction_parts_at(std::size_t begin, std::size_t end) const {
        std::array<char, 8> letters{};
        for (std::size_t k = begin; k < end; ++k) {
            letters[k - begin] = characters_[k].type == apostrophe ? '\'' : lower_ascii(code(k));
        }
        const std::string_view word(letters.data(), end - begin);
        if (word == "its" && end == size() && follows_its_for_it_is(next_word())) return "21";
        if (word == "im" && type(begin + 1) == upper) return {};
        if ((word == "hes" || word == "ive") && type(end - 1) == upper) return {};
        return contraction_parts(word);
    }

    std::string_view text_;
    std::size_t next_;
    std::size_t end_;
    std::vector<Character> characters_;  // the chunk's
    std::vector<std::size_t> offsets_;   // of the chunk's characters in `text_`, and where it ends
    bool has_at_ = false;
    bool has_colon_ = false;
    bool has_period_ = false;
    bool glued_ = false;         // the chunk goes on from one that was too long
    std::size_t quotation_ = 0;  // 1 + number of words before the open single quotation mark; 0 for none
    std::vector<Word> words_;
};

}  // namespace

std::vector<Word> tokenise(std::string_view text, Span part) { return Tokeniser(text, part).run(); }

}  // namespace newsgraph
