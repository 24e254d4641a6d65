#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// How records are written that others than RFC 4180 read.
struct CsvDialect {
    char delimiter = ',';
    bool always_quotes = false;
    std::string_view line_end = "\r\n";
};

/// Builds CSV records as RFC 4180 has them: fields with a comma, a quote or a line end in quotes,
/// quotes doubled, records ended by CRLF.
///
/// Spreadsheets run a field that begins with `= + - @ TAB CR` as a formula, whoever wrote it into
/// the bill (OWASP, 'CSV injection'). Texts that begin so get an apostrophe before them; numbers do
/// not, so that amounts below zero stay numbers. So do apostrophes before such a beginning: what
/// the writer added can be told from what was there.
class CsvWriter {
public:
    CsvWriter() = default;
    explicit CsvWriter(CsvDialect dialect) : m_dialect(dialect) {}

    void add_text(std::string_view text);
    /// Digits, a sign and a point, as they are.
    void add_number(std::string_view number) { add(number, false); }
    void add_null() { add({}, false); }
    /// A field as this writer wrote it before.
    void add_written(std::string_view field);
    /// A text as `add_text` writes it.
    [[nodiscard]] std::string written(std::string_view text) const;
    /// A text that no bill brings in, as it is: the name of a column, a constant.
    void add_constant(std::string_view text) { add(text, false); }

    /// The record with its line end. The next one begins.
    [[nodiscard]] std::string take_record();
    /// The same, added to a text.
    void append_record(std::string& text);

private:
    void end_record();
    void add(std::string_view text, bool guarded);
    static void append_quoted(std::string_view text, bool guarded, std::string& field);
    void append_field(std::string_view text, bool guarded, std::string& field) const;

    [[nodiscard]] bool needs_quotes(std::string_view text, bool guarded) const;

    CsvDialect m_dialect;
    std::string m_record;
    bool m_empty = true;  // no field yet
};

/// A text as it was before CsvWriter put an apostrophe before it.
[[nodiscard]] std::string_view without_formula_guard(std::string_view text);

}  // namespace focus_billing
