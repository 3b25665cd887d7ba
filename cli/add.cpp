// newsgraph add, replace: articles into a store.

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <system_error>
#include <vector>

#include "cli/articles.hpp"
#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/dates.hpp"
#include "cli/ingest_pipeline.hpp"
#include "cli/interruption.hpp"
#include "cli/joined_names.hpp"
#include "cli/stopwatch.hpp"
#include "cli/usage_error.hpp"
#include "graph/store/store.hpp"
#include "ingest/read/read.hpp"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;

struct AddOptions {
    std::string store;
    std::vector<std::string> inputs;
    bool is_strict = false;
    bool is_dry_run = false;
    IngestSettings settings;
};

std::string counted(std::size_t count, const char* what) { return std::to_string(count) + ' ' + what; }

/// A place for a copy of a store to try things on, gone with this.
class ScratchCopy {
  public:
    ScratchCopy() {
        std::string pattern = (fs::temp_directory_path() / "newsgraph-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr)
            throw Error(pattern, "no folder for a copy of the store can be made", "check TMPDIR");
        folder_ = pattern;
    }
    ~ScratchCopy() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    ScratchCopy(const ScratchCopy&) = delete;
    ScratchCopy& operator=(const ScratchCopy&) = delete;

    /// Copies the store at `original`; where there is none yet, the copy is to be made new.
    void take(const std::string& original) {
        if (!fs::exists(original)) return;
        Store store = Store::open(original);
        joined_ = joined_names(store);
        store.database().execute("PRAGMA query_only = OFF");  // it writes, though not to this store
        store.database().statement("VACUUM INTO ?")(path()).run();
    }

    std::string path() const { return (folder_ / "copy.ng").string(); }

    /// The names that were joined in the original.
    const std::vector<JoinedName>& joined() const { return joined_; }

  private:
    fs::path folder_;
    std::vector<JoinedName> joined_;
};

void bring_up_to_date(const AddOptions& options) {
    if (options.settings.replaces || options.is_dry_run || !fs::exists(options.store))
        throw UsageError("INPUT", "is required", "name an article, a folder, or - for standard input");
    Store::open_to_write(options.store);
    spdlog::info("{}: is up to date; name articles to add some", options.store);
}

/// Where the store's name is left out, an article stands in its place.
void refuse_article_as_store(const std::string& store) {
    std::error_code problem;
    if (!is_article(store) || (fs::exists(store, problem) && fs::file_size(store, problem) > 0)) return;
    throw UsageError("STORE", "\"" + store + "\" is the name of an article",
                     "name the store first, e.g. newsgraph add news.ng " + store);
}

/// Takes away a store that was made for nothing.
void remove_store(const std::string& path) {
    std::error_code ignored;
    for (const char* end : {"", "-wal", "-shm"}) fs::remove(path + end, ignored);
}

std::string told(const IngestCounts& counts, const AddOptions& options) {
    return counted(counts.added, "added") + ", " +
           counted(counts.changed, options.settings.replaces ? "replaced" : "changed") + ", " +
           counted(counts.unchanged, "unchanged");
}

IngestCounts add_files(const AddOptions& options, const std::string& path, std::span<const ArticleFile> files,
                       const Resources& resources, Failures& failures, const Interruption& interruption,
                       const Session& session) {
    Store store = Store::create_or_open(path);
    return ingest(files, options.settings, store, resources, failures, interruption, session);
}

void add(AddOptions options, const Session& session) {
    IngestSettings& settings = options.settings;
    settings.date = iso_date_of(settings.date, "--date");
    if (!settings.id.empty() && options.inputs.size() > 1)
        throw UsageError("--id", "it names a single article, but there are several", "leave it out");
    refuse_article_as_store(options.store);
    if (options.inputs.empty()) return bring_up_to_date(options);
    Stopwatch watch;
    const Interruption interruption;
    const Resources resources = Resources::load(session.resource_paths());
    Failures failures;
    const std::vector<ArticleFile> files = list_article_files(options.inputs, failures);
    std::optional<ScratchCopy> copy;
    if (options.is_dry_run) copy.emplace().take(options.store);
    const std::string path = copy ? copy->path() : options.store;
    std::error_code ignored;
    const bool is_new = !fs::exists(path, ignored);
    watch.lap("load");
    const IngestCounts counts = add_files(options, path, files, resources, failures, interruption, session);
    watch.lap("add");
    watch.log();
    const bool has_none = counts.added + counts.changed + counts.unchanged == 0;
    if (has_none && is_new) remove_store(path);
    if (counts.is_stopped)
        throw InterruptedError(interruption.signal(), options.store,
                               "stopped; " + told(counts, options) + (copy ? "" : ", and these are kept"),
                               "the same command goes on with the rest");
    if (copy && !has_none) {
        Store store = Store::open(path);
        print_changes(copy->joined(), store);
    }
    spdlog::info("{}: {}{}", options.store, copy ? "nothing is changed; there would be " : "",
                 told(counts, options));
    if (failures.count() > 0) {
        const std::string left_out = counted(failures.count(), "could not be read");
        if (options.is_strict || has_none) throw Error(options.store, left_out, "see above");
        spdlog::warn("{}: {}; see above", options.store, left_out);
    }
}

void define(CLI::App& command, const std::shared_ptr<AddOptions>& options, Session& session) {
    command.add_option("STORE", options->store, "The store, a file; made where there is none")->required();
    command.add_option(
        "INPUT", options->inputs,
        "Article as text, Markdown or HTML, articles as JSON Lines, a folder of them, a quoted "
        "pattern, or - "
        "for standard input; none: only bring an older store up to date");
    command.add_flag("--claims", options->settings.are_claims,
                     "The inputs are what newsgraph extract --format jsonl wrote, not articles");
    command.add_flag(
        "--dry-run", options->is_dry_run,
        "Change nothing; tell which names would be joined or parted, and why. Tried on a copy of "
        "the store in TMPDIR");
    command.add_flag("--strict", options->is_strict,
                     "Fail if an article can't be read; the others are added");
    command.add_option("--date", options->settings.date, "Date of articles that state none, e.g. 2026-04-08")
        ->type_name("DATE");
    command.add_option("--id", options->settings.id, "Id of the article, instead of its file's name")
        ->type_name("ID")
        ->check(not_empty());
    command
        .add_option("-j,--threads", options->settings.threads,
                    "How many articles are read at a time; as many as there are cores if not given")
        ->type_name("NUMBER")
        ->check(whole_number(1, 1024));
    add_resource_options(command, session);
    command.callback([options, &session] { add(*options, session); });
}

}  // namespace

void add_add_command(CLI::App& program, Session& session) {
    CLI::App* command = program.add_subcommand(
        "add", "Add articles to a store; those that are there unchanged are passed over");
    auto options = std::make_shared<AddOptions>();
    define(*command, options, session);
    command->footer(
        "Examples:\n"
        "  newsgraph add news.ng articles/                         a folder, and what is in it\n"
        "  newsgraph add news.ng page.html archive.jsonl\n"
        "  newsgraph add news.ng claims.jsonl --claims             extracted elsewhere\n"
        "  pdftotext report.pdf - | newsgraph add news.ng - --id report");
}

void add_replace_command(CLI::App& program, Session& session) {
    CLI::App* command = program.add_subcommand(
        "replace", "Read articles anew into a store, in the place of those with the same ids");
    auto options = std::make_shared<AddOptions>();
    options->settings.replaces = true;
    define(*command, options, session);
    command->footer(
        "Examples:\n"
        "  newsgraph replace news.ng corrected/acme.txt\n"
        "  newsgraph replace news.ng articles/ --ontology own.json   after a change of the ontology");
}

}  // namespace newsgraph
