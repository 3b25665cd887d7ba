#include "ingest/relation/qualifying.hpp"

#include <algorithm>
#include <array>

#include "ingest/relation/posts.hpp"
#include "ingest/relation/tree_queries.hpp"

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
            case QualifierValue::noun: {
                // A verb names a role only where nothing else does: "runs", after "as" and "an astronomer".
                const bool by_verb = source.value == QualifierValue::noun && clause_.kind == ClauseKind::verb;
                for (const Place& place : source.from) {
                    if (by_verb && place.kind == Place::Kind::trigger) continue;
                    fill_from(source, place);
                    if (found_.size() > before) return;
                }
                if (source.value != QualifierValue::noun) return;
                if (source.name == "role") describe_person(source);
                if (filled(source.name) || !by_verb) return;
                for (const Place& place : source.from) {
                    if (place.kind == Place::Kind::trigger) take_doing(source);
                }
                break;
            }
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
        if (source.value == QualifierValue::measure) {
            for (const Place& place : source.from) {
                take_values(source, values_at(place));
                if (filled(source.name)) return;
            }
        }
        std::vector<const Value*> values = clause_.gapped ? own_values() : of(clause_.predicate);
        if (anchor_ != nullptr) {
            for (const Value* value : of(anchor_->predicate)) values.push_back(value);
        }
        take_values(source, values);
        if (filled(source.name)) return;
        if (source.value == QualifierValue::amount) {
            // "its takeover of Bolt, for which it paid $5m"
            for (const TokenIndex noun : {clause_.predicate, tail_}) take_values(source, paid_for(noun));
        }
        if (!filled(source.name) && source.value == QualifierValue::date) take_values(source, of_event());
        if (!filled(source.name)) take_values(source, of_governors(source.value));
        if (!filled(source.name)) take_values(source, just_behind());
        if (!filled(source.name) && source.value == QualifierValue::measure)
            take_values(source, only_score());
    }

    /// The values that stand in a place: of "scored 71% on Quiz, against 68% for Nova" one is the object.
    std::vector<const Value*> values_at(const Place& place) const {
        std::vector<const Value*> values;
        for (const Argument& argument : arguments_at(clause_, place)) {
            if (const Value* value = value_at(reading_.values, argument.head)) values.push_back(value);
        }
        return values;
    }

    /// What is left of a clause without its verb has only the values that stand there.
    std::vector<const Value*> own_values() const {
        std::vector<const Value*> values;
        for (const Argument& argument : clause_.arguments) {
            const Value* value = value_at(reading_.values, argument.head);
            if (value != nullptr && argument.origin == Origin::own) values.push_back(value);
        }
        return values;
    }

    /// Dates of the verbs above ("agreed in March to buy Bolt"), amounts that they are about ("raised £5m
    /// from a group led by Bolt").
    std::vector<const Value*> of_governors(QualifierValue wanted) const {
        if (wanted == QualifierValue::measure) return {};
        constexpr int max_steps = 4;
        TokenIndex token = clause_.predicate;
        for (int step = 0; step < max_steps; ++step) {
            const Token& word = reading_.analysis.tokens[token];
            if (word.head == no_token) return {};
            const bool control = word.deprel == Deprel::xcomp;
            const bool phrase =
                word.deprel == Deprel::acl || word.deprel == Deprel::nmod || word.deprel == Deprel::obl;
            if (wanted == QualifierValue::date ? !control : !phrase) return {};
            token = word.head;
            if (reading_.analysis.tokens[token].upos != Upos::verb) continue;
            std::vector<const Value*> values = of(token);
            if (wanted == QualifierValue::amount) {
                std::erase_if(values, [&](const Value* value) {
                    return reading_.analysis.tokens[value->head].deprel != Deprel::obj;
                });
            }
            if (!values.empty() || wanted == QualifierValue::amount) return values;
        }
        return {};
    }

    /// The score of a match, where the sentence tells one alone.
    std::vector<const Value*> only_score() const {
        const TokenRange sentence = reading_.analysis.sentences[clause_.sentence].tokens;
        std::vector<const Value*> scores;
        auto value = std::ranges::lower_bound(reading_.values, sentence.begin, {},
                                              [](const Value& candidate) { return candidate.tokens.begin; });
        for (; value != reading_.values.end() && value->tokens.begin < sentence.end; ++value) {
            if (value->kind == ValueKind::score) scores.push_back(&*value);
        }
        return scores.size() == 1 ? scores : std::vector<const Value*>{};
    }

    void take_values(const QualifierSource& source, const std::vector<const Value*>& values) {
        std::size_t count = 0;
        for (const Value* value : values) {
            if (!fits(value->kind, source.value) || count == max_values) continue;
            if (reading_.name_at(value->head) != nullptr) continue;  // "Muse 4", "the 2024 Games"
            add(source.name, value->tokens, value->text, value->normalized);
            ++count;
        }
    }

    /// The price in a relative clause on a noun.
    std::vector<const Value*> paid_for(TokenIndex noun) const {
        for (const TokenIndex child : near_dependents(reading_.dependents, noun)) {
            if (reading_.analysis.tokens[child].deprel != Deprel::acl_relcl) continue;
            const std::string lemma = lower_lemma(reading_.analysis, child);
            if (lemma == "pay" || lemma == "cost" || lemma == "spend" || lemma == "value") return of(child);
        }
        return {};
    }

    /// When an event is, by the verb that it stands with: "will speak in July at the Forum, a congress in
    /// Rome"; when a work is from: "its report, a paper of 2022".
    std::vector<const Value*> of_event() const {
        if (reading_.analysis.tokens[head_].upos == Upos::verb) return {};
        const Mention* name = reading_.name_at(head_);
        if (name == nullptr) return {};
        const std::string& type = reading_.type_of(name->entity);
        const TokenIndex phrase = name->head;
        if (type == "work") {
            for (const TokenIndex child : near_dependents(reading_.dependents, phrase)) {
                if (reading_.analysis.tokens[child].deprel == Deprel::appos) return of(child);
            }
        }
        const TokenIndex governor = reading_.analysis.tokens[phrase].head;
        if (type != "event" || governor == no_token) return {};
        if (reading_.analysis.tokens[phrase].deprel != Deprel::obl) return {};
        return of(governor);
    }

    /// The value in a prepositional phrase right behind the claim's last word: "put £4m into Bolt in 2018",
    /// wherever the tree hangs it.
    std::vector<const Value*> just_behind() const {
        TokenIndex last = clause_.predicate;
        for (const TokenIndex token : {head_, tail_}) {
            const Mention* name = reading_.name_at(token);
            last = std::max(last, name != nullptr ? name->tokens.end - 1 : token);
        }
        const std::size_t sentence = reading_.analysis.sentence_of(last);
        const TokenIndex end = reading_.analysis.sentences[sentence].tokens.end;
        constexpr TokenIndex max_words = 3;  // a preposition, an article, the value
        TokenIndex token = last + 1;
        if (token >= end || reading_.analysis.tokens[token].upos != Upos::adp) return {};
        for (TokenIndex step = 0; step < max_words && token < end; ++step, ++token) {
            const auto at = std::ranges::lower_bound(reading_.values, token, {},
                                                     [](const Value& value) { return value.tokens.begin; });
            if (at != reading_.values.end() && at->tokens.begin == token) return {&*at};
            const Upos upos = reading_.analysis.tokens[token].upos;
            if (upos != Upos::adp && upos != Upos::det) return {};
        }
        return {};
    }

    std::vector<const Value*> of(TokenIndex predicate) const {
        return values_of(reading_.analysis, reading_.dependents, reading_.values, predicate);
    }

    // --- phrases, names, nouns

    void fill_from(const QualifierSource& source, const Place& place) {
        if (place.kind == Place::Kind::trigger) {
            if (clause_.kind != ClauseKind::noun) {
                take_doing(source);
            } else if (reading_.name_at(clause_.predicate) == nullptr && !is_figure_of_speech()) {
                take(source, clause_.predicate);
            }
            return;
        }
        std::size_t count = 0;
        const auto take_all = [&](const std::vector<Argument>& arguments) {
            for (const Argument& argument : arguments) {
                if (argument.head == head_ || argument.head == tail_) continue;
                // "sold to the Dutch club Acme": a body is no role.
                if (source.value == QualifierValue::noun && argument.preposition == "to" &&
                    !reading_.referents(argument.head, {"organization"}).empty())
                    continue;
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
        // "Ana Roe of Acme condemned": whose she is is not what for.
        if (!filled(source.name) && place.preposition != "of") take_from_phrase(source, place, head_);
        // "beats Bolt by 3% on Quiz": what hangs on the figure belongs to the verb.
        for (const Argument& argument : clause_.arguments) {
            const bool figure =
                argument.origin == Origin::own && value_at(reading_.values, argument.head) != nullptr;
            if (figure && !filled(source.name)) take_from_phrase(source, place, argument.head);
        }
        if (!filled(source.name) && place.kind == Place::Kind::role && place.role == Role::possessor)
            take_owner_of_post(source);
        if (!filled(source.name)) take_fronted(source, place);
        if (!filled(source.name)) take_behind_participle(source, place);
    }

    /// "poached Acme's head of sales, Ana Roe": whose head she was.
    void take_owner_of_post(const QualifierSource& source) {
        for (const Argument& argument : clause_.arguments) {
            if (argument.origin != Origin::own || argument.role != Role::object) continue;
            const Clause* post = reading_.noun_clause(argument.head);
            if (post == nullptr || reading_.name_at(argument.head) != nullptr) continue;
            for (const Argument& owner : post->arguments) {
                if (owner.role == Role::possessor && owner.origin == Origin::own) take(source, owner.head);
            }
        }
    }

    /// "took charge", "two goals from Ana Roe": nouns that name no post.
    bool is_figure_of_speech() const {
        static constexpr std::array<std::string_view, 17> nouns = {
            "charge", "helm",   "rein",    "reins",     "goal", "brace", "hat-trick", "trick", "header",
            "strike", "volley", "penalty", "equaliser", "side", "team",  "squad",     "winner"};
        return std::ranges::find(nouns, clause_.lemma) != nouns.end();
    }

    /// "On code, Ng said, it beats Bolt": a phrase in front that hangs on the reporting verb.
    void take_fronted(const QualifierSource& source, const Place& place) {
        const Token& predicate = reading_.analysis.tokens[clause_.predicate];
        if (source.value != QualifierValue::phrase || place.kind != Place::Kind::oblique) return;
        if (predicate.deprel != Deprel::ccomp || predicate.head == no_token) return;
        const TokenIndex begin = reading_.analysis.sentences[clause_.sentence].tokens.begin;
        for (const TokenIndex child : near_dependents(reading_.dependents, predicate.head)) {
            constexpr TokenIndex max_distance = 8;  // from the sentence's beginning
            const Deprel relation = reading_.analysis.tokens[child].deprel;
            if (child > predicate.head || child - begin > max_distance || relation != Deprel::obl) continue;
            if (preposition_of(reading_.analysis, reading_.dependents, child) == place.preposition)
                take(source, child);
        }
    }

    /// "sued Bolt in Ohio, alleging fraud", whichever way the tree hangs the participle.
    void take_behind_participle(const QualifierSource& source, const Place& place) {
        if (place.kind != Place::Kind::oblique || !place.preposition.ends_with("ing")) return;
        const TokenIndex end = reading_.analysis.sentences[clause_.sentence].tokens.end;
        constexpr TokenIndex max_distance = 16;
        constexpr TokenIndex max_noun_distance = 4;
        for (TokenIndex token = clause_.predicate + 1;
             token < end && token <= clause_.predicate + max_distance; ++token) {
            if (lower_form(reading_.analysis, token) != place.preposition) continue;
            for (TokenIndex noun = token + 1; noun < end && noun <= token + max_noun_distance; ++noun) {
                const Token& word = reading_.analysis.tokens[noun];
                const bool modifier = word.deprel == Deprel::compound || word.deprel == Deprel::amod;
                if (word.upos != Upos::noun || modifier) continue;
                return take(source, noun);
            }
            return;
        }
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
            // "sued Bolt, alleging fraud"
            if (lower_form(reading_.analysis, child) == place.preposition) {
                for (const TokenIndex object : near_dependents(reading_.dependents, child)) {
                    if (reading_.analysis.tokens[object].deprel == Deprel::obj) take(source, object);
                }
                continue;
            }
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
        for (const std::string_view plain :
             {"join", "rejoin", "work", "start", "move", "return", "be", "employ", "pay", "sign", "serve",
              "act", "study", "spend", "appear", "sit"}) {
            if (clause_.lemma == plain) return;  // tells no role
        }
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
             value->kind == ValueKind::percentage || value->kind == ValueKind::money ||
             value->kind == ValueKind::score))
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
                if (name != nullptr) return describe_person(source);
                if (is_no_post(lower_lemma(reading_.analysis, token))) return;
                const TokenRange words = bare_noun(token);
                add(source.name, words, on_one_line(reading_.analysis.quote(words)));
                break;
            }
            default: {
                if (name != nullptr && (reading_.type_of(name->entity) == "place" ||
                                        reading_.type_of(name->entity) == "person" ||
                                        reading_.type_of(name->entity) == "organization"))
                    return;
                const Upos upos = reading_.analysis.tokens[token].upos;
                if (upos == Upos::pron || upos == Upos::det) return;
                // "in stoppage time", "in the first half": when, not on what.
                const std::string lemma = lower_lemma(reading_.analysis, token);
                if (source.name == "on" && (lemma == "time" || lemma == "minute" || lemma == "half")) return;
                const TokenRange words =
                    name != nullptr ? name->tokens : phrase_of(reading_.analysis, reading_.dependents, token);
                if (reading_.analysis.form(words.begin) == "-") return;  // what is left of a score
                const TokenRange own = without_parties(without_time(words));
                add(source.name, own, on_one_line(reading_.analysis.quote(own)));
                break;
            }
        }
    }

    /// "ten years at Acme", "left the company": a time or a body, nothing that anybody is there.
    static bool is_no_post(std::string_view noun) {
        static constexpr std::array<std::string_view, 34> nouns = {
            "year",     "decade", "month",      "week",    "season",   "spell",    "stint",
            "time",     "career", "job",        "post",    "role",     "tenure",   "loan",
            "contract", "deal",   "company",    "firm",    "party",    "club",     "institute",
            "agency",   "goal",   "university", "bank",    "employer", "part",     "board",
            "way",      "result", "start-up",   "startup", "up",       "successor"};
        return std::ranges::find(nouns, noun) != nouns.end();
    }

    /// "chips" of "chips for Bolt" and "chips from Bolt", where Bolt is one of those whom the claim is about.
    TokenRange without_parties(TokenRange words) const {
        for (const TokenIndex party : {head_, tail_}) {
            if (!words.contains(party)) continue;
            for (TokenIndex token = party; token > words.begin; --token) {
                if (reading_.analysis.tokens[token].upos != Upos::adp) continue;
                words.end = token;
                break;
            }
        }
        return words;
    }

    /// "200,000 of its chips" of "200,000 of its chips over three years".
    TokenRange without_time(TokenRange words) const {
        for (TokenIndex token = words.begin + 1; token < words.end; ++token) {
            const auto at = std::ranges::lower_bound(reading_.values, token, {},
                                                     [](const Value& value) { return value.tokens.begin; });
            if (at == reading_.values.end() || at->tokens.end > words.end) break;
            const bool time = at->kind == ValueKind::date || at->kind == ValueKind::duration;
            const TokenIndex before = at->tokens.begin - 1;
            if (time && at->tokens.end == words.end && before > words.begin) {
                const bool marked = reading_.analysis.tokens[before].upos == Upos::adp;
                return {words.begin, marked ? before : at->tokens.begin};
            }
            token = at->tokens.end - 1;
        }
        return words;
    }

    // --- roles

    /// "astronomer" in "Ng, an astronomer who works at Acme", "referee" in "the referee, Ng".
    void describe_person(const QualifierSource& source) {
        for (const TokenIndex person : {head_, tail_}) {
            if (filled(source.name)) return;
            const Mention* name = reading_.name_at(person);
            if (name == nullptr) {
                if (is_description(person) && !is_elsewhere(person) &&
                    !reading_.referents(person, {"person"}).empty())
                    take(source, person);
                continue;
            }
            if (reading_.type_of(name->entity) != "person") continue;
            const Token& head = reading_.analysis.tokens[name->head];
            if (head.deprel == Deprel::appos && head.head != no_token && is_description(head.head)) {
                if (!is_elsewhere(head.head)) take(source, head.head);
                continue;
            }
            for (const TokenIndex child : near_dependents(reading_.dependents, name->head)) {
                const Deprel relation = reading_.analysis.tokens[child].deprel;
                const bool described = relation == Deprel::appos || relation == Deprel::nmod_desc ||
                                       (relation == Deprel::compound && child < name->tokens.begin);
                if (described && !name->tokens.contains(child) && is_description(child)) {
                    if (!is_elsewhere(child)) take(source, child);
                    break;
                }
            }
        }
    }

    /// "Ana, an Acme engineer, runs Bolt": what she is at Acme is no role at Bolt.
    bool is_elsewhere(TokenIndex description) const {
        const Clause* noun = reading_.noun_clause(description);
        if (noun == nullptr) return false;
        std::vector<EntityId> bodies;
        for (const Referent& body : reading_.referents(tail_, {})) bodies.push_back(body.entity);
        return is_of_other_body(reading_, *noun, bodies);
    }

    /// A common noun that is no kinship: "her brother" is no role.
    bool is_description(TokenIndex noun) const {
        if (reading_.analysis.tokens[noun].upos != Upos::noun || reading_.name_at(noun) != nullptr)
            return false;
        const std::string lemma = lower_lemma(reading_.analysis, noun);
        if (lemma == "person" || lemma == "man" || lemma == "woman" || lemma == "people") return false;
        for (const std::size_t trigger : reading_.ontology.evoked_by(ClauseKind::noun, lemma)) {
            const std::size_t relation = reading_.ontology.triggers()[trigger].relation;
            if (reading_.ontology.relations()[relation].symmetric) return false;
        }
        return true;
    }

    /// "chief executive" of "its former chief executive for Europe", "head of research".
    TokenRange bare_noun(TokenIndex noun) const {
        const std::vector<Token>& tokens = reading_.analysis.tokens;
        TokenRange words{noun, noun + 1};
        const auto is_word = [&](TokenIndex token) {
            return (tokens[token].upos == Upos::noun || tokens[token].upos == Upos::adj) &&
                   reading_.name_at(token) == nullptr;
        };
        // "chief executive", where the tree hangs both on "became".
        if (words.end < tokens.size() && is_word(words.end) &&
            (tokens[words.end].head == noun || (tokens[words.end].head == tokens[noun].head &&
                                                tokens[words.end].deprel == tokens[noun].deprel))) {
            ++words.end;
        }
        while (words.begin > 0) {
            TokenIndex before = words.begin - 1;
            const bool hyphen = before > 0 && reading_.analysis.form(before) == "-";
            if (hyphen) --before;
            const Deprel relation = tokens[before].deprel;
            const bool belongs =
                is_word(before) && (hyphen || relation == Deprel::compound || relation == Deprel::amod ||
                                    relation == Deprel::nmod_unmarked);
            if (!belongs || says_when(lower_form(reading_.analysis, before))) break;
            // "a 20-year veteran"
            const bool counted = before > 1 && reading_.analysis.form(before - 1) == "-" &&
                                 tokens[before - 2].upos == Upos::num;
            if (counted) break;
            if (!hyphen && (tokens[before].head == no_token || tokens[before].head <= before ||
                            tokens[before].head >= words.end)) {
                break;
            }
            words.begin = before;
        }
        // "head of research": what it is of, where that is no name.
        for (const TokenIndex child : near_dependents(reading_.dependents, noun)) {
            const bool near = child > noun && child <= noun + 4;
            if (!near || tokens[child].deprel != Deprel::nmod || tokens[child].upos != Upos::noun) continue;
            if (child == head_ || child == tail_ || reading_.name_at(child) != nullptr) continue;
            if (preposition_of(reading_.analysis, reading_.dependents, child) != "of") continue;
            if (!reading_.entities.referents(child).empty()) continue;
            // "leader of the Acme group"
            if (reading_.name_at(child - 1) != nullptr) continue;
            words.end = std::max(words.end, child + 1);
        }
        return words;
    }

    /// Of a role that was or will be, the role is the rest: "former ambassador".
    static bool says_when(std::string_view word) {
        static constexpr std::array<std::string_view, 18> words = {
            "former",   "ex",       "new",  "then",     "late",      "outgoing",
            "incoming", "first",    "last", "longtime", "long-time", "current",
            "old",      "previous", "next", "future",   "one-time",  "onetime"};
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
