#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "focus_billing/model/charges/attribution.hpp"

namespace focus_billing {

/// Whether a delivery restates its periods or adds to them. `unset`: the file's name decides.
enum class Delivery : std::uint8_t { unset, snapshot, append };

/// Which FOCUS cost is charged.
enum class CostBasis : std::uint8_t { billed, effective };

/// One entry of `imports.known_sources`: where files come from, how to recognise their names, and
/// which account to credit.
struct KnownSource {
    std::string name;
    std::string pattern;              ///< file-name pattern: plain text, or a glob if it has * ? [
    std::string fund_org;             ///< credit fund/org for journals
    std::string account_code;         ///< default GL account (the expense)
    std::string credit_account_code;  ///< recovery account; empty: account_code
    Delivery delivery = Delivery::unset;
    std::string series;  ///< regular expression (RE2) with one group, or empty
    CostBasis cost = CostBasis::billed;
    /// Default attributes of its charges; never `end_date` and `reconciliation_end`.
    std::array<std::string, attribute_count> defaults = {};

    bool operator==(const KnownSource&) const = default;
};

/// Whether a file-name pattern is a glob for the whole name; otherwise the name must contain it.
[[nodiscard]] inline bool is_glob(const std::string& pattern) {
    return pattern.find_first_of("*?[") != std::string::npos;
}

/// Why a file belongs to a known source, or to none.
struct SourceChoice {
    std::string file;
    /// All sources whose pattern matches the file's name, longest pattern first.
    std::vector<const KnownSource*> fitting;
    /// How many of these have the longest pattern: 1 decides, more are ambiguous, 0 means no match.
    std::size_t longest = 0;
    /// If none matches: one whose pattern is similar to a word of the name, or null.
    const KnownSource* near = nullptr;

    [[nodiscard]] const KnownSource* source() const {
        return longest == 1 ? fitting.front() : nullptr;
    }
};

}  // namespace focus_billing
