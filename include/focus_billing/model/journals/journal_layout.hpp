#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/text_template.hpp"

namespace focus_billing {

/// The type of a placeholder's text, which decides how a column formats it.
enum class FieldKind : std::uint8_t { text, number, date, time, amount, side };

/// A placeholder of a layout. `in_lines`: it has a value only in the record `line`. A date or a
/// time, an amount and a side must be the only placeholder of its column.
struct JournalField {
    std::string_view name;
    FieldKind kind = FieldKind::text;
    bool in_lines = false;
};

/// In addition, every value of the layout is a placeholder, and in lines every named group of
/// `journal.fund_org_regex`. A layout may declare the groups it uses by values of the same name;
/// the group wins.
inline constexpr std::array journal_fields = {
    // Of the journal.
    JournalField{"journal", FieldKind::text},        // number, or DRAFT
    JournalField{"journal_id", FieldKind::text},     // N.k, or DRAFT.k
    JournalField{"reverses", FieldKind::text},       // number of the journal that it reverses
    JournalField{"period", FieldKind::text},         // 2025-01
    JournalField{"date", FieldKind::date},           //
    JournalField{"created", FieldKind::time},        // UTC
    JournalField{"fiscal_year", FieldKind::number},  //
    JournalField{"fiscal_period", FieldKind::number},
    JournalField{"organization", FieldKind::text},
    JournalField{"document_count", FieldKind::number},
    // Of the document; in file_header and file_trailer, of all documents together.
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

enum class LayoutKind : std::uint8_t { delimited, fixed, ledger };
enum class Align : std::uint8_t { left, right };
enum class LetterCase : std::uint8_t { as_is, upper, lower };
enum class SignForm : std::uint8_t {
    minus,        ///< `-1.00`
    plus_minus,   ///< `+1.00`, `-1.00`
    trailing,     ///< `1.00-`
    parentheses,  ///< `(1.00)`
};
enum class Quoting : std::uint8_t { needed, always };
enum class LineEnd : std::uint8_t { lf, crlf };
enum class LayoutEncoding : std::uint8_t { utf8, ascii };

/// What splits the lines of a journal in this layout further than fund_org, account and source.
enum class LineDetail : std::uint8_t {
    configured,  ///< by `journal.lines`
    postings,    ///< a line for each posting
    summary,     ///< no further
};
inline constexpr std::array<std::string_view, 3> line_detail_names = {"configured", "postings",
                                                                      "summary"};

/// One field of a record.
struct LayoutColumn {
    std::string name;       ///< in the row of names, and in messages
    TextTemplate value;     ///< of texts and placeholders (`journal_fields.hpp`)
    std::size_t start = 0;  ///< of fixed positions, from 1
    std::size_t width = 0;  ///< in characters; maximum in delimited columns, 0: any
    Align align = Align::left;
    char pad = ' ';
    bool cut = false;  ///< cut longer texts instead of refusing them; never amounts
    LetterCase letters = LetterCase::as_is;
    std::string date_format = "YYYY-MM-DD";  ///< of YYYY YY MM MON DD hh mm ss
    std::optional<int> decimals;             ///< of amounts; absent: those of the currency
    bool point = true;                       ///< false: the decimal point is implied
    SignForm sign = SignForm::minus;
    std::string debit = "D";  ///< what {side} says
    std::string credit = "C";
    Place place;  ///< in the file of the layout
};

/// The records of a file, each on a line of its own: `file_header`, then for each document
/// `header`, its lines, `trailer`, then `file_trailer`. A record without columns is left out.
enum class RecordKind : std::uint8_t { file_header, header, line, trailer, file_trailer };
inline constexpr std::size_t record_kind_count = 5;
inline constexpr std::array<std::string_view, record_kind_count> record_kind_names = {
    "file_header", "header", "line", "trailer", "file_trailer"};

/// The format of a journal as data: a file of `config/layouts/`, or of the site.
struct JournalLayout {
    std::string name;
    std::string description;
    LayoutKind form = LayoutKind::delimited;
    char delimiter = ',';
    Quoting quote = Quoting::needed;
    bool names = false;  ///< the first line names the columns of `line`
    LineEnd line_end = LineEnd::lf;
    LayoutEncoding encoding = LayoutEncoding::utf8;
    bool several_currencies = false;  ///< in one file
    std::uint32_t most_lines = 0;     ///< of a document; 0: any number
    LineDetail lines = LineDetail::configured;
    std::string zipped_as;                      ///< file name in a zip archive; empty: no archive
    std::map<std::string, std::string> values;  ///< of the site, each a placeholder
    std::array<std::vector<LayoutColumn>, record_kind_count> records;
    std::string sha256{};  ///< of its text

    [[nodiscard]] const std::vector<LayoutColumn>& record(RecordKind kind) const {
        return records[static_cast<std::size_t>(kind)];
    }
    [[nodiscard]] std::vector<LayoutColumn>& record(RecordKind kind) {
        return records[static_cast<std::size_t>(kind)];
    }
};

}  // namespace focus_billing
