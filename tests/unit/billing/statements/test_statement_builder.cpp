#include "focus_billing/billing/statements/statement_builder.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <array>
#include <deque>

#include "focus_billing/billing/statements/statement_sums.hpp"

namespace focus_billing {
namespace {

/// Charges of one month and what comes of them.
class Month {
public:
    void add(const std::string& fund_org, const std::string& service, const Decimal& cost,
             LineKind kind = LineKind::service, const std::string& source = "AWS") {
        m_funds.push_back(fund_org);
        auto& values = m_values.emplace_back();
        values[index_of(Attribute::pi_email)] = "ada@example.edu";
        values[index_of(Attribute::project_id)] = "shoal";
        values[index_of(Attribute::fund_org)] = m_funds.back();
        StatementChargeRow charge;
        charge.payer = static_cast<std::int64_t>(std::hash<std::string>()(fund_org) >> 1U);
        charge.values = &values;
        charge.cost = cost;
        charge.charge.id = static_cast<std::int64_t>(m_charges.size() + 1);
        charge.charge.kind = kind;
        charge.charge.service = service;
        charge.charge.source = source;
        charge.charge.amount = cost.text();
        m_charges.push_back(charge);
    }

    [[nodiscard]] std::vector<Posting> postings() const {
        return posting_rules({{"AWS", "54101"}}).post([this](const OnBilledCharge& on_charge) {
            for (const auto& charge : m_charges) {
                on_charge({.id = charge.charge.id,
                           .payer = charge.payer,
                           .import = charge.charge.source == "AWS" ? 1 : 2,
                           .source = charge.charge.source,
                           .currency = "USD",
                           .values = charge.values,
                           .cost = charge.cost});
            }
        });
    }

    [[nodiscard]] Statement statement() const {
        StatementBuilder builder(SourceAccounts{{"AWS", "54101"}});
        const auto all = postings();
        builder.begin({"ada@example.edu", "shoal", "USD"}, all);
        for (const auto& charge : m_charges)
            builder.add(charge);
        return builder.finish();
    }

private:
    std::deque<std::string> m_funds;
    std::deque<AttributeTexts> m_values;
    std::vector<StatementChargeRow> m_charges;
};

std::vector<std::string> lines_of(const StatementSection& section) {
    std::vector<std::string> lines;
    for (const auto& line : section.lines)
        lines.push_back(std::string(line_kind_names[static_cast<std::size_t>(line.kind)]) + " " +
                        line.service + " " + line.due);
    return lines;
}

}  // namespace

TEST_CASE("pitfall P6: ten charges of 0.335 are 3.35, and 200 of 0.004 are 0.80") {
    Month month;
    for (int i = 0; i < 10; ++i)
        month.add("f", "Compute", Decimal::of(335, 3));
    CHECK(month.statement().due == "3.35");
    Month small;
    for (int i = 0; i < 200; ++i)
        small.add("f", "Compute", Decimal::of(4, 3));
    CHECK(small.statement().due == "0.8");
}

TEST_CASE("each fund/org has a section, each kind and service a line, and postings keep accounts") {
    Month month;
    month.add("b", "Storage", Decimal::of(1005, 3));
    month.add("a", "Compute", Decimal::of(2, 0));
    month.add("a", "Compute", Decimal::of(-5, 1), LineKind::credit);
    month.add("a", "Backup", Decimal::of(1, 0), LineKind::service, "Storage");
    const auto statement = month.statement();
    REQUIRE(statement.sections.size() == 2);
    CHECK(lines_of(statement.sections[0]) ==
          std::vector<std::string>{"service Backup 1", "service Compute 2", "credit Compute -0.5"});
    CHECK(lines_of(statement.sections[1]) == std::vector<std::string>{"service Storage 1.01"});
    CHECK(statement.sections[0].postings[0].account_code == "54101");
    CHECK(statement.sections[0].postings[1].account_code.empty());
    CHECK(statement.sections[1].postings[0].rounding == "0.005");
    CHECK(statement.due == "3.51");
    CHECK(statement.charges.front().section == 0);
    CHECK(statement.charges.back().section == 1);
}

TEST_CASE("a statement adds up: lines = sections = postings, and its charges are its shares") {
    CHECK(rc::check([] {
        Month month;
        const auto count = *rc::gen::inRange(1, 40);
        for (int i = 0; i < count; ++i) {
            month.add(*rc::gen::element<std::string>("a", "b", "c"),
                      *rc::gen::element<std::string>("Compute", "Storage", ""),
                      Decimal::of(*rc::gen::inRange<std::int64_t>(-100'000, 100'000),
                                  *rc::gen::inRange(0, 7)),
                      *rc::gen::element(LineKind::service, LineKind::credit, LineKind::tax),
                      *rc::gen::element<std::string>("AWS", "Storage"));
        }
        const auto statement = month.statement();
        DecimalSum due;
        DecimalSum shares;
        DecimalSum charges;
        for (const auto& section : statement.sections) {
            DecimalSum lines;
            DecimalSum postings;
            for (const auto& line : section.lines)
                lines.add(sum_of(line.due));
            for (const auto& posting : section.postings) {
                postings.add(sum_of(posting.amount));
                shares.add(sum_of(posting.shares));
                RC_ASSERT(sum_of(posting.shares)
                              .difference(sum_of(posting.amount))
                              .magnitude()
                              .difference(sum_of("0.005"))
                              .sign() <= 0);
            }
            RC_ASSERT(lines.text() == section.due);
            RC_ASSERT(postings.text() == section.due);
            due.add(postings);
        }
        for (const auto& charge : statement.charges)
            charges.add(sum_of(charge.amount));
        RC_ASSERT(due.text() == statement.due);
        RC_ASSERT(charges.text() == shares.text());
        StatementSums sums;
        sums.add(statement);
        for (const auto& table : sums.tables()) {
            DecimalSum of_table;
            for (const auto& row : table.rows)
                of_table.add(sum_of(row.due));
            RC_ASSERT(of_table.text() == statement.due);
        }
    }));
}

TEST_CASE("pitfall P24: a date in a project's life is told by the nearest threshold") {
    const auto told = [](const std::string& issue_date) {
        std::string text;
        for (const auto& warning :
             deadline_warnings({{Attribute::end_date, "2025-06-30"}, {Attribute::end_date, "soon"}},
                               issue_date, {180, 90, 30, 0}))
            text += warning.attribute + " " + std::to_string(warning.days) + " " +
                    std::to_string(warning.threshold);
        return text;
    };
    CHECK(told("2024-12-31").empty());
    CHECK(told("2025-01-01") == "end_date 180 180");
    CHECK(told("2025-04-01") == "end_date 90 90");
    CHECK(told("2025-06-29") == "end_date 1 30");
    CHECK(told("2025-06-30") == "end_date 0 0");
    CHECK(told("2025-07-10") == "end_date -10 0");
}

}  // namespace focus_billing
