#pragma once
// Relations as a learner needs them: a label, what their two sides may be, the words that their label is made
// of.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/entity/gazetteer.hpp"
#include "ingest/relation/foreign_ontology.hpp"

namespace newsgraph {

/// What one side of a relation may be, as far as its name tells.
struct Expectation {
    bool date = false;
    bool number = false;
    std::vector<std::string> types;  // entity types of ours, e.g. "person" for "human"

    bool is_open() const noexcept { return !date && !number && types.empty(); }
};

/// A relation of an ontology.
struct SchemaRelation {
    std::string label;                // as answers name it: "director", "birthPlace", "competes-with"
    std::vector<std::string> domain;  // names of concepts or entity types; empty: anything
    std::vector<std::string> range;
};

/// All relations that may be answered, in the ontology's order.
struct Schema {
    std::string name;
    std::vector<std::string> concepts;
    std::vector<SchemaRelation> relations;

    /// Reads our own format or that of Text2KGBench (concepts with "qid" and "label", relations with "pid",
    /// "label", "domain", "range"). Throws Error with "FILE:LINE", the field and how to mend it.
    static Schema read(const std::filesystem::path& ontology);

    /// The relation's place by its label, blanks and underscores being the same; npos if there is none.
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
    std::size_t find(std::string_view label) const;
};

/// Words that say what labels say: "write" for "author", "born" for "birthPlace"; and which names of concepts
/// stand for which of our types. Read from data/ontology/label-words.json.
class LabelWords {
  public:
    /// Throws Error with FILE:LINE.
    static LabelWords read(const std::filesystem::path& file);

    /// The lemmas that speak for a relation: those of its label, and the words listed for them.
    std::vector<std::string> words(std::string_view label) const;

    /// What a side named so may be: "Person", "film production company", "gYear".
    Expectation expectation(const std::vector<std::string>& names, const Gazetteer& gazetteer) const;

    /// What a label alone tells of its object: "publication date", "numberOfStudents".
    Expectation of_label(std::string_view label) const;

  private:
    std::string kind_of(const std::vector<std::string>& words) const;

    std::vector<std::pair<std::string, std::vector<std::string>>> kinds_;  // "date", …: last words
    std::vector<std::pair<std::string, std::vector<std::string>>> words_;  // of a label: what says it
};

/// Forms of one word, as far as their beginnings tell: "director", "direct".
bool share_stem(std::string_view a, std::string_view b) noexcept;

}  // namespace newsgraph
