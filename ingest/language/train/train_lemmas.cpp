// newsgraph-train-lemmas OUT [--measure TREEBANK] [--lexicon FILE] TREEBANK...: learns from CoNLL-U files how
// a word's form and tag make its lemma; where they disagree the first one counts most. The lexicon, lines of
// "form,verb,lemma" (also noun, adj), tells of words that no treebank has. Prints what is measured wrong.

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "graph/error.hpp"
#include "ingest/language/characters.hpp"
#include "ingest/language/conllu.hpp"
#include "ingest/language/lemma_rules.hpp"
#include "ingest/language/lemmas.hpp"
#include "ingest/language/train/model_writer.hpp"

namespace newsgraph {
namespace {

using Votes = std::map<LemmaRule, double>;

struct Word {
    std::string lowered;
    Xpos tag{};
    friend auto operator<=>(const Word&, const Word&) = default;
};

AnnotatedText read_treebank(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in) throw Error(path, "can't be read", "give CoNLL-U files");
    AnnotatedText annotated = read_conllu(bytes.str(), path);
    annotated.analysis.text = annotated.text;
    return annotated;
}

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

LemmaRule rule_from(const std::string& base, const std::string& lemma, bool lowered) {
    std::size_t common = 0;
    while (common < base.size() && common < lemma.size() && base[common] == lemma[common]) ++common;
    while (common > 0 && ((common < base.size() && continues_character(base[common])) ||
                          (common < lemma.size() && continues_character(lemma[common]))))
        --common;
    return {base.size() - common, lemma.substr(common), lowered};
}

/// A lemma votes for all rules that make it: "I" from "I" for "leave the form" and for "-i +I".
void vote(Votes& votes, std::string_view form, const std::string& lemma, double weight) {
    const LemmaRule from_lower = rule_from(lower_case(form), lemma, true);
    const LemmaRule from_form = rule_from(std::string(form), lemma, false);
    votes[from_lower] += weight;
    // Slightly less, so that "the" and "The" are one rule; slightly more where only names' case differs.
    votes[from_form] += from_form.strip < from_lower.strip ? weight * 1.01 : weight * 0.99;
}

const LemmaRule& favourite(const Votes& votes) {
    return std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; })->first;
}

/// All that is learned, by hash of ending or word.
struct Rules {
    std::map<std::uint64_t, LemmaRule> by_hash;

    const LemmaRule* find(const EndingHashes& hashes, std::size_t longest) const {
        for (std::size_t size = std::min(longest, hashes.longest_ending()) + 1; size-- > 0;) {
            if (const auto found = by_hash.find(hashes.ending(size)); found != by_hash.end())
                return &found->second;
        }
        return nullptr;
    }
};

void learn_endings(const std::map<Word, LemmaRule>& lexicon, Rules& rules) {
    for (std::size_t size = 0; size <= EndingHashes::longest; ++size) {
        std::map<std::uint64_t, std::pair<Votes, const Word*>> endings;
        for (const auto& [word, rule] : lexicon) {
            if (word.lowered.size() < size || rule.strip > size) continue;
            const EndingHashes hashes(word.lowered, word.tag);
            if (size > hashes.longest_ending()) continue;
            auto& [votes, example] = endings[hashes.ending(size)];
            votes[rule] += 1;
            example = &word;
        }
        for (const auto& [hash, ending] : endings) {
            const auto& [votes, example] = ending;
            double all = 0;
            for (const auto& [rule, count] : votes) all += count;
            const LemmaRule& best = favourite(votes);
            const double most = votes.at(best);
            const LemmaRule* shorter =
                size == 0 ? nullptr : rules.find(EndingHashes(example->lowered, example->tag), size - 1);
            if (shorter != nullptr && *shorter == best) continue;
            const auto rival = shorter == nullptr ? votes.end() : votes.find(*shorter);
            const double gain = most - (rival == votes.end() ? 0 : rival->second);
            if (size == 0 || (gain >= 2 && most >= 0.5 * all)) rules.by_hash[hash] = best;
        }
    }
}

void learn_words(const std::map<Word, LemmaRule>& lexicon, Rules& rules) {
    std::map<std::uint64_t, LemmaRule> words;
    for (const auto& [word, rule] : lexicon) {
        const EndingHashes hashes(word.lowered, word.tag);
        if (word.lowered.size() > EndingHashes::longest_word || rule.strip > word.lowered.size()) continue;
        const LemmaRule* known = rules.find(hashes, EndingHashes::longest);
        if (known == nullptr || *known != rule) words.emplace(hashes.whole(), rule);
    }
    rules.by_hash.merge(words);
}

void write(const Rules& rules, const std::filesystem::path& path) {
    std::map<LemmaRule, std::uint32_t> places;
    for (const auto& [hash, rule] : rules.by_hash) places.emplace(rule, 0);
    std::vector<char> lines;
    std::uint32_t place = 0;
    for (auto& [rule, its] : places) {
        its = place++;
        const std::string line =
            (rule.lower_case ? "l" : "f") + std::to_string(rule.strip) + '\t' + rule.append + '\n';
        lines.insert(lines.end(), line.begin(), line.end());
    }
    std::size_t size = 1;
    while (size < rules.by_hash.size() * 3 / 2) size *= 2;
    std::vector<LemmaSlot> slots(size);
    for (const auto& [hash, rule] : rules.by_hash) {
        std::size_t at = hash & (size - 1);
        while (slots[at].rule != 0) at = (at + 1) & (size - 1);
        slots[at] = {static_cast<std::uint32_t>(hash >> 32), places.at(rule) + 1};
    }
    ModelWriter file(lemma_definition);
    file.add("slots", slots);
    file.add("rules", lines);
    file.write(path);
    std::cerr << rules.by_hash.size() << " entries of " << places.size() << " rules in " << size
              << " slots\n";
}

/// The tags under which a form of that part of speech differs from its lemma.
std::vector<Xpos> inflected(std::string_view part, std::string_view form) {
    if (part == "noun") return {Xpos::nns};
    if (part == "verb" && form.ends_with("ing")) return {Xpos::vbg};
    if (part == "verb" && form.ends_with('s')) return {Xpos::vbz};
    if (part == "verb") return {Xpos::vbd, Xpos::vbn};
    if (part == "adj" && form.ends_with("er")) return {Xpos::jjr};
    if (part == "adj" && form.ends_with("est")) return {Xpos::jjs};
    return {};
}

/// Adds the lexicon's words that the treebanks lack.
void add_lexicon(const std::string& path, std::map<Word, Votes>& votes) {
    std::ifstream in(path);
    if (!in) throw Error(path, "can't be read", "give lines of \"form,verb,lemma\"");
    std::map<Word, std::string> lemmas;
    std::map<std::string, bool> verbs;  // and whether they have a past in "-ed"
    for (std::string line; std::getline(in, line);) {
        const std::size_t first = line.find(',');
        const std::size_t second = line.find(',', first + 1);
        if (second == std::string::npos) continue;
        const std::string form = line.substr(0, first);
        const std::string lemma = line.substr(second + 1, line.find('/', second) - second - 1);
        const bool lower = std::ranges::all_of(form, [](char c) { return c >= 'a' && c <= 'z'; });
        const std::string part = line.substr(first + 1, second - first - 1);
        if (!lower || lemma.empty()) continue;
        if (part == "verb") verbs[lemma] = verbs[lemma] || (form != lemma && form.ends_with("ed"));
        if (lemma == form) continue;
        for (const Xpos tag : inflected(part, form)) lemmas.emplace(Word{form, tag}, lemma);
    }
    for (const auto& [verb, is_regular] : verbs) {
        if (is_regular) continue;
        for (const Xpos tag : {Xpos::vbd, Xpos::vbn}) lemmas.emplace(Word{verb, tag}, verb);  // "cut", "hit"
    }
    for (const auto& [word, lemma] : lemmas) {
        if (!votes.contains(word)) vote(votes[word], word.lowered, lemma, 1);
    }
}

void measure(const Lemmatiser& lemmatiser, const AnnotatedText& gold) {
    Analysis mine = gold.analysis;
    mine.text = gold.text;
    lemmatiser.annotate(mine);
    std::size_t right = 0;
    for (TokenIndex t = 0; t < mine.tokens.size(); ++t) {
        const std::string& expected = gold.analysis.tokens[t].lemma;
        if (expected == "_" || expected == mine.tokens[t].lemma) {
            ++right;
        } else {
            std::cout << mine.form(t) << '\t' << to_string(mine.tokens[t].xpos) << '\t'
                      << mine.tokens[t].lemma << ", gold " << expected << '\n';
        }
    }
    std::cerr << "right: " << static_cast<double>(right) / static_cast<double>(mine.tokens.size()) << '\n';
}

/// The value of an option, which is taken out of `arguments`; empty if it is not there.
std::string take_option(std::vector<std::string>& arguments, const std::string& name) {
    const auto found = std::ranges::find(arguments, name);
    if (found == arguments.end() || found + 1 == arguments.end()) return {};
    std::string value = *(found + 1);
    arguments.erase(found, found + 2);
    return value;
}

int run(std::vector<std::string> arguments) {
    const std::string measured = take_option(arguments, "--measure");
    const std::string lexicon_file = take_option(arguments, "--lexicon");
    if (arguments.size() < 2) {
        std::cerr << "usage: newsgraph-train-lemmas OUT [--measure TREEBANK] [--lexicon FILE] TREEBANK...\n";
        return 2;
    }
    std::map<Word, Votes> votes;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const AnnotatedText treebank = read_treebank(arguments[i]);
        const double weight = i == 1 ? 1.5 : 1;
        for (TokenIndex t = 0; t < treebank.analysis.tokens.size(); ++t) {
            const Token& token = treebank.analysis.tokens[t];
            if (token.lemma == "_" || token.deprel == Deprel::goeswith) continue;
            const std::string_view form = treebank.analysis.form(t);
            vote(votes[{lower_case(form), token.xpos}], form, token.lemma, weight);
        }
    }
    if (!lexicon_file.empty()) add_lexicon(lexicon_file, votes);
    std::map<Word, LemmaRule> lexicon;
    for (const auto& [word, its] : votes) lexicon.emplace(word, favourite(its));
    Rules rules;
    learn_endings(lexicon, rules);
    learn_words(lexicon, rules);
    write(rules, arguments[0]);
    if (!measured.empty()) measure(Lemmatiser(arguments[0]), read_treebank(measured));
    return 0;
}

}  // namespace
}  // namespace newsgraph

int main(int count, char** arguments) {
    try {
        return newsgraph::run({arguments + 1, arguments + count});
    } catch (const newsgraph::Error& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
