#include "render/statements/statement_charts.hpp"

#include <catch2/catch.hpp>

#include "render/statements/bar_chart.hpp"
#include "render/statements/sample_statement.hpp"
#include "render/statements/view_text.hpp"

using namespace focus_billing;

namespace {

const Money dollars = {2, "USD"};

}  // namespace

TEST_CASE("more services than bars are shown together", "[view]") {
    Statement statement;
    statement.sections.resize(2);
    for (std::size_t i = 1; i <= 10; ++i) {
        const auto due = (i % 2 == 0 ? "" : "-") + std::to_string(i);
        statement.sections[i % 2].lines.push_back(
            sample_line(LineKind::service, "S" + std::to_string(i), "", due));
    }
    statement.sections[0].lines.push_back(sample_line(LineKind::credit, "S9", "", "-3"));
    CHECK(chart_text(services_chart(statement, dollars)) ==
          "[Amount due by service, in USD] Amount due by service: S9 -12.00 USD, S10 10.00 USD, S8 "
          "8.00 USD, S7 -7.00 USD, S6 6.00 USD, S5 -5.00 USD, S4 4.00 USD and 3 other services "
          "-2.00 USD.\n"
          "S9 | -12.00 | -1.000\nS10 | 10.00 | 0.8333\nS8 | 8.00 | 0.6666\nS7 | -7.00 | -0.583\n"
          "S6 | 6.00 | 0.5000\nS5 | -5.00 | -0.416\nS4 | 4.00 | 0.3333\n"
          "3 other services | -2.00 | -0.166\n");
}

TEST_CASE("a chart of nothing has neither bars nor words", "[view]") {
    CHECK(chart_text(services_chart(Statement{}, dollars)) == "[Amount due by service, in USD] \n");
    CHECK(chart_text(bar_chart("Amount", {{"a", {}}}, dollars)) ==
          "[Amount, in USD] Amount: a 0.00 USD.\na | 0.00 | 0.0000\n");
}

TEST_CASE("months without postings are told apart from months that came to nothing", "[view]") {
    CHECK(chart_text(months_chart({{"2024-12", "0"}, {"2025-01", ""}}, dollars)) ==
          "[Amount due by month, in USD] Amount due by month: December 2024 0.00 USD. Nothing was "
          "posted in the other month.\nDec 24 | 0.00 | 0.0000\nJan 25 |  | unknown\n");
    CHECK(months_chart({{"2025-01", ""}}, dollars).description ==
          "Nothing was posted in these months.");
    CHECK(months_chart({{"2025-01", "1"}}, dollars).description ==
          "Amount due by month: January 2025 1.00 USD.");
}
