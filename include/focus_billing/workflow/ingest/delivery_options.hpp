#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "focus_billing/workflow/session.hpp"
#include "focus_billing/model/imports/delivery.hpp"
#include "focus_billing/model/imports/file_report.hpp"

namespace focus_billing {

/// What becomes of a file with rejected rows.
enum class OnError : std::uint8_t {
    refuse,  ///< nothing of it is stored
    hold,    ///< its good rows are stored, the others written to a CSV
};

/// What the command line says about the files of one call.
struct DeliveryOptions {
    OnError on_error = OnError::refuse;
    bool replace = false;
    std::optional<std::int64_t> replaces{};
    bool append = false;
    std::optional<std::int64_t> mends{};
    std::string mended_series{};  ///< of the import that is mended
    bool as_corrections = false;
};

/// The terms of one file, whose source is known. Reports FB517 if its name has no series.
[[nodiscard]] DeliveryTerms terms_of(Session& session, const DeliveryOptions& options,
                                     FileReport& report,
                                     const std::function<void(const Diagnostic&)>& on_finding);

/// Counts a finding of a file, and hands it on unless there were enough of its code.
void report_finding(FileReport& report, const std::function<void(const Diagnostic&)>& on_finding,
                    const Diagnostic& diagnostic);

}  // namespace focus_billing
