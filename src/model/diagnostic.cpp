#include "focus_billing/model/diagnostic.hpp"

#include <algorithm>
#include <stdexcept>

namespace focus_billing {

const DiagnosticCode& diagnostic_code(int code) {
    const auto& codes = diagnostic_codes();
    const auto found = std::ranges::lower_bound(codes, code, {}, &DiagnosticCode::code);
    if (found == codes.end() || found->code != code) {
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
