#include "focus_billing/format/csv_writer.hpp"

#include <algorithm>
#include <utility>

namespace focus_billing {

namespace {

// Apostrophes before such a text are guarded, too, so that the guard can be taken off again.
bool runs_as_formula(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
    if (text.empty())
        return false;
    switch (text.front()) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r': return true;
    default: return false;
    }
}

}  // namespace

std::string_view without_formula_guard(std::string_view text) {
    return text.starts_with('\'') && runs_as_formula(text) ? text.substr(1) : text;
}

bool CsvWriter::needs_quotes(std::string_view text, bool guarded) const {
    const auto is_special = [delimiter = m_dialect.delimiter](char c) {
        return c == delimiter || c == '"' || c == '\r' || c == '\n';
    };
    return m_dialect.always_quotes || std::ranges::any_of(text, is_special) ||
           (guarded && m_dialect.delimiter == '\'');
}

void CsvWriter::add_text(std::string_view text) {
    add(text, runs_as_formula(text));
}

void CsvWriter::add(std::string_view text, bool guarded) {
    if (!m_empty)
        m_record += m_dialect.delimiter;
    m_empty = false;
    append_field(text, guarded, m_record);
}

void CsvWriter::add_written(std::string_view field) {
    if (!m_empty)
        m_record += m_dialect.delimiter;
    m_empty = false;
    m_record += field;
}

std::string CsvWriter::written(std::string_view text) const {
    std::string field;
    append_field(text, runs_as_formula(text), field);
    return field;
}

void CsvWriter::append_field(std::string_view text, bool guarded, std::string& field) const {
    if (needs_quotes(text, guarded))
        return append_quoted(text, guarded, field);
    if (guarded)
        field += '\'';
    field += text;
}

void CsvWriter::append_quoted(std::string_view text, bool guarded, std::string& field) {
    field += guarded ? "\"'" : "\"";
    for (auto quote = text.find('"'); quote != text.npos; quote = text.find('"')) {
        field.append(text.substr(0, quote + 1)).push_back('"');
        text.remove_prefix(quote + 1);
    }
    field.append(text).push_back('"');
}

void CsvWriter::end_record() {
    // One empty field would be a blank line, which is no record.
    if (m_record.empty() && !m_empty)
        m_record = "\"\"";
    m_record += m_dialect.line_end;
    m_empty = true;
}

std::string CsvWriter::take_record() {
    end_record();
    return std::exchange(m_record, {});
}

void CsvWriter::append_record(std::string& text) {
    end_record();
    text += m_record;
    m_record.clear();
}

}  // namespace focus_billing
