#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/periods/posting.hpp"

namespace focus_billing {

// Amounts, quantities and prices of a statement are canonical decimals (Decimal::text). An empty
// text is a missing value. Months are written `2025-01`, days `2025-01-31`.

/// The kind of a statement line. Kinds are listed separately, in this order.
enum class LineKind : std::uint8_t {
    service,     ///< usage and purchases of the month
    credit,      ///< ChargeCategory Credit
    tax,         ///< ChargeCategory Tax
    adjustment,  ///< ChargeCategory Adjustment
    correction,  ///< of an earlier charge: ChargeClass Correction, or imported as one
    carried,     ///< held when its month was closed, decided later
    transfer,    ///< moved from one payer to another after its month was closed
};
inline constexpr std::size_t line_kind_count = 7;
inline constexpr std::array<std::string_view, line_kind_count> line_kind_names = {
    "service", "credit", "tax", "adjustment", "correction", "carried", "transfer"};

struct StatementQuantity {
    std::string amount;
    std::string unit;

    bool operator==(const StatementQuantity&) const = default;
};

/// The total of one service in one section. List price and amount due are whole minor units of the
/// currency; the amounts due of a posting's lines add up to the posting.
struct StatementLine {
    LineKind kind = LineKind::service;
    std::string service;  ///< ServiceName; empty if the charges have none
    std::string period;   ///< the month it comes from, if not the statement's
    std::uint64_t charges = 0;
    std::string list;              ///< at list price; for charges without one, their cost
    std::string discount;          ///< list - due, as printed
    std::string discount_percent;  ///< of the list price, to a tenth; empty if that is 0
    std::string due;
    std::vector<StatementQuantity> quantities;  ///< by unit; of charges with a quantity

    bool operator==(const StatementLine&) const = default;
};

/// A posting as shown on its statement.
struct StatementPosting {
    std::string source;
    std::string account_code;
    std::string cost_center;
    std::string reference_1;
    std::string reference_2;
    std::uint64_t charges = 0;
    std::string shares;
    std::string rounding;
    std::string amount;
    std::string journal_reference{};  ///< of its line in journals; may be empty

    bool operator==(const StatementPosting&) const = default;
};

struct StatementSection {
    std::string fund_org;
    std::vector<StatementPosting> postings;
    std::vector<StatementLine> lines;  ///< by kind, service, month
    std::string list;
    std::string discount;
    std::string discount_percent;
    std::string due;  ///< the sum of its postings and of its lines

    bool operator==(const StatementSection&) const = default;
};

/// One charge, unrounded.
struct StatementCharge {
    std::int64_t id = 0;
    std::uint32_t section = 0;  ///< the index of its section in Statement::sections
    LineKind kind = LineKind::service;
    std::string period;  ///< as in StatementLine
    std::string day;     ///< on which it starts, UTC; may be empty
    std::string service;
    std::string resource_id;
    std::string resource_name;
    std::string description;
    std::string region;
    std::string quantity;
    std::string unit;
    std::string list;    ///< empty if the file has none
    std::string amount;  ///< the share of this payer
    std::string source;
    std::int64_t import_id = 0;
    std::uint64_t line = 0;                ///< in the import's file; 0: in no file
    std::optional<std::int64_t> corrects;  ///< the charge that it reverses or replaces

    bool operator==(const StatementCharge&) const = default;
};

struct StatementMonth {
    std::string period;
    std::string due;  ///< empty: nothing was posted in that month

    bool operator==(const StatementMonth&) const = default;
};

/// A date of a project that is near or past.
struct StatementWarning {
    std::string attribute;  ///< end_date or reconciliation_end
    std::string date;
    std::int64_t days = 0;       ///< from the issue date to this date; below 0 if past
    std::int64_t threshold = 0;  ///< the smallest configured one that is not below `days`

    bool operator==(const StatementWarning&) const = default;
};

/// The version that this one replaces.
struct PreviousVersion {
    std::uint32_t version = 0;
    std::string issue_date;
    std::string due;
    std::string difference;  ///< this version's amount due minus the previous one's

    bool operator==(const PreviousVersion&) const = default;
};

struct Organization {
    std::string name;
    std::string unit;                  ///< the office that bills
    std::vector<std::string> contact;  ///< lines: address, telephone, web
    std::string email;                 ///< for questions

    bool operator==(const Organization&) const = default;
};

/// The content of a statement. Its JSON is recorded when the statement is issued, and all other
/// formats are rendered from it. Its amount due is the sum of its postings.
struct Statement {
    std::string number;         ///< `2025-01-0007`, the same for all versions; empty: a draft
    std::uint32_t version = 0;  ///< from 1; 0: a draft
    std::optional<PreviousVersion> previous;
    Organization organization;
    std::string period;
    std::string issue_date;
    StatementKey key;
    int minor_unit = 2;
    std::vector<StatementSection> sections;  ///< by fund_org; none if all charges moved away
    std::string list;
    std::string discount;
    std::string discount_percent;
    std::string due;
    std::uint64_t charge_count = 0;
    std::uint64_t held_count = 0;  ///< of the PI and the project, or without project
    std::string held;
    std::vector<StatementMonth> months;  ///< the twelve up to this one, earliest first
    std::vector<StatementWarning> warnings;
    std::vector<StatementCharge> charges;  ///< by section, day, resource, number

    [[nodiscard]] bool is_draft() const { return version == 0; }
    bool operator==(const Statement&) const = default;
};

}  // namespace focus_billing
