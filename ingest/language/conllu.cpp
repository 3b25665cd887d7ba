#include "ingest/language/conllu.hpp"

#include <array>
#include <charconv>
#include <ostream>
#include <vector>

#include "graph/error.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t column_count = 10;
using Row = std::array<std::string_view, column_count>;

std::uint32_t number(std::string_view digits, const std::string& where) {
    std::uint32_t value = 0;
    const auto [rest, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (problem != std::errc() || rest != digits.data() + digits.size()) {
        throw Error(where, "\"" + std::string(digits) + "\" is no number",
                    "columns 1 and 7 hold word numbers");
    }
    return value;
}

Row columns(std::string_view line, const std::string& where) {
    Row row;
    std::size_t count = 0;
    for (; count < column_count; ++count) {
        const std::size_t tab = line.find('\t');
        row[count] = line.substr(0, tab);
        if (tab == std::string_view::npos) {
            ++count;
            break;
        }
        line.remove_prefix(tab + 1);
    }
    if (count != column_count) throw Error(where, "fewer than ten columns", "separate them by tabs");
    return row;
}

/// The value of `key=` in MISC, e.g. "No" for SpaceAfter; empty if it is not there.
std::string_view misc_value(std::string_view misc, std::string_view key) {
    while (!misc.empty()) {
        const std::size_t bar = misc.find('|');
        const std::string_view part = misc.substr(0, bar);
        if (part.size() > key.size() && part.starts_with(key) && part[key.size()] == '=')
            return part.substr(key.size() + 1);
        if (bar == std::string_view::npos) break;
        misc.remove_prefix(bar + 1);
    }
    return {};
}

template <typename Tag>
Tag known(std::optional<Tag> tag, std::string_view name, const std::string& where) {
    if (!tag)
        throw Error(where, "tag \"" + std::string(name) + "\" is not known",
                    "use the tags of Universal Dependencies 2");
    return *tag;
}

/// Puts text and analysis together, a sentence at a time.
class Reader {
  public:
    explicit Reader(const std::string& name) : name_(name) {}

    void read(std::string_view conllu) {
        while (!conllu.empty()) {
            const std::size_t end = conllu.find('\n');
            std::string_view line = conllu.substr(0, end);
            conllu.remove_prefix(end == std::string_view::npos ? conllu.size() : end + 1);
            if (line.ends_with('\r')) line.remove_suffix(1);
            ++line_;
            take(line);
        }
        end_sentence();
    }

    AnnotatedText result() && {
        AnnotatedText annotated{std::move(text_), std::move(analysis_)};
        annotated.analysis.text = annotated.text;
        return annotated;
    }

  private:
    std::string where() const { return name_ + ":" + std::to_string(line_); }

    void take(std::string_view line) {
        if (line.empty()) return end_sentence();
        if (line.starts_with('#')) {
            if (line.starts_with("# newpar") || line.starts_with("# newdoc")) new_paragraph_ = true;
            return;
        }
        const Row row = columns(line, where());
        if (row[0].find('.') != std::string_view::npos) return;  // an empty node of the enhanced graph
        if (const std::size_t dash = row[0].find('-'); dash != std::string_view::npos) {
            joined_until_ = number(row[0].substr(dash + 1), where());
            joined_form_ = row[1];
            joined_space_ = misc_value(row[9], "SpaceAfter") != "No";
            joined_at_ = 0;
            return;
        }
        add_word(row);
    }

    void add_word(const Row& row) {
        if (heads_.empty()) begin_sentence();
        const std::uint32_t id = number(row[0], where());
        const bool joined = id <= joined_until_;
        std::string_view form = row[1];
        if (joined && joined_form_.substr(joined_at_, form.size()) != form) {
            // The words of a few contractions do not add up to it ("dunno"): share its characters out.
            form = id == joined_until_ ? joined_form_.substr(joined_at_) : joined_form_.substr(joined_at_, 1);
        }
        Token token;
        token.span = {text_.size(), form.size()};
        token.lemma = row[2];
        token.upos = known(upos_from(row[3]), row[3], where());
        token.xpos = row[4] == "_" ? Xpos::nn : known(xpos_from(row[4]), row[4], where());
        token.deprel = known(deprel_from(row[7]), row[7], where());
        token.continues_word = joined && joined_at_ > 0;
        text_ += form;
        if (joined) joined_at_ += form.size();
        const bool space =
            joined ? id == joined_until_ && joined_space_ : misc_value(row[9], "SpaceAfter") != "No";
        if (space) text_ += ' ';
        heads_.push_back(number(row[6], where()));
        add_name(misc_value(row[9], "NER"));
        analysis_.tokens.push_back(std::move(token));
    }

    void add_name(std::string_view tag) {
        const auto here = static_cast<TokenIndex>(analysis_.tokens.size());
        if (tag.size() < 3 || tag[1] != '-') return;
        const std::string_view type = tag.substr(2);
        const bool goes_on = tag[0] == 'I' && !analysis_.names.empty() &&
                             analysis_.names.back().tokens.end == here &&
                             analysis_.names.back().type == type && heads_.size() > 1;
        if (goes_on) {
            analysis_.names.back().tokens.end = here + 1;
        } else {
            analysis_.names.push_back({{here, here + 1}, std::string(type), 1});
        }
    }

    void begin_sentence() {
        if (new_paragraph_ && !analysis_.sentences.empty()) {
            while (text_.ends_with(' ')) text_.pop_back();
            text_ += "\n\n";
            ++paragraph_;
        }
        new_paragraph_ = false;
        first_ = static_cast<TokenIndex>(analysis_.tokens.size());
    }

    void end_sentence() {
        if (heads_.empty()) return;
        const auto end = static_cast<TokenIndex>(analysis_.tokens.size());
        for (TokenIndex i = first_; i < end; ++i) {
            const std::uint32_t head = heads_[i - first_];
            if (head > heads_.size())
                throw Error(where(), "head " + std::to_string(head) + " is not in the sentence above");
            analysis_.tokens[i].head = head == 0 ? no_token : first_ + head - 1;
        }
        analysis_.sentences.push_back({{first_, end}, analysis_.span({first_, end}), paragraph_, false});
        heads_.clear();
        joined_until_ = 0;
    }

    const std::string& name_;
    std::size_t line_ = 0;
    std::string text_;
    Analysis analysis_;
    std::vector<std::uint32_t> heads_;  // of the sentence at hand, as written
    TokenIndex first_ = 0;
    std::uint32_t paragraph_ = 0;
    bool new_paragraph_ = false;
    std::uint32_t joined_until_ = 0;  // a multiword token's last word
    std::string_view joined_form_;
    std::size_t joined_at_ = 0;
    bool joined_space_ = false;
};

}  // namespace

AnnotatedText read_conllu(std::string_view conllu, const std::string& name) {
    Reader reader(name);
    reader.read(conllu);
    return std::move(reader).result();
}

namespace {

/// The text with each white space as one blank, as a comment needs it.
std::string on_one_line(std::string_view text) {
    std::string line(text);
    for (char& c : line) {
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    }
    return line;
}

std::vector<std::string> name_tags(const Analysis& analysis) {
    std::vector<std::string> tags(analysis.tokens.size());
    for (const NameTag& name : analysis.names) {
        for (TokenIndex i = name.tokens.begin; i < name.tokens.end; ++i) {
            tags[i] = (i == name.tokens.begin ? "NER=B-" : "NER=I-") + name.type;
        }
    }
    return tags;
}

}  // namespace

void write_conllu(std::ostream& out, const Analysis& analysis) {
    const std::vector<std::string> names = name_tags(analysis);
    for (std::size_t s = 0; s < analysis.sentences.size(); ++s) {
        const Sentence& sentence = analysis.sentences[s];
        if (s == 0 || sentence.paragraph != analysis.sentences[s - 1].paragraph) out << "# newpar\n";
        out << "# sent_id = " << s + 1
            << "\n# text = " << on_one_line(analysis.text.substr(sentence.span.begin, sentence.span.size))
            << '\n';
        const auto space_after = [&](TokenIndex i) {
            return i + 1 == analysis.tokens.size() ||
                   analysis.tokens[i + 1].span.begin > analysis.tokens[i].span.end();
        };
        for (TokenIndex i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            const Token& token = analysis.tokens[i];
            const TokenIndex id = i - sentence.tokens.begin + 1;
            const auto continued = [&](TokenIndex j) {
                return j < sentence.tokens.end && analysis.tokens[j].continues_word;
            };
            const bool in_word = token.continues_word || continued(i + 1);
            if (in_word && !token.continues_word) {
                TokenIndex last = i;
                while (continued(last + 1)) ++last;
                out << id << '-' << id + last - i << '\t' << analysis.quote({i, last + 1})
                    << "\t_\t_\t_\t_\t_\t_\t_\t" << (space_after(last) ? "_" : "SpaceAfter=No") << '\n';
            }
            out << id << '\t' << analysis.form(i) << '\t' << (token.lemma.empty() ? "_" : token.lemma) << '\t'
                << to_string(token.upos) << '\t' << to_string(token.xpos) << "\t_\t"
                << (token.head == no_token ? 0 : token.head - sentence.tokens.begin + 1) << '\t'
                << to_string(token.deprel) << "\t_\t";
            const bool glued = !in_word && !space_after(i);
            if (!names[i].empty()) out << names[i] << (glued ? "|" : "");
            if (glued) out << "SpaceAfter=No";
            if (names[i].empty() && !glued) out << '_';
            out << '\n';
        }
        out << '\n';
    }
}

}  // namespace newsgraph
