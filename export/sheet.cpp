#include "export/sheet.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <sstream>

#include "export/dot_statement.hpp"
#include "export/text_output.hpp"
#include "export/text_width.hpp"
#include "export/xml.hpp"

namespace newsgraph {
namespace {

// DejaVu is what Debian has, Verdana elsewhere is as wide: words fit their boxes in both.
constexpr std::string_view font = "DejaVu Sans,Verdana,Helvetica,Arial,sans-serif";

constexpr int bold_from = 16;       // points of a name
constexpr double pad = 28;          // around everything
constexpr double swatch = 12;       // of the legend: as wide, a bit less high
constexpr double sample = 26;       // of a line, for the legend
constexpr double arrow_length = 7;  // of Graphviz's arrowheads at arrowsize 0.7

std::string coordinates(Point at) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.2f,%.2f", at.x, at.y);
    return text.data();
}

/// Graphviz refuses a label of nothing but spaces.
std::string html_text(std::string_view text, int points, std::string_view color) {
    const std::string shown = printable(text);
    return "<FONT POINT-SIZE=\"" + std::to_string(points) + "\" COLOR=\"" + std::string(color) + "\">" +
           (shown.find_first_not_of(' ') == shown.npos ? "&#160;" : xml_escaped(shown)) + "</FONT>";
}

std::string html_lines(const std::vector<std::string>& lines, int points, std::string_view color,
                       std::string_view line_end = "<BR/>") {
    std::string html;
    for (const std::string& line : lines) {
        if (!html.empty()) html += line_end;
        html += html_text(line, points, color);
    }
    return html.empty() ? html_text("", points, color) : html;
}

/// A cubic Bézier curve.
struct Curve {
    std::array<Point, 4> points;

    Point at(double t) const noexcept {
        const double s = 1 - t;
        const std::array<double, 4> weights{s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t};
        Point sum;
        for (std::size_t i = 0; i < 4; ++i)
            sum = {sum.x + weights[i] * points[i].x, sum.y + weights[i] * points[i].y};
        return sum;
    }

    /// Its beginning up to `t` (de Casteljau).
    Curve until(double t) const noexcept {
        std::array<Point, 4> row = points;
        Curve part = *this;
        for (std::size_t level = 1; level < 4; ++level) {
            for (std::size_t i = 0; i + level < 4; ++i)
                row[i] = {row[i].x + (row[i + 1].x - row[i].x) * t, row[i].y + (row[i + 1].y - row[i].y) * t};
            part.points[level] = row[0];
        }
        return part;
    }

    Curve reversed() const noexcept { return {{points[3], points[2], points[1], points[0]}}; }
};

/// From a box to a box through its label, as a parabola; from a box to itself as a loop.
Curve curve_through(Point from, Point label, Point to) {
    if (std::hypot(from.x - to.x, from.y - to.y) < 1e-6) {
        const Point out{(label.x - from.x) * 4 / 3, (label.y - from.y) * 4 / 3};
        const Point aside{-out.y / 3, out.x / 3};
        return {{from, Point{from.x + out.x + aside.x, from.y + out.y + aside.y},
                 Point{from.x + out.x - aside.x, from.y + out.y - aside.y}, to}};
    }
    const Point control{2 * label.x - (from.x + to.x) / 2, 2 * label.y - (from.y + to.y) / 2};
    const auto toward = [&control](Point end) {
        return Point{end.x + (control.x - end.x) * 2 / 3, end.y + (control.y - end.y) * 2 / 3};
    };
    return {{from, toward(from), toward(to), to}};
}

/// The last `t` before 0.5 at which `holds`; 0 where it never does.
template <typename Holds>
double last_t(const Holds& holds) {
    double yes = 0, no = 0.5;
    for (int i = 0; i < 40; ++i) {
        const double middle = (yes + no) / 2;
        (holds(middle) ? yes : no) = middle;
    }
    return yes;
}

/// Where the curve leaves the box that it begins in the middle of.
double exit_of(const Curve& curve, Size box) {
    const Point middle = curve.points[0];
    return last_t([&](double t) {
        const Point at = curve.at(t);
        return std::abs(at.x - middle.x) <= box.width / 2 && std::abs(at.y - middle.y) <= box.height / 2;
    });
}

/// "e,x,y x,y …": Graphviz's own form of a curve, with the tip of an arrowhead if there is one.
std::string spline(const Curve& whole, Size from, Size to, bool has_arrow) {
    const Curve back = whole.reversed();
    const double begin = exit_of(whole, from), end = exit_of(back, to);
    const Point tip = back.at(end);
    double stop = end;
    if (has_arrow) {
        stop = last_t([&](double t) {
            const Point at = back.at(t);
            return t <= end || std::hypot(at.x - tip.x, at.y - tip.y) <= arrow_length;
        });
    }
    // Cut off the end, then the beginning of what is left.
    const Curve shorter = whole.until(1 - stop).reversed().until(1 - begin / (1 - stop)).reversed();
    std::string text = has_arrow ? "e," + coordinates(tip) : "";
    for (const Point& point : shorter.points) (text += text.empty() ? "" : " ") += coordinates(point);
    return text;
}

/// Which node of `texts_to_measure` is what.
struct Numbers {
    explicit Numbers(const Drawing& drawing)
        : labels(drawing.entities.size()),
          title(labels + drawing.relations.size()),
          note(title + (drawing.title.empty() ? 0 : 1)),
          types(note + (drawing.note.empty() ? 0 : 1)),
          looks(types + drawing.types.size()) {}

    std::size_t labels, title, note, types, looks;
};

class SheetWriter {
  public:
    SheetWriter(std::ostream& stream, const Drawing& drawing, Theme theme)
        : out_(stream), drawing_(drawing), theme_(theme), colors_(sheet_colors(theme)), numbers_(drawing) {}

    void begin() {
        out_ << "digraph newsgraph {\n";
        DotStatement(out_, "graph")
            .set("bgcolor", colors_.ground)
            .set("pad", "0")
            .set("margin", "0")
            .set("outputorder", "edgesfirst");
        DotStatement(out_, "node").set("shape", "box").set("fontname", font);
        DotStatement(out_, "edge").set("arrowsize", "0.7").set("penwidth", "1.2");
    }
    void end() { out_ << "}\n"; }

    void entity(std::size_t i, Point at) {
        const DrawnEntity& entity = drawing_.entities[i];
        const NodeColors colors = node_colors(entity.type, theme_);
        std::string name = html_lines(entity.lines, entity.font_size, colors_.text);
        if (entity.font_size >= bold_from) name = "<B>" + name + "</B>";
        node(i, at)
            .set_html("label", name)
            .set("style", entity.is_phrase ? "filled,rounded,dashed" : "filled,rounded")
            .set("fillcolor", colors.fill)
            .set("color", colors.outline)
            .set("penwidth", entity.font_size >= bold_from ? "1.6" : "1.2")
            .set("margin", "0.15,0.08")
            .set("width", "0.5")
            .set("height", "0.34")
            .set("tooltip", entity.tooltip);
    }

    void label(std::size_t i, Point at) {
        const DrawnRelation& relation = drawing_.relations[i];
        std::string words;
        for (const DrawnWords& line : relation.words) {
            if (!words.empty()) words += "<BR/>";
            words += html_text(line.words, 10,
                               relation.look->mark.empty() ? colors_.text : relation.look->color_in(theme_));
            if (!line.qualifiers.empty())
                words += (line.is_short ? " " : "<BR/>") + html_lines(line.qualifiers, 8, colors_.quiet);
        }
        DotStatement statement = node(numbers_.labels + i, at);
        bare(statement)
            .set_html("label", words)
            .set("style", "filled")
            .set("fillcolor", colors_.ground)
            .set("margin", "0.04,0.03")
            .set("tooltip", relation.tooltip);
        if (!relation.address.empty()) statement.set_plain("URL", xml_escaped(relation.address));
    }

    void line(std::size_t i, Point from, Point through, Point to, Size from_size, Size to_size) {
        const DrawnRelation& relation = drawing_.relations[i];
        DotStatement statement(out_, name(relation.head) + " -> " + name(relation.tail));
        statement
            .set_plain("pos",
                       spline(curve_through(from, through, to), from_size, to_size, relation.is_directed))
            .set("style", relation.look->style)
            .set("color", relation.look->color_in(theme_))
            .set("tooltip", relation.tooltip);
        if (!relation.is_directed) statement.set("dir", "none");
        if (!relation.address.empty()) statement.set_plain("URL", xml_escaped(relation.address));
    }

    void title(Point at) {
        std::string html;
        for (const std::string& line : drawing_.title)
            html += html_text(line, 20, colors_.text) + "<BR ALIGN=\"LEFT\"/>";
        text(numbers_.title, at, "<B>" + html + "</B>");
    }
    void note(Point at) { text(numbers_.note, at, html_text(drawing_.note, 10, colors_.quiet)); }
    void type_word(std::size_t i, Point at) {
        text(numbers_.types + i, at, html_text(drawing_.types[i], 10, colors_.quiet));
    }
    void look_word(std::size_t i, Point at) {
        const EdgeLook& look = *drawing_.looks[i];
        text(numbers_.looks + i, at,
             html_text(std::string(look.mark).append(look.meaning), 10, colors_.quiet));
    }

    void type_swatch(std::size_t i, Point at) {
        const NodeColors colors = node_colors(drawing_.types[i], theme_);
        DotStatement statement(out_, "type" + std::to_string(i));
        statement.set("label", "")
            .set_plain("pos", coordinates(at))
            .set("style", "filled,rounded")
            .set("fillcolor", colors.fill)
            .set("color", colors.outline)
            .set("fixedsize", "true")
            .set_plain("width", std::to_string(swatch / 72))
            .set_plain("height", std::to_string((swatch - 2) / 72));
    }
    void look_sample(std::size_t i, Point left) {
        const EdgeLook& look = *drawing_.looks[i];
        const std::string a = "look" + std::to_string(i) + "a", b = "look" + std::to_string(i) + "b";
        const Point right{left.x + sample, left.y};
        invisible(a, left);
        invisible(b, right);
        std::string pos;
        for (int step = 0; step < 4; ++step)
            (pos += pos.empty() ? "" : " ") += coordinates({left.x + sample * step / 3, left.y});
        DotStatement(out_, a + " -> " + b)
            .set_plain("pos", pos)
            .set("style", look.style)
            .set("color", look.color_in(theme_))
            .set("dir", "none");
    }

    /// So that the sheet is as large as it shall be.
    void corners(Size size) {
        invisible("corner0", {0, 0});
        invisible("corner1", {size.width, size.height});
    }

  private:
    static std::string name(std::size_t i) { return std::string("n").append(std::to_string(i)); }

    DotStatement node(std::size_t i, Point at) { return DotStatement(out_, name(i), coordinates(at)); }

    static DotStatement& bare(DotStatement& statement) {
        return statement.set("penwidth", "0").set("width", "0").set("height", "0");
    }

    void text(std::size_t i, Point at, const std::string& html) {
        DotStatement statement = node(i, at);
        bare(statement)
            .set_html("label", html)
            .set("margin", "0")
            .set("style", "filled")
            .set("fillcolor", colors_.ground);
    }

    void invisible(const std::string& id, Point at) {
        DotStatement(out_, id)
            .set("label", "")
            .set_plain("pos", coordinates(at))
            .set("style", "invis")
            .set("fixedsize", "true")
            .set("width", "0")
            .set("height", "0");
    }

    TextOutput out_;
    const Drawing& drawing_;
    Theme theme_;
    const SheetColors& colors_;
    Numbers numbers_;
};

/// An entry of the legend: a sign, and what it means.
struct Entry {
    bool is_look = false;
    std::size_t number = 0;
    Size word{};

    double sign() const noexcept { return is_look ? sample : swatch; }
    double width() const noexcept { return sign() + 6 + word.width; }
};

/// What stands where around the graph.
class Frame {
  public:
    Frame(const Drawing& drawing, const std::vector<Size>& sizes)
        : drawing_(drawing), numbers_(drawing), sizes_(sizes) {
        for (std::size_t i = 0; i < drawing.types.size(); ++i)
            entries_.push_back({false, i, sizes[numbers_.types + i]});
        for (std::size_t i = 0; i < drawing.looks.size(); ++i)
            entries_.push_back({true, i, sizes[numbers_.looks + i]});
    }

    Size title() const noexcept { return drawing_.title.empty() ? Size() : sizes_[numbers_.title]; }
    Size note() const noexcept { return drawing_.note.empty() ? Size() : sizes_[numbers_.note]; }
    double header() const noexcept { return title().height > 0 ? title().height + 22 : 0; }

    /// The legend's entries in rows that are as wide as the sheet within its margins.
    std::vector<std::vector<Entry>> rows(double width) const {
        std::vector<std::vector<Entry>> rows;
        double taken = width;
        for (const Entry& entry : entries_) {
            if (rows.empty() || taken + gap + entry.width() > width) {
                rows.emplace_back();
                taken = -gap;
            }
            taken += gap + entry.width();
            rows.back().push_back(entry);
        }
        return rows;
    }

    double footer(double width) const {
        const double lines = static_cast<double>(rows(width).size() + (note().height > 0 ? 1 : 0));
        return lines > 0 ? lines * row + 18 : 0;
    }

    /// Wide enough for the title, the note and a legend of few rows.
    double least_width() const noexcept {
        double legend = -gap;
        for (const Entry& entry : entries_) legend += gap + entry.width();
        return std::max({title().width, note().width, std::min(legend, 420.0)});
    }

    void write(SheetWriter& writer, Size sheet) const {
        if (title().height > 0)
            writer.title({pad + title().width / 2, sheet.height - pad - title().height / 2});
        double y = pad + row / 2;
        if (note().height > 0) {
            writer.note({pad + note().width / 2, y});
            y += row;
        }
        const std::vector<std::vector<Entry>> all = rows(sheet.width - 2 * pad);
        for (std::size_t i = all.size(); i-- > 0; y += row) {
            double x = pad;
            for (const Entry& entry : all[i]) {
                const Point word{x + entry.sign() + 6 + entry.word.width / 2, y};
                if (entry.is_look) {
                    writer.look_sample(entry.number, {x, y});
                    writer.look_word(entry.number, word);
                } else {
                    writer.type_swatch(entry.number, {x + swatch / 2, y});
                    writer.type_word(entry.number, word);
                }
                x += entry.width() + gap;
            }
        }
    }

  private:
    static constexpr double gap = 18;  // between entries
    static constexpr double row = 18;

    const Drawing& drawing_;
    Numbers numbers_;
    const std::vector<Size>& sizes_;
    std::vector<Entry> entries_{};
};

constexpr double usual_aspect = 1.6;
constexpr double most_pixels_a_point = 2.2;  // more would make the letters of a few boxes huge

/// As large as its parts need it, in the proportions that are wanted.
Size sheet_size(const Frame& frame, Size graph, PixelSize wanted) {
    Size sheet;
    sheet.width = std::max(graph.width, frame.least_width()) + 2 * pad;
    if (wanted.width > 0) sheet.width = std::max(sheet.width, wanted.width / most_pixels_a_point);
    sheet.height = graph.height + frame.header() + frame.footer(sheet.width - 2 * pad) + 2 * pad;
    if (wanted.height > 0) {
        const double aspect = static_cast<double>(wanted.width) / wanted.height;
        if (sheet.width < sheet.height * aspect)
            sheet.width = sheet.height * aspect;
        else
            sheet.height = sheet.width / aspect;
    }
    return {std::ceil(sheet.width), std::ceil(sheet.height)};
}

}  // namespace

std::string texts_to_measure(const Drawing& drawing, Theme theme) {
    std::ostringstream dot;
    {
        SheetWriter writer(dot, drawing, theme);
        writer.begin();
        for (std::size_t i = 0; i < drawing.entities.size(); ++i) writer.entity(i, {});
        for (std::size_t i = 0; i < drawing.relations.size(); ++i) writer.label(i, {});
        if (!drawing.title.empty()) writer.title({});
        if (!drawing.note.empty()) writer.note({});
        for (std::size_t i = 0; i < drawing.types.size(); ++i) writer.type_word(i, {});
        for (std::size_t i = 0; i < drawing.looks.size(); ++i) writer.look_word(i, {});
        writer.end();
    }
    return dot.str();
}

Sheet sheet_of(const Drawing& drawing, Theme theme, const std::vector<Size>& sizes, PixelSize wanted) {
    const std::size_t count = drawing.entities.size();
    const std::vector<Size> boxes(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(count));
    std::vector<BoxLink> links;
    for (std::size_t i = 0; i < drawing.relations.size(); ++i)
        links.push_back({drawing.relations[i].head, drawing.relations[i].tail, sizes[count + i]});
    const Layout layout = lay_out(
        boxes, links, wanted.height > 0 ? static_cast<double>(wanted.width) / wanted.height : usual_aspect);

    const Frame frame(drawing, sizes);
    Sheet sheet;
    sheet.size = sheet_size(frame, layout.size, wanted);
    const double above = pad + frame.header(), below = pad + frame.footer(sheet.size.width - 2 * pad);
    const Point corner{(sheet.size.width - layout.size.width) / 2,
                       below + (sheet.size.height - above - below - layout.size.height) / 2};
    const auto on_sheet = [corner](Point at) { return Point{at.x + corner.x, at.y + corner.y}; };

    std::ostringstream dot;
    {
        SheetWriter writer(dot, drawing, theme);
        writer.begin();
        writer.corners(sheet.size);
        for (std::size_t i = 0; i < count; ++i) writer.entity(i, on_sheet(layout.boxes[i]));
        for (std::size_t i = 0; i < links.size(); ++i) writer.label(i, on_sheet(layout.labels[i]));
        frame.write(writer, sheet.size);
        for (std::size_t i = 0; i < links.size(); ++i) {
            const auto [from, to, label] = links[i];
            writer.line(i, on_sheet(layout.boxes[from]), on_sheet(layout.labels[i]),
                        on_sheet(layout.boxes[to]), boxes[from], boxes[to]);
        }
        writer.end();
    }
    sheet.dot = dot.str();
    return sheet;
}

}  // namespace newsgraph
