#include "focus_billing/format/csv_writer.hpp"

#include <algorithm>
#include <utility>

namespace focus_billing {

namespace {

// Apostrophes before such a text are guarded, too, so that the guard can be taken off again.
bool runs_as_formula(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != text.npos;
}

}  // namespace

std::string_view without_formula_guard(std::string_view text) {
    return text.starts_with('\'') && runs_as_formula(text) ? text.substr(1) : text;
}

bool CsvWriter::needs_quotes(std::string_view text, bool guarded) const {
    return m_dialect.always_quotes || text.find(m_dialect.delimiter) != text.npos ||
           text.find_first_of("\"\r\n") != text.npos || (guarded && m_dialect.delimiter == '\'');
}

void CsvWriter::add_text(std::string_view text) {
    add(text, runs_as_formula(text));
}

void CsvWriter::add(std::string_view text, bool guarded) {
    if (!m_empty)
        m_record += m_dialect.delimiter;
    m_empty = false;
    if (needs_quotes(text, guarded))
        return append_quoted(text, guarded);
    if (guarded)
        m_record += '\'';
    m_record += text;
}

void CsvWriter::append_quoted(std::string_view text, bool guarded) {
    m_record += guarded ? "\"'" : "\"";
    for (const char c : text) {
        if (c == '"')
            m_record += '"';
        m_record += c;
    }
    m_record += '"';
}

std::string CsvWriter::take_record() {
    // One empty field would be a blank line, which is no record.
    if (m_record.empty() && !m_empty)
        m_record = "\"\"";
    m_record += m_dialect.line_end;
    m_empty = true;
    return std::exchange(m_record, {});
}

}  // namespace focus_billing
