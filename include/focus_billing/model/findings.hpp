#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"

namespace focus_billing {

/// The findings of a run of rows. All are counted; the first ones of each code are kept in the
/// order in which they were found, of a note only the first, whatever the limit.
class Findings {
public:
    static constexpr std::size_t usual_limit = 20;
    static constexpr std::size_t no_limit = SIZE_MAX;

    explicit Findings(std::size_t limit = usual_limit) : m_limit(limit) {}

    /// Counts one finding of `code`. True if it should be kept, so that only those are worded.
    [[nodiscard]] bool count(int code) {
        const auto seen = m_counts[static_cast<std::size_t>(code)]++;
        return seen == 0 || (seen < m_limit && seen < limit_of(code));
    }
    void keep(Diagnostic diagnostic) { m_kept.push_back(std::move(diagnostic)); }
    /// Counts and keeps.
    void add(Diagnostic diagnostic);

    /// Adds the findings of `later`, which follow these. Kept findings beyond the limit are
    /// dropped.
    void append(Findings&& later);

    [[nodiscard]] std::uint64_t count_of(int code) const {
        return m_counts[static_cast<std::size_t>(code)];
    }
    [[nodiscard]] std::uint64_t count_of(Severity severity) const;
    [[nodiscard]] const std::vector<Diagnostic>& kept() const { return m_kept; }
    /// Returns the kept findings and clears them; the counts stay.
    [[nodiscard]] std::vector<Diagnostic> take_kept();

private:
    static constexpr std::size_t code_limit = 1000;

    [[nodiscard]] std::uint64_t limit_of(int code) const;

    std::size_t m_limit;
    std::array<std::uint64_t, code_limit> m_counts{};
    std::vector<Diagnostic> m_kept;
};

}  // namespace focus_billing
