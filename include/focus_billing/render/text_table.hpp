#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace focus_billing {

using TextRow = std::vector<std::string>;

/// `1 row`, `2 rows`.
[[nodiscard]] std::string counted(std::uint64_t count, const std::string& noun);

/// Lays out rows of cells in columns, two spaces apart, behind `indent` spaces. Numbers, which
/// are cells of digits with a sign and a point, stand with their points below each other.
[[nodiscard]] std::string text_table(const std::vector<TextRow>& rows, std::size_t indent);

/// The same for a table without end: the columns are as wide as the first rows need, and what is
/// longer further down pushes the rest of its row aside.
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
    friend std::string text_table(const std::vector<TextRow>& rows, std::size_t indent);

    struct Column {
        std::size_t width = 0;
        std::size_t before_point = 0;
        std::size_t behind_point = 0;
    };

    void measure(const TextRow& row);
    static void measure(const std::string& cell, Column& column);
    [[nodiscard]] static std::string padded(const std::string& cell, const Column& column);
    [[nodiscard]] std::string line(const TextRow& row, std::size_t indent) const;

    std::size_t m_measured_rows;
    std::vector<Column> m_columns;
    std::vector<TextRow> m_held_back;
    bool m_measured = false;
};

}  // namespace focus_billing
