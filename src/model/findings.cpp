#include "focus_billing/model/findings.hpp"

#include <utility>

namespace focus_billing {

std::uint64_t Findings::limit_of(int code) const {
    return diagnostic_code(code).severity == Severity::note ? 1 : m_limit;
}

void Findings::add(Diagnostic diagnostic) {
    if (count(diagnostic.code))
        keep(std::move(diagnostic));
}

void Findings::append(Findings&& later) {
    std::array<std::uint64_t, code_limit> room{};
    for (const auto& code : diagnostic_codes()) {
        const auto index = static_cast<std::size_t>(code.code);
        const auto limit = limit_of(code.code);
        room[index] = limit - std::min(limit, m_counts[index]);
        m_counts[index] += later.m_counts[index];
    }
    for (auto& diagnostic : later.m_kept) {
        auto& left = room[static_cast<std::size_t>(diagnostic.code)];
        if (left == 0)
            continue;
        --left;
        m_kept.push_back(std::move(diagnostic));
    }
}

std::uint64_t Findings::count_of(Severity severity) const {
    std::uint64_t total = 0;
    for (const auto& code : diagnostic_codes()) {
        if (code.severity == severity)
            total += count_of(code.code);
    }
    return total;
}

std::vector<Diagnostic> Findings::take_kept() {
    return std::exchange(m_kept, {});
}

}  // namespace focus_billing
