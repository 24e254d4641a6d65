#pragma once

#include <optional>
#include <string>

#include "cli/command_line.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/workflow/ingest/ingest_files.hpp"

namespace focus_billing {

/// The month that --period names; nothing if the option is not given. Throws Error FB020 (usage)
/// for what is no month.
[[nodiscard]] std::optional<BillingPeriod> parse_period_option(const std::string& text);

/// The month that a command is given by itself. Throws the same.
[[nodiscard]] BillingPeriod parse_period_word(const std::string& text);

/// The words of the command line for FileRunOptions, before they are understood.
struct FileOptions {
    FileRunOptions run;
    std::string period;
    bool json = false;

    /// Throws Error (FB020, usage) if `--period` is no month.
    [[nodiscard]] FileRunOptions parsed() const;
};

/// Declares them on a command.
void add_file_run_options(CommandLine command, FileOptions& options);

}  // namespace focus_billing
