#include "focus_billing/render/html/pages.hpp"

#include <catch2/catch.hpp>
#include <regex>

#include "render/html/html_template.hpp"
#include "render/statements/full_view.hpp"

using namespace focus_billing;

namespace {

const std::string hostile = "<script>alert(\"1\")</script>'&{{due}}{{{style}}}";

std::vector<std::string> all_pages(const std::string& text) {
    const auto style = full_look(text);
    return {statement_html(full_statement_view(text), style),
            summary_html(full_summary_view(text), style), index_html(full_summary(text), style)};
}

std::size_t count_of(const std::string& html, const std::string& part) {
    std::size_t count = 0;
    for (auto at = html.find(part); at != std::string::npos; at = html.find(part, at + 1))
        ++count;
    return count;
}

std::string body_of(const std::string& html) {
    return html.substr(html.find("<body>"));
}

}  // namespace

TEST_CASE("hostile text is text in every page") {
    for (const auto& html : all_pages(hostile)) {
        CHECK(count_of(html, "<script") == 0);
        CHECK(count_of(html, "alert(\"1\")") == 0);
        CHECK(count_of(html, "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;") > 5);
        CHECK(count_of(html, "'&{{") == 0);
    }
}

TEST_CASE("text cannot leave an attribute") {
    for (const auto& html : all_pages("\" onload=\"x\" '")) {
        CHECK(count_of(html, "\" onload") == 0);
        CHECK(count_of(html, "&quot; onload=&quot;x&quot; &#39;") > 5);
    }
}

TEST_CASE("a page needs nothing else, and runs nothing") {
    static const std::regex elsewhere(
        R"((src|href|action|data)="(?!data:image/png;base64,|mailto:)[a-z]*:|url\(|@import|<link|<script|https?:)");
    for (const auto& html : all_pages("value")) {
        CHECK_FALSE(std::regex_search(html, elsewhere));
        CHECK(count_of(html, "default-src &#39;none&#39;") + count_of(html, "default-src 'none'") ==
              1);
    }
}

TEST_CASE("the same view is the same page") {
    CHECK(all_pages("value") == all_pages("value"));
    CHECK(all_pages(hostile) == all_pages(hostile));
}

TEST_CASE("a page can be read by who does not see it") {
    for (const auto& html : all_pages("value")) {
        CHECK(count_of(html, "<h1") == 1);
        CHECK(count_of(html, "<h3") == 0);
        CHECK(html.find("<h1") < html.find("<h2"));
        CHECK(count_of(html, "<table") == count_of(html, "<caption"));
        CHECK(count_of(html, "<svg") == count_of(html, "role=\"img\""));
        CHECK(count_of(html, "<svg") == count_of(html, "<desc>"));
        CHECK(count_of(html, "<th ") == count_of(html, " scope="));
        CHECK(count_of(html, "<tbody") == count_of(html, "</tbody>"));
    }
}

TEST_CASE("the language and the paper are those of view and look") {
    auto view = full_statement_view();
    view.language = "de";
    StatementStyle style;
    style.paper = Paper::letter;
    const auto html = statement_html(view, style);
    CHECK(count_of(html, "<html lang=\"de\">") == 1);
    CHECK(count_of(html, "@page{size:letter}") == 1);
    CHECK(count_of(statement_html(view, {}), "@page{size:A4}") == 1);
}

TEST_CASE("a draft says so, on the screen and on each page of paper") {
    auto view = full_statement_view();
    CHECK(count_of(body_of(statement_html(view, {})), "DRAFT") == 2);
    view.is_draft = false;
    CHECK(count_of(body_of(statement_html(view, {})), "DRAFT") == 0);
}

TEST_CASE("what a statement does not have leaves no trace") {
    StatementView view;
    view.title = "Statement 1";
    view.due = "0.00 USD";
    const auto body = body_of(statement_html(view, {}));
    CHECK(count_of(body, "0.00 USD") == 1);
    for (const auto* part : {"<table", "<svg", "<img", "<li", "<p class=\"held\"", "mailto:"}) {
        CAPTURE(part);
        CHECK(count_of(body, part) == 0);
    }
}

TEST_CASE("rows of a table") {
    auto view = full_statement_view();
    view.sections.clear();
    view.details.columns = {{"Day", false}, {"Amount", true}};
    view.details.rows = {{TableRow::Kind::plain, {"2025-01-31", "-1,234.50"}},
                         {TableRow::Kind::heading, {"Fund/org 1"}},
                         {TableRow::Kind::total, {"Total", ""}},
                         {TableRow::Kind::note, {"and more"}}};
    const auto html = statement_html(view, {});
    for (
        const auto* row :
        {R"(<tr role="row"><th role="rowheader" scope="row" dir="auto">2025-01-31</th><td role="cell" class="number" data-label="Amount">-1,234.50</td></tr>)",
         R"(<tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="2" dir="auto">Fund/org 1</th></tr>)",
         R"(<tr role="row" class="total"><th role="rowheader" scope="row" dir="auto">Total</th><td role="cell" class="number" data-label="Amount"></td></tr>)",
         R"(<tr role="row" class="note"><td role="cell" colspan="2" dir="auto">and more</td></tr>)"}) {
        CAPTURE(row);
        CHECK(count_of(html, row) == 1);
    }
    CHECK(count_of(html, "<tbody") == 2);
}

TEST_CASE("an index links to files by their names, whatever these are") {
    auto summary = full_summary();
    summary.index[0].html = "html/javascript:1 #2.html";
    summary.index[0].pdf.clear();
    const auto html = index_html(summary, {});
    CHECK(count_of(html, "<a href=\"html/javascript%3A1%20%232.html\">HTML</a>") == 1);
    CHECK(count_of(html, ">PDF</a>") == 0);
    CHECK(count_of(html, "<a href=\"summary.html\">") == 1);
}

TEST_CASE("a site's own template is used, and its texts are escaped") {
    StatementStyle style;
    style.statement_template = "{{title}}|{{#warnings}}<i>{{.}}</i>{{/warnings}}";
    style.summary_template = "{{#facts}}{{label}}={{value}}{{/facts}}";
    style.index_template = "{{#statements}}{{number}}:{{due}}{{/statements}}";
    auto view = full_statement_view("<b>");
    view.warnings = {"1", "2"};
    CHECK(statement_html(view, style) == "&lt;b&gt;|<i>1</i><i>2</i>");
    CHECK(summary_html(full_summary_view("<b>"), style) == "&lt;b&gt;=&lt;b&gt;");
    CHECK(index_html(full_summary("USD"), style) == "USD:11.50");
}

TEST_CASE("a template that was not checked is a broken promise") {
    CHECK_THROWS_WITH(HtmlTemplate("{{#a}}"),
                      "a template that was not checked: Unclosed section \"a\" at 0");
}
