#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace focus_billing {

/// Why a charge is held for review.
enum class Flag : std::uint8_t {
    missing_pi_email,
    missing_project_id,
    missing_fund_org,
    invalid_fund_org,
    invalid_tags,
    pattern_match,
    period_mismatch,
    possible_duplicate,
    revised_after_decision,
    fund_org_closed,
    project_ended,
    project_closed,
    pi_ended,
    invalid_account_code,
};

inline constexpr std::size_t flag_count = 14;

inline constexpr std::array<std::string_view, flag_count> flag_names = {
    "missing_pi_email", "missing_project_id",  "missing_fund_org",
    "invalid_fund_org", "invalid_tags",        "pattern_match",
    "period_mismatch",  "possible_duplicate",  "revised_after_decision",
    "fund_org_closed",  "project_ended",       "project_closed",
    "pi_ended",         "invalid_account_code"};

/// The bit that stands for a flag.
[[nodiscard]] constexpr std::uint16_t bit_of(Flag flag) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(flag));
}

/// The flags of one charge; a charge can have several.
class FlagSet {
public:
    constexpr FlagSet() = default;
    /// Bit n stands for the flag of number n.
    constexpr explicit FlagSet(std::uint16_t bits) : m_bits(bits) {}

    constexpr void add(Flag flag) { m_bits = static_cast<std::uint16_t>(m_bits | bit_of(flag)); }
    constexpr void add(FlagSet flags) {
        m_bits = static_cast<std::uint16_t>(m_bits | flags.m_bits);
    }
    [[nodiscard]] constexpr bool has(Flag flag) const { return (m_bits & bit_of(flag)) != 0; }
    [[nodiscard]] constexpr bool empty() const { return m_bits == 0; }
    /// Bit n stands for the flag of number n.
    [[nodiscard]] constexpr std::uint16_t bits() const { return m_bits; }

    friend constexpr bool operator==(const FlagSet&, const FlagSet&) = default;

private:
    std::uint16_t m_bits = 0;
};

}  // namespace focus_billing
