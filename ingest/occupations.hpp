#pragma once
// What a document says of its persons that tells them from others of the same name.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/extraction.hpp"
#include "graph/store/sense.hpp"
#include "ingest/relation/ontology.hpp"

namespace newsgraph {

/// Nouns for what persons do, by kinds of work: "striker" is "sport".
class Occupations {
  public:
    /// Reads data/ontology/occupations.json or one like it. Throws Error with the line of a mistake, or where
    /// the file can't be opened.
    static Occupations read(const std::filesystem::path& path);
    static Occupations parse(std::string_view json, const std::string& name);

    /// The kind of work that the last word of `description` is a noun for: "office" for "Acme's chief
    /// executive". Empty where it is none. Case counts: a word
    /// is found as the file writes it ("baker", "CEO"); "Baker" is a name.
    std::string_view kind_of(std::string_view description) const;

  private:
    std::unordered_map<std::string, std::string> kinds_;  // of each noun
};

/// Of each entity: of what kinds its work is, as the nouns that refer to it and its roles have it, and which
/// bodies it heads in a role that one person has at a time. Empty for all but persons. Without the document's
/// text only roles count. Linear in the extraction.
std::vector<Sense> senses_of(const Extraction& extraction, const std::optional<std::string>& text,
                             const Ontology& ontology, const Occupations& occupations);

}  // namespace newsgraph
