#include "focus_billing/render/reports/check_report.hpp"

#include <fmt/format.h>

#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

std::string sum_text(const std::vector<CheckTerm>& terms) {
    std::string text;
    for (const auto& term : terms)
        text += fmt::format("{}{} {}", text.empty() ? "" : " + ", term.name, term.value);
    return text;
}

}  // namespace

std::string check_line_text(const CheckLine& line) {
    std::string text =
        fmt::format("{:<6}  {}", line.fault ? "FAILED" : "ok", shown_text(line.subject));
    if (!line.left.empty())
        text += ": " + sum_text(line.left);
    if (!line.right.empty())
        text += (line.fault ? " ~ " : " = ") + sum_text(line.right);
    return text + "\n";
}

std::string check_summary_text(std::uint64_t lines, std::uint64_t failed) {
    return failed == 0 ? "\n" + counted(lines, "check") + ", all ok\n"
                       : fmt::format("\n{} of {} failed\n", failed, counted(lines, "check"));
}

}  // namespace focus_billing
