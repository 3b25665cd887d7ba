// newsgraph why, merge, split: which names of a store are one entity.

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/ask_options.hpp"
#include "cli/commands.hpp"
#include "cli/joined_names.hpp"
#include "cli/output_file.hpp"
#include "cli/results.hpp"
#include "cli/suggest.hpp"
#include "cli/usage_error.hpp"
#include "export/json.hpp"
#include "export/text_width.hpp"
#include "graph/store/explain.hpp"
#include "graph/store/sense.hpp"
#include "graph/store/writer.hpp"

namespace newsgraph {
namespace {

struct ResolveOptions {
    std::string store;
    std::string a, b;
    std::string type;
    std::string document;
    bool is_dry_run = false;
    bool is_undo = false;
    bool is_list = false;
    std::string format = "table";  // of what why tells, and --list and --dry-run list
};

std::vector<Form> known_forms(Store& store, const std::string& name, const std::string& type) {
    std::vector<Form> forms = forms_named(store, name, type);
    if (!forms.empty()) return forms;
    std::vector<std::string> names;
    Statement& row = store.database().statement("SELECT DISTINCT name FROM form_name ORDER BY name")();
    while (row.step()) names.push_back(row.text(0));
    const auto near = nearest(name, names);
    throw Error("\"" + name + "\"", "no entity has this name" + (type.empty() ? "" : " and the type " + type),
                near ? "did you mean \"" + *near + "\"?" : "");
}

/// The one form that is meant.
Form one_form(Store& store, const std::string& name, const std::string& type) {
    const std::vector<Form> forms = known_forms(store, name, type);
    std::set<Key> entities;
    for (const Form& form : forms) entities.insert(form.entity);
    if (entities.size() > 1) {
        std::string all;
        for (const Form& form : forms) all += (all.empty() ? "" : ", ") + described(store, form);
        throw Error("\"" + name + "\"", "several entities have this name: " + all,
                    "say which with --type, or with \"" + name + "@DOC\" for that of a document");
    }
    return forms.front();
}

void print_lines(const std::vector<std::string>& lines) {
    OutputFile output("-");
    for (const std::string& line : lines) output.stream() << printable(line) << '\n';
    output.close();
}

/// The pairs of names that are asked about. Where some of them may be one entity, those.
std::vector<std::pair<Form, Form>> asked_pairs(Store& store, const ResolveOptions& options) {
    const std::vector<Form> a = known_forms(store, options.a, options.type);
    const std::vector<Form> b = known_forms(store, options.b, options.type);
    std::vector<std::pair<Form, Form>> pairs;
    if (options.a == options.b && a.size() > 1) {
        for (std::size_t i = 0; i < a.size(); ++i)
            for (std::size_t j = i + 1; j < a.size(); ++j) pairs.emplace_back(a[i], a[j]);
        return pairs;
    }
    for (const Form& first : a)
        for (const Form& second : b) pairs.emplace_back(first, second);
    const auto are_one = [](const auto& pair) { return pair.first.entity == pair.second.entity; };
    if (std::ranges::any_of(pairs, are_one)) std::erase_if(pairs, std::not_fn(are_one));
    return pairs;
}

std::string with_sense(Store& store, const Form& form) {
    const std::string name = name_of(store, form);
    return form.name.sense.empty() ? name : name + " (" + in_words(sense_from(form.name.sense)) + ')';
}

void show_why(const ResolveOptions& options) {
    Store store = Store::open(options.store);
    std::vector<std::string> lines;
    Results results;
    for (const auto& [a, b] : asked_pairs(store, options)) {
        std::vector<std::string> because;
        for (std::string& line : why(store, a, b)) {
            because.push_back(json_quoted(line));
            lines.push_back(std::move(line));
        }
        results.rows.push_back({{},
                                JsonObject()
                                    .text("name", with_sense(store, a))
                                    .text("type", a.name.type)
                                    .text("other", with_sense(store, b))
                                    .text("other_type", b.name.type)
                                    .flag("joined", a.entity == b.entity)
                                    .json("because", json_array(because))
                                    .str()});
    }
    if (options.format == "json")
        show_results(results, options.format);
    else
        print_lines(lines);
}

ResultRow row_of(const std::string& name, const std::string& type, const std::string& entity,
                 const std::string& because, bool joined) {
    return {{name, type, entity, because, joined ? "yes" : "no"},
            JsonObject()
                .text("name", name)
                .text("type", type)
                .text("entity", entity)
                .text("because", because)
                .flag("joined", joined)
                .str()};
}

/// What is joined by itself, and what is alike but not joined: two tables for people, one for programs.
void list_joined(Store& store, const std::string& format) {
    const std::vector<JoinedName> joined = joined_names(store);
    Table near{{"Name", "Type", "May be", "But"}, {}};
    for (const auto& [form, other] : near_pairs(store)) {
        near.rows.push_back({with_sense(store, form), form.name.type, with_sense(store, other),
                             why(store, form, other).back()});
    }
    if (format != "table") {
        Results results{{"Name", "Type", "Is", "Because", "Joined"}};
        for (const JoinedName& name : joined)
            results.rows.push_back(row_of(name.name, name.form.type, name.entity, name.because, true));
        for (const auto& row : near.rows)
            results.rows.push_back(row_of(row[0], row[1], row[2], row[3], false));
        return show_results(results, format);
    }
    OutputFile output("-");
    if (!joined.empty()) print_table(output.stream(), table_of(joined), table_style());
    if (!near.rows.empty()) {
        output.stream() << (joined.empty() ? "" : "\n") << "ALIKE, BUT NOT JOINED\n";
        print_table(output.stream(), near, table_style());
    }
    output.close();
    if (joined.empty()) spdlog::info("{}: no name is joined with another", store.path());
}

/// A decision's name as texts write it; in its normal form while no document has it.
std::string written(Store& store, const FormName& name) {
    FormTable forms(store.database());
    std::optional<Form> form = forms.find(name);
    if (!form && !name.document.empty()) form = forms.find(FormName{name.type, name.normal, {}});
    return (form ? usual_name(store, *form) : name.normal) +
           (name.document.empty() ? "" : '@' + name.document) + " (" + name.type + ')';
}

/// Two names of a decision; where they are written alike, what tells the persons apart is said too.
std::pair<std::string, std::string> written(Store& store, const FormName& a, const FormName& b) {
    std::pair<std::string, std::string> names(written(store, a), written(store, b));
    if (names.first != names.second) return names;
    for (const auto& [name, told] : {std::pair(&a, &names.first), std::pair(&b, &names.second)})
        if (!name->sense.empty()) *told += ": " + in_words(sense_from(name->sense));
    return names;
}

struct Decision {
    Verdict verdict = Verdict::merge;
    FormName a, b;
};

std::vector<Decision> decisions_in(Store& store) {
    std::vector<Decision> decisions;
    Statement& row =
        store.database().statement("SELECT * FROM decision ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9")();
    while (row.step()) {
        decisions.push_back({row.text(0) == "merge" ? Verdict::merge : Verdict::split,
                             {row.text(1), row.text(2), row.text(3), row.text(4)},
                             {row.text(5), row.text(6), row.text(7), row.text(8)}});
    }
    return decisions;
}

void list_decisions(Store& store, const std::string& format) {
    Results results{{"Decision", "Name", "Other name"}};
    for (const Decision& decision : decisions_in(store)) {
        const std::string verdict = decision.verdict == Verdict::merge ? "merge" : "split";
        const auto [name, other] = written(store, decision.a, decision.b);
        results.rows.push_back(
            {{verdict, name, other},
             JsonObject().text("decision", verdict).text("name", name).text("other", other).str()});
    }
    show_results(results, format);
}

/// Whether a decision's name is what the user calls it: so named, or what it is another name of.
bool is_meant(Store& store, const FormName& decided, const std::string& name) {
    if (decided.normal == normal_form(name, decided.type)) return true;
    if (decided.normal + '@' + decided.document == name) return true;
    FormTable forms(store.database());
    for (Form form : forms_named(store, name)) {
        while (form.name != decided && form.parent != 0) form = *forms.find(form.parent);
        if (form.name == decided) return true;
    }
    return false;
}

void undo(Store& store, Verdict verdict, const ResolveOptions& options) {
    for (const Decision& decision : decisions_in(store)) {
        if (decision.verdict != verdict) continue;
        const bool fits =
            options.document.empty()
                ? (is_meant(store, decision.a, options.a) && is_meant(store, decision.b, options.b)) ||
                      (is_meant(store, decision.a, options.b) && is_meant(store, decision.b, options.a))
                : is_meant(store, decision.a, options.a) &&
                      (decision.a.document == options.document || decision.b.document == options.document);
        if (!fits) continue;
        const auto [name, other] = written(store, decision.a, decision.b);
        StoreWriter(store).undo(verdict, decision.a, decision.b);
        spdlog::info("undone: {} and {}", name, other);
        return;
    }
    throw Error(options.store, "there is no such decision", "newsgraph merge STORE --list shows them");
}

void check_document(Store& store, const std::string& id) {
    Statement& row = store.database().statement("SELECT 1 FROM document WHERE id = ?")(id);
    const bool is_there = row.step();
    row.reset();
    if (is_there) return;
    std::vector<std::string> ids;
    Statement& all = store.database().statement("SELECT id FROM document ORDER BY id")();
    while (all.step()) ids.push_back(all.text(0));
    const auto near = nearest(id, ids);
    throw Error("--document", "there is no document \"" + id + "\"",
                near ? "did you mean \"" + *near + "\"?" : "newsgraph list " + store.path() + " shows them");
}

void merge(const ResolveOptions& options) {
    if (options.is_list || (options.is_dry_run && options.a.empty())) {
        Store store = Store::open(options.store);
        return options.is_list ? list_decisions(store, options.format) : list_joined(store, options.format);
    }
    if (options.b.empty())
        throw UsageError("newsgraph merge", "two names are needed", "or give --list or --dry-run");
    Store store = options.is_dry_run ? Store::open(options.store) : Store::open_to_write(options.store);
    if (options.is_undo) return undo(store, Verdict::merge, options);
    FormTable forms(store.database());
    const Form a = *forms.find(one_form(store, options.a, options.type).entity);
    const Form b = *forms.find(one_form(store, options.b, options.type).entity);
    if (options.is_dry_run && options.format != "table") {
        Results results{{"Name", "Type", "Is", "Because", "Joined"}};
        results.rows.push_back(row_of(name_of(store, a), a.name.type, name_of(store, b),
                                      why(store, a, b).back(), a.key == b.key));
        return show_results(results, options.format);
    }
    if (a.key == b.key) {
        spdlog::info("{} and {} are one entity already", options.a, options.b);
        return;
    }
    if (options.is_dry_run)
        return print_lines({"would be one: " + described(store, a) + " and " + described(store, b)});
    StoreWriter(store).decide(Verdict::merge, a.name, b.name);
    spdlog::info("one entity from now on: {} and {}", described(store, a), described(store, b));
    if (a.name.type != b.name.type)
        spdlog::warn("{} was read as {}, {} as {}; if they are two, take it back with --undo", options.a,
                     a.name.type, options.b, b.name.type);
}

void split(const ResolveOptions& options) {
    if (options.b.empty() == options.document.empty())
        throw UsageError("newsgraph split", "give two names, or one name and --document",
                         "see newsgraph split --help");
    Store store = Store::open_to_write(options.store);
    if (options.is_undo) return undo(store, Verdict::split, options);
    if (!options.document.empty()) check_document(store, options.document);
    const auto form_of = [&](const std::string& name) {
        const std::vector<Form> found = known_forms(store, name, options.type);
        if (found.size() == 1) return found.front();
        return one_form(store, name, options.type);
    };
    const std::string there = options.a + '@' + options.document;
    const bool is_there = !options.document.empty() && !forms_named(store, there, options.type).empty();
    if (!options.document.empty() && !is_there) {
        known_forms(store, options.a, options.type);
        throw Error("\"" + options.document + "\"", "the document does not mention \"" + options.a + "\"",
                    "newsgraph show " + options.store + " " + options.document + " shows what it says");
    }
    const Form a = form_of(is_there ? there : options.a);
    FormName b{a.name.type, a.name.normal, options.document};
    if (options.document.empty()) {
        b = form_of(options.b).name;
    } else if (!a.name.document.empty()) {
        throw Error("\"" + options.a + "\"", "this name stands for one document already", "");
    }
    if (a.name == b)
        throw Error(options.store, "both are one name in all documents",
                    "part that of a document from the others with --document");
    if (options.document.empty()) {
        const Form other = form_of(options.b);
        if (a.entity != other.entity)
            spdlog::info("{} and {} are two entities already; the decision keeps them so", options.a,
                         options.b);
    }
    StoreWriter(store).decide(Verdict::split, a.name, b);
    const auto [name, other] = written(store, a.name, b);
    spdlog::info("two entities from now on: {} and {}", name, other);
}

CLI::App* add_command(CLI::App& program, const char* name, const char* description,
                      const std::shared_ptr<ResolveOptions>& options) {
    CLI::App* command = program.add_subcommand(name, description);
    command->add_option("STORE", options->store, "A store that newsgraph add made")->required();
    command->add_option("--type", options->type, "Only entities of this type, where names are ambiguous")
        ->type_name("TYPE");
    return command;
}

}  // namespace

void add_why_command(CLI::App& program, Session&) {
    auto options = std::make_shared<ResolveOptions>();
    CLI::App* command =
        add_command(program, "why", "Tell why two names of a store are one entity, or two", options);
    command->add_option("NAME", options->a, "A name, or NAME@DOC for that of a document")->required();
    command->add_option("OTHER", options->b, "Another name")->required();
    add_json_flag(*command, options->format);
    command->footer(
        "Examples:\n  newsgraph why news.ng Meta 'Meta Platforms'\n  newsgraph why news.ng Smith@acme 'Ann "
        "Smith'");
    command->callback([options] { show_why(*options); });
}

void add_merge_command(CLI::App& program, Session&) {
    auto options = std::make_shared<ResolveOptions>();
    CLI::App* command =
        add_command(program, "merge",
                    "Say that two names of a store are one entity; kept for documents to come", options);
    command->add_option("NAME", options->a, "A name, or NAME@DOC for that of a document");
    command->add_option("OTHER", options->b, "Another name");
    command->add_flag(
        "--dry-run", options->is_dry_run,
        "Change nothing; without names, list what has been joined by itself, and what is alike but "
        "not joined, with the grounds; before articles are added, newsgraph add --dry-run does");
    command->add_flag("--undo", options->is_undo, "Take back what was said of these names");
    command->add_flag("--list", options->is_list, "List what users have said, with split too");
    add_format_option(*command, options->format);
    command->footer(
        "Examples:\n"
        "  newsgraph merge news.ng --dry-run\n"
        "  newsgraph merge news.ng Facebook 'Meta Platforms'\n"
        "  newsgraph merge news.ng Facebook 'Meta Platforms' --undo");
    command->callback([options] { merge(*options); });
}

void add_split_command(CLI::App& program, Session&) {
    auto options = std::make_shared<ResolveOptions>();
    CLI::App* command =
        add_command(program, "split",
                    "Say that two names of a store are two entities; kept for documents to come", options);
    command->add_option("NAME", options->a, "A name, or NAME@DOC for that of a document")->required();
    command->add_option("OTHER", options->b, "Another name");
    command->add_option("--document", options->document, "Part what this document calls NAME from all others")
        ->type_name("DOC");
    command->add_flag("--undo", options->is_undo, "Take back what was said of these names");
    command->footer(
        "Examples:\n"
        "  newsgraph split news.ng Acme 'Acme Robotics'\n"
        "  newsgraph split news.ng 'John Smith' --document sports-12");
    command->callback([options] { split(*options); });
}

}  // namespace newsgraph
