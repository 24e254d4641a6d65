#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace focus_billing {

enum class Paper : std::uint8_t { a4, letter };
inline constexpr std::array<std::string_view, 2> paper_names = {"A4", "Letter"};

/// A column of the charge details.
enum class DetailColumn : std::uint8_t {
    day,
    resource,
    service,
    description,
    region,
    quantity,
    list,
    amount
};
inline constexpr std::size_t detail_column_count = 8;
inline constexpr std::array<std::string_view, detail_column_count> detail_column_names = {
    "day", "resource", "service", "description", "region", "quantity", "list", "amount"};

/// The style of statements, recorded with issued ones so that a reprint has the same bytes. Texts
/// are plain; `{email}`, `{number}` and `{period}` are replaced by those of the statement.
struct StatementStyle {
    std::string title = "Statement";
    std::string questions = "Questions? Write to {email} and name the statement's number.";
    std::string dispute = "If a charge is not yours, tell us within 30 days; the charge's day and "
                          "resource are enough.";
    std::string footer;
    std::string color = "#1F4E79";  ///< of headings and bars: `#RRGGBB`
    Paper paper = Paper::a4;
    /// Font families in order of preference; `Noto Sans *` means all with names that begin so. No
    /// other font is used.
    std::vector<std::string> fonts = {"Noto Sans", "Noto Sans CJK SC", "Noto Sans *",
                                      "DejaVu Sans"};
    std::vector<DetailColumn> columns = {DetailColumn::day,     DetailColumn::resource,
                                         DetailColumn::service, DetailColumn::quantity,
                                         DetailColumn::list,    DetailColumn::amount};
    std::uint32_t detail_rows = 200;  ///< of more, only the largest are shown
    std::string logo;                 ///< the bytes of a PNG file; empty: none
    std::string statement_template;   ///< mustache text; empty: the built-in one
    std::string index_template;
    std::string summary_template;

    bool operator==(const StatementStyle&) const = default;
};

}  // namespace focus_billing
