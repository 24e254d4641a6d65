#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// Options for readers that do not follow RFC 4180.
struct CsvDialect {
    char delimiter = ',';
    bool always_quotes = false;
    std::string_view line_end = "\r\n";
};

/// Builds CSV records by RFC 4180: fields with a comma, a quote or a line end in quotes, quotes
/// doubled, records ended by CRLF.
///
/// Spreadsheets run a field that begins with `= + - @ TAB CR` as a formula, whoever wrote it into
/// the bill (OWASP, 'CSV injection'). Such texts are prefixed with an apostrophe; numbers are not,
/// so that negative amounts stay numbers. Texts with apostrophes before such a character get one
/// more, so that the prefix can be removed exactly.
class CsvWriter {
public:
    CsvWriter() = default;
    explicit CsvWriter(CsvDialect dialect) : m_dialect(dialect) {}

    void add_text(std::string_view text);
    /// Adds digits, a sign and a point unchanged.
    void add_number(std::string_view number) { add(number, false); }
    void add_null() { add({}, false); }
    /// Adds a field as this writer wrote it before.
    void add_written(std::string_view field);
    /// A text as `add_text` writes it.
    [[nodiscard]] std::string written(std::string_view text) const;
    /// Adds a trusted text unchanged: the name of a column, a constant.
    void add_constant(std::string_view text) { add(text, false); }

    /// Returns the record with its line end, and begins the next one.
    [[nodiscard]] std::string take_record();
    /// The same, appended to a text.
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
