// newsgraph-bench-language MODELS FILE [SECONDS]: how many words a second the language engine reads on one
// core, as a whole and of its learned tagger and parser alone. MODELS is data/models, FILE any text.
//
// Times are of the processor, so that others' work on the machine counts little; the best round is printed.

#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>

#include "graph/error.hpp"
#include "ingest/language/analyse.hpp"
#include "ingest/language/tagger_parser.hpp"

namespace newsgraph {
namespace {

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// The least time that `work` took, done again for `seconds`.
template <typename Work>
double best_time(double seconds, const Work& work) {
    double best = std::numeric_limits<double>::infinity();
    for (const double start = processor_seconds(); processor_seconds() - start < seconds;) {
        const double before = processor_seconds();
        work();
        best = std::min(best, processor_seconds() - before);
    }
    return best;
}

Document document_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw Error(path.string(), "can't be read");
    Document document;
    document.text.assign(std::istreambuf_iterator<char>(file), {});
    for (std::size_t begin = 0; begin < document.text.size();) {
        const std::size_t end = std::min(document.text.find('\n', begin), document.text.size());
        if (end > begin) document.paragraphs.push_back({{begin, end - begin}});
        begin = end + 1;
    }
    return document;
}

void measure(const std::filesystem::path& folder, const std::filesystem::path& path, double seconds) {
    const double before = processor_seconds();
    const LanguageModels models(folder);
    const double loading = processor_seconds() - before;
    const TaggerParser tagger_parser(folder / "english.ngm");

    const Document document = document_of(path);
    Analysis analysis = analyse(document, models);
    const auto words = static_cast<double>(analysis.tokens.size());
    const double whole = best_time(seconds, [&] { analysis = analyse(document, models); });
    const double learned = best_time(seconds, [&] { tagger_parser.annotate(analysis); });
    std::cout << "words                       " << words << "\n"
              << "loading the models          " << loading * 1000 << " ms\n"
              << "raw text to trees and names " << words / whole << " words/s\n"
              << "tags, trees and names alone " << words / learned << " words/s\n";
}

}  // namespace
}  // namespace newsgraph

int main(int count, char** arguments) {
    if (count < 3) {
        std::cerr << "newsgraph-bench-language MODELS FILE [SECONDS]\n";
        return 2;
    }
    try {
        newsgraph::measure(arguments[1], arguments[2], count > 3 ? std::stod(arguments[3]) : 3.0);
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}
