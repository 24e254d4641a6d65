#include <catch2/catch.hpp>

#include "focus_billing/render/statements/statement_view.hpp"
#include "focus_billing/render/statements/summary_csv.hpp"
#include "render/statements/view_text.hpp"

using namespace focus_billing;

namespace {

SummaryRow row(std::vector<std::string> names, std::string currency, std::string list,
               std::string discount, std::string percent, std::string due) {
    return {std::move(names),   std::move(currency), 1, 1234, std::move(list), std::move(discount),
            std::move(percent), std::move(due)};
}

StatementSummary sample_summary() {
    StatementSummary summary;
    summary.organization = "Example University";
    summary.unit = "Research Computing";
    summary.period = "2025-01";
    summary.issue_date = "2025-02-03";
    summary.tables = {{"total",
                       {},
                       {row({}, "JPY", "700", "0", "", "700"),
                        row({}, "USD", "2000", "765.5", "38.3", "1234.5")}},
                      {"pi",
                       {"pi_email"},
                       {row({"bo@example.edu"}, "JPY", "700", "0", "", "700"),
                        row({"ada@example.edu"}, "USD", "2000", "765.5", "38.3", "1234.5")}},
                      {"project",
                       {"pi_email", "project_id"},
                       {row({"bo@example.edu", ""}, "JPY", "700", "0", "", "700")}},
                      {"service", {"service"}, {row({""}, "JPY", "700", "0", "", "700")}}};
    summary.tables[0].rows[1].statements = 2;
    summary.index = {{"2025-01-0001",
                      1,
                      {"ada@example.edu", "=shoal", "USD"},
                      1234,
                      "2000",
                      "765.5",
                      "1234.5",
                      true,
                      "a.pdf",
                      "a.html",
                      "",
                      ""},
                     {"2025-01-0002",
                      2,
                      {"bo@example.edu", "", "JPY"},
                      1234,
                      "700",
                      "0",
                      "700",
                      false,
                      "b.pdf",
                      "",
                      "",
                      "b.json"}};
    return summary;
}

std::string summary_text(const SummaryView& view) {
    std::string text =
        view.title + "\n" + view.subtitle + "\n" + facts_text(view.facts) + chart_text(view.payers);
    for (const auto& table : view.tables)
        text += table_text(table);
    return text + view.footer + "\n" + view.author + " " + view.issue_date + "\n";
}

}  // namespace

TEST_CASE("a summary has its totals, and a table for each key", "[view]") {
    StatementStyle style;
    style.footer = "Write to {email}. Of {period}.";
    CHECK(summary_text(summary_view(sample_summary(), style)) ==
          R"(Statements of January 2025: summary
Example University, Research Computing
Period: January 2025
Issue date: 3 February 2025
Statements: 2, of which 1 issued by this run
PIs: 2
Amount due: 700 JPY and 1,234.50 USD
[Amount due by PI, in USD] Amount due by PI: ada@example.edu 1,234.50 USD.
ada@example.edu | 1,234.50 | 1.0000
[Total]
Currency | Statements> | Charges> | List price> | Discount> | %> | Amount due>
- JPY | 1 | 1,234 | 700 |  |  | 700
- USD | 2 | 1,234 | 2,000.00 | 765.50 | 38.3 | 1,234.50
[By PI]
PI | Currency | Statements> | Charges> | List price> | Discount> | %> | Amount due>
- bo@example.edu | JPY | 1 | 1,234 | 700 |  |  | 700
- ada@example.edu | USD | 1 | 1,234 | 2,000.00 | 765.50 | 38.3 | 1,234.50
[By project]
PI | Project | Currency | Statements> | Charges> | Amount due>
- bo@example.edu | no project | JPY | 1 | 1,234 | 700
[By service]
Service | Currency | Statements> | Charges> | Amount due>
- Other services | JPY | 1 | 1,234 | 700
Of January 2025.
Example University 2025-02-03
)");
}

TEST_CASE("a summary of drafts says so, and one of nothing is empty", "[view]") {
    auto summary = sample_summary();
    summary.is_draft = true;
    const auto view = summary_view(summary, {});
    CHECK(view.is_draft);
    CHECK(view.title == "Draft statements of January 2025: summary");
    CHECK(view.facts[2].value == "2, drafts");
    CHECK(summary_text(summary_view({}, {})) ==
          "Statements of : summary\n\nPeriod: \nStatements: 0, of which 0 issued by this run\n"
          "PIs: 0\n[] \n\n \n");
}

TEST_CASE("the CSV of a summary has all tables below each other", "[statement]") {
    CHECK(summary_csv(sample_summary()) ==
          "table,pi_email,project_id,source,service,currency,statements,charges,list,discount,"
          "discount_percent,due\r\n"
          "total,,,,,JPY,1,1234,700,0,,700\r\n"
          "total,,,,,USD,2,1234,2000,765.5,38.3,1234.5\r\n"
          "pi,bo@example.edu,,,,JPY,1,1234,700,0,,700\r\n"
          "pi,ada@example.edu,,,,USD,1,1234,2000,765.5,38.3,1234.5\r\n"
          "project,bo@example.edu,,,,JPY,1,1234,700,0,,700\r\n"
          "service,,,,,JPY,1,1234,700,0,,700\r\n");
    auto summary = sample_summary();
    summary.tables[1].keys = {"region"};
    CHECK_THROWS_WITH(summary_csv(summary), "a summary by region has no column");
}

TEST_CASE("the index has every statement with its files", "[statement]") {
    auto index = sample_summary().index;
    index.push_back({});
    CHECK(index_csv(index) ==
          "number,version,status,pi_email,project_id,currency,charges,list,discount,due,pdf,html,"
          "csv,json\r\n"
          "2025-01-0001,1,issued,ada@example.edu,'=shoal,USD,1234,2000,765.5,1234.5,a.pdf,a.html,,"
          "\r\n"
          "2025-01-0002,2,unchanged,bo@example.edu,,JPY,1234,700,0,700,b.pdf,,,b.json\r\n"
          ",,draft,,,,0,,,,,,,\r\n");
}

TEST_CASE("the JSON of a summary has keys as members", "[statement]") {
    auto summary = sample_summary();
    summary.tables = {summary.tables[2]};
    summary.index.resize(1);
    CHECK(summary_json(summary) == R"({
  "organization": "Example University",
  "unit": "Research Computing",
  "period": "2025-01",
  "issue_date": "2025-02-03",
  "is_draft": false,
  "tables": [
    {
      "name": "project",
      "keys": [
        "pi_email",
        "project_id"
      ],
      "rows": [
        {
          "pi_email": "bo@example.edu",
          "project_id": null,
          "currency": "JPY",
          "statements": 1,
          "charges": 1234,
          "list": "700",
          "discount": "0",
          "discount_percent": null,
          "due": "700"
        }
      ]
    }
  ],
  "index": [
    {
      "number": "2025-01-0001",
      "version": 1,
      "status": "issued",
      "pi_email": "ada@example.edu",
      "project_id": "=shoal",
      "currency": "USD",
      "charges": 1234,
      "list": "2000",
      "discount": "765.5",
      "due": "1234.5",
      "pdf": "a.pdf",
      "html": "a.html",
      "csv": null,
      "json": null
    }
  ]
}
)");
}
