// newsgraph list, show, remove: the documents of a store.

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/ask_options.hpp"
#include "cli/commands.hpp"
#include "cli/output_file.hpp"
#include "cli/relation_rows.hpp"
#include "cli/results.hpp"
#include "cli/suggest.hpp"
#include "cli/table.hpp"
#include "export/json.hpp"
#include "export/text_width.hpp"
#include "graph/error.hpp"
#include "graph/store/reader.hpp"

namespace newsgraph {
namespace {

struct DocumentOptions {
    std::string store;
    std::vector<std::string> ids;
    std::string format = "table";
    bool is_text_only = false;
};

std::vector<std::string> ids_in(Store& store) {
    std::vector<std::string> ids;
    Statement& row = store.database().statement("SELECT id FROM document ORDER BY id")();
    while (row.step()) ids.push_back(row.text(0));
    return ids;
}

Error no_document(Store& store, const std::string& id) {
    const auto near = nearest(id, ids_in(store));
    return Error("\"" + id + "\"", "the store has no document of this id",
                 near ? "did you mean \"" + *near + "\"?" : "newsgraph list shows them");
}

void list(const DocumentOptions& options) {
    Store store = Store::open(options.store);
    Results results{{"Id", "Date", "Title", "Claims", "Copy of", "Source"}};
    results.ids = {0, 4};  // "Id", "Copy of"
    Statement& row = store.database().statement(
        "SELECT id, date, title, claims, copy_of, source FROM documents ORDER BY id")();
    while (row.step()) {
        ResultRow& result = results.rows.emplace_back();
        for (int i = 0; i < row.column_count(); ++i) result.cells.push_back(row.text(i));
        result.json = JsonObject()
                          .text("id", row.text(0))
                          .text_or_null("date", row.text(1))
                          .text("title", row.text(2))
                          .number("claims", row.integer(3))
                          .text_or_null("copy_of", row.text(4))
                          .text("source", row.text(5))
                          .str();
    }
    if (results.rows.empty()) spdlog::info("{} is empty; newsgraph add puts articles into it", options.store);
    show_results(results, options.format);
}

std::string copied_document(Store& store, const std::string& id) {
    Statement& row = store.database().statement("SELECT copy_of FROM documents WHERE id = ?")(id);
    std::string copied = row.step() ? row.text(0) : "";
    row.reset();
    return copied;
}

void show_json(Store& store, const std::string& id, const StoredDocument& document) {
    const Extraction& said = document.extraction;
    std::vector<std::string> claims;
    for (const Claim& claim : said.claims) {
        if (!claim.open && !claim.inferred) claims.push_back(claim_object(said.entities, claim).str());
    }
    OutputFile output("-");
    output.stream() << JsonObject()
                           .text("id", id)
                           .text_or_null("date", said.document.date)
                           .text("title", said.document.title)
                           .text_or_null("copy_of", copied_document(store, id))
                           .text("source", said.document.source)
                           .json("text", document.text ? json_quoted(*document.text) : "null")
                           .json("claims", json_array(claims))
                           .str()
                    << '\n';
    output.close();
}

void show(const DocumentOptions& options) {
    Store store = Store::open(options.store);
    const std::string& id = options.ids.front();
    const auto document = stored_document(store, id);
    if (!document) throw no_document(store, id);
    if (options.format == "json" && !options.is_text_only) return show_json(store, id, *document);
    OutputFile output("-");
    std::ostream& out = output.stream();
    if (options.is_text_only) {
        if (!document->text)
            throw Error("\"" + id + "\"", "only the claims of this document are stored",
                        "add the article itself");
        out << *document->text;
        output.close();
        return;
    }
    const Extraction& said = document->extraction;
    const auto line = [&](const char* name, const std::string& value) {
        if (!value.empty()) out << name << printable(value) << '\n';
    };
    line("id:      ", id);
    line("title:   ", said.document.title);
    line("date:    ", said.document.date);
    line("source:  ", said.document.source);
    line("copy of: ", copied_document(store, id));
    if (document->text) out << '\n' << *document->text << (document->text->ends_with('\n') ? "" : "\n");
    Table table{{"Head", "Relation", "Tail", "Modality", "Evidence"}, {}};
    for (const Claim& claim : said.claims) {
        if (claim.open || claim.inferred) continue;
        std::string modality(to_string(claim.modality));
        if (!claim.attributed_to.empty()) modality += " by " + claim.attributed_to;
        table.rows.push_back({said.entities[index_of(claim.head)].name, claim.type,
                              said.entities[index_of(claim.tail)].name, modality,
                              "“" + claim.evidence.text + "”"});
    }
    out << '\n';
    print_table(out, table, table_style());
    output.close();
}

void remove(const DocumentOptions& options) {
    Store store = Store::open_to_write(options.store);
    StoreWriter writer(store);
    std::size_t missing = 0;
    for (const std::string& id : options.ids) {
        if (writer.remove(id)) continue;
        ++missing;
        spdlog::warn("{}", printable(no_document(store, id).what()));
    }
    spdlog::info("{}: {} removed", options.store, options.ids.size() - missing);
    if (missing > 0)
        throw Error(options.store, std::to_string(missing) + " of the documents are not there", "see above");
}

CLI::App* add_command(CLI::App& program, const char* name, const char* description,
                      const std::shared_ptr<DocumentOptions>& options) {
    CLI::App* command = program.add_subcommand(name, description);
    command->add_option("STORE", options->store, "A store that newsgraph add made")->required();
    return command;
}

}  // namespace

void add_list_command(CLI::App& program, Session&) {
    auto options = std::make_shared<DocumentOptions>();
    CLI::App* command = add_command(program, "list", "List the documents of a store", options);
    add_format_option(*command, options->format);
    command->footer("Examples:\n  newsgraph list news.ng");
    command->callback([options] { list(*options); });
}

void add_show_command(CLI::App& program, Session&) {
    auto options = std::make_shared<DocumentOptions>();
    CLI::App* command = add_command(program, "show", "Show a document of a store and what it says", options);
    command->add_option("DOC", options->ids, "The document's id")->required()->expected(1);
    command->add_flag("--text", options->is_text_only, "Only the text, byte for byte");
    add_json_flag(*command, options->format);
    command->footer(
        "Examples:\n  newsgraph show news.ng acme\n  newsgraph show news.ng acme --text > acme.txt");
    command->callback([options] { show(*options); });
}

void add_remove_command(CLI::App& program, Session&) {
    auto options = std::make_shared<DocumentOptions>();
    CLI::App* command =
        add_command(program, "remove", "Remove documents from a store, and what only they say", options);
    command->add_option("DOC", options->ids, "The documents' ids")->required();
    command->footer("Examples:\n  newsgraph remove news.ng acme brannoch");
    command->callback([options] { remove(*options); });
}

}  // namespace newsgraph
