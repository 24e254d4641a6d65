#include "focus_billing/model/diagnostic.hpp"

#include <algorithm>
#include <stdexcept>

namespace focus_billing {

const DiagnosticCode& diagnostic_code(int code) {
    static const auto by_number = [] {
        std::array<const DiagnosticCode*, 1000> table{};
        for (const auto& registered : diagnostic_codes())
            table.at(static_cast<std::size_t>(registered.code)) = &registered;
        return table;
    }();
    const auto* const found =
        code >= 0 && code < 1000 ? by_number[static_cast<std::size_t>(code)] : nullptr;
    if (found == nullptr) {
        throw std::logic_error("diagnostic code FB" + std::to_string(code) + " is not registered");
    }
    return *found;
}

Diagnostic make_diagnostic(int code, Place place, std::string message, std::string value,
                           std::string help) {
    return {.code = code,
            .severity = diagnostic_code(code).severity,
            .place = std::move(place),
            .field = {},
            .message = std::move(message),
            .value = std::move(value),
            .help = std::move(help)};
}

std::string_view severity_name(Severity severity) {
    switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::flag: return "held";
    case Severity::note: return "note";
    }
    throw std::logic_error("a severity without a name");
}

}  // namespace focus_billing
