#include "ingest/entity/name_types.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <tuple>
#include <vector>

#include "ingest/entity/gazetteer.hpp"
#include "ingest/entity/name_spans.hpp"
#include "ingest/entity/token_facts.hpp"
#include "trees.hpp"

using namespace newsgraph;

namespace {

/// "Name (type)" of every form in the sentences.
std::string typed(const std::vector<std::string>& sentences, const NameScores& scores = {}) {
    static const Gazetteer gazetteer(std::string(NEWSGRAPH_SOURCE_DIR) + "/data/gazetteer");
    AnnotatedText text = trees(sentences);
    text.analysis.text = text.text;
    text.analysis.name_scores = scores;
    const TokenFacts facts(text.analysis, gazetteer);
    const Dependents dependents(text.analysis);
    const std::vector<NameSpan> spans = find_name_spans(text.analysis, gazetteer, facts);
    std::string list;
    for (const NameForm& form : type_names(text.analysis, gazetteer, facts, dependents, spans)) {
        list += list.empty() ? "" : ", ";
        list += form.text + " (" + std::string(gazetteer.type_name(form.type)) + ')';
    }
    return list;
}

}  // namespace

TEST_CASE("what the words around a name that nobody knows say of it", "[entity][types]") {
    const auto [sentence, names] = GENERATE(table<std::string, std::string>({
        // What is done to the first of several is done to the others.
        {"~They=they/PRON/PRP/2/nsubj trained=train/VERB/VBD/0/root Tessaro/PROPN/NNP/2/obj "
         "and/CCONJ/CC/5/cc "
         "Fernlab/PROPN/NNP/3/conj +./PUNCT/./2/punct",
         "Tessaro (model), Fernlab (model)"},
        // Things stand at places, people work at firms.
        {"~They=they/PRON/PRP/2/nsubj saw=see/VERB/VBD/0/root the/DET/DT/4/det plant/NOUN/NN/2/obj "
         "at/ADP/IN/6/case Tessaro/PROPN/NNP/4/nmod +./PUNCT/./2/punct",
         "Tessaro (place)"},
        {"~They=they/PRON/PRP/2/nsubj saw=see/VERB/VBD/0/root a/DET/DT/4/det engineer/NOUN/NN/2/obj "
         "at/ADP/IN/6/case Tessaro/PROPN/NNP/4/nmod +./PUNCT/./2/punct",
         "Tessaro (organization)"},
        // What is compared is of one kind.
        {"~They=they/PRON/PRP/2/nsubj trained=train/VERB/VBD/0/root Tessaro/PROPN/NNP/2/obj "
         "+./PUNCT/./2/punct "
         "Tessaro/PROPN/NNP/6/nsubj outperforms=outperform/VERB/VBZ/2/parataxis Fernlab/PROPN/NNP/6/obj",
         "Tessaro (model), Fernlab (model)"},
        // A body's first word does what bodies do, though a town is called so as well.
        {"~Harlow/PROPN/NNP/2/compound Foods/PROPN/NNPS/3/nsubj grew=grow/VERB/VBD/0/root +./PUNCT/./3/punct "
         "Harlow/PROPN/NNP/6/nsubj hired=hire/VERB/VBD/3/parataxis Tessaro/PROPN/NNP/6/obj",
         "Harlow Foods (organization), Harlow (organization), Tessaro (person)"},
        // Within a sentence only a title has a capital on its article; what is made by a firm is a thing.
        {"~They=they/PRON/PRP/2/nsubj saw=see/VERB/VBD/0/root The/DET/DT/4/det Tessaro/PROPN/NNP/2/obj "
         "+./PUNCT/./2/punct",
         "Tessaro (work)"},
        {"~They=they/PRON/PRP/2/nsubj saw=see/VERB/VBD/0/root Tessaro/PROPN/NNP/2/obj +,/PUNCT/,/5/punct "
         "made=make/VERB/VBN/3/acl by/ADP/IN/7/case Fernlab/PROPN/NNP/5/obl +./PUNCT/./2/punct",
         "Tessaro (product), Fernlab (organization)"},
        // A side wins by a score, a country does not.
        {"~Norway/PROPN/NNP/2/nsubj beat/VERB/VBD/0/root Kenya/PROPN/NNP/2/obj 2/NUM/CD/2/obl "
         "+-/SYM/SYM/6/case +1/NUM/CD/4/nmod +./PUNCT/./2/punct",
         "Norway (organization), Kenya (organization)"},
        {"~Norway/PROPN/NNP/2/nsubj beat/VERB/VBD/0/root Kenya/PROPN/NNP/2/obj +./PUNCT/./2/punct",
         "Norway (place), Kenya (place)"},
        // So does it where the match is named, not the score.
        {"~Norway/PROPN/NNP/2/nsubj beat/VERB/VBD/0/root Kenya/PROPN/NNP/2/obj in/ADP/IN/6/case "
         "the/DET/DT/6/det "
         "final/NOUN/NN/2/obl +./PUNCT/./2/punct",
         "Norway (organization), Kenya (organization)"},
        {"~Norway/PROPN/NNP/2/nsubj won=win/VERB/VBD/0/root final/ADJ/JJ/4/amod approval/NOUN/NN/2/obj "
         "+./PUNCT/./2/punct",
         "Norway (place)"},
        // Who gets a post is a person; a body gets another chief.
        {"~They=they/PRON/PRP/2/nsubj named=name/VERB/VBD/0/root Tessaro/PROPN/NNP/5/compound "
         "chief/ADJ/JJ/5/amod executive/NOUN/NN/2/xcomp +./PUNCT/./2/punct",
         "Tessaro (person)"},
        {"~Tessaro/PROPN/NNP/2/nsubj replaced=replace/VERB/VBD/0/root Fernlab/PROPN/NNP/2/obj "
         "as/ADP/IN/6/case "
         "chief/ADJ/JJ/6/amod executive/NOUN/NN/2/obl of/ADP/IN/8/case Quellix/PROPN/NNP/6/nmod "
         "+./PUNCT/./2/punct",
         "Tessaro (person), Fernlab (person), Quellix (organization)"},
        // Who joins comes from a body, wherever the tree hangs that.
        {"~They=they/PRON/PRP/2/nsubj joined=join/VERB/VBD/0/root last/ADJ/JJ/4/amod August/PROPN/NNP/2/obl "
         "from/ADP/IN/6/case Tessaro/PROPN/NNP/4/nmod +./PUNCT/./2/punct",
         "Tessaro (organization)"},
        // A bill is no man, though its first word stands before men.
        {"~They=they/PRON/PRP/2/nsubj passed=pass/VERB/VBD/0/root the/DET/DT/5/det "
         "Finance/PROPN/NNP/5/compound "
         "Bill/PROPN/NNP/2/obj +./PUNCT/./2/punct",
         "Finance Bill (law)"},
        // One speaks at an event.
        {"~They=they/PRON/PRP/2/nsubj spoke=speak/VERB/VBD/0/root at/ADP/IN/4/case Tessaro/PROPN/NNP/2/obl "
         "+./PUNCT/./2/punct",
         "Tessaro (event)"},
        // A title's article has a capital, and no word is too common for it.
        {"~They=they/PRON/PRP/2/nsubj saw=see/VERB/VBD/0/root her=she/PRON/PRP$/4/nmod:poss "
         "film/NOUN/NN/2/obj "
         "+,/PUNCT/,/8/punct The=the/DET/DT/8/det Winter/PROPN/NNP/8/compound Road/PROPN/NNP/4/appos "
         "on/ADP/IN/10/case Monday/PROPN/NNP/2/obl",
         "The Winter Road (work)"},
        // What an owner's name stands before is a thing, if another noun comes between them.
        {"~They=they/PRON/PRP/2/nsubj sell/VERB/VBP/0/root its/PRON/PRP$/6/nmod:poss "
         "Tessaro/PROPN/NNP/5/compound office/NOUN/NN/6/compound suite/NOUN/NN/2/obj",
         "Tessaro (product)"},
        // A number before one thing is none of so many.
        {"~They=they/PRON/PRP/2/nsubj sell/VERB/VBP/0/root its/PRON/PRP$/6/nmod:poss "
         "Tessaro/PROPN/NNP/6/compound 5/NUM/CD/6/nummod phone/NOUN/NN/2/obj +./PUNCT/./2/punct",
         "Tessaro 5 (product)"},
        // Where no models are spoken of, a test is a thing.
        {"~They=they/PRON/PRP/2/nsubj sell/VERB/VBP/0/root a/DET/DT/4/det test/NOUN/NN/2/obj "
         "called=call/VERB/VBN/4/acl Tessaro/PROPN/NNP/5/xcomp",
         "Tessaro (product)"},
        // A person's family name is no town, unless the text is in it.
        {"~Ann=Ann/PROPN/NNP/3/nsubj London/PROPN/NNP/1/flat left=leave/VERB/VBD/0/root +./PUNCT/./3/punct "
         "London/PROPN/NNP/6/nsubj grew=grow/VERB/VBD/3/parataxis",
         "Ann London (person), London (person)"},
        {"~Ann=Ann/PROPN/NNP/3/nsubj London/PROPN/NNP/1/flat left=leave/VERB/VBD/0/root in/ADP/IN/5/case "
         "London/PROPN/NNP/3/obl +./PUNCT/./3/punct",
         "Ann London (person), London (place)"},
        // Owners are bodies as well as persons.
        {"~They=they/PRON/PRP/2/nsubj met=meet/VERB/VBD/0/root its/PRON/PRP$/4/nmod:poss owner/NOUN/NN/2/obj "
         "+,/PUNCT/,/6/punct Tessaro/PROPN/NNP/4/appos +./PUNCT/./2/punct",
         "Tessaro (organization)"},
    }));
    CAPTURE(sentence);
    CHECK(typed({sentence}) == names);
}

TEST_CASE("the tagger's belief in each type counts where it found no name", "[entity][types]") {
    const std::string sentence =
        "~They=they/PRON/PRP/2/nsubj saw=see/VERB/VBD/0/root Tessaro/PROPN/NNP/2/obj +./PUNCT/./2/punct";
    NameScores scores;
    scores.types = {"organization", "event"};
    const std::vector<float> event{0, 0, 9, 0};  // of each type: as the first word of a name, as a later one
    scores.set(2, event);
    CHECK(typed({sentence}) == "Tessaro (organization)");
    CHECK(typed({sentence}, scores) == "Tessaro (event)");
}

TEST_CASE("name scores are kept for the tokens that have them", "[language][names]") {
    NameScores scores;
    scores.types = {"person"};
    CHECK(scores.empty());
    const std::vector<float> first{1, 2};
    const std::vector<float> second{3, 4};
    scores.set(1, first);
    scores.set(4, second);
    CHECK(scores.of(0).empty());
    CHECK(scores.of(9).empty());
    REQUIRE(scores.of(4).size() == 2);
    CHECK(scores.of(1)[1] == 2);
    CHECK(scores.of(4)[0] == 3);
    scores.clear();
    CHECK(scores.of(1).empty());
}

TEST_CASE("a sentence tells of a post whatever the next one begins with", "[entity][types]") {
    CHECK(typed({"~They=they/PRON/PRP/2/nsubj named=name/VERB/VBD/0/root Tessaro/PROPN/NNP/4/compound "
                 "chief/NOUN/NN/2/xcomp",
                 "Fernlab/PROPN/NNP/2/nsubj hired=hire/VERB/VBD/0/root her=she/PRON/PRP/2/obj"}) ==
          "Tessaro (person), Fernlab (organization)");
}
