// Who speaks in a quotation: "we" is the speaker.
#include "ingest/entity/resolver.hpp"

#include <algorithm>

namespace newsgraph::coreference {
namespace {

constexpr TokenIndex max_speaker_distance = 250;  // tokens between a quotation's word and who says it

}  // namespace

void Resolver::find_quotations() {
    quotation_at_.assign(analysis_.tokens.size(), 0);
    std::uint32_t count = 0;
    bool open = false;
    std::uint32_t paragraph = 0;
    for (const Sentence& sentence : analysis_.sentences) {
        if (sentence.paragraph != paragraph) open = false;  // a mark that was forgotten ends there
        paragraph = sentence.paragraph;
        for (TokenIndex i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            const std::string_view form = analysis_.form(i);
            const bool opens = form == "\xE2\x80\x9C" || form == "``";
            const bool closes = form == "\xE2\x80\x9D" || form == "''";
            if (opens || (form == "\"" && !open)) {
                open = true;
                ++count;
                continue;
            }
            if (closes || form == "\"") {
                open = false;
                continue;
            }
            if (open) quotation_at_[i] = count;
        }
    }
}

bool Resolver::inside_other_quotation(TokenIndex candidate, TokenIndex anaphor) const {
    const std::uint32_t a = quotation_at_[candidate];
    const std::uint32_t b = quotation_at_[anaphor];
    return a != 0 && b != a;
}

std::optional<EntityId> Resolver::speaker_at(TokenIndex i) {
    const std::uint32_t quotation = quotation_at_[i];
    if (quotation == 0) return std::nullopt;
    if (speaker_quotation_ == quotation) return speaker_;
    speaker_quotation_ = quotation;
    speaker_.reset();
    // Its sentence first, then the ones around it in the paragraph, nearest first.
    const std::uint32_t paragraph = analysis_.sentences[sentence_].paragraph;
    for (const int offset : {0, -1, 1, -2, 2}) {
        const auto place = static_cast<std::ptrdiff_t>(sentence_) + offset;
        if (place < 0 || place >= static_cast<std::ptrdiff_t>(analysis_.sentences.size())) continue;
        const Sentence& sentence = analysis_.sentences[static_cast<std::size_t>(place)];
        if (sentence.paragraph != paragraph) continue;
        const TokenRange near{
            std::max(sentence.tokens.begin, i > max_speaker_distance ? i - max_speaker_distance : 0),
            std::min(sentence.tokens.end, i + max_speaker_distance)};
        if (near.begin >= near.end) continue;
        if (const std::optional<EntityId> found = sayer_in(near)) {
            speaker_ = found;
            break;
        }
    }
    return speaker_;
}

std::optional<EntityId> Resolver::sayer_in(TokenRange tokens) {
    static constexpr std::string_view saying[] = {
        "say",      "tell",    "add",   "write",   "insist", "argue",   "recall", "joke",
        "admit",    "concede", "warn",  "predict", "claim",  "reply",   "note",   "explain",
        "quip",     "tweet",   "post",  "call",    "ask",    "declare", "state",  "announce",
        "complain", "remark",  "boast", "respond", "accuse", "praise"};
    for (TokenIndex i = tokens.begin; i < tokens.end; ++i) {
        if (quotation_at_[i] != 0 || analysis_.tokens[i].upos != Upos::verb) continue;
        if (std::find(std::begin(saying), std::end(saying), analysis_.tokens[i].lemma) == std::end(saying))
            continue;
        TokenIndex verb = i;
        // "put it on sale, calling it …": who calls is the subject further out.
        for (int step = 0; step < 3 && !has_dependent(verb, Deprel::nsubj); ++step) {
            const Token& token = analysis_.tokens[verb];
            if (token.head == no_token || (token.deprel != Deprel::advcl && token.deprel != Deprel::conj &&
                                           token.deprel != Deprel::xcomp))
                break;
            verb = token.head;
        }
        for (const TokenIndex dependent : dependents(verb)) {
            if (analysis_.tokens[dependent].deprel != Deprel::nsubj || quotation_at_[dependent] != 0)
                continue;
            const std::vector<EntityId> found = referents_of(dependent);
            if (found.size() == 1 && (organization | person).contains(traits(found.front()).type)) {
                speaker_token_ = dependent;
                return found.front();
            }
        }
    }
    return std::nullopt;
}

}  // namespace newsgraph::coreference
