#include "focus_billing/render/reports/audit_report.hpp"

#include <fmt/format.h>

#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/reports/file_report_json.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t longest_command = 200;

class AuditTable : public AuditList {
public:
    std::string begin() override { return {}; }

    std::string add(const AuditRecord& record) override {
        std::string ready;
        if (m_shown == 0)
            ready = m_table.add({"entry", "when", "user", "actor", "action", "subject", "command"});
        ++m_shown;
        const auto& audit_context = record.entry.audit_context;
        return ready +
               m_table.add({std::to_string(record.sequence), shown_text(audit_context.at),
                            shown_text(audit_context.os_user, 40),
                            audit_context.actor.empty() ? "-" : shown_text(audit_context.actor, 40),
                            shown_text(record.entry.action, 40),
                            shown_text(record.entry.subject, 40),
                            shown_text(audit_context.command, longest_command)});
    }

    std::string end(std::uint64_t all) override {
        const auto entries = fmt::format("{} {}", all, all == 1 ? "entry" : "entries");
        return m_table.finish() + (m_shown == 0 ? "" : "\n") +
               (m_shown == all ? entries : fmt::format("the last {} of {}", m_shown, entries)) +
               "\n";
    }

private:
    RunningTable m_table;
    std::uint64_t m_shown = 0;
};

// What is no JSON must be printable too.
Json embedded(const std::optional<std::string>& text) {
    return text ? Json::parse(*text).value_or(*text) : Json();
}

Json record_json(const AuditRecord& record) {
    const auto& entry = record.entry;
    return {{"entry", record.sequence},
            {"at", entry.audit_context.at},
            {"os_user", entry.audit_context.os_user},
            {"actor", text_or_null(entry.audit_context.actor)},
            {"command", entry.audit_context.command},
            {"action", entry.action},
            {"subject", entry.subject},
            {"import", entry.import_number},
            {"period", entry.period ? Json(entry.period->text()) : Json()},
            {"before", embedded(entry.before)},
            {"after", embedded(entry.after)},
            {"previous", record.previous},
            {"hash", record.hash}};
}

class AuditJson : public AuditList {
public:
    std::string begin() override { return R"({"command":"audit list","entries":[)"; }

    std::string add(const AuditRecord& record) override {
        const std::string separator = m_first ? "\n" : ",\n";
        m_first = false;
        return separator + record_json(record).text();
    }

    std::string end(std::uint64_t all) override {
        return fmt::format("],\n\"all\":{},\n\"exit_code\":0}}\n", all);
    }

private:
    bool m_first = true;
};

}  // namespace

std::unique_ptr<AuditList> make_audit_table() {
    return std::make_unique<AuditTable>();
}

std::unique_ptr<AuditList> make_audit_json() {
    return std::make_unique<AuditJson>();
}

std::string verdict_text(const AuditVerdict& verdict) {
    if (verdict.entries == 0)
        return "The audit trail is empty.\n";
    return fmt::format("{}, each as it was written\nhead: {}\n",
                       verdict.entries == 1 ? "1 entry"
                                            : fmt::format("{} entries", verdict.entries),
                       verdict.head.text());
}

std::string verdict_json(const AuditVerdict& verdict, int exit_code) {
    return fmt::format(
        "{{\"command\":\"audit verify\",\"entries\":{},\"head\":\"{}\",\"diagnostics\":[{}],\n"
        "\"exit_code\":{}}}\n",
        verdict.entries, verdict.head.text(),
        verdict.fault ? "\n" + diagnostic_json(*verdict.fault).text() : "", exit_code);
}

std::string head_json(const AuditHead& head) {
    return fmt::format(R"({{"command":"audit head","entry":{},"hash":"{}","head":"{}",)"
                       "\n\"exit_code\":0}}\n",
                       head.sequence, head.hash, head.text());
}

}  // namespace focus_billing
