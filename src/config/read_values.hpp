#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/config.hpp"
#include "focus_billing/model/decimal.hpp"

namespace focus_billing {

/// A number of digits only, from `least` to `most`. Reports anything else.
[[nodiscard]] std::optional<int> read_whole_number(ConfigReader& reader, const Setting& setting,
                                                   int least, int most);

/// The words in the configuration for values of an enumeration, in its order.
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

/// `Delivery::unset` has no word: the key is omitted.
inline constexpr std::array<std::string_view, 2> delivery_names = {"snapshot", "append"};
inline constexpr std::array<Delivery, 2> deliveries = {Delivery::snapshot, Delivery::append};

/// A regular expression that RE2 accepts and that is not empty: at most 1000 bytes, and compiled
/// within 1 MiB, so that it later compiles quickly under RE2's default limit.
[[nodiscard]] std::optional<std::string> read_pattern(ConfigReader& reader, const Setting& setting);

/// The same, with exactly one capturing group.
[[nodiscard]] std::optional<std::string> read_series(ConfigReader& reader, const Setting& setting);

/// The valid ones of a list of at most 200 regular expressions.
[[nodiscard]] std::vector<std::string> read_patterns(ConfigReader& reader, const Setting& setting);

/// Reports a text that is not an e-mail address.
[[nodiscard]] bool check_email(ConfigReader& reader, const Setting& setting,
                               const std::string& email);

/// The folder part of a path: "" for a bare file name.
[[nodiscard]] std::string folder_of(const std::string& path);

/// `path` itself if it is absolute, else the path that begins in `folder`. Works on the text only,
/// without access to the disk; `..` stays, because a symbolic link may precede it.
[[nodiscard]] std::string resolve_path(const std::string& path, const std::string& folder);

/// Reads a path into `path`, resolved against `folder`; leaves it alone if the key is not there.
void read_path(ConfigReader& reader, const Section& section, std::string_view key,
               const std::string& folder, std::string& path);

/// A fraction from 0 to 1 with at most four decimals, written `0.1` or `10 %`.
[[nodiscard]] std::optional<Decimal> read_fraction(ConfigReader& reader, const Setting& setting);

}  // namespace focus_billing
