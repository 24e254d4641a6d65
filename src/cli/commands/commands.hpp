#pragma once

#include "cli/command_line.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// The exit codes of a command that only reads the database.
inline constexpr const char* reading_exit_codes =
    "0 done, 1 no database yet, 2 command line or configuration,\n"
    "3 the database cannot be read.";

/// Each declares one command, and what runs it. A new one also has its row in `run_cli.cpp`.
void add_ingest(CommandLine program);
void add_validate(CommandLine program);
void add_convert(CommandLine program);
void add_charges(CommandLine program);
void add_imports(CommandLine program);
void add_explain(CommandLine program);
void add_report(CommandLine program);
void add_attribute(CommandLine program);
void add_review(CommandLine program);
void add_periods(CommandLine program);
void add_statements(CommandLine program);
void add_journals(CommandLine program);
void add_audit(CommandLine program);
void add_check(CommandLine program);
void add_backup(CommandLine program);
void add_sources(CommandLine program);
void add_config(CommandLine program);
void add_init(CommandLine program);
void add_completion(CommandLine program);
void add_version(CommandLine program);

}  // namespace focus_billing
