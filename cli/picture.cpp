#include "cli/picture.hpp"

#include <graphviz/gvc.h>

#include <memory>

#include "graph/error.hpp"

#ifdef __SANITIZE_ADDRESS__
/// What the sanitizer shall not report: tables that these libraries keep until the program ends.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_options();
extern "C" const char* __lsan_default_options() { return "print_suppressions=0"; }
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libgvc.so\nleak:libcgraph.so\nleak:libfontconfig.so\nleak:libpango\nleak:libcairo\n";
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

}  // namespace

std::vector<std::string> picture_formats() { return {"svg", "png", "pdf"}; }

std::string picture_of(const std::string& dot, const std::string& format) {
    complaints().clear();
    agseterrf(note_complaint);
    GVC_t* const context = graphviz();
    const std::unique_ptr<Agraph_t, CloseGraph> graph(agmemread(dot.c_str()));
    if (!graph) refuse("read the drawing");
    constexpr const char* png_resolution = "144";  // dots an inch; sharp on screens of today
    if (format == "png")
        agattr(graph.get(), AGRAPH, const_cast<char*>("dpi"), const_cast<char*>(png_resolution));
    if (gvLayout(context, graph.get(), "dot") != 0) refuse("lay out the graph");

    char* bytes = nullptr;
    unsigned size = 0;
    const bool is_drawn =
        gvRenderData(context, graph.get(), format.c_str(), &bytes, &size) == 0 && bytes != nullptr;
    const std::unique_ptr<char, FreePicture> picture(bytes);
    gvFreeLayout(context, graph.get());
    if (!is_drawn) refuse("make a picture as " + format);
    return {picture.get(), size};
}

}  // namespace newsgraph
