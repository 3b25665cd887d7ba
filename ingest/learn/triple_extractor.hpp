#pragma once
// Triples of an ontology's relations from short texts: learned from examples, or from the relations' labels
// alone.

#include <memory>
#include <string>
#include <vector>

#include "ingest/entity/gazetteer.hpp"
#include "ingest/language/analyse.hpp"
#include "ingest/learn/schema.hpp"
#include "ingest/learn/triples.hpp"

namespace newsgraph {

/// The engines that texts are read with; they must outlive what is made with them.
struct ReadingEngines {
    const LanguageModels& models;
    const Gazetteer& gazetteer;
    const LabelWords& label_words;
};

class TripleExtractor {
  public:
    /// Knows only what the ontology says: labels, domains, ranges.
    TripleExtractor(Schema schema, const ReadingEngines& engines);

    /// Learns from the examples. Their triples of relations that the schema lacks are passed over. At most
    /// `max_examples` are learned from, the first ones. A few milliseconds an example; deterministic.
    TripleExtractor(Schema schema, const ReadingEngines& engines,
                    const std::vector<LabelledSentence>& examples);
    ~TripleExtractor();
    TripleExtractor(TripleExtractor&&) noexcept;
    TripleExtractor& operator=(TripleExtractor&&) noexcept;

    static constexpr std::size_t max_examples = 20000;  // bounds memory

    /// The triples that the text states, the surest first; `text` must be valid UTF-8. Linear, but for pairs
    /// of candidates within the text, of which there are a bounded number.
    std::vector<Triple> extract(const std::string& text) const;

    /// How sure a triple must be to be told, found by cross-validation on the examples.
    float threshold() const noexcept;

    struct Parts;

  private:
    std::unique_ptr<Parts> parts_;
};

}  // namespace newsgraph
