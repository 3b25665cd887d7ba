#pragma once
// CoNLL-U, the format of Universal Dependencies: https://universaldependencies.org/format.html

#include <iosfwd>
#include <string>
#include <string_view>

#include "ingest/language/analysis.hpp"

namespace newsgraph {

/// A document's text with its analysis.
struct AnnotatedText {
    std::string text;
    Analysis analysis;  // its `text` views the member above: fill it in after a copy or a move
};

/// Reads the trees of a CoNLL-U text. The raw text is put together from the words: a space after each unless
/// MISC says SpaceAfter=No, a blank line before a sentence with `# newpar` or `# newdoc`, else a space.
/// Sentences with `# newpar` begin a paragraph. Names are read from `NER=` in MISC (BIO). Empty nodes (8.1)
/// are passed over. Throws Error with "NAME:LINE" for a line that is no CoNLL-U. `name` is only for messages.
AnnotatedText read_conllu(std::string_view conllu, const std::string& name);

/// Writes an analysis, with the names in MISC as `NER=B-organization`; `text` of each sentence as a comment.
void write_conllu(std::ostream& out, const Analysis& analysis);

}  // namespace newsgraph
