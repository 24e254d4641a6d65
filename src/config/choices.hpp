#pragma once

#include <array>
#include <string_view>

#include "focus_billing/model/config.hpp"

namespace focus_billing {

/// The words of the configuration for values of an enumeration, in its order.
inline constexpr std::array<std::string_view, 5> log_level_names = {"debug", "info", "warning",
                                                                    "error", "off"};
inline constexpr std::array<std::string_view, 2> log_format_names = {"text", "json"};
inline constexpr std::array<std::string_view, 2> truth_names = {"true", "false"};
inline constexpr std::array<std::string_view, 2> cost_names = {"billed", "effective"};

inline constexpr std::array<std::string_view, 3> line_part_names = {"pi_email", "project_id",
                                                                    "statement"};
inline constexpr std::array<std::string_view, 2> fiscal_year_names = {"start", "end"};

inline constexpr std::array<std::string_view, 3> layout_form_names = {"delimited", "fixed",
                                                                      "ledger"};
inline constexpr std::array<std::string_view, 2> quoting_names = {"needed", "always"};
inline constexpr std::array<std::string_view, 2> line_end_names = {"lf", "crlf"};
inline constexpr std::array<std::string_view, 2> encoding_names = {"utf-8", "ascii"};
inline constexpr std::array<std::string_view, 2> currencies_names = {"one", "several"};
inline constexpr std::array<std::string_view, 2> align_names = {"left", "right"};
inline constexpr std::array<std::string_view, 2> letter_case_names = {"upper", "lower"};
inline constexpr std::array<std::string_view, 4> sign_names = {"minus", "plus_minus", "trailing",
                                                               "parentheses"};

/// `Delivery::unset` has no word: the key is left out.
inline constexpr std::array<std::string_view, 2> delivery_names = {"snapshot", "append"};
inline constexpr std::array<Delivery, 2> deliveries = {Delivery::snapshot, Delivery::append};

}  // namespace focus_billing
