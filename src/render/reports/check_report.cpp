#include "focus_billing/render/reports/check_report.hpp"

#include <fmt/format.h>

#include <charconv>

#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

Json value_json(const CheckTerm& term) {
    std::int64_t number = 0;
    const auto* const end = term.value.data() + term.value.size();
    if (term.is_amount || std::from_chars(term.value.data(), end, number).ptr != end)
        return term.value;
    return number;
}

Json terms_json(const std::vector<CheckTerm>& terms) {
    Json json = Json::object();
    for (const auto& term : terms)
        json[term.name] = value_json(term);
    return json;
}

Json fault_json(const Diagnostic& fault) {
    return {{"code", "FB" + std::to_string(fault.code)},
            {"message", fault.message},
            {"help", fault.help}};
}

Json audit_json(const BackupRecord& backup) {
    if (backup.audit_sequence == 0)
        return {};
    return {{"sequence", backup.audit_sequence}, {"hash", backup.audit_hash}};
}

std::string sum_text(const std::vector<CheckTerm>& terms) {
    std::string text;
    for (const auto& term : terms)
        text += fmt::format("{}{} {}", text.empty() ? "" : " + ", term.name, term.value);
    return text;
}

}  // namespace

std::string check_line_json(const CheckLine& line) {
    const Json json = {{"check", line.subject},
                       {"ok", !line.fault},
                       {"left", terms_json(line.left)},
                       {"right", terms_json(line.right)},
                       {"fault", line.fault ? fault_json(*line.fault) : Json()}};
    return json.text();
}

std::string backup_text(const BackupRecord& backup) {
    std::string text = shown_text(backup.file, 500) + "\n";
    const auto add = [&](std::string_view label, std::string_view value) {
        text += fmt::format("  {:<7}  {}\n", label, value);
    };
    add("copy of", shown_text(backup.database, 500));
    add("size", counted(backup.size, "byte"));
    add("imports", std::to_string(backup.imports));
    add("charges", fmt::format("{}, and {} superseded", backup.charges, backup.superseded));
    add("audit", backup.audit_sequence == 0
                     ? "no entry"
                     : fmt::format("{}:{}", backup.audit_sequence, backup.audit_hash));
    return text;
}

std::string backup_json(const BackupRecord& backup) {
    const Json json = {{"command", "backup"},
                       {"file", backup.file},
                       {"database", backup.database},
                       {"size", backup.size},
                       {"imports", backup.imports},
                       {"charges", backup.charges},
                       {"superseded", backup.superseded},
                       {"audit", audit_json(backup)},
                       {"exit_code", 0}};
    return json.text() + "\n";
}

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
