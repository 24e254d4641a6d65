#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace focus_billing {

/// What the text of a placeholder is, which decides how a column formats it.
enum class FieldKind : std::uint8_t { text, number, date, time, amount, side };

/// A placeholder of a layout. `in_lines`: it has a value in the record `line` alone. A date or a
/// time, an amount and a side must be the only placeholder of its column.
struct JournalField {
    std::string_view name;
    FieldKind kind = FieldKind::text;
    bool in_lines = false;
};

/// Beside these, every value of the layout is a placeholder, and in lines every named group of
/// `journal.fund_org_regex`. A layout may say which groups it uses by a value of the same name; the
/// group wins.
inline constexpr std::array journal_fields = {
    // Of the journal.
    JournalField{"journal", FieldKind::text},        // number, or DRAFT
    JournalField{"journal_id", FieldKind::text},     // N.k, or DRAFT.k
    JournalField{"reverses", FieldKind::text},       // number of the journal that it takes back
    JournalField{"period", FieldKind::text},         // 2025-01
    JournalField{"date", FieldKind::date},           //
    JournalField{"created", FieldKind::time},        // UTC
    JournalField{"fiscal_year", FieldKind::number},  //
    JournalField{"fiscal_period", FieldKind::number},
    JournalField{"organization", FieldKind::text},
    JournalField{"document_count", FieldKind::number},
    // Of the document; in file_header and file_trailer of all documents together.
    JournalField{"document", FieldKind::number},
    JournalField{"currency", FieldKind::text},
    JournalField{"line_count", FieldKind::number},
    JournalField{"record_count", FieldKind::number},  // lines, headers and trailers
    JournalField{"debit_total", FieldKind::amount},
    JournalField{"credit_total", FieldKind::amount},
    JournalField{"hash_total", FieldKind::amount},  // debits and credits added up
    // Of the line.
    JournalField{"line", FieldKind::number, true},  // from 1 in each document
    JournalField{"side", FieldKind::side, true},
    JournalField{"party", FieldKind::text, true},            // payer or source
    JournalField{"amount", FieldKind::amount, true},         // above 0
    JournalField{"signed_amount", FieldKind::amount, true},  // a credit is below 0
    JournalField{"debit", FieldKind::amount, true},          // empty on the other side
    JournalField{"credit", FieldKind::amount, true},
    JournalField{"fund_org", FieldKind::text, true},
    JournalField{"account", FieldKind::text, true},
    JournalField{"source", FieldKind::text, true},
    JournalField{"pi_email", FieldKind::text, true},
    JournalField{"project_id", FieldKind::text, true},
    JournalField{"statement", FieldKind::text, true},
    JournalField{"cost_center", FieldKind::text, true},
    JournalField{"reference_1", FieldKind::text, true},
    JournalField{"reference_2", FieldKind::text, true},
    JournalField{"description", FieldKind::text, true},
    JournalField{"reference", FieldKind::text, true},
    JournalField{"charges", FieldKind::number, true},
};

/// Null if there is no such placeholder.
[[nodiscard]] constexpr const JournalField* find_journal_field(std::string_view name) {
    for (const auto& field : journal_fields) {
        if (field.name == name)
            return &field;
    }
    return nullptr;
}

/// Whether a constant of a layout may have this name.
[[nodiscard]] constexpr bool is_value_name(std::string_view name) {
    return !name.empty() &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") ==
               std::string_view::npos &&
           find_journal_field(name) == nullptr;
}

}  // namespace focus_billing
