#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "focus_billing/model/config.hpp"
#include "focus_billing/model/imports/delivery.hpp"
#include "focus_billing/model/imports/file_report.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// Finds the source of the file of `report` by the file's name or, if `wanted` is not empty, by
/// that. An unknown source is an error (FB116), except in a dry run, where it is a warning (FB117)
/// and `wanted` is used as is. Two equally good matches are an error (FB118).
void find_file_source(const std::string& wanted, bool dry_run, const Config& config,
                      FileReport& report, const std::function<void(const Diagnostic&)>& on_finding);

/// What to do with a file with rejected rows.
enum class OnError : std::uint8_t {
    refuse,  ///< nothing of it is stored
    hold,    ///< its valid rows are stored, the others written to a CSV
};

/// What the command line says about the files of one command.
struct DeliveryOptions {
    OnError on_error = OnError::refuse;
    bool replace = false;
    std::optional<std::int64_t> replaces{};
    bool append = false;
    std::optional<std::int64_t> mends{};
    std::string mended_series{};  ///< of the import that is corrected
    bool as_corrections = false;
};

/// The settings of one file, whose source is known. Reports FB517 if its name has no series.
[[nodiscard]] DeliverySettings
delivery_settings(Session& session, const DeliveryOptions& options, FileReport& report,
                  const std::function<void(const Diagnostic&)>& on_finding);

/// Counts a finding of a file, and passes it on unless its code has reached the limit.
void report_finding(FileReport& report, const std::function<void(const Diagnostic&)>& on_finding,
                    const Diagnostic& diagnostic);

}  // namespace focus_billing
