#include "focus_billing/render/text_table.hpp"

#include <algorithm>
#include <cstdint>

namespace focus_billing {

namespace {

bool is_number(const std::string& cell) {
    return !cell.empty() && cell.find_first_not_of("-.0123456789") == std::string::npos;
}

std::size_t characters(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

struct Column {
    bool aligns_numbers = true;
    std::size_t width = 0;
    std::size_t before_point = 0;
    std::size_t behind_point = 0;
};

std::size_t before_point(const std::string& number) { return std::min(number.find('.'), number.size()); }

void measure(const std::string& cell, Column& column) {
    if (!column.aligns_numbers || !is_number(cell)) {
        column.width = std::max(column.width, characters(cell));
        return;
    }
    const auto before = before_point(cell);
    column.before_point = std::max(column.before_point, before);
    column.behind_point = std::max(column.behind_point, cell.size() - before);
}

std::string padded(const std::string& cell, const Column& column) {
    const auto full = std::max(column.width, column.before_point + column.behind_point);
    std::string text = cell;
    if (column.aligns_numbers && is_number(cell)) {
        text.insert(0, full - column.behind_point - before_point(cell), ' ');
    }
    text.append(full - std::min(full, characters(text)), ' ');
    return text;
}

std::string table(const std::vector<std::vector<std::string>>& rows, std::size_t indent,
                  const Column& empty_column) {
    std::vector<Column> columns;
    for (const auto& row : rows) {
        if (row.size() > columns.size()) columns.resize(row.size(), empty_column);
        for (std::size_t i = 0; i < row.size(); ++i) measure(row[i], columns[i]);
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line(indent, ' ');
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += (i == 0 ? "" : "  ") + padded(row[i], columns[i]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

}  // namespace

std::string counted(std::uint64_t count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string text_table(const std::vector<std::vector<std::string>>& rows, std::size_t indent) {
    return table(rows, indent, {});
}

std::string plain_table(const std::vector<std::vector<std::string>>& rows, std::size_t indent) {
    return table(rows, indent, {.aligns_numbers = false});
}

}  // namespace focus_billing
