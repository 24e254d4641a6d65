#include "cli/option_values.hpp"

#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

BillingPeriod parse_month(const std::string& text, const std::string& what,
                          const std::string& example) {
    const auto month = BillingPeriod::parse(text);
    if (!month) {
        throw Error(ErrorKind::usage, make_diagnostic(20, {}, what + " is not a month", text,
                                                      "write the year and the month: " + example));
    }
    return *month;
}

}  // namespace

std::optional<BillingPeriod> parse_period_option(const std::string& text) {
    if (text.empty())
        return std::nullopt;
    return parse_month(text, "--period", "--period 2025-01");
}

BillingPeriod parse_period_word(const std::string& text) {
    return parse_month(text, "PERIOD", "2025-01");
}

FileRunOptions FileOptions::parsed() const {
    FileRunOptions result = run;
    result.all_findings = run.all_findings || json;
    result.period = parse_period_option(period);
    return result;
}

void add_file_run_options(CommandLine command, FileOptions& options) {
    command
        .argument("FILE", options.run.files,
                  "FOCUS CSV files, also .gz; folders; patterns; - for standard input")
        .required();
    command.option("--period", options.period,
                   "hold rows that are not billed in this month (YYYY-MM)");
    command.option("--name", options.run.name, "what standard input is called");
    command.flag("--all", options.run.all_findings,
                 "show every finding, not only the first 20 of a kind");
    command.flag("--json", options.json, "print the report as JSON, with every finding");
    command.option_up_to(64, "--threads", options.run.threads, "how many processors to use");
}

}  // namespace focus_billing
