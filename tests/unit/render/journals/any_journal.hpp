#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "focus_billing/model/journals/journal.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"

namespace focus_billing {

/// Texts with all that CSV, positions, ledgers and spreadsheets treat in a special way.
inline std::string any_bill_text() {
    const auto piece = rc::gen::element<std::string>(
        "a", "7", " ", "\"", "'", ",", ";", "|", "\t", "\n", "\r\n", "\r", "=", "+", "-", "@",
        "\x01", "\x7f", "\xC3\xA9", "\xC3\x9F", "e\xCC\x81", "\xC2\x85", "\xE2\x80\xA8",
        "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\xE6\x9D\xB1", "[2025-02-30]", "%", ":", "(");
    std::string text;
    for (const auto& each : *rc::gen::container<std::vector<std::string>>(piece))
        text += each;
    return text;
}

/// Above 0, of up to 20 digits, with at most 2 decimals.
inline DecimalSum any_line_amount() {
    const auto digits = *rc::gen::container<std::string>(*rc::gen::inRange<std::size_t>(0, 18),
                                                         rc::gen::inRange('0', ':'));
    return sum_of(std::to_string(*rc::gen::inRange(1, 10)) + digits +
                  *rc::gen::element<std::string>("", ".5", ".07"));
}

inline JournalLine any_journal_line(Side side, const DecimalSum& amount) {
    JournalLine line;
    line.party = side == Side::debit ? Party::payer : Party::source;
    line.side = side;
    line.reference = "7K3M9QXA";
    line.fund_org = any_bill_text();
    line.account_code = any_bill_text();
    line.source = any_bill_text();
    line.pi_email = any_bill_text();
    line.project_id = any_bill_text();
    line.description = any_bill_text();
    line.amount = amount;
    return line;
}

inline JournalDocument any_document(std::uint32_t number, const std::string& currency) {
    JournalDocument document;
    document.number = number;
    document.currency = currency;
    for (int i = *rc::gen::inRange(1, 5); i > 0; --i) {
        const auto amount = any_line_amount();
        document.lines.push_back(any_journal_line(Side::debit, amount));
        document.debits.add(amount);
    }
    document.lines.push_back(any_journal_line(Side::credit, document.debits));
    document.credits = document.debits;
    return document;
}

inline Journal any_journal() {
    Journal journal;
    journal.number = *rc::gen::inRange(0, 100);
    journal.period = BillingPeriod(2025, 1);
    journal.date = "2025-01-31";
    journal.created = "2025-02-05T06:07:08Z";
    for (auto count = *rc::gen::inRange(1U, 4U), i = 1U; i <= count; ++i)
        journal.documents.push_back(any_document(i, "USD"));
    return journal;
}

inline LayoutColumn layout_column(const std::string& value, std::size_t width = 0) {
    LayoutColumn column;
    column.name = value;
    column.value = parse_template(value);
    column.width = width;
    return column;
}

/// One after the other.
inline void set_positions(std::vector<LayoutColumn>& columns) {
    std::size_t next = 1;
    for (auto& column : columns) {
        column.start = next;
        next += column.width;
    }
}

}  // namespace focus_billing
