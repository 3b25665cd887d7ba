#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <tuple>

#include "ingest/entity/entities.hpp"
#include "ingest/entity/gazetteer.hpp"
#include "trees.hpp"

using namespace newsgraph;

namespace {

/// A sentence without a tree worth the name: "Ann/PROPN said/VERB"; all words hang on the verb, plain names
/// are NNP, "+" where no space stands before.
std::string flat(const std::string& tagged) {
    std::istringstream in(tagged);
    std::vector<std::pair<std::string, std::string>> words;
    std::size_t verb = 1;
    for (std::string word; in >> word;) {
        const std::size_t slash = word.rfind('/');
        words.emplace_back(word.substr(0, slash), word.substr(slash + 1));
        if (words.back().second == "VERB" && words[verb - 1].second != "VERB") verb = words.size();
    }
    std::string out = "~";
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& [form, upos] = words[i];
        const std::string xpos = upos == "PROPN"   ? "NNP"
                                 : upos == "NOUN"  ? "NN"
                                 : upos == "VERB"  ? "VBD"
                                 : upos == "ADP"   ? "IN"
                                 : upos == "DET"   ? "DT"
                                 : upos == "NUM"   ? "CD"
                                 : upos == "PART"  ? "POS"
                                 : upos == "CCONJ" ? "CC"
                                 : upos == "PUNCT" ? ","
                                                   : "JJ";
        const bool root = i + 1 == verb;
        out += form + '/' + upos + '/' + xpos + '/' + (root ? "0/root" : std::to_string(verb) + "/dep") + ' ';
    }
    return out;
}

std::string names_in(const std::string& tagged) {
    static const Gazetteer gazetteer(std::string(NEWSGRAPH_SOURCE_DIR) + "/data/gazetteer");
    AnnotatedText text = trees({flat(tagged + " +./PUNCT")});
    text.analysis.text = text.text;
    Document document;
    document.text = text.text;
    const Entities entities = find_entities(document, text.analysis, gazetteer);
    std::string list;
    for (const Entity& entity : entities.entities)
        list += (list.empty() ? "" : ", ") + entity.name + " (" + entity.type + ')';
    return list;
}

}  // namespace

TEST_CASE("names end where they end, and their own words tell what they name", "[entity][names]") {
    const auto [tagged, names] = GENERATE(table<std::string, std::string>({
        {"Then/ADV the/DET Trade/PROPN and/CCONJ Markets/PROPN Authority/PROPN met/VERB",
         "Trade and Markets Authority (organization)"},
        {"Then/ADV Moss/PROPN &/CCONJ Fern/PROPN met/VERB", "Moss & Fern (organization)"},
        {"Then/ADV the/DET University/PROPN of/ADP Mossdale/PROPN met/VERB",
         "University of Mossdale (organization)"},
        {"Then/ADV the/DET Clean/PROPN Moss/PROPN Act/PROPN passed/VERB", "Clean Moss Act (law)"},
        {"Then/ADV Mossworks/PROPN v./ADP Fernlab/PROPN ended/VERB", "Mossworks v. Fernlab (law)"},
        {"Then/ADV Lena/PROPN van/ADP der/ADP Moss/PROPN spoke/VERB", "Lena van der Moss (person)"},
        {"Then/ADV Lena/PROPN Moss/PROPN +-/PUNCT +Hill/PROPN spoke/VERB", "Lena Moss-Hill (person)"},
        {"Then/ADV Judge/PROPN Brandt/PROPN spoke/VERB", "Brandt (person)"},
        {"Then/ADV Mossworks/PROPN CEO/PROPN Lena/PROPN Brandt/PROPN spoke/VERB",
         "Mossworks (organization), Lena Brandt (person)"},
        {"Then/ADV the/DET Turku/PROPN +-/PUNCT +based/VERB firm/NOUN grew/VERB", "Turku (place)"},
        {"Then/ADV the/DET Farmers/PROPN +'/PART Union/PROPN met/VERB", "Farmers' Union (organization)"},
        {"Then/ADV French/ADJ police/NOUN met/VERB", "French (group)"},
        {"Then/ADV the/DET 2031/NUM Norwegian/ADJ general/ADJ election/NOUN ended/VERB",
         "2031 Norwegian general election (event)"},
        {"Then/ADV the/DET 2031/NUM local/ADJ elections=election/NOUN ended/VERB",
         "2031 local elections (event)"},
        {"Then/ADV 2031/NUM elections/NOUN ended/VERB", ""},
        {"Then/ADV they/PRON met/VERB on/ADP Monday/PROPN in/ADP May/PROPN", ""},
        {"Then/ADV the/DET NATO/PROPN summit/NOUN began/VERB", "NATO summit (event)"},
        {"Then/ADV doctors/NOUN tried/VERB mossolimab/NOUN", "mossolimab (product)"},
        {"Then/ADV eBay/PROPN grew/VERB", "eBay (organization)"},
        // Who leaves one body for another leaves two; a foundation's town is no part of its name.
        {"They/PRON left/VERB the/DET Treasury/PROPN for/ADP the/DET Moss/PROPN Bank/PROPN",
         "Treasury (organization), Moss Bank (organization)"},
        {"Then/ADV the/DET Tessaro/PROPN Foundation/PROPN of/ADP Oslo/PROPN met/VERB",
         "Tessaro Foundation (organization), Oslo (place)"},
        {"Then/ADV the/DET National/PROPN Bank/PROPN of/ADP Kenya/PROPN met/VERB",
         "National Bank of Kenya (organization)"},
        {"Then/ADV Lena/PROPN Paris/PROPN +-/PUNCT +Lund/PROPN spoke/VERB and/CCONJ Paris/PROPN +-/PUNCT "
         "+Lund/PROPN left/VERB",
         "Lena Paris-Lund (person)"},
        {"Then/ADV Adobe/PROPN Inc/PROPN met/VERB and/CCONJ Adobe/PROPN left/VERB",
         "Adobe Inc (organization)"},
        {"Then/ADV Fernlab/PROPN +'s/PART Tessaro/PROPN grew/VERB",
         "Fernlab (organization), Tessaro (product)"},
        {"Then/ADV Tessaro/PROPN +,/PUNCT a/DET language/NOUN model/NOUN +,/PUNCT grew/VERB",
         "Tessaro (model)"},
        {"Then/ADV Tessaro/PROPN +,/PUNCT a/DET small/ADJ model/NOUN +,/PUNCT grew/VERB",
         "Tessaro (product)"},
        // Titles of two words, and what a sentence begins with because a person is that.
        {"Prime/PROPN Minister/PROPN Anna/PROPN Brandt/PROPN spoke/VERB", "Anna Brandt (person)"},
        {"Surgeon/PROPN Lena/PROPN Brandt/PROPN spoke/VERB", "Lena Brandt (person)"},
        {"Rally/PROPN driver/NOUN Lena/PROPN Brandt/PROPN spoke/VERB", "Lena Brandt (person)"},
        // Possessors within the names of bodies.
        {"Then/ADV the/DET Patriots/PROPN +'/PART Front/PROPN met/VERB", "Patriots' Front (organization)"},
        {"Then/ADV St/PROPN Mossa/PROPN +'s/PART Hospital/PROPN met/VERB",
         "St Mossa's Hospital (organization)"},
        {"Then/ADV Tessaro/PROPN Dynamics/PROPN of/ADP Mossdale/PROPN met/VERB",
         "Tessaro Dynamics (organization), Mossdale (place)"},
        // A title is one name; which of several games it was is none.
        {"Then/ADV her/PRON album/NOUN Salt/PROPN and/CCONJ Honey/PROPN appeared/VERB",
         "Salt and Honey (work)"},
        {"They/PRON met/VERB in/ADP Game/PROPN 3/NUM", ""},
        {"The/DET National/PROPN Moss/PROPN Council/PROPN met/VERB", "National Moss Council (organization)"},
        {"The/DET coach/NOUN striker/NOUN club/NOUN match/NOUN season/NOUN goal/NOUN saw/VERB the/DET "
         "Tessaro/PROPN League/PROPN",
         "Tessaro League (event)"},
    }));
    CAPTURE(tagged);
    CHECK(names_in(tagged) == names);
}
