#pragma once
// Small documents made at random of names that are hard to tell apart.

#include <random>
#include <set>
#include <string>
#include <vector>

#include "graph/store/sha256.hpp"
#include "graph/store/writer.hpp"

namespace newsgraph::sample {

struct NamePool {
    std::string type;
    std::vector<std::string> names;
    std::vector<std::string> aliases;
};

inline const std::vector<NamePool>& name_pools() {
    static const std::vector<NamePool> pools{
        {"person",
         {"Ann Smith", "A. Smith", "Bob Smith", "Smith", "Dr. Ann Smith", "Karl Zuckerling",
          "Karl Zuckerlang", "Zuckerling", "Karl E. Zuckerling"},
         {"Smith", "Ann", "Zuckerling", "Karl"}},
        {"organization",
         {"Acme", "Acme Inc.", "Acme Corporation", "Acme Robotics", "Acme Robotics Holdings",
          "European Test Bank", "ETB", "Norvane Freight", "Norvane Frieght", "Norvane", "The Norvane"},
         {"Acme", "ETB", "Norvane", "Acme Robotics", "European Test Bank"}},
        {"model", {"Muse Nine", "Argus", "Muse Ten"}, {"Muse", "Nine"}},
        {"product", {"Muse Nine", "Argus", "Heron"}, {"Muse"}},
        {"place", {"Delft", "Oslo"}, {"Oslo"}},
        {"phrase", {"a robot", "two robots"}, {}},
    };
    return pools;
}

/// The document of that number is always the same.
inline StoredDocument random_document(unsigned number) {
    std::mt19937 random(number);
    const auto below = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
    StoredDocument document;
    Extraction& extraction = document.extraction;
    extraction.document = {"d" + std::to_string(number), "Title",
                           below(2) ? "2026-01-0" + std::to_string(below(9) + 1) : "", "source"};
    std::string text = number % 7 == 0
                           ? "This text is the same in many papers, word for word, as agencies wire it. "
                           : "Text of number " + std::to_string(number) + ". ";
    std::set<std::pair<std::string, std::string>> used;
    for (std::size_t i = 0, count = 2 + below(4); i < count; ++i) {
        const NamePool& pool = name_pools()[below(name_pools().size())];
        Entity entity{pool.names[below(pool.names.size())], pool.type, {}, {}};
        if (!used.emplace(entity.name, entity.type).second) continue;
        while (!pool.aliases.empty() && below(2) == 0) {
            const std::string& alias = pool.aliases[below(pool.aliases.size())];
            if (alias != entity.name && (entity.aliases.empty() || entity.aliases.back() != alias))
                entity.aliases.push_back(alias);
        }
        entity.mentions.push_back({text.size(), entity.name.size()});
        text += entity.name + ' ';
        extraction.entities.push_back(std::move(entity));
    }
    if (below(2) == 0 && used.emplace("Heron", "product").second) {
        extraction.entities.push_back({"Heron", "product", {}, {}});  // what many are related to
        for (std::uint32_t i = 0; i + 1 < extraction.entities.size(); ++i) {
            Claim claim;
            claim.head = EntityId{i};
            claim.tail = EntityId{static_cast<std::uint32_t>(extraction.entities.size() - 1)};
            claim.type = "develops";
            claim.evidence = {extraction.document.id, {0, 4}, text.substr(0, 4)};
            extraction.claims.push_back(std::move(claim));
        }
    }
    const std::vector<std::string> types{"leads", "competes-with", "develops"};
    for (std::size_t i = 0, count = below(5); i < count; ++i) {
        Claim claim;
        claim.head = EntityId{static_cast<std::uint32_t>(below(extraction.entities.size()))};
        claim.tail = EntityId{static_cast<std::uint32_t>(below(extraction.entities.size()))};
        if (claim.head == claim.tail) continue;
        claim.type = types[below(types.size())];
        claim.modality = static_cast<Modality>(below(5));
        if (below(3) == 0) claim.qualifiers.push_back({"date", "in May", "2026-05"});
        claim.evidence = {extraction.document.id, {0, 4}, text.substr(0, 4)};
        extraction.claims.push_back(std::move(claim));
    }
    if (!extraction.claims.empty() && below(3) == 0) {
        Claim claim = extraction.claims.front();
        claim.type = "part-of";
        claim.inferred = true;
        claim.inferred_from = {0};
        extraction.claims.push_back(std::move(claim));
    }
    document.senses.resize(extraction.entities.size());
    for (std::size_t i = 0; i < extraction.entities.size(); ++i) {
        if (extraction.entities[i].type != "person" || below(3) == 0) continue;
        const std::vector<std::string> kinds{"arts", "office", "sport"},
            bodies{"acme", "acme robotics", "norvane"};
        if (below(3) > 0) document.senses[i].kinds.insert(kinds[below(3)]);
        if (below(6) == 0) document.senses[i].kinds.insert(kinds[below(3)]);
        if (below(4) == 0)
            document.senses[i].posts.insert({2025 + static_cast<int>(below(3)), bodies[below(3)]});
    }
    document.hash = sha256(text);
    document.text = std::move(text);
    document.known.resize(extraction.entities.size());
    return document;
}

}  // namespace newsgraph::sample
