#pragma once

#include <functional>
#include <string>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"
#include "render/journals/layout_fields.hpp"

namespace focus_billing {

/// What stands in a column.
struct ColumnText {
    std::string text;       ///< without padding
    bool is_text = false;   ///< a text of the data, which a spreadsheet could run; else a constant,
                            ///< a number, a date or an amount
    bool is_filled = true;  ///< false: an amount that is on the other side
    bool is_amount = false;
};

using OnFault = std::function<void(int code, const LayoutColumn& column, std::string message,
                                   std::string value, std::string help)>;

/// The text of a column. Characters that cannot stand in a record, such as line ends, become
/// blanks. What does not fit is told: FB830 (too long), FB831 (too many decimals), FB832 (an amount
/// of several currencies), FB833 (a character that ASCII does not have, in a text that is not cut).
/// Texts alone are cut, and never numbers.
[[nodiscard]] ColumnText column_text(const LayoutColumn& column, const LayoutFields& fields,
                                     LayoutEncoding encoding, const OnFault& on_fault);

/// An amount as a column writes it. Nothing if it has more decimals than `decimals`.
[[nodiscard]] std::optional<std::string> layout_amount(const DecimalSum& amount, int decimals,
                                                       bool point, SignForm sign);

/// The text filled up to the width of its column. Zeros stand behind the sign of an amount.
[[nodiscard]] std::string padded(const ColumnText& cell, const LayoutColumn& column);

/// Characters (code points) of UTF-8.
[[nodiscard]] std::size_t character_count(std::string_view text);

}  // namespace focus_billing
