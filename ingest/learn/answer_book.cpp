#include "ingest/learn/answer_book.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "ingest/language/characters.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t same_prefix = 4;         // letters that make two words one word's forms
constexpr std::uint32_t min_cue_examples = 3;  // that words must stand for an answer in
constexpr double min_cue_share = 0.5;          // of the answer's examples, and of the words'

std::string squeezed(std::string_view answer) {
    std::string result;
    for (const char c : lower_case(answer)) {
        if (c != ' ' && c != '_' && c != '\t' && c != '\n' && c != '\r') result += c;
    }
    return result;
}

bool is_quoted(std::string_view answer) { return answer.size() > 1 && answer.front() == '"'; }

/// Without the quotation mark in front and the one that goes with it: `"100305.0"(minutes)` too.
std::string unquoted(std::string_view answer) {
    if (!is_quoted(answer)) return std::string(answer);
    std::string result(answer.substr(1));
    if (const std::size_t mark = result.find('"'); mark != std::string::npos) result.erase(mark, 1);
    return result;
}

std::string without_description(std::string_view answer) {
    const std::size_t open = answer.find('(');
    return open == std::string_view::npos || open == 0 ? std::string(answer)
                                                       : std::string(answer.substr(0, open));
}

bool is_value(const std::string& plain) {
    if (calendar_date(plain)) return true;
    const auto number = written_number(plain);
    return number &&
           (number->rest.empty() || number->rest.starts_with(" (") || number->rest.starts_with("("));
}

/// The answer's words, folded.
std::vector<std::string> words_of(std::string_view answer) {
    std::vector<std::string> words;
    std::string word;
    const auto take = [&] {
        if (std::string key = comparison_key(word); !key.empty()) words.push_back(std::move(key));
        word.clear();
    };
    for (const char c : answer) {
        if (c == ' ' || c == '_' || c == '-' || c == ',' || c == '(') {
            take();
        } else {
            word += c;
        }
    }
    take();
    return words;
}

bool are_alike(std::string_view a, std::string_view b) {
    if (a == b) return true;
    const std::size_t size = std::min({a.size(), b.size(), same_prefix});
    return size == same_prefix && a.substr(0, size) == b.substr(0, size);
}

/// Share of words that two names have in common, forms of one word counting: "Turkish", "Turkey": 1.
double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::size_t common = 0;
    for (const std::string& word : a)
        common +=
            std::ranges::any_of(b, [&word](const std::string& other) { return are_alike(word, other); });
    return static_cast<double>(common) / static_cast<double>(std::max(a.size(), b.size()));
}

std::string with_underscores(std::string text) {
    std::ranges::replace(text, ' ', '_');
    return text;
}

}  // namespace

bool same_answer(std::string_view a, std::string_view b) { return squeezed(a) == squeezed(b); }

void AnswerBook::add_sense(const std::string& key, const std::string& answer, bool is_exact,
                           Occurrence occurrence) {
    if (key.empty()) return;
    std::vector<Sense>& senses = senses_[key];
    auto found = std::ranges::find(senses, answer, &Sense::answer);
    if (found == senses.end()) {
        senses.push_back({answer, is_exact, {}});
        found = senses.end() - 1;
    }
    found->is_exact |= is_exact;
    found->occurrences.push_back(occurrence);
}

void AnswerBook::learn(std::uint32_t example, std::uint32_t relation, Side side, const std::string& answer,
                       const std::vector<Candidate>& candidates) {
    if (example != last_example_) {
        last_example_ = example;
        std::set<std::string> keys;
        for (const Candidate& candidate : candidates) keys.insert(candidate.key);
        for (const std::string& key : keys) ++key_examples_[key];
    }
    for (Forms* forms : {&forms_[{relation, side}], &all_forms_}) learn_forms(answer, candidates, *forms);
    const std::string plain = unquoted(answer);
    if (is_value(plain)) return;

    const Occurrence occurrence{example, relation, side};
    const std::string key = comparison_key(plain);
    const std::string short_key = comparison_key(without_description(plain));
    add_sense(key, answer, true, occurrence);
    if (short_key != key) add_sense(short_key, answer, true, occurrence);
    const bool is_named = std::ranges::any_of(candidates, [&](const Candidate& candidate) {
        return candidate.key == key || candidate.key == short_key;
    });
    if (is_named) return;

    const std::vector<std::string> words = words_of(without_description(plain));
    const Candidate* best = nullptr;
    double best_likeness = 0.4;
    for (const Candidate& candidate : candidates) {
        if (candidate.kind == CandidateKind::date || candidate.kind == CandidateKind::number) continue;
        const std::vector<std::string> others = words_of(candidate.text);
        if (others.empty() || words.empty()) continue;
        if (const double like = likeness(words, others); like > best_likeness) {
            best_likeness = like;
            best = &candidate;
        }
    }
    if (best != nullptr) {
        add_sense(best->key, answer, false, occurrence);
    } else {
        std::set<std::string> keys;
        for (const Candidate& candidate : candidates) {
            if (candidate.kind != CandidateKind::date && candidate.kind != CandidateKind::number)
                keys.insert(candidate.key);
        }
        unnamed_.push_back({answer, occurrence, {keys.begin(), keys.end()}});
    }
}

void AnswerBook::settle() {
    std::map<std::string, std::vector<const Unnamed*>> by_answer;
    for (const Unnamed& unnamed : unnamed_) by_answer[unnamed.answer].push_back(&unnamed);
    for (const auto& [answer, examples] : by_answer) {
        std::map<std::string, std::uint32_t> counts;
        for (const Unnamed* example : examples) {
            for (const std::string& key : example->keys) ++counts[key];
        }
        const std::string* cue = nullptr;
        double best = 0;
        for (const auto& [key, count] : counts) {
            const double of_answer = count / static_cast<double>(examples.size());
            const double of_key = count / static_cast<double>(key_examples_[key]);
            if (count < min_cue_examples || of_answer < min_cue_share || of_key < min_cue_share) continue;
            if (of_answer * of_key > best) {
                best = of_answer * of_key;
                cue = &key;
            }
        }
        if (cue == nullptr) continue;
        for (const Unnamed* example : examples) {
            if (std::ranges::find(example->keys, *cue) != example->keys.end())
                add_sense(*cue, answer, false, example->occurrence);
        }
    }
    unnamed_.clear();
}

void AnswerBook::learn_forms(const std::string& answer, const std::vector<Candidate>& candidates,
                             Forms& forms) const {
    const bool quoted = is_quoted(answer);
    const std::string plain = unquoted(answer);
    if (calendar_date(plain)) {
        for (std::size_t form = 0; form < date_form_count; ++form) {
            const bool fits = std::ranges::any_of(candidates, [&](const Candidate& candidate) {
                return candidate.kind == CandidateKind::date &&
                       date_text(candidate.date, static_cast<DateForm>(form)) == plain;
            });
            if (fits) ++forms.dates[form][quoted ? 1 : 0];
        }
    }
    if (const auto number = written_number(plain); number && is_value(plain)) {
        const std::string value = plain_number(number->digits);
        for (const Candidate& candidate : candidates) {
            if (candidate.kind != CandidateKind::number) continue;
            const auto written = written_number(candidate.text);
            if (!written || plain_number(written->digits) != value) continue;
            ++forms.number_rests[{quoted, number->rest}];
            if (value.find('.') == std::string::npos) ++forms.whole_numbers[number->has_point ? 1 : 0];
            break;
        }
    }
    if (is_value(plain)) return;
    ++forms.quotes[quoted ? 1 : 0];
    if (plain.find('_') != std::string::npos) ++forms.underscores[1];
    if (plain.find(' ') != std::string::npos) ++forms.underscores[0];
    const std::string key = comparison_key(plain);
    for (const Candidate& candidate : candidates) {
        if (candidate.key == key) {
            ++forms.endings[""];
            return;
        }
    }
    const std::string spaced = squeezed(plain);
    for (const Candidate& candidate : candidates) {
        const std::size_t size = candidate.text.size();
        if (size >= 3 && size < plain.size() && candidate.is_whole &&
            with_underscores(candidate.text) == with_underscores(plain.substr(0, size))) {
            ++forms.endings[plain.substr(size)];
            return;
        }
    }
}

const AnswerBook::Forms& AnswerBook::forms_of(std::uint32_t relation, Side side) const {
    const auto found = forms_.find({relation, side});
    return found == forms_.end() ? all_forms_ : found->second;
}

const AnswerBook::Sense* AnswerBook::best_sense(const std::string& key, std::uint32_t relation, Side side,
                                                std::uint32_t except) const {
    const auto found = senses_.find(key);
    if (found == senses_.end()) return nullptr;
    const Sense* best = nullptr;
    std::uint32_t best_score = 0;
    for (const Sense& sense : found->second) {
        std::uint32_t score = 0;
        for (const Occurrence& occurrence : sense.occurrences) {
            if (occurrence.example == except) continue;
            const bool same_side = occurrence.side == side;
            score += occurrence.relation == relation && same_side ? 100 : same_side ? 10 : 9;
        }
        if (sense.is_exact) score *= 2;
        if (score > best_score) {
            best_score = score;
            best = &sense;
        }
    }
    return best;
}

std::vector<Familiarity> AnswerBook::familiarity(const Candidate& candidate, std::size_t relations, Side side,
                                                 std::uint32_t except) const {
    std::vector<Familiarity> result(relations);
    const auto found = senses_.find(candidate.key);
    if (found == senses_.end()) return result;
    Familiarity all;
    for (const Sense& sense : found->second) {
        for (const Occurrence& occurrence : sense.occurrences) {
            if (occurrence.example == except) continue;
            ++all.anywhere;
            if (occurrence.side != side) continue;
            ++all.same_side;
            ++result[occurrence.relation].here;
        }
    }
    for (Familiarity& familiarity : result) {
        familiarity.same_side = all.same_side;
        familiarity.anywhere = all.anywhere;
    }
    return result;
}

std::string AnswerBook::answer(const Candidate& candidate, std::uint32_t relation, Side side,
                               std::uint32_t except) const {
    const Forms& forms = forms_of(relation, side);
    if (candidate.kind == CandidateKind::date) {
        for (const Forms* choice : {&forms, &all_forms_}) {
            std::uint32_t most = 0;
            std::pair<std::size_t, std::size_t> best;
            for (std::size_t form = 0; form < date_form_count; ++form) {
                for (const std::size_t quoted : {0U, 1U}) {
                    if (choice->dates[form][quoted] > most) {
                        most = choice->dates[form][quoted];
                        best = {form, quoted};
                    }
                }
            }
            if (most == 0) continue;
            const std::string text = date_text(candidate.date, static_cast<DateForm>(best.first));
            return best.second == 1 ? "\"" + text + "\"" : text;
        }
        return candidate.text;
    }
    if (candidate.kind == CandidateKind::number) {
        const auto number = written_number(candidate.text);
        if (!number || forms.number_rests.empty()) return candidate.text;
        const auto rest = std::ranges::max_element(
            forms.number_rests, [](const auto& a, const auto& b) { return a.second < b.second; });
        std::string digits = number->digits;
        if (plain_number(digits).find('.') == std::string::npos) {
            digits = plain_number(digits);
            if (forms.whole_numbers[1] > forms.whole_numbers[0]) digits += ".0";
        }
        const std::string mark = rest->first.first ? "\"" : "";
        return mark + digits + mark + rest->first.second;
    }
    if (const Sense* sense = best_sense(candidate.key, relation, side, except)) return sense->answer;
    std::string text = candidate.text;
    const Forms& spaces = forms.underscores[0] + forms.underscores[1] > 0 ? forms : all_forms_;
    if (spaces.underscores[1] > spaces.underscores[0]) text = with_underscores(std::move(text));
    std::uint32_t seen = 0;
    for (const auto& [ending, count] : forms.endings) seen += count;
    for (const auto& [ending, count] : forms.endings) {
        if (2 * count > seen) text += ending;
    }
    if (forms.quotes[1] > forms.quotes[0]) text = "\"" + text + "\"";
    return text;
}

}  // namespace newsgraph
