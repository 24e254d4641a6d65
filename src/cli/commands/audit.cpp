#include <charconv>
#include <ostream>

#include "cli/commands/commands.hpp"
#include "cli/option_values.hpp"
#include "focus_billing/files/interruption.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/text.hpp"
#include "focus_billing/render/reports/audit_report.hpp"
#include "focus_billing/store/audit_trail.hpp"
#include "focus_billing/store/transaction.hpp"
#include "focus_billing/store/verify_audit.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

struct AuditOptions {
    AuditFilter filter;
    std::string period;
    std::int64_t import = 0;
    std::uint64_t limit = 0;
    std::string head;
    bool json = false;
};

int run_audit_list(Session& session, const AuditOptions& options) {
    AuditFilter filter = options.filter;
    filter.period = parse_period_option(options.period);
    if (options.import != 0)
        filter.import = options.import;
    if (options.limit != 0)
        filter.limit = options.limit;
    auto database = open_database_for_reading(session);
    const auto list = options.json ? make_audit_json() : make_audit_table();
    auto& out = session.host().out;
    out << list->begin();
    const auto all = query_audit(Transaction(database), filter, [&](const AuditRecord& record) {
        stop_if_interrupted();
        out << list->add(record);
        return out.good();
    });
    out << list->end(all);
    return 0;
}

// `12:5f3c...`
std::optional<AuditHead> parse_head(const std::string& text) {
    if (text.empty())
        return std::nullopt;
    constexpr std::size_t hash_digits = 64;
    AuditHead head;
    const auto colon = std::min(text.find(':'), text.size());
    const char* const end = text.data() + colon;
    const auto number = std::from_chars(text.data(), end, head.sequence);
    head.hash = lower_case(std::string_view(text).substr(std::min(colon + 1, text.size())));
    const bool is_hash = text.size() == colon + 1 + hash_digits &&
                         head.hash.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (number.ec == std::errc() && number.ptr == end && head.sequence >= 0 && is_hash)
        return head;
    throw Error(ErrorKind::usage,
                make_diagnostic(20, {}, "--head is no head of an audit trail", text,
                                "give it as 'focus-billing audit head' printed it: the number of "
                                "the entry, a colon, and the 64 digits of its hash"));
}

int run_verify(Session& session, const AuditOptions& options) {
    const auto written_down = parse_head(options.head);
    auto database = open_database_for_reading(session);
    const auto verdict = verify_audit(Transaction(database), written_down);
    const int exit_code = verdict.fault ? static_cast<int>(ErrorKind::state) : 0;
    auto& out = session.host().out;
    if (options.json) {
        out << verdict_json(verdict, exit_code);
    } else if (verdict.fault) {
        session.print(*verdict.fault);
    } else if (!session.options().quiet) {
        out << verdict_text(verdict);
    }
    return exit_code;
}

int run_head(Session& session, const AuditOptions& options) {
    auto database = open_database_for_reading(session);
    const auto head = read_audit_head(Transaction(database));
    session.host().out << (options.json ? head_json(head) : head.text() + "\n");
    return 0;
}

void declare_audit_list(CommandLine audit) {
    auto list = audit.command("list", "Every change of state, the oldest first");
    auto& options = list.runs(run_audit_list);
    list.option("--period", options.period, "only about this month (YYYY-MM)");
    list.option("--import", options.import, "only about the import with this number");
    list.option("--action", options.filter.action, "only this: import, open, close, ...");
    list.option("--limit", options.limit, "only the last so many");
    list.flag("--json", options.json, "print JSON, with what was before and after");
    list.example("focus-billing audit list --period 2025-01");
    list.exit_codes(reading_exit_codes);
}

void declare_verify(CommandLine audit) {
    auto verify = audit.command("verify", "Find whether any entry was changed, removed or moved");
    auto& options = verify.runs(run_verify);
    verify.option("--head", options.head, "a head that was kept elsewhere (SEQ:HASH)");
    verify.flag("--json", options.json, "print JSON");
    verify.example("focus-billing audit verify --head \"$(cat head.txt)\"");
    verify.exit_codes("0 no fault, 1 a fault, or no database yet, 2 command line or\n"
                      "configuration, 3 the database cannot be read.");
}

void declare_head(CommandLine audit) {
    auto head =
        audit.command("head", "Print the last entry's number and hash, to be kept elsewhere");
    auto& options = head.runs(run_head);
    head.flag("--json", options.json, "print JSON");
    head.example("focus-billing audit head >> /mnt/elsewhere/heads.txt");
    head.exit_codes(reading_exit_codes);
}

}  // namespace

void add_audit(CommandLine program) {
    auto audit =
        program.command("audit", "Who changed what and when, and whether that record is whole");
    audit.examples({"focus-billing audit list --period 2025-01", "focus-billing audit verify"});
    declare_audit_list(audit);
    declare_verify(audit);
    declare_head(audit);
}

}  // namespace focus_billing
