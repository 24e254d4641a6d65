#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "focus_billing/model/statements/statement.hpp"

namespace focus_billing {

/// Texts with all that JSON, CSV and spreadsheets treat in a special way.
inline std::string any_text() {
    const auto piece = rc::gen::element<std::string>(
        "a", "7", " ", "\"", "\\", "/", "\n", "\r\n", "\t", std::string(1, '\0'), "\x01", "\x1f",
        "\x7f", ",", "=", "'", "{", "]", "null", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80",
        "\xE2\x80\xA8", "\xEF\xBB\xBF");
    std::string text;
    for (const auto& each : *rc::gen::container<std::vector<std::string>>(piece))
        text += each;
    return text;
}

inline std::string any_amount() {
    return *rc::gen::element<std::string>("", "0", "-0.5", "12", "1234567.123456789",
                                          "99999999999999999999999999999999999999.1");
}

inline StatementPosting any_posting() {
    return {.source = any_text(),
            .account_code = any_text(),
            .cost_center = any_text(),
            .reference_1 = any_text(),
            .reference_2 = any_text(),
            .charges = *rc::gen::arbitrary<std::uint64_t>(),
            .shares = any_amount(),
            .rounding = any_amount(),
            .amount = any_amount(),
            .journal_reference = any_text()};
}

inline LineKind any_kind() {
    return static_cast<LineKind>(*rc::gen::inRange<std::size_t>(0, line_kind_count));
}

inline StatementLine any_line() {
    StatementLine line{.kind = any_kind(),
                       .service = any_text(),
                       .period = any_text(),
                       .charges = *rc::gen::arbitrary<std::uint64_t>(),
                       .list = any_amount(),
                       .discount = any_amount(),
                       .discount_percent = any_amount(),
                       .due = any_amount(),
                       .quantities = {}};
    const auto quantities = *rc::gen::inRange(0, 3);
    for (int i = 0; i < quantities; ++i)
        line.quantities.push_back({any_amount(), any_text()});
    return line;
}

inline StatementSection any_section() {
    StatementSection section;
    section.fund_org = any_text();
    section.postings = {any_posting()};
    const auto lines = *rc::gen::inRange(0, 3);
    for (int i = 0; i < lines; ++i)
        section.lines.push_back(any_line());
    section.list = any_amount();
    section.discount = any_amount();
    section.discount_percent = any_amount();
    section.due = any_amount();
    return section;
}

inline StatementCharge any_charge(std::uint32_t sections) {
    StatementCharge charge;
    charge.id = *rc::gen::arbitrary<std::int64_t>();
    charge.section = *rc::gen::inRange<std::uint32_t>(0, sections);
    charge.kind = any_kind();
    charge.period = *rc::gen::element<std::string>("", "2024-12");
    charge.day = *rc::gen::element<std::string>("", "2025-01-31");
    for (auto* text : {&charge.service, &charge.resource_id, &charge.resource_name,
                       &charge.description, &charge.region, &charge.unit, &charge.source}) {
        *text = any_text();
    }
    charge.quantity = any_amount();
    charge.list = any_amount();
    charge.amount = any_amount();
    charge.import_id = *rc::gen::arbitrary<std::int64_t>();
    charge.line = *rc::gen::arbitrary<std::uint64_t>();
    if (*rc::gen::arbitrary<bool>())
        charge.corrects = *rc::gen::arbitrary<std::int64_t>();
    return charge;
}

inline void add_surroundings(Statement& statement) {
    if (*rc::gen::arbitrary<bool>())
        statement.previous = {3, "2025-02-03", any_amount(), any_amount()};
    statement.organization = {any_text(), any_text(), {any_text(), any_text()}, any_text()};
    statement.key = {any_text(), any_text(), "USD"};
    statement.months = {{"2024-12", any_amount()}, {"2025-01", any_amount()}};
    if (*rc::gen::arbitrary<bool>())
        statement.warnings = {{"end_date", "2025-03-01", *rc::gen::arbitrary<std::int64_t>(), 30}};
}

inline Statement any_statement() {
    Statement statement;
    statement.number = any_text();
    statement.version = *rc::gen::arbitrary<std::uint32_t>();
    add_surroundings(statement);
    statement.period = "2025-01";
    statement.issue_date = any_text();
    statement.minor_unit = *rc::gen::inRange(0, 4);
    const auto sections = *rc::gen::inRange<std::uint32_t>(0, 3);
    for (std::uint32_t i = 0; i < sections; ++i)
        statement.sections.push_back(any_section());
    statement.list = any_amount();
    statement.discount = any_amount();
    statement.discount_percent = any_amount();
    statement.due = any_amount();
    statement.charge_count = *rc::gen::arbitrary<std::uint64_t>();
    statement.held_count = *rc::gen::arbitrary<std::uint64_t>();
    statement.held = any_amount();
    const auto charges = sections == 0 ? 0 : *rc::gen::inRange(0, 4);
    for (int i = 0; i < charges; ++i)
        statement.charges.push_back(any_charge(sections));
    return statement;
}

}  // namespace focus_billing
