#include "ingest/entity/entities.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <tuple>
#include <vector>

#include "found.hpp"

using namespace newsgraph;

namespace {

/// "Name (type)" of every entity, in order.
std::string listed(const Entities& entities) {
    std::string list;
    for (const Entity& entity : entities.entities)
        list += (list.empty() ? "" : ", ") + entity.name + " (" + entity.type + ')';
    return list;
}

const std::string brandt =
    "~Lena/PROPN/NNP/7/nsubj Brandt/PROPN/NNP/1/flat +,/PUNCT/,/1/punct a/DET/DT/5/det "
    "botanist/NOUN/NN/1/appos +,/PUNCT/,/1/punct founded=found/VERB/VBD/0/root Mossworks/PROPN/NNP/7/obj "
    "in/ADP/IN/10/case Turku/PROPN/NNP/7/obl +./PUNCT/./7/punct";

}  // namespace

TEST_CASE("names are found, typed and listed in the order of first mention", "[entity]") {
    CHECK(listed(found_in({brandt}).entities) ==
          "Lena Brandt (person), Mossworks (organization), Turku (place)");
}

TEST_CASE("a surname alone, with or without a title, is the person named in full", "[entity][aliases]") {
    const Found found = found_in(
        {brandt,
         "Ms/PROPN/NNP/2/nmod:desc Brandt/PROPN/NNP/3/nsubj sold=sell/VERB/VBD/0/root it/PRON/PRP/3/obj "
         "+./PUNCT/./3/punct"});
    CHECK(listed(found.entities) == "Lena Brandt (person), Mossworks (organization), Turku (place)");
    CHECK(referents_of(found, "Brandt", 2) == "Lena Brandt");
    CHECK(referents_of(found, "it") == "Mossworks");
}

TEST_CASE("pronouns agree with what they refer to", "[entity][coreference]") {
    const Found found = found_in(
        {brandt,
         "She/PRON/PRP/2/nsubj says=say/VERB/VBZ/0/root its/PRON/PRP$/4/nmod:poss plant/NOUN/NN/5/nsubj "
         "grew=grow/VERB/VBD/2/ccomp +./PUNCT/./2/punct"});
    CHECK(referents_of(found, "She") == "Lena Brandt");
    CHECK(referents_of(found, "its") == "Mossworks");
}

TEST_CASE("a description takes up a name that it fits", "[entity][coreference]") {
    const auto [noun, referent] = GENERATE(table<std::string, std::string>({
        {"company", "Mossworks"},
        {"firm", "Mossworks"},
        {"botanist", "Lena Brandt"},
        {"ministry", ""},
        {"model", ""},
    }));
    CAPTURE(noun);
    const Found found =
        found_in({brandt, "The/DET/DT/2/det " + noun +
                              "/NOUN/NN/3/nsubj grew=grow/VERB/VBD/0/root +./PUNCT/./3/punct"});
    CHECK(referents_of(found, noun) == referent);
}

TEST_CASE("a noun in apposition refers to what the name beside it names", "[entity][coreference]") {
    const Found found = found_in({brandt});
    CHECK(referents_of(found, "botanist") == "Lena Brandt");
}

TEST_CASE("a relative pronoun refers to what its clause hangs on", "[entity][coreference]") {
    const Found found =
        found_in({"~Mossworks/PROPN/NNP/7/nsubj +,/PUNCT/,/4/punct which/PRON/WDT/4/nsubj "
                  "sells=sell/VERB/VBZ/1/acl:relcl "
                  "moss/NOUN/NN/4/obj +,/PUNCT/,/4/punct grew=grow/VERB/VBD/0/root +./PUNCT/./7/punct"});
    CHECK(referents_of(found, "which") == "Mossworks");
}

TEST_CASE("several at once: the two companies, both, they", "[entity][coreference]") {
    const std::string pair =
        "~Mossworks/PROPN/NNP/4/nsubj and/CCONJ/CC/3/cc Fernlab/PROPN/NNP/1/conj "
        "merged=merge/VERB/VBD/0/root "
        "+./PUNCT/./4/punct";
    CHECK(referents_of(found_in({pair,
                                 "Both/DET/DT/2/det companies=company/NOUN/NNS/3/nsubj "
                                 "grew=grow/VERB/VBD/0/root +./PUNCT/./3/punct"}),
                       "companies") == "Mossworks, Fernlab");
    CHECK(referents_of(found_in({pair, "They/PRON/PRP/2/nsubj grew=grow/VERB/VBD/0/root +./PUNCT/./2/punct"}),
                       "They") == "Mossworks, Fernlab");
    CHECK(referents_of(found_in({pair,
                                 "The/DET/DT/2/det latter/NOUN/NN/3/nsubj grew=grow/VERB/VBD/0/root "
                                 "+./PUNCT/./3/punct"}),
                       "latter") == "Fernlab");
}

TEST_CASE("who says \"I\" is who speaks", "[entity][coreference]") {
    const Found found = found_in(
        {brandt,
         "\"/PUNCT/``/3/punct +I/PRON/PRP/3/nsubj love/VERB/VBP/7/ccomp moss/NOUN/NN/3/obj "
         "+,/PUNCT/,/7/punct "
         "+\"/PUNCT/''/7/punct said=say/VERB/VBD/0/root Brandt/PROPN/NNP/7/nsubj +./PUNCT/./7/punct"});
    CHECK(referents_of(found, "I") == "Lena Brandt");
}

TEST_CASE("an acronym joins the name that it abbreviates", "[entity][aliases]") {
    const Found found = found_in(
        {"~The/DET/DT/4/det Moss/PROPN/NNP/4/compound Growers/PROPN/NNPS/4/compound "
         "Association/PROPN/NNP/8/nsubj (/PUNCT/-LRB-/6/punct +MGA/PROPN/NNP/4/appos +)/PUNCT/-RRB-/6/punct "
         "grew=grow/VERB/VBD/0/root +./PUNCT/./8/punct"});
    REQUIRE(found.entities.entities.size() == 1);
    CHECK(found.entities.entities[0].name == "Moss Growers Association");
    CHECK(found.entities.entities[0].aliases == std::vector<std::string>{"MGA"});
}

TEST_CASE("months, titles and sentence beginnings are no names", "[entity]") {
    CHECK(listed(found_in(
                     {"~Prices=price/NOUN/NNS/2/nsubj fell=fall/VERB/VBD/0/root in/ADP/IN/4/case "
                      "March/PROPN/NNP/2/obl +,/PUNCT/,/8/punct the/DET/DT/7/det President/PROPN/NNP/8/nsubj "
                      "said=say/VERB/VBD/2/parataxis +./PUNCT/./2/punct"})
                     .entities)
              .empty());
}

TEST_CASE("mentions lie in the text, in its order, each within a sentence", "[entity]") {
    const Found found =
        found_in({brandt,
                  "She/PRON/PRP/2/nsubj left=leave/VERB/VBD/0/root the/DET/DT/4/det company/NOUN/NN/2/obj "
                  "+./PUNCT/./2/punct"});
    TokenIndex last = 0;
    for (const Mention& mention : found.entities.mentions) {
        CHECK(mention.tokens.begin >= last);
        last = mention.tokens.begin;
        CHECK(mention.tokens.contains(mention.head));
        CHECK(mention.tokens.end <= found.text.analysis.tokens.size());
    }
    for (const Entity& entity : found.entities.entities) {
        CHECK(std::is_sorted(entity.mentions.begin(), entity.mentions.end()));
        const bool written = std::any_of(
            entity.mentions.begin(), entity.mentions.end(),
            [&](const Span& span) { return found.text.text.substr(span.begin, span.size) == entity.name; });
        CHECK(written);
    }
}

TEST_CASE("an entity that is added later is found by its head", "[entity]") {
    Found found = found_in({brandt});
    const EntityId id = found.entities.add(found.text.analysis, "botanist", "task", {4, 5}, 4);
    CHECK(found.entities.entities[index_of(id)].type == "task");
    CHECK(found.entities.entities[index_of(id)].mentions.size() == 1);
    const std::vector<EntityId> referents = found.entities.referents(4);
    CHECK(std::find(referents.begin(), referents.end(), id) != referents.end());
}

TEST_CASE("a flat sentence of 20,000 words costs no more than its length", "[entity][bounds]") {
    std::string sentence = "~";
    for (int i = 0; i < 2500; ++i) {
        sentence +=
            "the/DET/DT/3/det company/NOUN/NN/3/nsubj said=say/VERB/VBD/" +
            std::string(i == 0 ? "0/root" : "3/conj") +
            " that/PRON/WDT/3/nsubj Mossworks/PROPN/NNP/3/nsubj and/CCONJ/CC/3/conj it/PRON/PRP/3/nsubj "
            "its/PRON/PRP$/3/nsubj ";
    }
    const Found found = found_in({sentence});
    CHECK(found.entities.entities.size() == 1);
}
