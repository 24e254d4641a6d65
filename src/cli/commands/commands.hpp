#pragma once

#include <functional>

#include "focus_billing/workflow/session.hpp"

namespace CLI {
class App;
}

namespace focus_billing {

/// Does what a command is there for and returns the exit code.
using RunCommand = std::function<int(Session&)>;

/// Each declares one subcommand of `app` and returns what runs it.
[[nodiscard]] RunCommand add_ingest(CLI::App& app);
[[nodiscard]] RunCommand add_validate(CLI::App& app);
[[nodiscard]] RunCommand add_convert(CLI::App& app);
[[nodiscard]] RunCommand add_charges(CLI::App& app);
[[nodiscard]] RunCommand add_imports(CLI::App& app);
[[nodiscard]] RunCommand add_explain(CLI::App& app);
[[nodiscard]] RunCommand add_report(CLI::App& app);
[[nodiscard]] RunCommand add_attribute(CLI::App& app);
[[nodiscard]] RunCommand add_review(CLI::App& app);
[[nodiscard]] RunCommand add_periods(CLI::App& app);
[[nodiscard]] RunCommand add_statements(CLI::App& app);
[[nodiscard]] RunCommand add_journals(CLI::App& app);
[[nodiscard]] RunCommand add_audit(CLI::App& app);
[[nodiscard]] RunCommand add_check(CLI::App& app);
[[nodiscard]] RunCommand add_backup(CLI::App& app);
[[nodiscard]] RunCommand add_sources(CLI::App& app);
[[nodiscard]] RunCommand add_config(CLI::App& app);
[[nodiscard]] RunCommand add_init(CLI::App& app);
[[nodiscard]] RunCommand add_completion(CLI::App& app);
[[nodiscard]] RunCommand add_version(CLI::App& app);

}  // namespace focus_billing
