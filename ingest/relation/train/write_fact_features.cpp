// Writes the open facts of sentences, and beside them what their confidence comes from, for
// fit_fact_confidence.py.

#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>

#include "export/facts_tsv.hpp"
#include "ingest/extract.hpp"

using namespace newsgraph;

namespace {

void write_features(const FactFeatures& features, std::ostream& out) {
    const char* separator = "";
    for (std::size_t i = 0; i < fact_feature_count; ++i) {
        if (!features[i]) continue;
        out << separator << to_string(static_cast<FactFeature>(i));
        separator = " ";
    }
    out << '\n';
}

void write(const char* data, const char* sentences, const char* facts_file, const char* features_file) {
    const Resources resources = Resources::load(ResourcePaths::in(data));
    std::ifstream in(sentences);
    if (!in) throw Error(sentences, "can't be read");
    std::ofstream facts(facts_file);
    std::ofstream features(features_file);
    SentenceReader reader(in, sentences);
    while (const auto lines = reader.next()) {
        for (const StatedFact& stated : extract_facts(*lines, resources)) {
            write_fact_tsv(lines->line(stated.sentence), stated.fact, facts);
            write_features(stated.features, features);
        }
    }
    if (!facts.flush() || !features.flush()) throw Error(facts_file, "could not be written");
}

}  // namespace

int main(int argument_count, char** arguments) {
    if (argument_count != 5) {
        std::cerr << "newsgraph-train-facts DATA SENTENCES FACTS FEATURES\n";
        return 2;
    }
    try {
        write(arguments[1], arguments[2], arguments[3], arguments[4]);
        return EXIT_SUCCESS;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return EXIT_FAILURE;
    }
}
