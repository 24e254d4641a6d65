#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace focus_billing {

/// How much a finding matters. An error makes the command fail (exit 1, or 2 for configuration);
/// a flag holds a charge for review; warnings and notes never change an exit code.
enum class Severity : std::uint8_t { error, warning, flag, note };

/// Where a finding is. A line of 0 means the whole file, a column of 0 the whole line.
struct Place {
    std::string file;
    std::uint64_t line = 0;
    std::uint64_t column = 0;
};

/// A finding about data or configuration. `code` is the number after "FB". Codes never change their
/// meaning; `diagnostic_codes()` lists them.
struct Diagnostic {
    int code = 0;
    Severity severity = Severity::error;
    Place place;
    std::string field;    ///< the FOCUS column or configuration key, or empty
    std::string message;  ///< the fact, one line, without a full stop
    std::string value;    ///< the value as found, or empty
    std::string help;     ///< what to do, with an example, or empty
};

/// A code, its usual severity, and the name under which docs/diagnostics.md explains it.
struct DiagnosticCode {
    int code;
    Severity severity;
    std::string_view title;
};

/// Every code, in ascending order: FB0xx configuration and command line, FB1xx file and header,
/// FB2xx one field, FB3xx across fields, FB4xx attribution, FB5xx state, FB6xx convert,
/// FB7xx statements and mail, FB8xx journals and layouts, FB9xx environment.
[[nodiscard]] const std::vector<DiagnosticCode>& diagnostic_codes();

/// The entry of `code`. Throws std::logic_error for an unregistered code.
[[nodiscard]] const DiagnosticCode& diagnostic_code(int code);

/// A diagnostic with the usual severity of its code.
[[nodiscard]] Diagnostic make_diagnostic(int code, Place place, std::string message,
                                         std::string value = {}, std::string help = {});

[[nodiscard]] std::string_view severity_name(Severity severity);

}  // namespace focus_billing
