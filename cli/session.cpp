#include "cli/session.hpp"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string_view>
#include <system_error>

#include "cli/data_folder.hpp"
#include "graph/error.hpp"
#include "ingest/extract.hpp"

namespace newsgraph {
namespace {

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

bool is_coloured(int file) {
    const char* terminal = std::getenv("TERM");
    const bool is_dumb = terminal != nullptr && std::strcmp(terminal, "dumb") == 0;
    return ::isatty(file) == 1 && !is_set("NO_COLOR") && !is_dumb;
}

}  // namespace

void Session::start_log() const {
    auto sink = std::make_shared<spdlog::sinks::stderr_color_sink_st>(
        is_log_coloured() ? spdlog::color_mode::always : spdlog::color_mode::never);
    auto log = std::make_shared<spdlog::logger>("newsgraph", std::move(sink));
    log->set_pattern("%^%v%$");
    log->set_level(is_quiet        ? spdlog::level::err
                   : verbosity > 0 ? spdlog::level::debug
                                   : spdlog::level::info);
    spdlog::set_default_logger(std::move(log));
}

ResourcePaths Session::resource_paths() const {
    refuse_folder(ontology);
    for (const std::string& gazetteer : gazetteers) refuse_folder(gazetteer);
    ResourcePaths paths = ResourcePaths::in(find_data_folder(data_folder));
    if (!ontology.empty()) paths.ontology = ontology;
    if (has_only_own_gazetteers) paths.gazetteers.clear();
    paths.gazetteers.insert(paths.gazetteers.end(), gazetteers.begin(), gazetteers.end());
    return paths;
}

void refuse_folder(const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        throw Error(path, "is a folder, and a file is wanted", "name a file in it");
}

bool is_output_coloured() { return is_coloured(STDOUT_FILENO); }
bool is_log_coloured() { return is_coloured(STDERR_FILENO); }

TableStyle table_style() {
    TableStyle style;
    style.is_coloured = is_output_coloured();
    winsize size{};
    if (::isatty(STDOUT_FILENO) == 1 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        style.width = size.ws_col;
    if (const char* columns = std::getenv("COLUMNS"); columns != nullptr) {
        std::size_t width = 0;
        const auto [rest, problem] = std::from_chars(columns, columns + std::strlen(columns), width);
        if (problem == std::errc() && *rest == '\0') style.width = width;
    }
    return style;
}

void add_resource_options(CLI::App& command, Session& session) {
    command
        .add_option("--ontology", session.ontology,
                    "Relation types to look for, instead of those in the data folder")
        ->type_name("FILE");
    command.add_option("--gazetteer", session.gazetteers, "Known names, on top of those in the data folder")
        ->type_name("FILE")
        ->allow_extra_args(false);
    command.add_flag("--only-gazetteer", session.has_only_own_gazetteers,
                     "Know no names but those of --gazetteer");
    command.add_option("--data", session.data_folder, "Folder with models, gazetteer and ontology")
        ->type_name("DIR");
}

}  // namespace newsgraph
