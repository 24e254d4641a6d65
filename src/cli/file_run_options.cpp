#include "cli/file_run_options.hpp"

#include <CLI/CLI.hpp>

#include "focus_billing/cli/option_values.hpp"

namespace focus_billing {

FileRunOptions FileRunWords::understood() const {
    FileRunOptions result = options;
    result.all_findings = options.all_findings || json;
    result.period = parse_period_option(period);
    return result;
}

void add_file_run_options(CLI::App& command, FileRunWords& words) {
    command
        .add_option("FILE", words.options.files,
                    "FOCUS CSV files, also .gz; folders; patterns; - for standard input")
        ->required();
    command.add_option("--period", words.period,
                       "hold rows that are not billed in this month (YYYY-MM)");
    command.add_option("--name", words.options.name, "what standard input is called");
    command.add_flag("--all", words.options.all_findings,
                     "show every finding, not only the first 20 of a kind");
    command.add_flag("--json", words.json, "print the report as JSON, with every finding");
    command.add_option("--threads", words.options.threads, "how many processors to use")
        ->check(CLI::Range(1U, 64U));
}

}  // namespace focus_billing
