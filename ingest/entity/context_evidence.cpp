#include "ingest/entity/context_evidence.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/language/exponential.hpp"

namespace newsgraph {
namespace {

// On the scale of type_evidence.hpp.
constexpr float title_weight = 7.0F;
constexpr float tagger_weight = 3.0F;       // times its share of belief in the type
constexpr float tagger_temperature = 2.0F;  // it is surer of names that it has not seen than it should be
constexpr float described_weight = 5.0F;
constexpr float named_weight = 6.0F;  // "a tool named X"
constexpr float place_preposition_weight = 2.6F;
constexpr float based_in_weight = 4.5F;  // "based in X", "X-based"
constexpr float employer_weight = 5.5F;  // "works at X"
constexpr float possession_weight = 2.4F;
constexpr float verb_weight = 2.0F;
constexpr float post_weight = 6.0F;
constexpr float following_weight = 2.6F;
constexpr float pronoun_weight = 3.0F;
constexpr float quoted_weight = 4.0F;
constexpr float titled_weight = 2.5F;  // "The" within a sentence
constexpr int min_sport_words = 6;     // nouns of sport in a text that is about it
constexpr auto no_type = static_cast<TypeId>(max_type_count);

bool is_comma(std::string_view form) { return form == ","; }

class ContextEvidence : private NamedDocumentReader {
  public:
    explicit ContextEvidence(NamedDocument& document) : NamedDocumentReader(document) {}

    /// What the words around one mention say.
    void context_evidence(NameForm& form, const NameSpan& span) {
        TypeEvidence& evidence = form.evidence;
        const TokenRange tokens = span.tokens;
        const TokenIndex head = head_of(span);
        const std::size_t sentence_place = analysis_.sentence_of(tokens.begin);
        const TokenRange sentence = analysis_.sentences[sentence_place].tokens;
        if (!analysis_.name_scores.empty())
            scored(evidence, span);
        else if (span.tag)
            tagged(evidence, span);
        if (span.title != no_token) {
            evidence.add(EvidenceKind::title, TypeId::person, title_weight);
            for (TokenIndex i = span.title + 1; i-- > sentence.begin && i + 4 > span.title;) {
                if (!facts_.form(i).is(title_word) && i != span.title) break;
                if (facts_.form(i).is(female_word)) form.genders |= 1U;
                if (facts_.form(i).is(male_word)) form.genders |= 2U;
            }
        }
        if (span.quoted) {
            evidence.add(EvidenceKind::quoted, TypeId::work, quoted_weight);
        }
        if (sport_words_ >= min_sport_words || tells_result(tokens, head, sentence) ||
            scores_for(tokens, head, sentence))
            side(form, tokens, head, sentence);
        // A league is a body; in reports on sport it is what clubs play in.
        if (sport_words_ >= min_sport_words && tokens.size() > 1 &&
            facts_.form(tokens.end - 1).of(WordClass::last_word).contains(TypeId::event))
            evidence.add(EvidenceKind::following, TypeId::event, 3.0F);
        described(evidence, tokens, head, sentence);
        around(evidence, tokens, head, sentence);
        governed(evidence, tokens, head, sentence);
    }

  private:
    /// "Italy beat Wales 2-1", "in the final": a score or a match, and a name that wins or loses by it.
    bool tells_result(TokenRange tokens, TokenIndex head, TokenRange sentence) const {
        const TokenIndex governor = analysis_.tokens[head].head;
        if (governor == no_token) return false;
        static constexpr std::array<std::string_view, 16> results = {
            "beat", "thrash", "defeat", "draw",    "lose",  "win",  "edge", "rout",
            "pip",  "hammer", "crush",  "trounce", "knock", "down", "sink", "stun"};
        if (std::ranges::find(results, analysis_.tokens[governor].lemma) == results.end()) return false;
        constexpr TokenIndex max_distance = 12;  // of the score and the verb from the name
        if (governor + max_distance < tokens.begin) return false;
        const TokenIndex last = std::min<TokenIndex>(sentence.end, tokens.end + max_distance);
        static constexpr std::array<std::string_view, 12> matches = {
            "final",    "semi-final", "semifinal", "quarter-final", "quarterfinal", "qualifier",
            "friendly", "play-off",   "playoff",   "match",         "shoot-out",    "shootout"};
        for (TokenIndex i = std::min(tokens.end, governor); i < last; ++i) {
            const Token& word = analysis_.tokens[i];
            if (word.upos == Upos::noun && std::ranges::find(matches, word.lemma) != matches.end())
                return true;
            if (i + 2 >= last) continue;
            const std::string_view mark = analysis_.form(i + 1);
            const bool joined = !facts_.after_space(i + 1) && !facts_.after_space(i + 2);
            if (joined && facts_.shape(i).is_number && facts_.shape(i + 2).is_number &&
                (is_dash(mark) || mark == "\xE2\x80\x93") && analysis_.form(i).size() < 4)
                return true;
        }
        return false;
    }

    /// "headed the winner for Norway"
    bool scores_for(TokenRange tokens, TokenIndex head, TokenRange sentence) const {
        if (tokens.begin == sentence.begin || analysis_.form(tokens.begin - 1) != "for") return false;
        static constexpr std::array<std::string_view, 8> verbs = {"score", "head", "net",  "bat",
                                                                  "bowl",  "play", "keep", "equalise"};
        TokenIndex at = head;
        for (int step = 0; step < 3; ++step) {
            at = analysis_.tokens[at].head;
            if (at == no_token) return false;
            if (analysis_.tokens[at].upos == Upos::verb)
                return std::ranges::find(verbs, analysis_.tokens[at].lemma) != verbs.end();
        }
        return false;
    }

    static bool is_dash(std::string_view form) { return form == "-" || form == "\xE2\x80\x90"; }

    /// In reports on sport a town or a country is mostly its side, but for "in Lisbon" and "of Lisbon".
    void side(NameForm& form, TokenRange tokens, TokenIndex head, TokenRange sentence) {
        TypeSet known;
        for (const EntryId entry : form.known) known |= gazetteer_.type(entry);
        if (!known.contains(TypeId::place)) return;
        bool located = false;
        for (TokenIndex i = tokens.begin; i > sentence.begin && i + 3 > tokens.begin; --i) {
            const std::string small = folded(analysis_.form(i - 1));
            if (gazetteer_.word(small).of(WordClass::before).contains(TypeId::place) || small == "of")
                located = true;
            if (!(small == "the" || small == "a" || small == "an")) break;
        }
        if (located) {
            form.evidence.add(EvidenceKind::preposition, TypeId::place, 2.0F);
            return;
        }
        if (known.contains(TypeId::organization)) {
            form.evidence.add(EvidenceKind::verb, TypeId::organization, 3.0F);
            return;
        }
        // A country: "the Italy midfielder", "ran for Ghana", "beat Spain".
        // But "the Lisbon club" lies in Lisbon.
        const bool lies_there = tokens.end < sentence.end && (analysis_.tokens[tokens.end].lemma == "club" ||
                                                              analysis_.tokens[tokens.end].lemma == "outfit");
        const bool plays = tokens.end < sentence.end && !lies_there && facts_.after_space(tokens.end) &&
                           (facts_.lemma(tokens.end).is(sport_word) ||
                            facts_.form(tokens.end).of(WordClass::following).contains(TypeId::organization));
        bool for_side = false;
        if (tokens.begin > sentence.begin) {
            const std::string small = folded(analysis_.form(tokens.begin - 1));
            for_side =
                small == "for" || small == "against" || small == "over" ||
                ((small == "to" || small == "with" || small == "by") && tells_result(tokens, head, sentence));
        }
        const TokenIndex governor = analysis_.tokens[head].head;
        const bool beaten = governor != no_token && (analysis_.tokens[governor].lemma == "beat" ||
                                                     tells_result(tokens, head, sentence));
        if (plays || for_side || beaten) form.evidence.add(EvidenceKind::verb, TypeId::organization, 9.0F);
    }

    /// How far the learned tagger believes in each type, for any name, whatever it made of it in the end.
    void scored(TypeEvidence& evidence, const NameSpan& span) {
        const std::size_t types = analysis_.name_scores.types.size();
        std::vector<float> shares(types, 0.0F);
        for (TokenIndex i = span.tokens.begin; i < span.tokens.end; ++i) {
            const std::span<const float> scores = analysis_.name_scores.of(i);
            if (scores.empty()) continue;
            const bool later = i > span.tokens.begin;
            for (std::size_t t = 0; t < types; ++t) shares[t] += scores[2 * t + (later ? 1 : 0)];
        }
        const float highest = *std::max_element(shares.begin(), shares.end());
        float sum = 0;
        for (float& share : shares) sum += share = exponential((share - highest) / tagger_temperature);
        const bool found_so = span.tag && span.tag->tokens == span.tokens;
        const bool lone = span.tokens.size() == 1 && !facts_.form(span.tokens.begin).is(first_name);
        for (std::size_t t = 0; t < types; ++t) {
            const float share = shares[t] / sum;
            const TypeId type = tagger_type(t);
            if (share < 0.03F || type == no_type) continue;
            float weight = found_so ? tagger_weight : 0.5F * tagger_weight;
            // Of single words that it has not seen the tagger says "person" or "place" for their capital
            // alone.
            if (lone && (type == TypeId::person || type == TypeId::place)) weight *= 0.6F;
            if (type == TypeId::work && opens_speech(span)) weight *= 0.2F;
            evidence.add(EvidenceKind::tagged, type, weight * share);
        }
    }

    /// "Acme is lying," says Ana: a quotation that goes on behind the name is not called by it.
    bool opens_speech(const NameSpan& span) const {
        if (span.quoted || span.tokens.begin == 0 || span.tokens.end >= analysis_.tokens.size()) return false;
        return opens_quotation(analysis_.form(span.tokens.begin - 1)) &&
               !closes_quotation(analysis_.form(span.tokens.end)) && analysis_.form(span.tokens.end) != ",";
    }

    /// The type that the tagger has at that place; `no_type` if the gazetteer lacks it.
    TypeId tagger_type(std::size_t place) const {
        const std::string& name = analysis_.name_scores.types[place];
        for (std::size_t t = 0; t < guide_type_count; ++t) {
            if (gazetteer_.type_name(static_cast<TypeId>(t)) == name) return static_cast<TypeId>(t);
        }
        return no_type;
    }

    void tagged(TypeEvidence& evidence, const NameSpan& span) {
        const NameTag& tag = *span.tag;
        TypeId type{};
        bool found = false;
        for (std::size_t t = 0; t < guide_type_count && !found; ++t) {
            if (gazetteer_.type_name(static_cast<TypeId>(t)) == tag.type) {
                type = static_cast<TypeId>(t);
                found = true;
            }
        }
        if (!found) return;
        const bool same = tag.tokens == span.tokens;
        const bool same_end = tag.tokens.end == span.tokens.end;
        float weight = tagger_weight;
        // Of single words that it has not seen the tagger says "person" or "place" for their capital alone.
        if (span.tokens.size() == 1 && (type == TypeId::person || type == TypeId::place) &&
            !facts_.form(span.tokens.begin).is(first_name))
            weight *= 0.45F;
        else if (type == TypeId::person && !facts_.form(span.tokens.begin).is(first_name))
            weight *= 0.75F;
        // A product with a version number, where the text is on language models, is mostly one.
        if (type == TypeId::product && model_words_ >= 2) {
            bool digit = false;
            for (TokenIndex i = span.tokens.begin; i < span.tokens.end; ++i)
                digit = digit || facts_.shape(i).has_digit;
            if (digit) weight *= 0.4F;
        }
        evidence.add(EvidenceKind::tagged, type,
                     weight * tag.probability *
                         (same       ? 1.0F
                          : same_end ? 0.6F
                                     : 0.3F));
    }

    void describe(TypeEvidence& evidence, TokenIndex noun, float weight) {
        const Token& token = analysis_.tokens[noun];
        if (token.upos != Upos::noun && token.upos != Upos::propn && token.upos != Upos::adj) return;
        if (token.upos == Upos::propn && span_at_[noun] != no_span) return;
        TypeSet types = facts_.lemma(noun).of(WordClass::noun);
        // "start-up", "spin-off"
        if (noun >= 2 && analysis_.form(noun - 1) == "-" && !facts_.after_space(noun))
            types |=
                gazetteer_.word(folded(analysis_.form(noun - 2)) + '-' + token.lemma).of(WordClass::noun);
        if (types.empty()) return;
        const std::string& lemma = token.lemma;
        // Of a company as of what it makes or who leads it.
        static constexpr std::string_view loose[] = {"rival",     "competitor",  "giant",       "newcomer",
                                                     "incumbent", "upstart",     "leader",      "champion",
                                                     "successor", "predecessor", "counterpart", "challenger"};
        if (std::find(std::begin(loose), std::end(loose), lemma) != std::end(loose))
            weight = std::min(weight, 1.5F);
        // "its rival X": a thing's rival is a thing.
        if (lemma == "rival" || lemma == "competitor") {
            for (TokenIndex i = noun; i-- > 0 && i + 4 > noun;) {
                const std::string small = folded(analysis_.form(i));
                if (small == "its") evidence.add(EvidenceKind::described, TypeId::organization, 2.5F);
                if (small == "its" || analysis_.tokens[i].upos == Upos::verb) break;
            }
        }
        if (types.contains(TypeId::model) &&
            (lemma == "model" || lemma == "system" || lemma == "assistant") && model_words_ < 2 &&
            !is_model_of_language(noun)) {
            // "its electric model": a car, where the text is not on language models.
            evidence.add(EvidenceKind::described, TypeId::product, weight);
            return;
        }
        // "a blood test called X", "its X office suite": a thing, where the text is not on models.
        if (types == TypeSet(TypeId::benchmark) && is_loose_test(lemma) && model_words_ < 2)
            types = TypeId::product;
        // "its owner X" is a body as often as a person; "its captain X" is none.
        if (types.contains(TypeId::person) && facts_.lemma(noun).is(role_noun) && types.size() > 1 &&
            !types.contains(TypeId::organization)) {
            evidence.add(EvidenceKind::described, TypeId::person, weight);
            return;
        }
        evidence.add(EvidenceKind::described, types, weight);
    }

    /// Of models as of much else.
    static bool is_loose_test(std::string_view noun) { return noun == "test" || noun == "suite"; }

    /// "a language model", "an open-weight model", "an AI model", whatever the text is on.
    bool is_model_of_language(TokenIndex noun) const {
        for (TokenIndex i = noun; i-- > 0 && i + 5 > noun;) {
            const Upos tag = analysis_.tokens[i].upos;
            if (tag == Upos::verb || tag == Upos::det) return false;
            if (facts_.lemma(i).is(model_word) || analysis_.form(i) == "AI") return true;
        }
        return false;
    }

    /// Nouns that say what the name is: appositions, predicates, "a tool named X", "the insurer X".
    void described(TypeEvidence& evidence, TokenRange tokens, TokenIndex head, TokenRange sentence) {
        const Token& token = analysis_.tokens[head];
        const TokenIndex governor = token.head;
        if (governor != no_token && (token.deprel == Deprel::appos || token.deprel == Deprel::flat) &&
            !tokens.contains(governor))
            describe(evidence, governor, described_weight);
        for (const TokenIndex dependent : dependents(head)) {
            if (tokens.contains(dependent)) continue;
            const Deprel relation = analysis_.tokens[dependent].deprel;
            if (relation == Deprel::appos) describe(evidence, dependent, described_weight);
            if (relation == Deprel::nmod_desc ||
                (relation == Deprel::compound && dependent + 1 == tokens.begin))
                describe(evidence, dependent, described_weight);
        }
        if (governor != no_token && token.deprel == Deprel::nsubj) {
            for (const TokenIndex dependent : dependents(governor)) {
                if (analysis_.tokens[dependent].deprel == Deprel::cop) {
                    describe(evidence, governor, described_weight);
                    break;
                }
            }
        }
        if (tokens.begin > sentence.begin) {
            const TokenIndex before = tokens.begin - 1;
            const Token& previous = analysis_.tokens[before];
            // "the insurer X": a noun in the singular right before it.
            if (previous.upos == Upos::noun && previous.xpos == Xpos::nn && previous.deprel != Deprel::obj &&
                facts_.after_space(tokens.begin))
                describe(evidence, before, described_weight);
            // "the start-up X", whatever the tagger makes of the "up"
            if (before > sentence.begin + 1 && analysis_.form(before - 1) == "-" &&
                !facts_.after_space(before) && previous.upos != Upos::noun)
                evidence.add(EvidenceKind::described,
                             gazetteer_.word(folded(analysis_.form(before - 2)) + '-' + previous.lemma)
                                 .of(WordClass::noun),
                             described_weight);
            named(evidence, before, sentence);
            // "his second film, The Salt Road,": a title's article has a capital.
            const bool article_before = analysis_.form(before) == "The" && before > sentence.begin;
            const bool titled = article_before || analysis_.form(tokens.begin) == "The";
            const TokenIndex comma = article_before ? before - 1 : before;
            if (analysis_.form(tokens.begin) == "The")
                evidence.add(EvidenceKind::quoted, TypeId::work, titled_weight);
            if (is_comma(analysis_.form(comma)) && comma > sentence.begin + 1 &&
                analysis_.tokens[comma - 1].upos == Upos::noun) {
                // "its founder, X," and "the maker of Z, X": the tree says it better, where it is right.
                // "his wife, X,"
                const bool own = analysis_.tokens[comma - 2].xpos == Xpos::prp_poss;
                describe(evidence, comma - 1, own || titled ? title_weight : 1.0F);
            }
        }
        // "Acmezumab, made by Bolt,"
        if (tokens.end + 2 < sentence.end && is_comma(analysis_.form(tokens.end)) &&
            analysis_.tokens[tokens.end + 1].xpos == Xpos::vbn && analysis_.form(tokens.end + 2) == "by" &&
            is_made(analysis_.tokens[tokens.end + 1].lemma))
            evidence.add(EvidenceKind::described, model_words_ >= 2 ? made_things : TypeSet(TypeId::product),
                         described_weight);
        // "The Long Hill, by Ann Lee,"
        if (tokens.end + 3 < sentence.end && is_comma(analysis_.form(tokens.end)) &&
            analysis_.form(tokens.end + 1) == "by" && span_at_[tokens.end + 2] != no_span &&
            facts_.form(tokens.end + 2).is(first_name))
            evidence.add(EvidenceKind::described, TypeId::work, described_weight);
        // "X, the Swedish maker of …", "X (a bank)"
        if (tokens.end + 2 < sentence.end) {
            const std::string_view mark = analysis_.form(tokens.end);
            if (is_comma(mark) || mark == "(" || mark == "\xE2\x80\x94" || mark == "-") {
                const TokenIndex determiner = tokens.end + 1;
                const Token& next = analysis_.tokens[determiner];
                if (next.upos == Upos::det || (next.upos == Upos::pron && next.xpos == Xpos::prp_poss))
                    first_noun_after(evidence, determiner + 1, sentence);
                // "X, head of Acme", "X, maker of shoes"
                else if (next.upos == Upos::noun && determiner + 1 < sentence.end &&
                         (analysis_.form(determiner + 1) == "of" || analysis_.form(determiner + 1) == "at"))
                    describe(evidence, determiner, described_weight);
            }
        }
    }

    static bool is_made(std::string_view verb) {
        return verb == "make" || verb == "develop" || verb == "manufacture" || verb == "market" ||
               verb == "sell" || verb == "design";
    }

    void first_noun_after(TypeEvidence& evidence, TokenIndex from, TokenRange sentence) {
        for (TokenIndex i = from; i < sentence.end && i < from + 7; ++i) {
            const Token& token = analysis_.tokens[i];
            if (token.upos == Upos::noun) {
                const bool more = i + 1 < sentence.end && (analysis_.tokens[i + 1].upos == Upos::noun);
                const bool possessive = i + 1 < sentence.end && analysis_.tokens[i + 1].xpos == Xpos::pos;
                const bool joined = i + 1 < sentence.end && analysis_.form(i + 1) == "-";
                if (more || possessive || joined) continue;
                describe(evidence, i, described_weight);
                return;
            }
            if (token.upos == Upos::verb && token.xpos != Xpos::vbn && token.xpos != Xpos::vbg) return;
            if (token.upos == Upos::adp ||
                (token.upos == Upos::punct && analysis_.form(i) != "-" && analysis_.form(i) != ","))
                return;
        }
    }

    /// "a magnetometer named X", "known as X", "under the name X", "a material it calls X"
    void named(TypeEvidence& evidence, TokenIndex before, TokenRange sentence) {
        TokenIndex verb = before;
        const auto is_quote = [&](TokenIndex i) {
            return analysis_.tokens[i].upos == Upos::punct && analysis_.form(i) != "," &&
                   analysis_.form(i) != ".";
        };
        if (is_quote(verb) && verb > sentence.begin) --verb;
        if (analysis_.form(verb) == "as" && verb > sentence.begin) --verb;
        const std::string& lemma = analysis_.tokens[verb].lemma;
        if (lemma != "name" && lemma != "call" && lemma != "dub" && lemma != "know" && lemma != "codename" &&
            lemma != "christen" && lemma != "title" && lemma != "entitle")
            return;
        // "named" of a thing is a participle; in "Acme named Ann Lee chief" the verb has a subject before it.
        if (analysis_.tokens[verb].xpos == Xpos::vbd && span_at_[verb == 0 ? 0 : verb - 1] != no_span) return;
        for (TokenIndex i = verb; i-- > sentence.begin && i + 6 > verb;) {
            const Upos tag = analysis_.tokens[i].upos;
            if (tag == Upos::noun) {
                describe(evidence, i, named_weight);
                return;
            }
            if (span_at_[i] != no_span || tag == Upos::verb) return;
        }
    }

    /// Words right before and after.
    void around(TypeEvidence& evidence, TokenRange tokens, TokenIndex head, TokenRange sentence) {
        if (tokens.end < sentence.end) {
            const std::string_view next = analysis_.form(tokens.end);
            const Token& token = analysis_.tokens[tokens.end];
            if (next == "-" && !facts_.after_space(tokens.end) && tokens.end + 1 < sentence.end) {
                const std::string_view after = analysis_.form(tokens.end + 1);
                if (after == "based" || after == "born" || after == "headquartered" || after == "listed")
                    evidence.add(EvidenceKind::preposition, TypeId::place, based_in_weight);
            }
            if (token.upos == Upos::noun || token.upos == Upos::propn) {
                TypeSet types = facts_.form(tokens.end).of(WordClass::following) |
                                facts_.lemma(tokens.end).of(WordClass::following);
                if (types == TypeSet(TypeId::benchmark) && is_loose_test(token.lemma) && model_words_ < 2)
                    types = TypeId::product;
                // "its Sparrow van", "its Atlas office suite"
                const bool owned = tokens.begin > sentence.begin &&
                                   (analysis_.tokens[tokens.begin - 1].upos == Upos::det ||
                                    analysis_.tokens[tokens.begin - 1].xpos == Xpos::prp_poss ||
                                    analysis_.tokens[tokens.begin - 1].xpos == Xpos::pos);
                const TokenIndex kind = kind_behind(tokens);
                if (owned && (types.empty() || kind > tokens.end) && is_word_for_product(kind))
                    types = TypeId::product;
                if (facts_.after_space(tokens.end))
                    evidence.add(EvidenceKind::following, types, following_weight);
            }
            // "Abilene, Texas"
            if (is_comma(next) && tokens.end + 1 < sentence.end) {
                const std::uint32_t other = span_at_[tokens.end + 1];
                if (other != no_span && known_place(other) &&
                    evidence.score(EvidenceKind::preposition, TypeId::place) > 0)
                    evidence.add(EvidenceKind::neighbour, TypeId::place, 2.0F);
            }
            const TokenIndex relative = is_comma(next) ? tokens.end + 1 : tokens.end;
            if (relative < sentence.end &&
                (analysis_.form(relative) == "who" || analysis_.form(relative) == "whom") &&
                hangs_on(relative, tokens))
                evidence.add(EvidenceKind::pronoun, TypeId::person,
                             sport_words_ >= min_sport_words ? 0.3F * pronoun_weight : pronoun_weight);
            // "Ann Lee, 47,"
            if (is_comma(next) && tokens.end + 2 < sentence.end && facts_.shape(tokens.end + 1).is_number &&
                analysis_.form(tokens.end + 1).size() == 2 && is_comma(analysis_.form(tokens.end + 2)))
                evidence.add(EvidenceKind::pronoun, TypeId::person, pronoun_weight);
            dateline(evidence, tokens, sentence);
            // "the England bowler Ann Lee": a country that a player is of is its side.
            const TokenIndex player = tokens.end;
            if (player + 1 < sentence.end && facts_.after_space(player) &&
                analysis_.tokens[player].upos == Upos::noun && span_at_[player + 1] != no_span &&
                facts_.form(player + 1).is(first_name) && plays(analysis_.tokens[player].lemma))
                evidence.add(EvidenceKind::verb, TypeId::organization, 9.0F);
        }
        TokenIndex before = tokens.begin;
        bool article = false;
        while (before > sentence.begin) {
            const Token& previous = analysis_.tokens[before - 1];
            const std::string_view form = analysis_.form(before - 1);
            if (previous.upos == Upos::det && (form == "the" || form == "The")) {
                article = true;
                // "wrote The Long Hill": within a sentence only titles have a capital on the article.
                if (form == "The" && before - 1 > sentence.begin &&
                    analysis_.tokens[before - 2].upos != Upos::punct) {
                    evidence.add(EvidenceKind::quoted, TypeId::work, titled_weight);
                    // "the rock band The Lanterns"
                    if (analysis_.tokens[before - 2].xpos == Xpos::nn)
                        describe(evidence, before - 2, described_weight);
                }
                // "at the Harbour Games", but "a studio, Harbour Games"
                if (analysis_.form(tokens.end - 1) == "Games")
                    evidence.add(EvidenceKind::following, TypeId::event, following_weight);
            } else if (!(previous.upos == Upos::punct && (form == "\"" || form == "\xE2\x80\x9C")))
                break;
            --before;
        }
        if (before == sentence.begin) return;
        const std::string small = folded(analysis_.form(before - 1));
        const bool modifies =
            tokens.end < sentence.end &&
            (analysis_.tokens[tokens.end].upos == Upos::noun ||
             analysis_.tokens[tokens.end].xpos == Xpos::pos) &&
            facts_.after_space(tokens.end) == (analysis_.tokens[tokens.end].upos == Upos::noun);
        if (!modifies) preposition(evidence, small, before - 1, article, head, sentence);
    }

    /// The noun that a name stands before: "suite" in "Atlas office suite".
    TokenIndex kind_behind(TokenRange name) const {
        constexpr TokenIndex furthest = 3;
        TokenIndex noun = name.end - 1;
        while (true) {
            const Token& part = analysis_.tokens[noun];
            const bool behind = part.head != no_token && part.head > noun && part.head < name.end + furthest;
            if (!behind || part.deprel != Deprel::compound) break;
            noun = part.head;
        }
        return noun >= name.end && analysis_.tokens[noun].upos == Upos::noun ? noun : name.end;
    }

    bool is_word_for_product(TokenIndex noun) const {
        const Token& word = analysis_.tokens[noun];
        if (word.xpos != Xpos::nn) return false;
        const TypeSet types = facts_.lemma(noun).of(WordClass::noun);
        // "its Talon system", where the text is not on models.
        const bool is_system = types.contains(TypeId::model) && word.lemma == "system" && model_words_ < 2;
        return types == TypeSet(TypeId::product) || is_system ||
               (types == TypeSet(TypeId::benchmark) && word.lemma == "suite");
    }

    static bool plays(std::string_view noun) {
        static constexpr std::array<std::string_view, 18> players = {
            "striker", "midfielder", "defender", "goalkeeper", "winger",       "forward",
            "batsman", "batter",     "bowler",   "captain",    "fly-half",     "prop",
            "hooker",  "full-back",  "coach",    "flanker",    "wicketkeeper", "skipper"};
        return std::ranges::find(players, noun) != players.end();
    }

    /// Whether the clause of a relative pronoun is about a name, as far as the tree tells.
    bool hangs_on(TokenIndex relative, TokenRange tokens) const {
        TokenIndex at = relative;
        for (int step = 0; step < 10; ++step) {
            const Token& token = analysis_.tokens[at];
            if (token.head == no_token) return true;
            if (token.deprel == Deprel::acl_relcl) return tokens.contains(token.head);
            at = token.head;
        }
        return true;
    }

    bool known_place(std::uint32_t span) const {
        return gazetteer_.types(forms_[form_of_[span]].key).contains(TypeId::place);
    }

    void dateline(TypeEvidence& evidence, TokenRange tokens, TokenRange sentence) {
        if (tokens.begin != sentence.begin) return;
        for (TokenIndex i = tokens.end; i < sentence.end && i < tokens.end + 8; ++i) {
            const std::string_view form = analysis_.form(i);
            if (form == "\xE2\x80\x94" || form == "\xE2\x80\x93" || (form == "-" && facts_.after_space(i)) ||
                form == "--") {
                bool capitals = true;
                for (TokenIndex k = tokens.begin; k < tokens.end; ++k)
                    capitals = capitals && (facts_.shape(k).all_upper || !facts_.shape(k).has_letter);
                if (capitals) evidence.add(EvidenceKind::preposition, TypeId::place, 6.0F);
                return;
            }
            if (!is_comma(form) && form != "(" && form != ")" && !facts_.shape(i).begins_upper &&
                !facts_.shape(i).is_number)
                return;
        }
    }

    void preposition(TypeEvidence& evidence, const std::string& word, TokenIndex at, bool article,
                     TokenIndex head, TokenRange sentence) {
        const EvidenceKind kind = EvidenceKind::preposition;
        const TypeSet places = gazetteer_.word(word).of(WordClass::before);
        if (places.contains(TypeId::place) && at > sentence.begin && is_holding(at - 1)) {
            evidence.add(kind, TypeId::organization, place_preposition_weight);
            return;
        }
        if ((word == "from" || word == "to") && is_move(at, sentence))
            evidence.add(kind, TypeId::place, place_preposition_weight);
        if (word == "at" && at > sentence.begin && analysis_.tokens[at - 1].lemma == "work")
            evidence.add(EvidenceKind::verb, TypeId::organization, employer_weight);
        if (places.contains(TypeId::place)) {
            evidence.add(kind, TypeId::place, article ? 1.2F : place_preposition_weight);
            if (at > sentence.begin) {
                const std::string& lemma = analysis_.tokens[at - 1].lemma;
                if (lemma == "base" || lemma == "bear" || lemma == "headquarter" || lemma == "live" ||
                    lemma == "locate" || lemma == "open" || lemma == "city" || lemma == "town" ||
                    lemma == "plant" || lemma == "office" || lemma == "factory")
                    evidence.add(EvidenceKind::possession, TypeId::place, 2.0F);
            }
            return;
        }
        if ((word == "at" || word == "for" || word == "with" || word == "of") && at > sentence.begin) {
            const TokenIndex noun = at - 1;
            const WordFacts& who = facts_.lemma(noun);
            if (analysis_.tokens[noun].upos == Upos::noun &&
                who.of(WordClass::noun).contains(TypeId::person) &&
                (word == "at" ||
                 (who.is(role_noun) && !who.of(WordClass::possessed).contains(TypeId::place))))
                evidence.add(kind, TypeId::organization, place_preposition_weight);
            // "a plant at X"
            if (word == "at" && who.is(site_noun)) {
                evidence.add(kind, TypeId::place, place_preposition_weight);
                return;
            }
        }
        // "Acme Dynamics of X"
        if (word == "of" && at > sentence.begin && span_at_[at - 1] != no_span &&
            facts_.form(at - 1).of(WordClass::last_word) == TypeSet(TypeId::organization))
            evidence.add(kind, TypeId::place, place_preposition_weight);
        // "joined Acme from X", "poached her from X": where people come from works.
        if (word == "from" && gets_people(head))
            evidence.add(EvidenceKind::verb, TypeId::organization, employer_weight);
        if (word == "at" && shows_at(head)) {
            evidence.add(kind, TypeId::event, 1.5F * verb_weight);
        } else if (word == "at") {
            evidence.add(kind, TypeId::organization, 1.2F);
            evidence.add(kind, TypeId::event, 0.8F);
            evidence.add(kind, TypeId::place, 0.4F);
        } else if (word == "from") {
            evidence.add(kind, TypeId::place, 0.7F);
            evidence.add(kind, TypeId::organization, 0.7F);
        } else if (word == "by" || word == "with" || word == "for" || word == "against") {
            evidence.add(kind, TypeId::organization, 0.7F);
            evidence.add(kind, TypeId::person, 0.4F);
        } else if (word == "under") {
            evidence.add(kind, TypeId::law, 1.5F);
        } else if (word == "during") {
            evidence.add(kind, TypeId::event, 2.0F);
        } else if (word == "on") {
            on(evidence, head, sentence);
        } else if (word == "than") {
            evidence.add(kind, made_things, 1.0F);
        } else if (word == "via") {
            evidence.add(kind, TypeId::product, 1.0F);
        }
    }

    /// "spoke at X", "will perform at X": where one shows oneself is an event.
    bool shows_at(TokenIndex head) const {
        static constexpr std::array<std::string_view, 8> verbs = {
            "speak", "perform", "exhibit", "present", "compete", "debut", "unveil", "showcase"};
        const TokenIndex verb = analysis_.tokens[head].head;
        return verb != no_token && std::ranges::find(verbs, analysis_.tokens[verb].lemma) != verbs.end();
    }

    bool gets_people(TokenIndex head) const {
        static constexpr std::array<std::string_view, 7> verbs = {"join", "hire", "poach", "recruit",
                                                                  "lure", "sign", "rejoin"};
        // "joined Acme last August from X": a tree may hang it on the time.
        TokenIndex at = head;
        for (int step = 0; step < 2; ++step) {
            at = analysis_.tokens[at].head;
            if (at == no_token) return false;
            if (std::ranges::find(verbs, analysis_.tokens[at].lemma) != verbs.end()) return true;
        }
        return false;
    }

    /// "shares in X", "an investor in X": what is held is a company.
    bool is_holding(TokenIndex noun) const {
        static constexpr std::string_view holdings[] = {"share",       "stake",   "investor", "shareholder",
                                                        "investment",  "holding", "bet",      "shareholding",
                                                        "stakeholder", "stock"};
        return std::find(std::begin(holdings), std::end(holdings), analysis_.tokens[noun].lemma) !=
               std::end(holdings);
    }

    /// "moved from X to Y"
    bool is_move(TokenIndex preposition, TokenRange sentence) const {
        static constexpr std::string_view moves[] = {"move", "relocate", "travel", "fly",
                                                     "sail", "commute",  "migrate"};
        for (TokenIndex i = preposition; i-- > sentence.begin && i + 5 > preposition;) {
            const Token& token = analysis_.tokens[i];
            if (token.upos == Upos::verb)
                return std::find(std::begin(moves), std::end(moves), token.lemma) != std::end(moves);
        }
        return false;
    }

    /// "scores 61% on X" is a test, "available on X" a platform.
    void on(TypeEvidence& evidence, TokenIndex head, TokenRange sentence) {
        bool scored = false;
        bool offered = false;
        const TokenIndex from = head > sentence.begin + 25 ? head - 25 : sentence.begin;
        const TokenIndex to = std::min<TokenIndex>(sentence.end, head + 12);
        for (TokenIndex i = from; i < to; ++i) {
            const std::string& lemma = analysis_.tokens[i].lemma;
            if (lemma == "score" || lemma == "outperform" || lemma == "outscore" || lemma == "beat" ||
                lemma == "%" || lemma == "percent" || lemma == "point" || lemma == "match" ||
                lemma == "benchmark" || lemma == "evaluate" || lemma == "outrun" || lemma == "surpass" ||
                lemma == "test")
                scored = true;
            if (lemma == "available" || lemma == "run" || lemma == "host" || lemma == "build" ||
                lemma == "deploy" || lemma == "serve" || lemma == "launch" || lemma == "write" ||
                lemma == "post" || lemma == "train")
                offered = true;
        }
        if (scored) evidence.add(EvidenceKind::preposition, TypeId::benchmark, 2.2F);
        if (offered) evidence.add(EvidenceKind::preposition, TypeId::product, 1.5F);
    }

    /// What the tree says: subject or object of what, whose.
    void governed(TypeEvidence& evidence, TokenRange tokens, TokenIndex head, TokenRange sentence) {
        owned(evidence, tokens, sentence);
        // "Acme and X announced": what the first does, the others do too.
        TokenIndex first = head;
        for (int step = 0; step < 6 && analysis_.tokens[first].deprel == Deprel::conj; ++step) {
            const TokenIndex above = analysis_.tokens[first].head;
            if (above == no_token || span_at_[above] == no_span) break;
            first = above;
        }
        const Token& token = analysis_.tokens[first];
        const TokenIndex governor = token.head;
        const bool possessive = tokens.end < sentence.end && analysis_.tokens[tokens.end].xpos == Xpos::pos;
        if (possessive && tokens.end + 1 < sentence.end) {
            TokenIndex noun = governor;
            if (noun == no_token || noun < tokens.end || analysis_.tokens[noun].upos != Upos::noun) {
                noun = tokens.end + 1;
                while (noun + 1 < sentence.end && noun < tokens.end + 4 &&
                       analysis_.tokens[noun].upos != Upos::noun)
                    ++noun;
            }
            possessed(evidence, noun);
        }
        if (governor == no_token) return;
        const Token& above = analysis_.tokens[governor];
        if (token.deprel == Deprel::nmod && above.upos == Upos::noun) {
            for (const TokenIndex dependent : dependents(head)) {
                if (analysis_.tokens[dependent].deprel != Deprel::case_) continue;
                if (analysis_.form(dependent) == "of") possessed(evidence, governor);
            }
        }
        if (is_appointee(token, first, sentence))
            evidence.add(EvidenceKind::title, TypeId::person, post_weight);
        if (above.upos != Upos::verb) return;
        const WordFacts& verb = facts_.lemma(governor);
        if (token.deprel == Deprel::nsubj)
            evidence.add(EvidenceKind::verb, verb.of(WordClass::subject_of), verb_weight);
        if (token.deprel == Deprel::obj || token.deprel == Deprel::nsubj_pass)
            evidence.add(EvidenceKind::verb, verb.of(WordClass::object_of), verb_weight);
        if (token.deprel == Deprel::obl_agent) {
            const TypeSet subjects = verb.of(WordClass::subject_of);
            evidence.add(EvidenceKind::verb, subjects, verb_weight);
        }
        if (holds_post(token, governor)) evidence.add(EvidenceKind::title, TypeId::person, post_weight);
        if (token.deprel == Deprel::nsubj && analysis_.tokens[governor].lemma == "say") {
            evidence.add(EvidenceKind::verb, TypeId::organization, 0.8F);
        }
    }

    /// "named X chief executive", where the tree has X before the noun for a part of the post.
    bool is_appointee(const Token& name, TokenIndex index, TokenRange sentence) const {
        const TokenIndex post = name.head;
        if (name.deprel != Deprel::compound || post < index || !facts_.lemma(post).is(role_noun))
            return false;
        const bool goes_on = post + 1 < sentence.end && span_at_[post + 1] != no_span;
        const TokenIndex verb = analysis_.tokens[post].head;
        return !goes_on && verb != no_token && verb < index && analysis_.tokens[verb].upos == Upos::verb &&
               facts_.lemma(verb).of(WordClass::object_of).contains(TypeId::person);
    }

    /// "named X chief executive", "replaced X as chief executive", "X succeeds her as head of Acme".
    bool holds_post(const Token& name, TokenIndex verb) const {
        const bool is_object = name.deprel == Deprel::obj || name.deprel == Deprel::nsubj_pass;
        if (!is_object && name.deprel != Deprel::nsubj && name.deprel != Deprel::obl_agent) return false;
        if (!facts_.lemma(verb).of(WordClass::object_of).contains(TypeId::person)) return false;
        for (const TokenIndex post : dependents(verb)) {
            if (!facts_.lemma(post).is(role_noun)) continue;
            if (analysis_.tokens[post].deprel == Deprel::xcomp) return is_object;
            bool as_post = false;
            bool of_body = false;
            for (const TokenIndex part : dependents(post)) {
                as_post = as_post || analysis_.form(part) == "as";
                of_body = of_body || analysis_.tokens[part].deprel == Deprel::nmod;
            }
            // A body replaces its chief; who replaces the chief of a body is a person.
            if (as_post) return is_object || of_body;
        }
        return false;
    }

    /// "Acme's X", "its X", "Oslo's X": a maker has products and people, a town has bodies.
    void owned(TypeEvidence& evidence, TokenRange tokens, TokenRange sentence) {
        if (tokens.begin <= sentence.begin + 1) return;
        const TokenIndex mark = tokens.begin - 1;
        if (analysis_.tokens[mark].xpos != Xpos::pos) return;
        const std::uint32_t owner = span_at_[mark - 1];
        if (owner == no_span) return;
        TypeSet known;
        for (const EntryId entry : forms_[form_of_[owner]].known) known |= gazetteer_.type(entry);
        if (known == TypeSet(TypeId::place)) {
            evidence.add(EvidenceKind::possession, TypeId::organization, 1.6F);
        } else if (known.contains(TypeId::organization) || known.empty()) {
            const bool on_models = model_words_ >= 2;
            evidence.add(EvidenceKind::possession, TypeId::product, on_models ? 1.0F : 1.6F);
            if (on_models) evidence.add(EvidenceKind::possession, TypeId::model, 1.0F);
            evidence.add(EvidenceKind::possession, TypeId::person, 0.6F);
        }
    }

    void possessed(TypeEvidence& evidence, TokenIndex noun) {
        const TypeSet types =
            facts_.lemma(noun).of(WordClass::possessed) | facts_.form(noun).of(WordClass::possessed);
        if (!types.empty())
            evidence.add(EvidenceKind::possession, types, possession_weight);
        else
            evidence.add(EvidenceKind::possession,
                         TypeSet(TypeId::organization) | TypeId::person | TypeId::place, 0.6F);
        if (facts_.lemma(noun).is(role_noun) && types.empty())
            evidence.add(EvidenceKind::possession, TypeId::organization, 1.5F);
    }
};

}  // namespace

void add_context_evidence(NamedDocument& document, NameForm& form, const NameSpan& span) {
    ContextEvidence(document).context_evidence(form, span);
}

}  // namespace newsgraph
