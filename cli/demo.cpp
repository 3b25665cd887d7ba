// newsgraph demo: sample articles, their graph, its page and its picture.

#include <spdlog/spdlog.h>
#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/build_graph.hpp"
#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/graph_drawing.hpp"
#include "cli/graph_formats.hpp"
#include "cli/output_file.hpp"
#include "cli/page_contents.hpp"
#include "cli/picture.hpp"
#include "export/page.hpp"
#include "graph/error.hpp"
#include "ingest/extract.hpp"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;

struct DemoOptions {
    std::string folder = "newsgraph-demo";
    bool is_shown = true;
};

bool has_display() {
    for (const char* variable : {"DISPLAY", "WAYLAND_DISPLAY"}) {
        const char* value = std::getenv(variable);
        if (value != nullptr && *value != '\0') return true;
    }
    return false;
}

/// Has the desktop open a file; returns whether it took it. Nothing that it says is shown.
bool open_on_desktop(const std::string& file) {
    const pid_t child = ::fork();
    if (child < 0) return false;
    if (child == 0) {
        if (std::freopen("/dev/null", "w", stdout) == nullptr) ::_exit(1);
        if (std::freopen("/dev/null", "w", stderr) == nullptr) ::_exit(1);
        ::execlp("xdg-open", "xdg-open", file.c_str(), static_cast<char*>(nullptr));
        ::_exit(127);
    }
    int status = 0;
    return ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void write_picture(const Drawing& drawing, const fs::path& path, const PictureOptions& options) {
    OutputFile output(path.string());
    output.stream() << picture_of(drawing, options);
    output.close();
}

constexpr const char* demo_title = "The sample articles of newsgraph";

void write_demo_page(const std::string& graph, const std::string& path, const Session& session) {
    PageContents contents = page_contents(graph, {.inferred = true}, session);
    OutputFile output(path);
    write_page(contents.graph, output.stream(),
               {.parts = contents.parts, .title = demo_title, .conflicts = std::move(contents.conflicts)});
    output.close();
}

void show_demo(const DemoOptions& options, const Session& session) {
    const fs::path articles = find_data_folder(session.data_folder) / "articles";
    if (!fs::is_directory(articles))
        throw Error(articles.string(), "there are no sample articles in the data folder",
                    "name a whole data folder by --data");
    const fs::path folder = options.folder;
    std::error_code problem;
    fs::create_directories(folder, problem);
    if (problem) throw Error(folder.string(), "can't be made: " + problem.message(), "name another with -o");

    Stopwatch watch;
    const Resources resources = Resources::load(session.resource_paths());
    const std::vector<std::string> inputs{articles.string()};
    const KnowledgeGraph graph = build_graph(inputs, {}, resources, session, watch);
    const std::string built = (folder / "news.json").string();
    write_outputs(graph, std::vector<GraphOutput>{{built, Format::json}}, {});

    const GraphDrawing drawing(graph, {.title = demo_title, .filter = {.inferred = false}});
    const std::string picture = (folder / "news.svg").string(), slide = (folder / "news.png").string();
    write_picture(drawing.drawing(), picture, {});
    write_picture(drawing.drawing(), slide, {.format = "png", .size = {1600, 900}});

    const std::string page = can_write_pages() ? (folder / "news.html").string() : std::string();
    if (!page.empty()) write_demo_page(built, page, session);

    const bool is_open = options.is_shown && has_display() && open_on_desktop(page.empty() ? picture : page);
    const char* to_open = is_open ? ", which is open now" : "; open it in a browser";
    OutputFile output("-");
    output.stream()
        << "The graph of " << graph.documents().size() << " sample articles, " << articles.string() << ":\n"
        << "  " << built << "   every claim with the words that state it\n"
        << (page.empty() ? "" : "  " + page + "   a page to look through it" + to_open + '\n') << "  "
        << picture << "    its picture" << (page.empty() ? to_open : "") << '\n'
        << "  " << slide << "    the same for a slide\n\n"
        << "Next:\n"
        << "  newsgraph query " << built
        << " '? competes-with ?' --evidence   who competes with whom, in which words\n"
        << "  newsgraph conflicts " << built
        << "                              where articles contradict each other\n"
        << "  newsgraph draw " << built << " --around Meta -o meta.svg         a part of the picture\n"
        << "  newsgraph build YOUR-ARTICLE.txt -o graph.json                       your own article\n";
    output.close();
}

}  // namespace

void add_demo_command(CLI::App& program, Session& session) {
    CLI::App* command = program.add_subcommand("demo", "Build, draw and open the graph of sample articles");
    auto options = std::make_shared<DemoOptions>();
    command
        ->add_option("-o,--output", options->folder,
                     "Folder for graph and pictures, newsgraph-demo if not given")
        ->type_name("DIR");
    command->add_flag_callback(
        "--no-open", [options] { options->is_shown = false; }, "Only write the files, open none");
    command->add_option("--data", session.data_folder, "Folder with models, gazetteer, ontology and articles")
        ->type_name("DIR");
    command->footer("Examples:\n  newsgraph demo\n  newsgraph demo -o /tmp/demo --no-open");
    command->callback([options, &session] { show_demo(*options, session); });
}

}  // namespace newsgraph
