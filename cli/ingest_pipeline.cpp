#include "cli/ingest_pipeline.hpp"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>
#include <thread>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "cli/bounded_queue.hpp"
#include "cli/data_folder.hpp"
#include "cli/progress.hpp"
#include "export/extraction_json.hpp"
#include "graph/check.hpp"
#include "graph/store/sha256.hpp"
#include "ingest/known_names.hpp"
#include "ingest/occupations.hpp"
#include "ingest/read/json_lines.hpp"
#include "ingest/read/read.hpp"

namespace newsgraph {
namespace {

/// What is known of a document before it is understood.
struct Task {
    std::variant<Document, Extraction> content;
    std::string hash;
    bool was_there = false;
    double share = 0;  // of all bytes, when it was read
};

/// What is worth a look, but no failure.
struct Doubt {
    Problem problem;
};

struct Finished {
    std::variant<StoredDocument, Problem, Doubt> result;
    bool was_there = false;
    double share = 0;
};

std::string hash_of(const Document& document) {
    return sha256(document.title + '\0' + document.date + '\0' + document.text);
}

/// A pipe or a device, such as a shell makes of "<(…)".
bool is_pipe(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored) &&
           !std::filesystem::is_directory(path, ignored);
}

/// Whether both paths lead, or may lead, to the same file: a store may have been made from another folder.
bool is_same_source(const std::string& known, const std::string& now) {
    namespace fs = std::filesystem;
    std::error_code problem;
    if (known == now) return true;
    if (fs::path(known).filename() != fs::path(now).filename()) return false;
    return !fs::exists(known, problem) || fs::equivalent(known, now, problem);
}

class Ingest {
  public:
    Ingest(std::span<const ArticleFile> files, const IngestSettings& settings, Store& store,
           const Resources& resources, Failures& failures, const Interruption& interruption,
           const Session& session)
        : files_(files),
          settings_(settings),
          store_(store),
          resources_(resources),
          occupations_(
              Occupations::read(find_data_folder(session.data_folder) / "ontology" / "occupations.json")),
          failures_(failures),
          interruption_(interruption),
          session_(session),
          thread_count_(settings.threads != 0 ? settings.threads
                                              : std::max(1U, std::thread::hardware_concurrency())),
          tasks_(2 * thread_count_),
          finished_(2 * thread_count_) {}

    IngestCounts run() {
        load_known();
        measure();
        StoreWriter writer(store_, symmetric_types(resources_.ontology));
        Progress progress(files_.size(), session_.is_quiet);
        failures_.set_before([&progress] { progress.clear(); });
        std::vector<std::jthread> threads;
        // Whatever happens to the writer, the others must not wait for it.
        const StopAtEnd stop{*this};
        threads.emplace_back([this] { read(); });
        working_ = thread_count_;
        for (std::size_t i = 0; i < thread_count_; ++i) threads.emplace_back([this] { understand(); });
        try {
            write(writer, progress);
        } catch (...) {
            tasks_.abandon();
            finished_.abandon();
            throw;
        }
        failures_.set_before({});
        counts_.unchanged = unchanged_;
        return counts_;
    }

  private:
    struct StopAtEnd {
        Ingest& ingest;
        ~StopAtEnd() {
            ingest.tasks_.abandon();
            ingest.finished_.abandon();
        }
    };

    void load_known() {
        Statement& row = store_.database().statement("SELECT id, hash, source FROM document")();
        while (row.step()) known_[row.text(0)] = {row.text(1), row.text(2)};
    }

    void measure() {
        for (const ArticleFile& file : files_) {
            std::error_code unknown;
            const auto size = std::filesystem::file_size(file.path, unknown);
            before_.push_back(all_bytes_);
            all_bytes_ += unknown ? 0 : static_cast<double>(size);
        }
    }

    // The reading thread

    void read() {
        for (std::size_t i = 0; i < files_.size() && !is_stopped_; ++i) {
            const double share = all_bytes_ > 0 ? before_[i] / all_bytes_ : 0;
            if (settings_.are_claims)
                read_claims(files_[i].path, share);
            else
                read_articles(files_[i], share);
        }
        tasks_.close();
    }

    void read_articles(const ArticleFile& file, double share) {
        for_each_document(file, [&](Result<Document> read, const std::string& where) {
            if (auto* problem = std::get_if<Problem>(&read)) return fail(std::move(*problem), share);
            Document document = std::get<Document>(std::move(read));
            const bool is_stream = file.path == "-" && document.source == "stdin";
            if (!settings_.id.empty())
                document.id = settings_.id;
            else if (is_stream)
                return fail({"stdin", "what comes from standard input has no name", "give it one with --id"},
                            share);
            else if (is_pipe(file.path) && document.source == file.path)
                // The next pipe may be called the same, and would take the place of this one's article.
                return fail(
                    {file.path, "what comes through a pipe has no name of its own", "give it one with --id"},
                    share);
            if (auto doubt = doubt_about(document, where)) tell(std::move(*doubt), share);
            if (document.date.empty()) document.date = settings_.date;
            std::string hash = hash_of(document);
            const std::string source = document.source;
            const std::string document_id = document.id;
            offer(document_id, source, where, {std::move(document), std::move(hash), false, share});
        });
    }

    void read_claims(const std::string& path, double share) {
        std::ifstream file;
        if (path != "-") file.open(path, std::ios::binary);
        std::istream& in = path == "-" ? std::cin : file;
        if (!in) return fail({path, "can't be opened", "check the path and its permissions"}, share);
        JsonLines lines(in, path == "-" ? "stdin" : path);
        while (auto line = lines.next()) {
            if (is_stopped_) return;
            if (auto* problem = std::get_if<Problem>(&*line)) {
                fail(std::move(*problem), share);
                continue;
            }
            const std::string& text = std::get<std::string>(*line);
            try {
                Extraction extraction = read_extraction(text, lines.where());
                const std::string id = extraction.document.id, source = extraction.document.source;
                offer(id, source, lines.where(), {std::move(extraction), sha256(text), false, share});
            } catch (const Error& error) {
                fail({error.where(), error.problem(), error.fix()}, share);
            }
        }
    }

    void offer(const std::string& id, const std::string& source, const std::string& where, Task task) {
        if (const auto seen = seen_.find(id); seen != seen_.end() && seen->second.hash != task.hash) {
            return fail({where, "the id \"" + id + "\" is that of " + seen->second.where + " already",
                         "give each an id of its own"},
                        task.share);
        } else if (seen != seen_.end()) {
            ++unchanged_;
            return;
        }
        seen_[id] = {task.hash, where};
        if (const auto known = known_.find(id); known != known_.end()) {
            task.was_there = true;
            if (!settings_.replaces) {
                if (known->second.hash == task.hash) {
                    ++unchanged_;
                    return;
                }
                if (!is_same_source(known->second.source, source)) {
                    return fail({where,
                                 "the store has a document \"" + id + "\" already, from " +
                                     (known->second.source.empty() ? "elsewhere" : known->second.source),
                                 "give it another id with --id, or use newsgraph replace"},
                                task.share);
                }
            }
        }
        if (!tasks_.push(std::move(task))) is_stopped_ = true;
    }

    void fail(Problem problem, double share) {
        if (!finished_.push({std::move(problem), false, share})) is_stopped_ = true;
    }

    void tell(Problem problem, double share) {
        if (!finished_.push({Doubt{std::move(problem)}, false, share})) is_stopped_ = true;
    }

    // The understanding threads

    void understand() {
        while (auto task = tasks_.pop()) finished_.push(finish(std::move(*task)));
        if (--working_ == 0) finished_.close();
    }

    Finished finish(Task task) const {
        StoredDocument stored;
        stored.hash = std::move(task.hash);
        try {
            if (auto* document = std::get_if<Document>(&task.content)) {
                stored.extraction = extract(*document, resources_);
                stored.text = std::move(document->text);
            } else {
                stored.extraction = std::get<Extraction>(std::move(task.content));
            }
            if (stored.text)
                check(stored.extraction, *stored.text);
            else
                check(stored.extraction);
            stored.known = known_names(stored.extraction, resources_.gazetteer);
            stored.senses = senses_of(stored.extraction, stored.text, resources_.ontology, occupations_);
        } catch (const Error& error) {
            return {Problem{error.where(), error.problem(), error.fix()}, false, task.share};
        }
        return {std::move(stored), task.was_there, task.share};
    }

    // The writing thread, which alone speaks to the user

    void write(StoreWriter& writer, Progress& progress) {
        while (auto finished = finished_.pop()) {
            if (const auto* problem = std::get_if<Problem>(&finished->result)) {
                failures_.add({problem->where, problem->what, problem->fix});
                continue;
            }
            if (const auto* doubt = std::get_if<Doubt>(&finished->result)) {
                failures_.note({doubt->problem.where, doubt->problem.what, doubt->problem.fix});
                continue;
            }
            const auto& stored = std::get<StoredDocument>(finished->result);
            progress.show(counts_.added + counts_.changed, finished->share, stored.extraction.document.id);
            writer.put(stored);
            ++(finished->was_there ? counts_.changed : counts_.added);
            if (interruption_.signal() != 0) {
                counts_.is_stopped = true;
                is_stopped_ = true;
                tasks_.abandon();
                finished_.abandon();
            }
        }
    }

    std::span<const ArticleFile> files_;
    const IngestSettings& settings_;
    Store& store_;
    const Resources& resources_;
    const Occupations occupations_;
    Failures& failures_;
    const Interruption& interruption_;
    const Session& session_;
    std::size_t thread_count_;
    BoundedQueue<Task> tasks_;
    BoundedQueue<Finished> finished_;
    std::atomic<std::size_t> working_ = 0;
    std::atomic<bool> is_stopped_ = false;
    std::atomic<std::size_t> unchanged_ = 0;
    std::unordered_map<std::string, DocumentState> known_;
    struct Seen {
        std::string hash;
        std::string where;
    };
    std::unordered_map<std::string, Seen> seen_;  // by id, of this run
    std::vector<double> before_;                  // bytes of the files before each
    double all_bytes_ = 0;
    IngestCounts counts_;
};

}  // namespace

IngestCounts ingest(std::span<const ArticleFile> files, const IngestSettings& settings, Store& store,
                    const Resources& resources, Failures& failures, const Interruption& interruption,
                    const Session& session) {
    return Ingest(files, settings, store, resources, failures, interruption, session).run();
}

}  // namespace newsgraph
