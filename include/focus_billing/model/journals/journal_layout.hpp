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

enum class LayoutForm : std::uint8_t { delimited, fixed, ledger };
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

/// What divides the lines of a journal in this layout, beyond fund_org, account and source.
enum class LineDetail : std::uint8_t {
    configured,  ///< what `journal.lines` says
    postings,    ///< each posting
    summary,     ///< nothing
};
inline constexpr std::array<std::string_view, 3> line_detail_names = {"configured", "postings",
                                                                      "summary"};

/// One field of a record.
struct LayoutColumn {
    std::string name;       ///< in the row of names, and in messages
    TextTemplate value;     ///< of texts and placeholders (`journal_fields.hpp`)
    std::size_t start = 0;  ///< of fixed positions, from 1
    std::size_t width = 0;  ///< in characters; of delimited columns the most, 0: any
    Align align = Align::left;
    char pad = ' ';
    bool cut = false;  ///< a longer text is cut; else it is refused. Amounts never are
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
/// `header`, its lines, `trailer`, then `file_trailer`. One without columns is left out.
enum class RecordKind : std::uint8_t { file_header, header, line, trailer, file_trailer };
inline constexpr std::size_t record_kind_count = 5;
inline constexpr std::array<std::string_view, record_kind_count> record_kind_names = {
    "file_header", "header", "line", "trailer", "file_trailer"};

/// How a journal is written, as data: a file of `config/layouts/`, or a site's own.
struct JournalLayout {
    std::string name;
    std::string description;
    LayoutForm form = LayoutForm::delimited;
    char delimiter = ',';
    Quoting quote = Quoting::needed;
    bool names = false;  ///< the first line names the columns of `line`
    LineEnd line_end = LineEnd::lf;
    LayoutEncoding encoding = LayoutEncoding::utf8;
    bool several_currencies = false;  ///< in one file
    std::uint32_t most_lines = 0;     ///< of a document; 0: any number
    LineDetail lines = LineDetail::configured;
    std::string zipped_as;  ///< name of the one file in a zip archive; empty: no archive
    std::map<std::string, std::string> values;  ///< of a site, each a placeholder
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
