#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/decimal_sum.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/model/periods/posting.hpp"
#include "focus_billing/model/text_template.hpp"

namespace focus_billing {

/// The placeholders of `journal.description`.
inline constexpr std::array<std::string_view, 12> description_fields = {
    "source",      "period",      "fund_org",  "pi_email", "project_id",  "cost_center",
    "reference_1", "reference_2", "statement", "account",  "fiscal_year", "fiscal_period"};

[[nodiscard]] inline bool is_description_field(const TemplatePart& part) {
    return part.kind == TemplatePart::Kind::group &&
           std::ranges::find(description_fields, part.text) != description_fields.end();
}

/// All of them, as a list in words.
[[nodiscard]] inline std::string description_field_list() {
    std::string list;
    for (const auto name : description_fields)
        list.append(list.empty() ? "{" : ", {").append(name).append("}");
    return list;
}

enum class Side : std::uint8_t { debit, credit };
inline constexpr std::array<std::string_view, 2> side_names = {"debit", "credit"};

[[nodiscard]] constexpr Side other_side(Side side) {
    return side == Side::debit ? Side::credit : Side::debit;
}

/// The party of a line. A payer is debited and a source credited; if credits outweigh, the sides
/// are exchanged.
enum class Party : std::uint8_t { payer, source };
inline constexpr std::array<std::string_view, 2> party_names = {"payer", "source"};

/// A line of a journal: a sum of postings, never rounded.
struct JournalLine {
    Party party = Party::payer;
    Side side = Side::debit;
    std::string reference;  ///< leads back to its postings: `7K3M9QXA`
    std::string fund_org;
    std::string account_code;
    std::string source;
    // Set if all its postings have the same value; empty for a source.
    std::string pi_email;
    std::string project_id;
    std::string statement;  ///< number
    std::string cost_center;
    std::string reference_1;
    std::string reference_2;
    std::string description;
    std::map<std::string, std::string> groups{};  ///< of `journal.fund_org_regex`, by name
    std::uint64_t charges = 0;
    DecimalSum amount;  ///< above 0
};

/// The text of a line for a placeholder such as `fund_org` or `account`; null for any other
/// placeholder.
[[nodiscard]] const std::string* line_text(const JournalLine& line, std::string_view placeholder);

/// Balanced lines of one currency, which a finance system takes as one journal entry.
struct JournalDocument {
    std::uint32_t number = 1;  ///< the k of journal N.k, from 1
    std::string currency;
    std::vector<JournalLine> lines;  ///< payers, then sources
    DecimalSum debits;
    DecimalSum credits;  ///< equals `debits`
};

/// The part of a posting in a journal: all of it, or the change since the last journal.
struct JournalPosting {
    PostingKey key;
    std::uint64_t charges = 0;
    DecimalSum amount;  ///< below 0 for a credit
    std::uint32_t document = 1;
    std::uint32_t payer_line = 0;   ///< in its document, from 1; 0: the amount is 0
    std::uint32_t source_line = 0;  ///< likewise
    std::string credit_fund_org;
    std::string credit_account;
};

/// The content that a layout turns into bytes.
struct Journal {
    std::int64_t number = 0;    ///< 0: a draft
    std::int64_t reverses = 0;  ///< the journal that this one reverses; 0: none
    BillingPeriod period;
    std::string date;     ///< `2025-01-31`
    std::string created;  ///< UTC: `2025-02-05T06:00:00Z`
    int fiscal_year = 0;
    int fiscal_period = 0;  ///< from 1
    std::string organization;
    std::vector<JournalDocument> documents;

    [[nodiscard]] bool is_draft() const { return number == 0; }
};

}  // namespace focus_billing
