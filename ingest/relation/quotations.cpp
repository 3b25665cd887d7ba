#include "ingest/relation/quotations.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "ingest/relation/clause.hpp"
#include "ingest/relation/tree_queries.hpp"

namespace newsgraph {

namespace {

constexpr int max_shared_steps = 6;  // governors asked for a subject that a verb lacks

enum class Mark { none, opening, closing, either };

Mark mark_of(const Analysis& analysis, TokenIndex token) {
    const std::string_view form = analysis.form(token);
    if (form == "“" || form == "„" || form == "«" || form == "``" || form == "‟") return Mark::opening;
    if (form == "”" || form == "»" || form == "''") return Mark::closing;
    if (form == "\"") return Mark::either;
    // Single ones may be apostrophes: only where the tagger knows them for quotation marks.
    const Xpos tag = analysis.tokens[token].xpos;
    if (form == "‘" || form == "'" || form == "’" || form == "`") {
        if (tag == Xpos::open_quote) return Mark::opening;
        if (tag == Xpos::close_quote) return Mark::closing;
    }
    return Mark::none;
}

std::vector<Quotation> find_marked(const Analysis& analysis) {
    std::vector<Quotation> found;
    TokenIndex open = no_token;  // first token after an opening mark
    const auto close = [&](TokenIndex end) {
        if (open != no_token && open < end) found.push_back({{open, end}, no_token, no_token});
        open = no_token;
    };
    for (std::size_t s = 0; s < analysis.sentences.size(); ++s) {
        const Sentence& sentence = analysis.sentences[s];
        for (TokenIndex token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
            const Mark mark = mark_of(analysis, token);
            if (mark == Mark::none) continue;
            if (mark == Mark::opening) {
                if (open == no_token) open = token + 1;  // an inner quotation belongs to the outer
            } else if (open != no_token) {
                close(token);
            } else if (mark == Mark::either) {
                open = token + 1;
            }
        }
        const bool last_of_paragraph =
            s + 1 == analysis.sentences.size() || analysis.sentences[s + 1].paragraph != sentence.paragraph;
        if (last_of_paragraph) close(sentence.tokens.end);
    }
    return found;
}

bool is_subject(Deprel relation) { return relation == Deprel::nsubj || relation == Deprel::nsubj_outer; }

/// The subject of `verb` that stands outside the quotation.
TokenIndex speaker_beside(const Analysis& analysis, const Dependents& dependents, TokenIndex verb,
                          const TokenRange& quoted) {
    if (analysis.tokens[verb].upos != Upos::verb && analysis.tokens[verb].upos != Upos::aux) return no_token;
    const TokenIndex doer = doer_of(analysis, dependents, verb);
    return doer == no_token || quoted.contains(doer) ? no_token : doer;
}

/// "according to Ng": the phrase's head, where a dependent is one.
TokenIndex according_to(const Analysis& analysis, const Dependents& dependents, TokenIndex token) {
    for (const TokenIndex dependent : near_dependents(dependents, token)) {
        const Deprel relation = analysis.tokens[dependent].deprel;
        if (relation != Deprel::obl && relation != Deprel::nmod) continue;
        if (preposition_of(analysis, dependents, dependent) == "according to") return dependent;
    }
    return no_token;
}

/// Finds who says `quotation`, from the trees of the sentences that it touches.
void find_speaker(const Analysis& analysis, const Dependents& dependents, Quotation& quotation) {
    const TokenRange& quoted = quotation.tokens;
    const std::size_t first = analysis.sentence_of(quoted.begin);
    const std::size_t last = analysis.sentence_of(quoted.end - 1);
    const auto accept = [&](TokenIndex verb, TokenIndex speaker) {
        quotation.verb = verb;
        quotation.speaker = speaker;
    };
    // The first and the last sentence hold the words around the marks.
    for (const std::size_t s : {first, last}) {
        const TokenRange& tokens = analysis.sentences[s].tokens;
        const TokenIndex begin = std::max(tokens.begin, quoted.begin);
        const TokenIndex end = std::min(tokens.end, quoted.end);
        for (TokenIndex token = begin; token < end; ++token) {
            const Token& word = analysis.tokens[token];
            const bool top = word.head == no_token || !quoted.contains(word.head);
            if (!top || word.deprel == Deprel::punct) continue;
            if (word.head != no_token) {
                if (const TokenIndex speaker = speaker_beside(analysis, dependents, word.head, quoted);
                    speaker != no_token) {
                    return accept(word.head, speaker);
                }
            }
            for (const TokenIndex dependent : near_dependents(dependents, token)) {
                const Deprel relation = analysis.tokens[dependent].deprel;
                if (quoted.contains(dependent)) continue;
                if (relation != Deprel::parataxis && relation != Deprel::ccomp && relation != Deprel::advcl)
                    continue;
                if (const TokenIndex speaker = speaker_beside(analysis, dependents, dependent, quoted);
                    speaker != no_token) {
                    return accept(dependent, speaker);
                }
            }
            for (const TokenIndex top_word : {token, word.head}) {
                if (top_word == no_token) continue;
                const TokenIndex source = according_to(analysis, dependents, top_word);
                if (source != no_token && !quoted.contains(source)) return accept(source, source);
            }
        }
    }
    const auto root_of = [&](std::size_t s) -> TokenIndex {
        const TokenRange& tokens = analysis.sentences[s].tokens;
        for (TokenIndex token = tokens.begin; token < tokens.end; ++token) {
            if (analysis.tokens[token].head == no_token) return token;
        }
        return no_token;
    };
    // A short sentence after the quotation: "…" She added. Or one before it that ends in a colon.
    if (last + 1 < analysis.sentences.size()) {
        const Sentence& next = analysis.sentences[last + 1];
        constexpr std::size_t max_tag_tokens = 9;  // "Ng told reporters in London on Friday ."
        if (next.paragraph == analysis.sentences[last].paragraph && next.tokens.size() <= max_tag_tokens &&
            quoted.end + 1 >= next.tokens.begin) {
            const TokenIndex root = root_of(last + 1);
            if (root != no_token && root <= next.tokens.begin + 2) {
                if (const TokenIndex speaker = speaker_beside(analysis, dependents, root, quoted);
                    speaker != no_token) {
                    return accept(root, speaker);
                }
            }
        }
    }
    if (first > 0 && analysis.sentences[first - 1].paragraph == analysis.sentences[first].paragraph &&
        quoted.begin <= analysis.sentences[first].tokens.begin + 1) {
        const Sentence& before = analysis.sentences[first - 1];
        const std::string_view end = analysis.form(before.tokens.end - 1);
        const TokenIndex root = root_of(first - 1);
        if (end == ":" && root != no_token) {
            if (const TokenIndex speaker = speaker_beside(analysis, dependents, root, quoted);
                speaker != no_token) {
                return accept(root, speaker);
            }
        }
    }
}

}  // namespace

TokenIndex doer_of(const Analysis& analysis, const Dependents& dependents, TokenIndex verb) {
    TokenIndex index = verb;
    for (int step = 0; step < max_shared_steps && index != no_token; ++step) {
        TokenIndex passive_subject = no_token;
        TokenIndex agent = no_token;
        for (const TokenIndex dependent : near_dependents(dependents, index)) {
            const Token& word = analysis.tokens[dependent];
            if (is_subject(word.deprel)) {
                const bool relative = word.xpos == Xpos::wp || word.xpos == Xpos::wdt;
                const TokenIndex governor = analysis.tokens[index].head;
                if (relative && analysis.tokens[index].deprel == Deprel::acl_relcl) return governor;
                return dependent;
            }
            if (word.deprel == Deprel::nsubj_pass) passive_subject = dependent;
            if (word.deprel == Deprel::obl_agent) agent = dependent;
            if (word.deprel == Deprel::obl && agent == no_token &&
                preposition_of(analysis, dependents, dependent) == "by") {
                agent = dependent;
            }
        }
        if (passive_subject != no_token) return agent;
        switch (analysis.tokens[index].deprel) {
            case Deprel::conj:
            case Deprel::advcl:
            case Deprel::xcomp:
                index = analysis.tokens[index].head;
                break;
            case Deprel::acl:
                return analysis.tokens[index].xpos == Xpos::vbg ? analysis.tokens[index].head : agent;
            default:
                return no_token;
        }
    }
    return no_token;
}

std::vector<Quotation> find_quotations(const Analysis& analysis, const Dependents& dependents) {
    std::vector<Quotation> quotations = find_marked(analysis);
    const Quotation* before = nullptr;
    for (Quotation& quotation : quotations) {
        find_speaker(analysis, dependents, quotation);
        if (quotation.speaker == no_token && before != nullptr) {
            const auto paragraph_of = [&](TokenIndex token) {
                return analysis.sentences[analysis.sentence_of(token)].paragraph;
            };
            if (paragraph_of(before->tokens.begin) == paragraph_of(quotation.tokens.begin)) {
                quotation.speaker = before->speaker;
            }
        }
        before = &quotation;
    }
    return quotations;
}

const Quotation* quotation_at(const std::vector<Quotation>& quotations, TokenIndex token) {
    const auto after = std::ranges::upper_bound(
        quotations, token, {}, [](const Quotation& quotation) { return quotation.tokens.begin; });
    if (after == quotations.begin()) return nullptr;
    const Quotation& candidate = *std::prev(after);
    return candidate.tokens.contains(token) ? &candidate : nullptr;
}

}  // namespace newsgraph
