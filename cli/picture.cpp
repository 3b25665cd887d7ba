#include "cli/picture.hpp"

#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <string_view>

#include "graph/error.hpp"

#ifdef __SANITIZE_ADDRESS__
/// What the sanitizer shall not report: tables that these libraries keep until the program ends.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_options();
extern "C" const char* __lsan_default_options() { return "print_suppressions=0"; }
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libgvc.so\nleak:libcgraph.so\nleak:libfontconfig.so\nleak:libpango\nleak:libcairo\n"
           "leak:libglib\n";
}
#endif

namespace newsgraph {
namespace {

/// What Graphviz says when something goes wrong, rather than on standard error.
std::string& complaints() {
    static std::string text;
    return text;
}

int note_complaint(char* text) {
    complaints() += text;
    return 0;
}

[[noreturn]] void refuse(const std::string& task) {
    std::string said = complaints();
    while (said.ends_with('\n')) said.pop_back();
    throw Error("Graphviz", "could not " + task + (said.empty() ? "" : " (" + said + ")"),
                "install the package graphviz");
}

/// One for the whole run: Graphviz's text layout keeps pointers into the first context that it meets.
GVC_t* graphviz() {
    static GVC_t* const context = gvContext();
    return context;
}

struct CloseGraph {
    void operator()(Agraph_t* graph) const noexcept { agclose(graph); }
};
struct FreePicture {
    void operator()(char* bytes) const noexcept { gvFreeRenderData(bytes); }
};

/// A graph whose places its attributes tell.
class LaidOut {
  public:
    explicit LaidOut(const std::string& dot, const std::map<std::string, std::string>& settings = {})
        : graph_(agmemread(dot.c_str())) {
        if (!graph_) refuse("read the drawing");
        for (const auto& [name, value] : settings)
            agattr(graph_.get(), AGRAPH, const_cast<char*>(name.c_str()), const_cast<char*>(value.c_str()));
        if (gvLayout(graphviz(), graph_.get(), "nop2") != 0) refuse("place the drawing");
    }
    ~LaidOut() { gvFreeLayout(graphviz(), graph_.get()); }
    LaidOut(const LaidOut&) = delete;
    LaidOut& operator=(const LaidOut&) = delete;

    /// In the order of the text; as wide as the words in them make them, in points.
    std::vector<Size> node_sizes() const {
        std::vector<Size> sizes;
        for (Agnode_t* node = agfstnode(graph_.get()); node != nullptr; node = agnxtnode(graph_.get(), node))
            sizes.push_back({72 * ND_width(node), 72 * ND_height(node)});
        return sizes;
    }

    std::string painted(const std::string& format) const {
        char* bytes = nullptr;
        unsigned size = 0;
        const bool is_drawn =
            gvRenderData(graphviz(), graph_.get(), format.c_str(), &bytes, &size) == 0 && bytes != nullptr;
        const std::unique_ptr<char, FreePicture> picture(bytes);
        if (!is_drawn) refuse("make a picture as " + format);
        return {picture.get(), size};
    }

  private:
    std::unique_ptr<Agraph_t, CloseGraph> graph_;
};

std::vector<Size> measured(const std::string& texts) { return LaidOut(texts).node_sizes(); }

/// Width, height, zoom and middle: all of the sheet, on so many pixels.
std::string viewport(PixelSize pixels, Size sheet) {
    if (pixels.height == 0)
        pixels.height = static_cast<unsigned>(std::lround(pixels.width * sheet.height / sheet.width));
    const double zoom = std::min(pixels.width / sheet.width, pixels.height / sheet.height);
    return std::to_string(pixels.width) + "," + std::to_string(pixels.height) + "," + std::to_string(zoom) +
           "," + std::to_string(sheet.width / 2) + "," + std::to_string(sheet.height / 2);
}

/// Cairo writes into a PDF when it was made: "/CreationDate (D:20260408120000Z)". A drawing of the same graph
/// is the same bytes instead.
void forget_time(std::string& pdf) {
    constexpr std::string_view before = "/CreationDate (D:";
    const std::size_t found = pdf.find(before);
    if (found == pdf.npos) return;
    for (std::size_t i = found + before.size(); i < pdf.size() && pdf[i] != ')'; ++i) {
        if (pdf[i] >= '0' && pdf[i] <= '9') pdf[i] = '0';
    }
}

}  // namespace

std::vector<std::string> picture_formats() { return {"svg", "png", "pdf"}; }

std::string picture_of(const Drawing& drawing, const PictureOptions& options) {
    complaints().clear();
    agseterrf(note_complaint);
    const Sheet sheet =
        sheet_of(drawing, options.theme, measured(texts_to_measure(drawing, options.theme)), options.size);
    std::map<std::string, std::string> settings;
    if (options.format == "png") {
        const bool has_size = options.size.width > 0;
        settings["dpi"] = std::to_string(has_size ? 72 : options.dots_per_inch);
        if (has_size) settings["viewport"] = viewport(options.size, sheet.size);
    }
    std::string picture = LaidOut(sheet.dot, settings).painted(options.format);
    if (options.format == "pdf") forget_time(picture);
    return picture;
}

}  // namespace newsgraph
