#include "focus_billing/render/statements/statement_view.hpp"

#include <catch2/catch.hpp>

#include "render/statements/sample_statement.hpp"
#include "render/statements/view_text.hpp"

using namespace focus_billing;

namespace {

Statement empty_statement(std::string currency, int minor_unit) {
    Statement statement;
    statement.number = "2025-01-0008";
    statement.version = 1;
    statement.period = "2025-01";
    statement.key = {"ada@example.edu", "", std::move(currency)};
    statement.minor_unit = minor_unit;
    statement.due = "0";
    statement.list = "0";
    return statement;
}

}  // namespace

TEST_CASE("a view has every text of a statement", "[view]") {
    StatementStyle style;
    style.footer = "Statement {number} of {period}.";
    CHECK(view_text(statement_view(sample_statement(), style)) == R"(Statement 2025-01-0007
ada@example.edu, project shoal, January 2025
Statement: 2025-01-0007, version 2
PI: ada@example.edu
Project: shoal
Fund/org: 123456-7890
Cost centres: BIO, CHEM
References: R-1, R-2
Period: January 2025
Issue date: 4 March 2025
Currency: USD
This statement replaces version 1 of 3 February 2025, which came to 1,235.46 USD; the amount due is 5.00 USD higher.
1,240.46 USD
List price 2,005.96 USD, discount 765.50 USD (38.2 %).
! The project ends on 31 March 2025, in 27 days.
! Charges can be reconciled until 30 May 2025, for 87 more days.
2 charges of 12.34 USD are held for review, and are not on this statement.
[Amount due by service, in USD] Amount due by service: Compute 1,220.46 USD, Storage 10.00 USD, Other services 8.00 USD and HPC 2.00 USD.
Compute | 1,220.46 | 1.0000
Storage | 10.00 | 0.0081
Other services | 8.00 | 0.0065
HPC | 2.00 | 0.0016
[Amount due by month, in USD] Amount due by month: December 2024 -620.23 USD and January 2025 1,240.46 USD. Nothing was posted in the other month.
Nov 24 |  | unknown
Dec 24 | -620.23 | -0.500
Jan 25 | 1,240.46 | 1.0000
## Fund/org 123456-7890
[Services]
Service | Quantity> | List price> | Discount> | %> | Amount due>
- Compute | 744 Hours; 1,200.5 GB; 3; and more | 2,000.00 | 765.50 | 38.3 | 1,234.50
- Other services |  | 7.00 |  |  | 7.00
- Credit: Compute |  | -10.00 |  |  | -10.00
- Tax: Compute |  | 0.96 |  |  | 0.96
- Adjustment: other services |  | 1.00 |  |  | 1.00
- Correction of December 2024: Compute |  | -5.00 |  |  | -5.00
- Storage, carried from November 2024 |  | 60.00 |  |  | 60.00
- Transferred away, December 2024: Storage |  | -50.00 |  |  | -50.00
- Transfer, December 2024: Compute |  | 0.00 |  |  | 0.00
= Total |  | 2,003.96 | 765.50 | 38.2 | 1,238.46 USD
[How this is posted]
Source | Account | Cost centre | Reference 2 | Charges> | Amount>
- AWS | 54101 | BIO | R-1 | 9 | 1,288.46
- Storage | 54202 | BIO |  | 1 | -50.00
## No fund/org
[Services]
Service | Quantity> | Amount due>
- HPC | 40 Core hours | 2.00
= Total |  | 2.00 USD
[How this is posted]
Source | Cost centre | Reference 2 | Charges> | Amount>
- HPC | CHEM | R-2 | 1 | 2.00
[Charges in detail]
Day | Resource | Service | Quantity> | List price> | Amount>
# Fund/org 123456-7890
- 2 Jan 2025 | web (i-1) | Compute | 744 Hours | 2,000.00 | 1,234.50
- 3 Jan 2025 |  | Correction of December 2024: Compute |  |  | -5.00
- 3 Jan 2025 | vol-1 | Storage, carried from November 2024 |  |  | 60.00
# No fund/org
- 31 Jan 2025 | node | HPC |  |  | 2.00
Unrounded the charges come to 1,240.455 USD; rounding the 3 postings adds 0.005 USD.
Questions? Write to billing@example.edu and name the statement's number.
If a charge is not yours, tell us within 30 days; the charge's day and resource are enough.
Statement 2025-01-0007 of January 2025.
Example University 2025-03-04 en
)");
}

TEST_CASE("a draft has no number, and no sentence that names one", "[view]") {
    auto statement = sample_statement();
    statement.number.clear();
    statement.version = 0;
    statement.issue_date.clear();
    statement.organization.email.clear();
    StatementStyle style;
    style.footer = "{period}. Number {number}! Thank you.";
    const auto view = statement_view(statement, style);
    CHECK(view.is_draft);
    CHECK(view.title == "Draft statement");
    CHECK(view.facts.front().value == "Draft, not issued");
    CHECK(view.replaces ==
          "When it is issued, this statement will replace version 1 of 3 February 2025, which came "
          "to 1,235.46 USD; the amount due is 5.00 USD higher.");
    CHECK(view.notes == std::vector<std::string>{style.dispute});
    CHECK(view.footer == "January 2025. Thank you.");
    style.title = "IT invoice";
    CHECK(statement_view(statement, style).title == "Draft IT invoice");
}

TEST_CASE("a statement that all charges have left is due nothing", "[view]") {
    CHECK(view_text(statement_view(empty_statement("USD", 2), StatementStyle{})) ==
          R"(Statement 2025-01-0008
ada@example.edu, no project, January 2025
Statement: 2025-01-0008, version 1
PI: ada@example.edu
Project: no project
Period: January 2025
Currency: USD

0.00 USD
Nothing is due.

[Amount due by service, in USD] 
[Amount due by month, in USD] 
[Charges in detail]
Day | Resource | Service | Quantity> | List price> | Amount>

If a charge is not yours, tell us within 30 days; the charge's day and resource are enough.

  en
)");
}

TEST_CASE("a negative amount is a credit", "[view]") {
    auto statement = empty_statement("USD", 2);
    statement.due = "-1234.5";
    CHECK(statement_view(statement, {}).due == "-1,234.50 USD");
    CHECK(statement_view(statement, {}).due_note ==
          "The amount is negative: it is a credit in your favour.");
    statement.key.project_id = "shoal";
    statement.list = "-2000";
    statement.discount = "-765.5";
    CHECK(statement_view(statement, {}).due_note ==
          "List price -2,000.00 USD; the amount due is 765.50 USD above it. The amount is "
          "negative: it is a credit in favour of the project.");
}

TEST_CASE("amounts have the decimals of their currency", "[view]") {
    auto yen = empty_statement("JPY", 0);
    yen.due = "1234567";
    yen.sections = {plain_section()};
    yen.months = {{"2025-01", "1234567"}};
    const auto yen_view = statement_view(yen, {});
    CHECK(yen_view.due == "1,234,567 JPY");
    CHECK(yen_view.months.points.front().value == "1,234,567");
    CHECK(yen_view.sections.front().lines.rows.back().cells.back() == "2 JPY");
    auto dinar = empty_statement("KWD", 3);
    dinar.due = "1234.5";
    CHECK(statement_view(dinar, {}).due == "1,234.500 KWD");
}
