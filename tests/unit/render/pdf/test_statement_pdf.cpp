#include "focus_billing/render/pdf/statement_pdf.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <thread>

#include "focus_billing/model/error.hpp"

using namespace focus_billing;

namespace {

const std::vector<std::string> always_installed = {"DejaVu Sans"};

PdfFonts& fonts() {
    static PdfFonts fonts(always_installed);
    return fonts;
}

TableView details(std::size_t rows) {
    TableView table{.title = "Charges",
                    .columns = {{"Day"}, {"Resource"}, {"Amount", true}},
                    .rows = {{TableRow::Kind::heading, {"Fund/org 123456"}}}};
    for (std::size_t i = 0; i < rows; ++i) {
        table.rows.push_back({TableRow::Kind::plain,
                              {"2025-01-31", "i-" + std::to_string(i), "1." + std::to_string(i)}});
    }
    table.rows.push_back({TableRow::Kind::total, {"Total", "", "7.00"}});
    return table;
}

StatementView small_view(std::size_t rows = 3) {
    StatementView view;
    view.title = "Statement 2025-01-0007";
    view.subtitle = "ada@example.edu, project shoal, January 2025";
    view.organization = {"Example University", "Research Computing", {"1 College Road"}, ""};
    view.facts = {{"PI", "Ada"}, {"Project", "shoal"}};
    view.due = "7.00 USD";
    view.warnings = {"The project ends in 7 days."};
    view.services = {"By service", "", {{"Compute", "9.00", 1}, {"Tax", "-2.00", -0.2}}};
    view.months = {"Months", "", {{"Dec", "", 0, false}, {"Jan", "7.00", 1}}};
    view.sections = {{"Fund/org 123456", details(1), details(1)}};
    view.details = details(rows);
    view.author = "Example University";
    view.issue_date = "2025-02-03";
    return view;
}

std::string pdf(const StatementView& view, const StatementStyle& style = {}) {
    return statement_pdf(view, style, fonts());
}

std::size_t pages(const std::string& pdf) {
    const std::string page = "/Type /Page %";
    std::size_t count = 0;
    for (auto at = pdf.find(page); at != std::string::npos; at = pdf.find(page, at + 1))
        ++count;
    return count;
}

Diagnostic refusal(const StatementView& view, const StatementStyle& style = {}) {
    try {
        (void)pdf(view, style);
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::usage);
        return error.diagnostic();
    }
    FAIL("no error");
    return {};
}

}  // namespace

TEST_CASE("a statement is a PDF file with the same bytes each time") {
    const auto once = pdf(small_view());
    CHECK(once.starts_with("%PDF-1."));
    CHECK(once.ends_with("%%EOF\n"));
    CHECK(once.find("/CreationDate (20250203000000Z)") != std::string::npos);
    CHECK(once.find("/Title (Statement 2025-01-0007)") != std::string::npos);
    CHECK(pages(once) == 1);
    CHECK(once == pdf(small_view()));
    (void)pdf(small_view(300));
    CHECK(once == pdf(small_view()));
    PdfFonts others(always_installed);
    CHECK(once == statement_pdf(small_view(), {}, others));
}

TEST_CASE("threads with fonts of their own write the same bytes") {
    const auto expected = pdf(small_view(100));
    std::vector<std::string> written(3);
    std::vector<std::thread> threads;
    for (auto& bytes : written) {
        threads.emplace_back([&bytes] {
            PdfFonts own(always_installed);
            bytes = statement_pdf(small_view(100), {}, own);
        });
    }
    for (auto& thread : threads)
        thread.join();
    CHECK(std::ranges::count(written, expected) == 3);
}

TEST_CASE("paper, draft and content change the file") {
    const auto usual = pdf(small_view());
    StatementStyle letter;
    letter.paper = Paper::letter;
    CHECK(pdf(small_view(), letter).find("[ 0 0 612 792 ]") != std::string::npos);
    CHECK(usual.find("[ 0 0 595.276") != std::string::npos);
    auto draft = small_view();
    draft.is_draft = true;
    CHECK(pdf(draft) != usual);
}

TEST_CASE("rows go on on the next page") {
    CHECK(pages(pdf(small_view(40))) == 2);
    CHECK(pages(pdf(small_view(200))) == 5);
    auto tall = small_view();
    tall.details.rows[1].cells[1] = std::string(20'000, 'x');
    CHECK(pages(pdf(tall)) > 3);
}

TEST_CASE("a statement without anything but an amount has one page") {
    StatementView view;
    view.issue_date = "2025-02-03";
    view.due = "0.00 USD";
    CHECK(pages(pdf(view)) == 1);
    view.issue_date.clear();
    CHECK_THROWS_AS(pdf(view), std::logic_error);
}

TEST_CASE("a character that no font has is an error that names it and its text") {
    auto view = small_view();
    view.facts[0].value = "Ada \U0010FFFD";
    const auto found = refusal(view);
    CHECK("FB" + std::to_string(found.code) == "FB721");
    CHECK(found.field == "statements.fonts");
    CHECK(found.message == "no configured font has the character U+10FFFD");
    CHECK(found.value == "Ada \U0010FFFD");
    CHECK(found.help == "add a font that has it to 'statements.fonts', as of the packages "
                        "fonts-noto-core or fonts-noto-cjk");
    view.facts[0].value = "\u0378";
    CHECK(refusal(view).message == "no configured font has the character U+0378");
    view.facts[0].value = "王";
    CHECK(refusal(view).message == "no configured font has the character U+738B");
}

TEST_CASE("characters that show nothing need no font") {
    auto view = small_view();
    view.facts[0].value = "tab\tbell\a zero\u200Bwidth soft\u00ADhyphen c1\u0085 mark\u200F "
                          "selector\uFE0F bom\uFEFF joiner\u2060 tag\U000E0020 wide\u2003space\r\n";
    CHECK(pages(pdf(view)) == 1);
}

TEST_CASE("a statement in any script, where its fonts are installed") {
    auto view = small_view();
    view.facts[0].value = "नरेन्द्र, محمد, דוד, Ἀθηνᾶ, e\u0301";
    try {
        PdfFonts all({"DejaVu Sans", "Noto Sans Devanagari"});
        if (all.families().size() < 2) {
            WARN("skipped: Noto Sans Devanagari is not installed");
            return;
        }
        CHECK(statement_pdf(view, {}, all) == statement_pdf(view, {}, all));
    } catch (const Error& error) {
        FAIL(error.what());
    }
}

TEST_CASE("a logo that is no PNG is an error") {
    StatementStyle style;
    style.logo = "\x89PNG\r\n\x1a\nand then nothing";
    const auto found = refusal(small_view(), style);
    CHECK("FB" + std::to_string(found.code) == "FB722");
    CHECK(found.field == "statements.logo");
    CHECK(found.message == "the logo is not a PNG file, or damaged");
    CHECK(found.help == "save it as PNG again, or leave 'statements.logo' out");
}

TEST_CASE("a summary is a PDF file with the same bytes each time") {
    SummaryView view;
    view.title = "Statements of January 2025: summary";
    view.organization = "Example University";
    view.payers = {"Largest", "", {{"ada@example.edu", "9.00", 1}}};
    view.tables = {details(5), details(80)};
    view.issue_date = "2025-02-03";
    const auto once = summary_pdf(view, {}, fonts());
    CHECK(pages(once) == 2);
    CHECK(once == summary_pdf(view, {}, fonts()));
}
