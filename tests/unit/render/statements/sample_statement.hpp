#pragma once

#include <string>

#include "focus_billing/model/statements/statement.hpp"

namespace focus_billing {

inline StatementLine sample_line(LineKind kind, std::string service, std::string period,
                                 std::string due) {
    return {.kind = kind,
            .service = std::move(service),
            .period = std::move(period),
            .charges = 1,
            .list = due,
            .discount = "0",
            .discount_percent = "",
            .due = due,
            .quantities = {}};
}

inline StatementCharge sample_charge(std::int64_t id, std::string day, std::string resource_id,
                                     std::string service, std::string amount) {
    StatementCharge charge;
    charge.id = id;
    charge.day = std::move(day);
    charge.resource_id = std::move(resource_id);
    charge.service = std::move(service);
    charge.amount = std::move(amount);
    charge.source = "AWS";
    charge.import_id = 1;
    charge.line = static_cast<std::uint64_t>(id) + 1;
    return charge;
}

/// The section with a line of every kind, and two with the same service.
inline StatementSection sample_section() {
    StatementSection section;
    section.fund_org = "123456-7890";
    section.postings = {
        {"AWS", "54101", "BIO", "", "R-1", 9, "1288.455", "0.005", "1288.46"},
        {"Storage", "54202", "BIO", "", "", 1, "-50", "0", "-50"},
    };
    StatementLine compute = sample_line(LineKind::service, "Compute", "", "1234.5");
    compute.list = "2000";
    compute.discount = "765.5";
    compute.discount_percent = "38.3";
    compute.quantities = {{"744", "Hours"}, {"1200.5", "GB"}, {"3", ""}, {"1", "Requests"}};
    section.lines = {compute,
                     sample_line(LineKind::service, "", "", "7"),
                     sample_line(LineKind::credit, "Compute", "", "-10"),
                     sample_line(LineKind::tax, "Compute", "", "0.96"),
                     sample_line(LineKind::adjustment, "", "", "1"),
                     sample_line(LineKind::correction, "Compute", "2024-12", "-5"),
                     sample_line(LineKind::carried, "Storage", "2024-11", "60"),
                     sample_line(LineKind::transfer, "Storage", "2024-12", "-50"),
                     sample_line(LineKind::transfer, "Compute", "2024-12", "0")};
    section.list = "2003.96";
    section.discount = "765.5";
    section.discount_percent = "38.2";
    section.due = "1238.46";
    return section;
}

inline StatementSection plain_section() {
    StatementSection section;
    section.postings = {{"HPC", "", "CHEM", "", "R-2", 1, "2", "0", "2"}};
    section.lines = {sample_line(LineKind::service, "HPC", "", "2")};
    section.lines.front().quantities = {{"40", "Core hours"}};
    section.list = "2";
    section.discount = "0";
    section.due = "2";
    return section;
}

inline void add_sample_charges(Statement& statement) {
    auto& charges = statement.charges;
    charges = {sample_charge(1, "2025-01-02", "i-1", "Compute", "617.125"),
               sample_charge(2, "2025-01-02", "i-1", "Compute", "617.375"),
               sample_charge(3, "2025-01-03", "vol-1", "Storage", "60"),
               sample_charge(4, "2025-01-03", "", "Compute", "-5"),
               sample_charge(5, "2025-01-31", "node", "HPC", "2")};
    for (const std::size_t place : {0U, 1U}) {
        charges[place].resource_name = "web";
        charges[place].quantity = "372";
        charges[place].unit = "Hours";
        charges[place].list = "1000";
    }
    charges[2].kind = LineKind::carried;
    charges[2].period = "2024-11";
    charges[3].kind = LineKind::correction;
    charges[3].period = "2024-12";
    charges[3].corrects = 17;
    charges[4].section = 1;
    charges[4].resource_name = "node";
    charges[4].region = "on-premises, =2";
}

/// A second version with everything that a statement can have.
inline Statement sample_statement() {
    Statement statement;
    statement.number = "2025-01-0007";
    statement.version = 2;
    statement.previous = PreviousVersion{1, "2025-02-03", "1235.46", "5"};
    statement.organization = {
        "Example University", "Research Computing", {"1 Main Street"}, "billing@example.edu"};
    statement.period = "2025-01";
    statement.issue_date = "2025-03-04";
    statement.key = {"ada@example.edu", "shoal", "USD"};
    statement.sections = {sample_section(), plain_section()};
    statement.list = "2005.96";
    statement.discount = "765.5";
    statement.discount_percent = "38.2";
    statement.due = "1240.46";
    statement.charge_count = 11;
    statement.held_count = 2;
    statement.held = "12.34";
    statement.months = {{"2024-11", ""}, {"2024-12", "-620.23"}, {"2025-01", "1240.46"}};
    statement.warnings = {{"end_date", "2025-03-31", 27, 30},
                          {"reconciliation_end", "2025-05-30", 87, 90}};
    add_sample_charges(statement);
    return statement;
}

}  // namespace focus_billing
