#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"

namespace focus_billing {

/// All of a finding in one line: `7 error FB201 BilledCost | message | value | help`.
inline std::string finding_text(const Diagnostic& diagnostic) {
    const auto digits = std::to_string(diagnostic.code);
    const auto field = diagnostic.field.empty() ? "" : " " + diagnostic.field;
    return std::to_string(diagnostic.place.line) + " " +
           std::string(severity_name(diagnostic.severity)) + " FB" +
           std::string(3 - std::min<std::size_t>(3, digits.size()), '0') + digits + field + " | " +
           diagnostic.message + " | " + diagnostic.value + " | " + diagnostic.help;
}

inline std::vector<std::string> finding_texts(const std::vector<Diagnostic>& diagnostics) {
    std::vector<std::string> texts;
    for (const auto& diagnostic : diagnostics)
        texts.push_back(finding_text(diagnostic));
    return texts;
}

}  // namespace focus_billing
