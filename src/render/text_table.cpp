#include "focus_billing/render/text_table.hpp"

#include <algorithm>
#include <cstdint>

namespace focus_billing {

namespace {

bool is_number(const std::string& cell) {
    return cell.find_first_of("0123456789") != std::string::npos &&
           cell.find_first_not_of(".0123456789", cell.starts_with('-') ? 1 : 0) ==
               std::string::npos;
}

std::size_t characters(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::size_t before_point(const std::string& number) {
    return std::min(number.find('.'), number.size());
}

std::size_t difference(std::size_t a, std::size_t b) {
    return a - std::min(a, b);
}

std::string table(const std::vector<TextRow>& rows, std::size_t indent, TextColumns columns) {
    for (const auto& row : rows)
        columns.measure(row);
    std::string text;
    for (const auto& row : rows)
        text += columns.line(row, indent);
    return text;
}

}  // namespace

bool TextColumns::aligns(const std::string& cell) const {
    return m_aligns_numbers && is_number(cell);
}

void TextColumns::measure(const std::string& cell, Column& column) const {
    if (!aligns(cell)) {
        column.width = std::max(column.width, characters(cell));
        return;
    }
    const auto before = before_point(cell);
    column.before_point = std::max(column.before_point, before);
    column.behind_point = std::max(column.behind_point, cell.size() - before);
}

void TextColumns::measure(const TextRow& row) {
    if (row.size() > m_columns.size())
        m_columns.resize(row.size());
    for (std::size_t i = 0; i < row.size(); ++i)
        measure(row[i], m_columns[i]);
}

std::string TextColumns::padded(const std::string& cell, const Column& column) const {
    const auto full = std::max(column.width, column.before_point + column.behind_point);
    std::string text = cell;
    if (aligns(cell)) {
        text.insert(0, difference(full - column.behind_point, before_point(cell)), ' ');
    }
    text.append(difference(full, characters(text)), ' ');
    return text;
}

std::string TextColumns::line(const TextRow& row, std::size_t indent) const {
    std::string line(indent, ' ');
    for (std::size_t i = 0; i < row.size(); ++i) {
        line += i == 0 ? "" : "  ";
        line += i < m_columns.size() ? padded(row[i], m_columns[i]) : row[i];
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line + "\n";
}

std::string RunningTable::add(TextRow row) {
    if (m_measured)
        return m_columns.line(row, 0);
    m_held_back.push_back(std::move(row));
    return m_held_back.size() < m_measured_rows ? "" : finish();
}

std::string RunningTable::finish() {
    for (const auto& row : m_held_back)
        m_columns.measure(row);
    m_measured = true;
    std::string text;
    for (const auto& row : m_held_back)
        text += m_columns.line(row, 0);
    m_held_back.clear();
    return text;
}

std::string text_table(const std::vector<TextRow>& rows, std::size_t indent) {
    return table(rows, indent, TextColumns(true));
}

std::string plain_table(const std::vector<TextRow>& rows, std::size_t indent) {
    return table(rows, indent, TextColumns(false));
}

}  // namespace focus_billing
