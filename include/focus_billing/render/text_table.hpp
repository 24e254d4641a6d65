#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "focus_billing/model/text.hpp"

namespace focus_billing {

using TextRow = std::vector<std::string>;

/// Lays out rows of cells in columns, two spaces apart, behind `indent` spaces. Numbers, which
/// are cells of digits with a sign and a point, stand with their points below each other.
[[nodiscard]] std::string text_table(const std::vector<TextRow>& rows, std::size_t indent);

/// The same, with numbers as any other text: for codes and accounts.
[[nodiscard]] std::string plain_table(const std::vector<TextRow>& rows, std::size_t indent);

/// How wide the columns of a table are.
class TextColumns {
public:
    explicit TextColumns(bool aligns_numbers) : m_aligns_numbers(aligns_numbers) {}

    void measure(const TextRow& row);
    /// One row as a line; a cell that is longer than those measured pushes the others aside.
    [[nodiscard]] std::string line(const TextRow& row, std::size_t indent) const;

private:
    struct Column {
        std::size_t width = 0;
        std::size_t before_point = 0;
        std::size_t behind_point = 0;
    };

    [[nodiscard]] bool aligns(const std::string& cell) const;
    void measure(const std::string& cell, Column& column) const;
    [[nodiscard]] std::string padded(const std::string& cell, const Column& column) const;

    bool m_aligns_numbers;
    std::vector<Column> m_columns;
};

/// A table without end: its columns are as wide as its first rows need.
class RunningTable {
public:
    static constexpr std::size_t usual_measured_rows = 500;

    explicit RunningTable(std::size_t measured_rows = usual_measured_rows)
        : m_measured_rows(measured_rows) {}

    /// Takes a row and returns the lines that are ready, if any.
    [[nodiscard]] std::string add(TextRow row);
    /// The lines that were held back.
    [[nodiscard]] std::string finish();

private:
    std::size_t m_measured_rows;
    TextColumns m_columns{true};
    std::vector<TextRow> m_held_back;
    bool m_measured = false;
};

}  // namespace focus_billing
