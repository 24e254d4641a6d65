#include "render/statements/details_view.hpp"

#include <catch2/catch.hpp>

#include "render/statements/sample_statement.hpp"
#include "render/statements/view_text.hpp"

using namespace focus_billing;

namespace {

constexpr std::size_t many = 5000;

std::string details(const Statement& statement, const StatementStyle& style) {
    return table_text(details_view(statement, style, {2, "USD"}));
}

Statement statement_of(std::vector<StatementCharge> charges) {
    Statement statement;
    statement.sections.resize(1);
    statement.charges = std::move(charges);
    return statement;
}

StatementStyle look_of(std::vector<DetailColumn> columns, std::uint32_t rows = 200) {
    StatementStyle style;
    style.columns = std::move(columns);
    style.detail_rows = rows;
    return style;
}

/// Of 0.01, 0.02 and so on, one for each resource.
Statement statement_of_many() {
    std::vector<StatementCharge> charges;
    for (std::size_t i = 0; i < many; ++i) {
        const auto number = std::to_string(10'000 + i);
        const auto cents = std::to_string(100 + (i + 1) % 100).substr(1);
        charges.push_back(sample_charge(static_cast<std::int64_t>(i), "2025-01-01", "r" + number,
                                        "Compute", std::to_string((i + 1) / 100) + "." + cents));
    }
    return statement_of(std::move(charges));
}

}  // namespace

TEST_CASE("charges of one row agree in all but amount and quantity", "[view]") {
    std::vector<StatementCharge> charges(7, sample_charge(1, "2025-01-01", "i-1", "A", "0.001"));
    for (auto& charge : charges) {
        charge.quantity = "2";
        charge.unit = "GB";
    }
    charges[2].unit = "Hours";
    charges[3].description = "x";
    charges[4].kind = LineKind::tax;
    charges[5].quantity.clear();
    charges[6].day.clear();
    CHECK(details(statement_of(charges),
                  look_of({DetailColumn::day, DetailColumn::service, DetailColumn::description,
                           DetailColumn::quantity, DetailColumn::amount})) ==
          "[Charges in detail]\n"
          "Day | Service | Description | Quantity> | Amount>\n"
          "-  | A |  | 2 GB | 0.001\n"
          "- 1 Jan 2025 | A |  | 4 GB | 0.003\n"
          "- 1 Jan 2025 | A |  | 2 Hours | 0.001\n"
          "- 1 Jan 2025 | A | x | 2 GB | 0.001\n"
          "- 1 Jan 2025 | Tax: A |  | 2 GB | 0.001\n");
}

TEST_CASE("regions tell rows apart where they are shown", "[view]") {
    std::vector<StatementCharge> charges(2, sample_charge(1, "2025-01-01", "i-1", "A", "1"));
    charges[1].region = "north";
    CHECK(details(statement_of(charges), look_of({DetailColumn::amount})) ==
          "[Charges in detail]\nAmount>\n- 2.00\n");
    CHECK(details(statement_of(charges), look_of({DetailColumn::region, DetailColumn::amount})) ==
          "[Charges in detail]\nRegion | Amount>\n-  | 1.00\n- north | 1.00\n");
}

TEST_CASE("a list price of a row takes the amount of charges without one", "[view]") {
    std::vector<StatementCharge> charges(2, sample_charge(1, "2025-01-01", "i-1", "A", "1"));
    const auto style = look_of({DetailColumn::list, DetailColumn::amount});
    CHECK(details(statement_of(charges), style) ==
          "[Charges in detail]\nList price> | Amount>\n-  | 2.00\n");
    charges[0].list = "1.5";
    CHECK(details(statement_of(charges), style) ==
          "[Charges in detail]\nList price> | Amount>\n- 2.50 | 2.00\n");
}

TEST_CASE("more rows than wanted are condensed to the largest", "[view]") {
    auto statement = statement_of_many();
    statement.charges[7].amount = "-1000";
    CHECK(details(statement, look_of({DetailColumn::resource, DetailColumn::amount}, 3)) ==
          "[Charges in detail]\n"
          "Resource | Amount>\n"
          "- r10007 | -1,000.00\n"
          "- r14998 | 49.99\n"
          "- r14999 | 50.00\n"
          "* and 4,997 more, 124,924.93 USD; all are in the CSV file\n");
}

TEST_CASE("of equally large rows the earlier are kept, and as many as wanted need no note",
          "[view]") {
    std::vector<StatementCharge> charges;
    for (const auto* resource : {"d", "b", "c", "a"})
        charges.push_back(sample_charge(1, "2025-01-01", resource, "A", "1"));
    charges[2].amount = "-1";
    const std::vector<DetailColumn> columns = {DetailColumn::resource, DetailColumn::amount};
    CHECK(details(statement_of(charges), look_of(columns, 2)) ==
          "[Charges in detail]\nResource | Amount>\n- a | 1.00\n- b | 1.00\n"
          "* and 2 more, 0.00 USD; all are in the CSV file\n");
    CHECK(details(statement_of(charges), look_of(columns, 4)) ==
          "[Charges in detail]\nResource | Amount>\n- a | 1.00\n- b | 1.00\n- c | -1.00\n"
          "- d | 1.00\n");
}

TEST_CASE("a resource is shown by its name, with its id where that differs", "[view]") {
    std::vector<StatementCharge> charges(4, sample_charge(1, "2025-01-01", "id", "A", "1"));
    charges[0].resource_name = "name";
    charges[1].resource_id.clear();
    charges[1].resource_name = "only";
    charges[2].resource_name = "id";
    charges[3].resource_id.clear();
    CHECK(details(statement_of(charges), look_of({DetailColumn::resource})) ==
          "[Charges in detail]\nResource\n- \n- id\n- name (id)\n- only\n");
    CHECK(details(statement_of(charges), look_of({})) == "[Charges in detail]\n\n");
}
