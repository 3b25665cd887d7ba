#pragma once
// What a store holds, as text to compare.

#include <sstream>
#include <string>

#include "export/write.hpp"
#include "graph/store/reader.hpp"
#include "graph/store/store.hpp"

namespace newsgraph::sample {

inline std::string exported(Store& store) {
    std::ostringstream out;
    ExportOptions options;
    options.open = true;
    write_graph(graph_of(store), Format::json, out, options);
    return out.str();
}

/// All that people can ask, but for keys.
inline std::string dumped(Store& store) {
    std::string all;
    for (const char* sql :
         {"SELECT id, title, date, source, copy_of, claims, hash FROM documents ORDER BY id",
          "SELECT name, type, mentions, documents, aliases FROM entities ORDER BY 1, 2, 3, 4, 5",
          "SELECT head, type, tail, modality, attributed_to, sources, claims, open, inferred FROM relations "
          "ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9",
          "SELECT f.type, f.normal, f.document, f.sense, f.records, f.reason, p.normal, p.sense FROM form f "
          "LEFT JOIN form p ON p.key = f.parent ORDER BY 1, 2, 3, 4",
          "SELECT f.normal, f.type, f.document, f.sense, k.uses, k.normal FROM form_alias k JOIN form f ON "
          "f.key "
          "= k.form ORDER BY 1, 2, 3, 4, 6",
          "SELECT count(*) FROM form_key", "SELECT count(*) FROM form_neighbor",
          "SELECT sum(uses) FROM form_apart", "SELECT count(*), sum(claims) FROM relation_story",
          "SELECT count(*) FROM form_name", "SELECT count(*) FROM copy_band",
          "SELECT count(*) FROM copy_pair"}) {
        const auto statement = store.database().prepare(sql);
        while (statement->step()) {
            for (int i = 0; i < statement->column_count(); ++i) all += statement->text(i) + '|';
            all += '\n';
        }
    }
    const auto problems = store.database().prepare("PRAGMA foreign_key_check");
    while (problems->step()) all += "foreign key\n";
    return all;
}

}  // namespace newsgraph::sample
