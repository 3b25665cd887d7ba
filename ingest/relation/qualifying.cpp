#include "ingest/relation/qualifying.hpp"

#include <algorithm>
#include <array>

namespace newsgraph {
namespace {

constexpr std::size_t max_values = 4;  // that fill one qualifier

bool fits(ValueKind kind, QualifierValue wanted) {
    switch (wanted) {
        case QualifierValue::date:
            return kind == ValueKind::date;
        case QualifierValue::amount:
            return kind == ValueKind::money || kind == ValueKind::percentage;
        case QualifierValue::measure:
            return kind == ValueKind::percentage || kind == ValueKind::score || kind == ValueKind::points ||
                   kind == ValueKind::factor || kind == ValueKind::number;
        default:
            return false;
    }
}

std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!space) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    return line;
}

/// Fills the qualifiers of one claim.
class Filler {
  public:
    Filler(const Reading& reading, const Clause& clause, const Clause* anchor, TokenIndex head,
           TokenIndex tail)
        : reading_(reading), clause_(clause), anchor_(anchor), head_(head), tail_(tail) {}

    void fill(const QualifierSource& source) {
        if (filled(source.name)) return;
        const std::size_t before = found_.size();
        switch (source.value) {
            case QualifierValue::date:
            case QualifierValue::amount:
            case QualifierValue::measure:
                fill_values(source);
                break;
            case QualifierValue::phrase:
            case QualifierValue::name:
            case QualifierValue::noun:
                for (const Place& place : source.from) {
                    fill_from(source, place);
                    if (found_.size() > before) break;
                }
                break;
        }
    }

    std::vector<FoundQualifier> result() && { return std::move(found_); }

  private:
    void add(const std::string& name, TokenRange tokens, std::string value, std::string normalized = {}) {
        if (value.empty()) return;
        const auto same = [&](const FoundQualifier& known) {
            return known.qualifier.name == name && known.qualifier.value == value;
        };
        if (std::ranges::any_of(found_, same)) return;
        found_.push_back({{name, std::move(value), std::move(normalized)}, tokens});
    }

    // --- dates, amounts, measures

    void fill_values(const QualifierSource& source) {
        std::vector<const Value*> values = of(clause_.predicate);
        if (anchor_ != nullptr) {
            for (const Value* value : of(anchor_->predicate)) values.push_back(value);
        }
        std::size_t count = 0;
        for (const Value* value : values) {
            if (!fits(value->kind, source.value) || count == max_values) continue;
            if (reading_.name_at(value->head) != nullptr) continue;  // "Muse 4", "the 2024 Games"
            add(source.name, value->tokens, value->text, value->normalized);
            ++count;
        }
    }

    std::vector<const Value*> of(TokenIndex predicate) const {
        return values_of(reading_.analysis, reading_.dependents, reading_.values, predicate);
    }

    // --- phrases, names, nouns

    void fill_from(const QualifierSource& source, const Place& place) {
        if (place.kind == Place::Kind::trigger) {
            if (clause_.kind != ClauseKind::noun) {
                take_doing(source);
            } else if (reading_.name_at(clause_.predicate) == nullptr) {
                take(source, clause_.predicate);
            }
            return;
        }
        std::size_t count = 0;
        const auto take_all = [&](const std::vector<Argument>& arguments) {
            for (const Argument& argument : arguments) {
                if (argument.head == head_ || argument.head == tail_) continue;
                for (const TokenIndex member :
                     coordinated(reading_.analysis, reading_.dependents, argument.head)) {
                    if (++count <= max_values) take(source, member);
                }
            }
        };
        // "X beat Y on A and Z on B": what stands with the tail itself comes first.
        take_from_phrase(source, place, tail_);
        if (filled(source.name)) return;
        take_all(arguments_at(clause_, place));
        if (!filled(source.name)) take_clauses(source, place, clause_.predicate);
        if (!filled(source.name) && anchor_ != nullptr) {
            take_all(arguments_at(*anchor_, place));
            if (!filled(source.name)) take_clauses(source, place, anchor_->predicate);
        }
        if (!filled(source.name)) take_from_phrase(source, place, head_);
    }

    bool filled(const std::string& name) const {
        return std::ranges::any_of(found_,
                                   [&](const FoundQualifier& known) { return known.qualifier.name == name; });
    }

    void take_from_phrase(const QualifierSource& source, const Place& place, TokenIndex noun) {
        if (place.kind != Place::Kind::oblique || place.preposition.empty()) return;
        if (place.preposition == "of" && source.name != "over") return;  // of what it is, not why
        const Clause* phrase = reading_.noun_clause(noun);
        if (phrase == nullptr) return;
        for (const Argument& argument : phrase->arguments) {
            if (argument.role == Role::oblique && argument.origin == Origin::own &&
                argument.preposition == place.preposition)
                take(source, argument.head);
        }
    }

    /// "fined for failing to …", "accused of closing …": a clause in the place of a phrase.
    void take_clauses(const QualifierSource& source, const Place& place, TokenIndex predicate) {
        if (source.value != QualifierValue::phrase || place.kind != Place::Kind::oblique) return;
        for (const TokenIndex child : reading_.dependents.of(predicate)) {
            if (reading_.analysis.tokens[child].deprel != Deprel::advcl) continue;
            for (const TokenIndex mark : reading_.dependents.of(child)) {
                const Token& token = reading_.analysis.tokens[mark];
                if (token.deprel != Deprel::mark || mark > child) continue;
                if (lower_form(reading_.analysis, mark) != place.preposition) continue;
                const TokenRange whole = subtree(child);
                const TokenRange words{mark + 1, std::max(whole.end, child + 1)};
                add(source.name, words, on_one_line(reading_.analysis.quote(words)));
            }
        }
    }

    TokenRange subtree(TokenIndex top) const {
        TokenRange range{top, top + 1};
        std::vector<TokenIndex> inside = {top};
        for (std::size_t next = 0; next < inside.size() && inside.size() < max_subtree; ++next) {
            for (const TokenIndex child : reading_.dependents.of(inside[next])) {
                if (reading_.analysis.tokens[child].deprel == Deprel::punct) continue;
                inside.push_back(child);
                range.begin = std::min(range.begin, child);
                range.end = std::max(range.end, child + 1);
                if (inside.size() == max_subtree) return range;
            }
        }
        return range;
    }

    /// "heads research", "chairs": a role told by a verb, with its object where that has no name.
    void take_doing(const QualifierSource& source) {
        TokenRange words{clause_.predicate, clause_.predicate + 1};
        for (const Argument& argument : clause_.arguments) {
            const Upos upos = reading_.analysis.tokens[argument.head].upos;
            const bool plain = argument.role == Role::object && argument.origin == Origin::own &&
                               upos == Upos::noun && argument.head > clause_.predicate &&
                               reading_.entities.referents(argument.head).empty();
            if (plain)
                words.end =
                    std::max(words.end, phrase_of(reading_.analysis, reading_.dependents, argument.head).end);
        }
        add(source.name, words, on_one_line(reading_.analysis.quote(words)));
    }

    void take(const QualifierSource& source, TokenIndex token) {
        const Value* value = value_at(reading_.values, token);
        if (value != nullptr && source.value != QualifierValue::noun &&
            (value->kind == ValueKind::date || value->kind == ValueKind::duration ||
             value->kind == ValueKind::percentage || value->kind == ValueKind::money))
            return;
        const Mention* name = reading_.name_at(token);
        switch (source.value) {
            case QualifierValue::name: {
                const std::vector<EntityId> ids = reading_.entities.referents(token);
                if (!ids.empty()) {
                    const std::string& text = reading_.entities.entities[index_of(ids.front())].name;
                    add(source.name, {token, token + 1}, text);
                }
                break;
            }
            case QualifierValue::noun: {
                const TokenRange words = bare_noun(token);
                add(source.name, words, on_one_line(reading_.analysis.quote(words)));
                break;
            }
            default: {
                if (name != nullptr && reading_.type_of(name->entity) == "place") return;
                const Upos upos = reading_.analysis.tokens[token].upos;
                if (upos == Upos::pron || upos == Upos::det) return;
                const TokenRange words =
                    name != nullptr ? name->tokens : phrase_of(reading_.analysis, reading_.dependents, token);
                add(source.name, words, on_one_line(reading_.analysis.quote(words)));
                break;
            }
        }
    }

    /// "chief executive" of "its former chief executive for Europe".
    TokenRange bare_noun(TokenIndex noun) const {
        TokenRange words{noun, noun + 1};
        while (words.begin > 0) {
            const Token& before = reading_.analysis.tokens[words.begin - 1];
            const bool hyphen = reading_.analysis.form(words.begin - 1) == "-";
            if (!hyphen && reading_.analysis.form(words.begin) == "-" && before.upos != Upos::punct) {
                --words.begin;  // "secretary-general"
                continue;
            }
            const bool belongs =
                hyphen || ((before.upos == Upos::noun || before.upos == Upos::adj) &&
                           (before.deprel == Deprel::compound || before.deprel == Deprel::amod));
            if (!belongs || reading_.name_at(words.begin - 1) != nullptr) break;
            if (before.head == no_token || before.head < words.begin - 1 || before.head >= words.end + 1)
                break;
            --words.begin;
        }
        // "head of research": what it is head of, where that has no name.
        for (const TokenIndex child : reading_.dependents.of(noun)) {
            if (child != noun + 2 || reading_.analysis.tokens[child].deprel != Deprel::nmod) continue;
            const bool named =
                reading_.name_at(child) != nullptr || !reading_.entities.referents(child).empty();
            if (!named && lower_form(reading_.analysis, noun + 1) == "of") words.end = child + 1;
        }
        // "former", "new" and the like say when, not what.
        while (words.begin < noun && says_when(lower_form(reading_.analysis, words.begin))) ++words.begin;
        return words;
    }

    static bool says_when(std::string_view word) {
        static constexpr std::array<std::string_view, 14> words = {
            "former", "new",      "then",    "late", "outgoing", "incoming", "first",
            "last",   "longtime", "current", "old",  "previous", "next",     "one-time"};
        return std::ranges::find(words, word) != words.end();
    }

    static constexpr std::size_t max_subtree = 64;

    const Reading& reading_;
    const Clause& clause_;
    const Clause* anchor_;
    const TokenIndex head_;
    const TokenIndex tail_;
    std::vector<FoundQualifier> found_;
};

}  // namespace

std::vector<Argument> arguments_at(const Clause& clause, const Place& place) {
    std::vector<Argument> found;
    if (place.kind != Place::Kind::role && place.kind != Place::Kind::oblique) return found;
    for (const Argument& argument : clause.arguments) {
        const bool fits = place.kind == Place::Kind::role
                              ? argument.role == place.role
                              : argument.role == Role::oblique && argument.preposition == place.preposition;
        if (fits) found.push_back(argument);
    }
    std::ranges::stable_sort(found, {},
                             [](const Argument& argument) { return argument.origin == Origin::shared; });
    return found;
}

std::vector<FoundQualifier> find_qualifiers(const Reading& reading, const Clause& clause,
                                            const Clause* anchor, const std::vector<QualifierSource>& sources,
                                            TokenIndex head, TokenIndex tail) {
    Filler filler(reading, clause, anchor, head, tail);
    for (const QualifierSource& source : sources) filler.fill(source);
    return std::move(filler).result();
}

}  // namespace newsgraph
