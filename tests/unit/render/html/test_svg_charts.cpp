#include "render/html/bar_chart_svg.hpp"

#include <catch2/catch.hpp>
#include <limits>

using namespace focus_billing;

namespace {

const std::string blue = "#1F4E79";

bool has(const std::string& svg, const std::string& part) {
    return svg.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a chart without points is nothing") {
    CHECK(bar_chart_svg({"t", "d", {}}, blue).empty());
    CHECK(line_chart_svg({"t", "d", {}}, blue).empty());
}

TEST_CASE("a bar has its label, its value and its length") {
    CHECK(bar_chart_svg({"By service", "Compute 2.00", {{"Compute", "2.00", 0.25, true}}}, blue) ==
          "<svg viewBox=\"0 0 360 36\" role=\"img\" fill=\"currentColor\">"
          "<title>By service</title><desc>Compute 2.00</desc>"
          "<text x=\"0\" y=\"13\" font-size=\"12\">Compute</text>"
          "<text x=\"360\" y=\"13\" font-size=\"12\" text-anchor=\"end\" font-weight=\"600\">2.00"
          "</text><rect x=\"0\" y=\"19\" width=\"360\" height=\"9\" fill=\"#E9ECF0\"/>"
          "<rect x=\"0\" y=\"19\" width=\"90\" height=\"9\" fill=\"#1F4E79\"/>"
          "<path d=\"M0.5 17v13\" stroke=\"#1B1F24\"/></svg>");
}

TEST_CASE("a negative bar is hollow and to the left of the line at zero") {
    const auto svg =
        bar_chart_svg({"t", "d", {{"a", "3.00", 1, true}, {"b", "-1.50", -0.5, true}}}, blue);
    CHECK(has(svg, "<rect x=\"120\" y=\"19\" width=\"240\" height=\"9\" fill=\"#1F4E79\"/>"));
    CHECK(has(svg, "<rect x=\"0.5\" y=\"55.5\" width=\"119\" height=\"8\" fill=\"#FFFFFF\" "
                   "stroke=\"#1F4E79\"/>"));
    CHECK(has(svg, "<path d=\"M120 17v13\" stroke=\"#1B1F24\"/>"));
}

TEST_CASE("bars all below zero end at the right") {
    const auto svg = bar_chart_svg({"t", "d", {{"a", "-1.00", -1, true}}}, blue);
    CHECK(has(svg, "<path d=\"M359.5 17v13\""));
    CHECK(has(svg, "<rect x=\"0.5\" y=\"19.5\" width=\"359\""));
}

TEST_CASE("a bar of nothing has no length") {
    const auto svg =
        bar_chart_svg({"t", "d", {{"free", "0.00", 0, true}, {"none", "", 0, false}}}, blue);
    CHECK_FALSE(has(svg, blue));
    CHECK(has(svg, ">0.00</text>"));
    CHECK(has(svg, ">–</text>"));
}

TEST_CASE("a month that is not known is a gap in the line") {
    const auto svg = line_chart_svg({"t",
                                     "d",
                                     {{"Jan", "1.00", 0.5, true},
                                      {"Feb", "", 0, false},
                                      {"Mar", "2.00", 1, true},
                                      {"Apr", "1.00", 0.5, true}}},
                                    blue);
    CHECK(has(svg, "<path d=\"M6 81M238 26L354 81\" fill=\"none\" stroke=\"#1F4E79\""));
    CHECK(has(svg, ">Feb</text><text x=\"168\" y=\"218\" font-size=\"11\" text-anchor=\"end\">–<"));
    for (const auto* value : {">Jan<", ">Mar<", ">Apr<", ">1.00<", ">2.00<"}) {
        CAPTURE(value);
        CHECK(has(svg, value));
    }
}

TEST_CASE("a line below zero crosses the line at zero") {
    const auto svg =
        line_chart_svg({"t", "d", {{"Jan", "1.00", 1, true}, {"Feb", "-1.00", -1, true}}}, blue);
    CHECK(has(svg, "<path d=\"M0 81h360\" stroke=\"#1B1F24\"/>"));
    CHECK(has(svg, "<path d=\"M6 26L354 136\""));
}

TEST_CASE("one month, and none that is known") {
    CHECK(has(line_chart_svg({"t", "d", {{"Jan", "1.00", 1, true}}}, blue),
              "<circle cx=\"180\" cy=\"26\" r=\"3\" fill=\"#1F4E79\"/>"));
    const auto svg = line_chart_svg({"t", "d", {{"Jan", "", 0, false}}}, blue);
    CHECK_FALSE(has(svg, "<circle"));
    CHECK_FALSE(has(svg, "fill=\"none\""));
}

TEST_CASE("texts of a chart are escaped, and too long ones shortened") {
    const ChartView chart{
        "<t>", "<d>&\"", {{std::string(80, 'W'), "<1>", 1, true}, {"<l>", "1", 1, true}}};
    for (const auto& svg : {bar_chart_svg(chart, "\"><script>"), line_chart_svg(chart, blue)}) {
        CHECK(has(svg, "<title>&lt;t&gt;</title><desc>&lt;d&gt;&amp;&quot;</desc>"));
        CHECK(has(svg, ">&lt;1&gt;<"));
        CHECK_FALSE(has(svg, "<script>"));
        CHECK(has(svg, "W…</text>"));
        CHECK_FALSE(has(svg, std::string(80, 'W') + "</text><text x=\"360\""));
    }
}

TEST_CASE("a text is shortened between characters") {
    CHECK(fitting_text("short", 120, 3000) == "short");
    CHECK(fitting_text("王王王王王王", 100, 400) == "王王王…");
    CHECK(fitting_text("éééééé", 100, 300) == "ééé…");
    CHECK(fitting_text("abc", 100, 0) == "…");
}

TEST_CASE("a share beyond what can be drawn is drawn as the nearest that can") {
    const auto of = [](double share) { return share_of({"", "", share, true}, 1000); };
    CHECK(of(2) == 1000);
    CHECK(of(-2) == -1000);
    CHECK(of(std::numeric_limits<double>::quiet_NaN()) == 0);
    CHECK(of(0.3333) == 333);
    CHECK(share_of({"", "", 1, false}, 1000) == 0);
}

TEST_CASE("lengths have a decimal where there is one") {
    CHECK(svg_length(0) == "0");
    CHECK(svg_length(125) == "12.5");
    CHECK(svg_length(-5) == "-0.5");
    CHECK(svg_length(-120) == "-12");
}
