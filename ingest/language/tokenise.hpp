#pragma once
// Text to syntactic words, by the conventions of the English treebanks of Universal Dependencies.

#include <string_view>
#include <vector>

#include "graph/span.hpp"

namespace newsgraph {

/// A syntactic word as `tokenise` cuts it, before anything is known of it.
struct Word {
    Span span;
    bool continues_word = false;  // as `Token::continues_word`: "n't" in "don't"
};

/// The words of `text` within `part`, with spans in `text`; a word never holds white space.
/// "Meta's GPT-4o won't cost $1.5bn." -> Meta 's GPT-4o wo n't cost $ 1.5 bn .
/// Linear in the size of `part`: a run without white space is cut after 1024 characters.
std::vector<Word> tokenise(std::string_view text, Span part);

}  // namespace newsgraph
