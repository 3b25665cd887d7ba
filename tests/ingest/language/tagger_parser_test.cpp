#include "ingest/language/tagger_parser.hpp"

#include <catch2/catch.hpp>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <sstream>

#include "graph/error.hpp"
#include "ingest/language/conllu.hpp"
#include "tests/temporary_folder.hpp"

using namespace newsgraph;

namespace {

const std::filesystem::path model_path =
    std::filesystem::path(NEWSGRAPH_SOURCE_DIR) / "data/models/english.ngm";

const TaggerParser& model() {
    static const TaggerParser loaded(model_path);
    return loaded;
}

/// One sentence a line, tokens parted by spaces.
AnnotatedText annotated(const std::string& text) {
    AnnotatedText result;
    result.text = text;
    Analysis& analysis = result.analysis;
    std::size_t begin = 0;
    TokenIndex first = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != ' ' && text[i] != '\n') continue;
        if (i > begin) {
            analysis.tokens.emplace_back().span = {begin, i - begin};
        }
        begin = i + 1;
        const auto end = static_cast<TokenIndex>(analysis.tokens.size());
        if ((i == text.size() || text[i] == '\n') && end > first) {
            const std::size_t from = analysis.tokens[first].span.begin;
            analysis.sentences.push_back({{first, end}, {from, i - from}});
            first = end;
        }
    }
    analysis.text = result.text;
    model().annotate(analysis);
    return result;
}

/// "nsubj(acquired, Meta)" and so on.
std::string trees(const AnnotatedText& text) {
    std::string out;
    for (TokenIndex i = 0; i < text.analysis.tokens.size(); ++i) {
        const Token& token = text.analysis.tokens[i];
        const auto form = [&](TokenIndex at) {
            const Span span = text.analysis.tokens[at].span;
            return text.text.substr(span.begin, span.size);
        };
        out += std::string(to_string(token.upos)) + " " + std::string(to_string(token.deprel)) + "(" +
               (token.head == no_token ? "" : form(token.head) + ", ") + form(i) + ")\n";
    }
    return out;
}

std::size_t roots(const Analysis& analysis) {
    std::size_t count = 0;
    for (const Token& token : analysis.tokens) count += token.head == no_token;
    return count;
}

bool is_forest(const Analysis& analysis) {
    for (const Sentence& sentence : analysis.sentences) {
        for (TokenIndex i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            std::size_t steps = 0;
            for (TokenIndex at = i; at != no_token; at = analysis.tokens[at].head) {
                if (!sentence.tokens.contains(at) || ++steps > sentence.tokens.size()) return false;
            }
        }
    }
    return roots(analysis) == analysis.sentences.size();
}

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string message_for(const std::filesystem::path& path) {
    try {
        const TaggerParser refused(path);
    } catch (const Error& error) {
        CHECK(error.where() == path.string());
        CHECK(!error.fix().empty());
        return error.problem();
    }
    return "";
}

}  // namespace

TEST_CASE("plain sentences get the trees a grammar book gives them", "[language][model]") {
    CHECK(trees(annotated("The company bought a small bank on Monday .")) ==
          "DET det(company, The)\n"
          "NOUN nsubj(bought, company)\n"
          "VERB root(bought)\n"
          "DET det(bank, a)\n"
          "ADJ amod(bank, small)\n"
          "NOUN obj(bought, bank)\n"
          "ADP case(Monday, on)\n"
          "PROPN obl(bought, Monday)\n"
          "PUNCT punct(bought, .)\n");
    CHECK(trees(annotated("The bank was sold by its owner .")) ==
          "DET det(bank, The)\n"
          "NOUN nsubj:pass(sold, bank)\n"
          "AUX aux:pass(sold, was)\n"
          "VERB root(sold)\n"
          "ADP case(owner, by)\n"
          "PRON nmod:poss(owner, its)\n"
          "NOUN obl:agent(sold, owner)\n"
          "PUNCT punct(sold, .)\n");
}

TEST_CASE("names come with their types", "[language][model]") {
    const AnnotatedText text = annotated("Angela Merkel met officials in Paris on Monday .");
    REQUIRE(text.analysis.names.size() == 2);
    CHECK(text.analysis.names[0].tokens == TokenRange{0, 2});
    CHECK(text.analysis.names[0].type == "person");
    CHECK(text.analysis.names[1].tokens == TokenRange{5, 6});
    CHECK(text.analysis.names[1].type == "place");
    for (const NameTag& name : text.analysis.names) {
        CHECK(name.probability > 0);
        CHECK(name.probability <= 1);
    }
}

TEST_CASE("a text's neighbours in a batch change nothing", "[language][model]") {
    const std::string sentence = "Two people who know the plan said that it would fail .";
    const std::string alone = trees(annotated(sentence));
    std::string many;
    std::string expected;
    for (int i = 0; i < 60; ++i) {
        many += sentence + "\n";
        expected += alone;
    }
    CHECK(trees(annotated(many)) == expected);
}

TEST_CASE("nothing gives nothing, and one token a root", "[language][model]") {
    CHECK(annotated("").analysis.tokens.empty());
    const AnnotatedText one = annotated("Yes");
    CHECK(is_forest(one.analysis));
    CHECK(one.analysis.tokens[0].deprel == Deprel::root);
}

TEST_CASE("a sentence of 10,000 tokens has one root, and each token a way to it", "[language][model]") {
    std::string text;
    for (int i = 0; i < 2'000; ++i) text += "and the cat sat , ";
    const AnnotatedText whole = annotated(text);
    CHECK(whole.analysis.tokens.size() == 10'000);
    CHECK(is_forest(whole.analysis));
    CHECK(is_forest(annotated(std::string(20'000, '!')).analysis));
    std::string marks;
    for (int i = 0; i < 5'000; ++i) marks += "! ";
    CHECK(is_forest(annotated(marks).analysis));
}

TEST_CASE("hostile bytes are tagged like any others", "[language][model]") {
    std::string bytes;
    for (int i = 1; i < 256; ++i) {
        bytes += static_cast<char>(i);
        if (i % 3 == 0) bytes += ' ';
    }
    CHECK(is_forest(
        annotated(bytes + "\n\xFF\xFE \xC3( \xE2\x28\xA1\n\xF0\x9F\x98\x80 \xED\xA0\x80").analysis));
}

TEST_CASE("the two tags of a word go together", "[language][model]") {
    const Analysis analysis =
        annotated("Plans to free the captured sailors failed , though talks with all but two sides go on .")
            .analysis;
    for (const Token& token : analysis.tokens) {
        if (token.upos == Upos::noun) CHECK((token.xpos == Xpos::nn || token.xpos == Xpos::nns));
        if (token.xpos == Xpos::vbd || token.xpos == Xpos::vbz)
            CHECK((token.upos == Upos::verb || token.upos == Upos::aux));
    }
}

namespace {

std::uint64_t number_at(const std::string& bytes, std::size_t at) {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

/// A model file with another byte in an array, and a checksum that fits.
std::string with_byte(std::string bytes, const std::string& array, std::size_t at, char value) {
    constexpr std::size_t header = 40, entry = 40, name_size = 24;
    std::size_t place = header;
    while (bytes.compare(place, array.size() + 1, array.c_str(), array.size() + 1) != 0) place += entry;
    bytes[number_at(bytes, place + name_size) + at] = value;
    std::uint64_t sum = 0xCBF29CE484222325U;
    for (std::size_t i = header; i + 8 <= bytes.size(); i += 8) {
        sum = (sum ^ number_at(bytes, i)) * 0x9E3779B97F4A7C15U;
        sum ^= sum >> 32;
    }
    std::memcpy(bytes.data() + 32, &sum, sizeof sum);
    return bytes;
}

}  // namespace

TEST_CASE("a model file that can't serve is refused by name and reason", "[language][model]") {
    const TemporaryFolder folder;
    const std::string good = bytes_of(model_path);
    REQUIRE(good.size() > 1000);
    CHECK_THAT(message_for(folder.path / "none.ngm"), Catch::Contains("can't be read: No such file"));
    CHECK(message_for(folder.path) == "this is no model file");
    CHECK(message_for(folder.write("empty.ngm", "")) == "this is no model file");
    CHECK(message_for(folder.write("foreign.ngm", std::string(5000, 'x'))) == "this is no model file");
    CHECK_THAT(message_for(folder.write("short.ngm", good.substr(0, good.size() / 2))),
               Catch::Contains("the model is cut short"));
    std::string changed = good;
    changed[8] = 9;
    CHECK_THAT(message_for(folder.write("new.ngm", changed)),
               Catch::Contains("the model is of version 9, this program reads version 2"));
    changed = good;
    changed[good.size() / 2] = static_cast<char>(changed[good.size() / 2] ^ 4);
    CHECK(message_for(folder.write("damaged.ngm", changed)) == "the model is damaged: its checksum differs");
    changed = good;
    changed[16] = static_cast<char>(changed[16] ^ 1);
    CHECK(message_for(folder.write("features.ngm", changed)) ==
          "the model was made for other word features than this program's");
    CHECK(message_for(folder.write("weight.ngm", with_byte(good, "heads.weight", 0, 65))) ==
          "its weights are out of range");
    const std::size_t label = 5 * sizeof(std::uint32_t);  // its place among the sizes
    CHECK(message_for(folder.write("size.ngm", with_byte(good, "sizes", label, 98))) ==
          "its sizes are out of range");
}
