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

/// What is the same for all charges with a flag.
struct FlagRow {
    Flag flag;
    std::string_view name;
    int code;  ///< of its findings
    /// No rule decides it, but how the charge came or what became of it: an attribution keeps it.
    bool is_of_delivery = false;
};

/// By number.
inline constexpr auto flag_rows = std::to_array<FlagRow>({
    {Flag::missing_pi_email, "missing_pi_email", 401},
    {Flag::missing_project_id, "missing_project_id", 402},
    {Flag::missing_fund_org, "missing_fund_org", 403},
    {Flag::invalid_fund_org, "invalid_fund_org", 404},
    {Flag::invalid_tags, "invalid_tags", 405},
    {Flag::pattern_match, "pattern_match", 406},
    {Flag::period_mismatch, "period_mismatch", 407, true},
    {Flag::possible_duplicate, "possible_duplicate", 408, true},
    {Flag::revised_after_decision, "revised_after_decision", 409, true},
    {Flag::fund_org_closed, "fund_org_closed", 410},
    {Flag::project_ended, "project_ended", 411},
    {Flag::project_closed, "project_closed", 412},
    {Flag::pi_ended, "pi_ended", 413},
    {Flag::invalid_account_code, "invalid_account_code", 414},
});

inline constexpr std::size_t flag_count = flag_rows.size();

inline constexpr auto flag_names = [] {
    std::array<std::string_view, flag_count> names;
    for (std::size_t i = 0; i < flag_count; ++i)
        names[i] = flag_rows[i].name;
    return names;
}();

static_assert([] {
    for (std::size_t i = 0; i < flag_count; ++i) {
        if (flag_rows[i].flag != static_cast<Flag>(i))
            return false;
    }
    return true;
}());

[[nodiscard]] constexpr const FlagRow& row_of(Flag flag) {
    return flag_rows[static_cast<std::size_t>(flag)];
}

/// The bit of a flag.
[[nodiscard]] constexpr std::uint16_t bit_of(Flag flag) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(flag));
}

/// The flags of one charge; a charge can have several.
class FlagSet {
public:
    constexpr FlagSet() = default;
    /// Bit n is the flag with number n.
    constexpr explicit FlagSet(std::uint16_t bits) : m_bits(bits) {}

    constexpr void add(Flag flag) { m_bits = static_cast<std::uint16_t>(m_bits | bit_of(flag)); }
    constexpr void add(FlagSet flags) {
        m_bits = static_cast<std::uint16_t>(m_bits | flags.m_bits);
    }
    [[nodiscard]] constexpr bool has(Flag flag) const { return (m_bits & bit_of(flag)) != 0; }
    [[nodiscard]] constexpr bool empty() const { return m_bits == 0; }
    [[nodiscard]] constexpr FlagSet common_with(FlagSet other) const {
        return FlagSet(static_cast<std::uint16_t>(m_bits & other.m_bits));
    }
    /// Bit n is the flag with number n.
    [[nodiscard]] constexpr std::uint16_t bits() const { return m_bits; }

    friend constexpr bool operator==(const FlagSet&, const FlagSet&) = default;

private:
    std::uint16_t m_bits = 0;
};

inline constexpr FlagSet delivery_flags = [] {
    FlagSet flags;
    for (const auto& row : flag_rows) {
        if (row.is_of_delivery)
            flags.add(row.flag);
    }
    return flags;
}();

}  // namespace focus_billing
