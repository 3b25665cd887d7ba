// newsgraph draw: a picture of a graph.

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/ask_options.hpp"
#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/graph_drawing.hpp"
#include "cli/open_store.hpp"
#include "cli/output_file.hpp"
#include "cli/picture.hpp"
#include "cli/stopwatch.hpp"
#include "cli/usage_error.hpp"

namespace newsgraph {
namespace {

struct DrawOptions {
    std::string graph;
    std::vector<std::string> outputs;
    std::string format;
    DrawnPart part;
    std::string theme = "light";
    PixelSize size{};  // of PNG; 0: as it comes
    unsigned dots_per_inch = 144;
    ClaimFilter filter;
};

std::string picture_format_of(const std::string& output, const std::string& format) {
    const std::vector<std::string> known = picture_formats();
    std::string ending = std::filesystem::path(output).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (!ending.empty() && std::find(known.begin(), known.end(), ending.substr(1)) != known.end())
        return ending.substr(1);
    if (!format.empty()) return format;
    throw UsageError(output, "its ending tells no format of pictures",
                     "let it end in one of " + one_of_these(known) + ", or give --format");
}

/// "1600x900" or, with a height that follows, "1600".
std::optional<PixelSize> pixel_size(const std::string& text) {
    constexpr unsigned least = 100, most = 20'000;
    const auto is_wrong = [](unsigned side) { return side < least || side > most; };
    PixelSize size;
    const char* const end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.width);
    if (width.ec != std::errc() || is_wrong(size.width)) return std::nullopt;
    if (width.ptr == end) return size;
    if (*width.ptr != 'x') return std::nullopt;
    const auto height = std::from_chars(width.ptr + 1, end, size.height);
    if (height.ec != std::errc() || height.ptr != end || is_wrong(size.height)) return std::nullopt;
    return size;
}

CLI::Validator a_size() {
    return {[](const std::string& value) {
                return pixel_size(value)
                           ? std::string()
                           : "\"" + value + "\" is no size from 100 to 20000; write e.g. 1600x900 or 1600";
            },
            ""};
}

void draw(const DrawOptions& options, const Session& session) {
    std::vector<std::string> formats;
    for (const std::string& output : options.outputs)
        formats.push_back(picture_format_of(output, options.format));
    DrawnPart part = options.part;
    part.filter = {options.filter.open, options.filter.inferred, options.filter.modalities};
    part.isolated = !needs_store(options.filter);
    Stopwatch watch;
    const KnowledgeGraph graph = open_part(options.graph, options.filter, session);
    watch.lap("open");
    const GraphDrawing drawing(graph, part);
    PictureOptions picture{.theme = options.theme == "dark" ? Theme::dark : Theme::light,
                           .size = options.size,
                           .dots_per_inch = options.dots_per_inch};
    for (std::size_t i = 0; i < formats.size(); ++i) {
        picture.format = formats[i];
        OutputFile output(options.outputs[i]);
        output.stream() << picture_of(drawing.drawing(), picture);
        output.close();
    }
    watch.lap("draw");
    watch.log();
    if (drawing.drawing().entities.empty() && drawing.left_out().empty())
        spdlog::info("nothing to draw: the picture is empty");
    if (!drawing.left_out().empty())
        spdlog::info("{}{}", drawing.left_out(),
                     drawing.drawing().entities.empty() ? "" : "; --top draws more");
}

}  // namespace

void add_draw_command(CLI::App& program, Session& session) {
    CLI::App* command = program.add_subcommand("draw", "Draw a picture of a graph");
    auto options = std::make_shared<DrawOptions>();
    add_graph_argument(*command, options->graph);
    command
        ->add_option("-o,--output", options->outputs,
                     "Where the picture goes, in the format of the name's ending: .svg, .png or "
                     ".pdf; may be given several times")
        ->type_name("FILE")
        ->allow_extra_args(false)
        ->required();
    command->add_option("-f,--format", options->format, "Format where no ending tells it: svg, png or pdf")
        ->type_name("FORMAT")
        ->check(one_of(picture_formats()));
    command->add_option("--title", options->part.title, "Above the picture, instead of the article's title")
        ->type_name("TEXT");
    command->add_option("--theme", options->theme, "light (if not given) or dark")
        ->type_name("THEME")
        ->check(one_of({"light", "dark"}));
    command
        ->add_option_function<std::string>(
            "--size", [options](const std::string& text) { options->size = *pixel_size(text); },
            "Pixels of a PNG, 1600x900 or only its width, 1600; the proportions of SVG and PDF too")
        ->type_name("SIZE")
        ->check(a_size());
    command
        ->add_option("--dpi", options->dots_per_inch,
                     "Dots an inch of a PNG without --size; 144 if not given")
        ->type_name("NUMBER")
        ->check(whole_number(36, 600));
    command->add_option("--around", options->part.around, "Only this entity and those near it")
        ->type_name("NAME");
    command
        ->add_option("-s,--steps", options->part.steps, "How near: that many relations away, 1 if not given")
        ->type_name("NUMBER")
        ->check(whole_number());
    command
        ->add_option("--top", options->part.most_entities,
                     "At most so many entities, the best connected, or those nearest to --around; 40 if not "
                     "given. The picture says what is left out")
        ->type_name("NUMBER")
        ->check(whole_number(1, 500));
    add_claim_filter_options(*command, options->filter);
    add_resource_options(*command, session);
    command->footer(
        "Examples:\n"
        "  newsgraph draw graph.json -o graph.svg\n"
        "  newsgraph draw article.txt --theme dark --size 1600x900 -o slide.png\n"
        "  newsgraph draw news.ng --around Meta --steps 2 --top 25 -o meta.pdf");
    command->callback([options, &session] { draw(*options, session); });
}

}  // namespace newsgraph
