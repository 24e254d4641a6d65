#include <CLI/CLI.hpp>

#include <charconv>
#include <ostream>

#include "cli/commands/commands.hpp"
#include "cli/option_values.hpp"
#include "focus_billing/files/interruption.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/text.hpp"
#include "focus_billing/render/reports/audit_report.hpp"
#include "focus_billing/store/audit_trail.hpp"
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

using RunAction = int (*)(Session&, const AuditOptions&);

int run_list(Session& session, const AuditOptions& options) {
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
    const auto all = query_audit(database, filter, [&](const AuditRecord& record) {
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
    const auto colon = text.find(':');
    const char* const end = text.data() + std::min(colon, text.size());
    const auto number = std::from_chars(text.data(), end, head.sequence);
    head.hash = lower_case(colon == std::string::npos ? "" : text.substr(colon + 1));
    if (number.ec == std::errc() && number.ptr == end && head.sequence >= 0 &&
        head.hash.size() == hash_digits &&
        head.hash.find_first_not_of("0123456789abcdef") == std::string::npos)
        return head;
    throw Error(ErrorKind::usage,
                make_diagnostic(20, {}, "--head is no head of an audit trail", text,
                                "give it as 'focus-billing audit head' printed it: the number of "
                                "the entry, a colon, and the 64 digits of its hash"));
}

int run_verify(Session& session, const AuditOptions& options) {
    const auto written_down = parse_head(options.head);
    auto database = open_database_for_reading(session);
    const auto verdict = verify_audit(database, written_down);
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
    const auto head = read_audit_head(database);
    session.host().out << (options.json ? head_json(head) : head.text() + "\n");
    return 0;
}

CLI::App* declare_list(CLI::App& command, AuditOptions& options) {
    auto* list = command.add_subcommand("list", "Every change of state, the oldest first");
    list->add_option("--period", options.period, "only about this month (YYYY-MM)");
    list->add_option("--import", options.import, "only about the import with this number")
        ->check(check_counting_number);
    list->add_option("--action", options.filter.action, "only this: import, open, close, ...");
    list->add_option("--limit", options.limit, "only the last so many")
        ->check(check_counting_number);
    list->add_flag("--json", options.json, "print JSON, with what was before and after");
    list->footer("Example:\n  focus-billing audit list --period 2025-01\n\n"
                 "Exit code: 0 done, 1 no database yet, 2 command line or configuration,\n"
                 "3 the database cannot be read.");
    return list;
}

CLI::App* declare_verify(CLI::App& command, AuditOptions& options) {
    auto* verify = command.add_subcommand("verify", "Find whether any entry was changed, removed "
                                                    "or moved");
    verify->add_option("--head", options.head, "a head that was kept elsewhere (SEQ:HASH)");
    verify->add_flag("--json", options.json, "print JSON");
    verify->footer("Example:\n  focus-billing audit verify --head \"$(cat head.txt)\"\n\n"
                   "Exit code: 0 no fault, 1 a fault, or no database yet, 2 command line or\n"
                   "configuration, 3 the database cannot be read.");
    return verify;
}

CLI::App* declare_head(CLI::App& command, AuditOptions& options) {
    auto* head = command.add_subcommand("head", "Print the last entry's number and hash, to be "
                                                "kept elsewhere");
    head->add_flag("--json", options.json, "print JSON");
    head->footer("Example:\n  focus-billing audit head >> /mnt/elsewhere/heads.txt\n\n"
                 "Exit code: 0 done, 1 no database yet, 2 command line or configuration,\n"
                 "3 the database cannot be read.");
    return head;
}

}  // namespace

RunCommand add_audit(CLI::App& app) {
    auto* command = app.add_subcommand("audit", "Who changed what and when, and whether that "
                                                "record is whole");
    command->footer("Examples:\n"
                    "  focus-billing audit list --period 2025-01\n"
                    "  focus-billing audit verify");
    auto options = std::make_shared<AuditOptions>();
    const std::vector<std::pair<const CLI::App*, RunAction>> actions = {
        {declare_list(*command, *options), run_list},
        {declare_verify(*command, *options), run_verify},
        {declare_head(*command, *options), run_head}};
    for (auto* action : command->get_subcommands({}))
        action->group("Commands");
    return [command, actions, options](Session& session) {
        for (const auto& [action, run] : actions) {
            if (action->parsed())
                return run(session, *options);
        }
        session.host().err << command->help("focus-billing");
        return static_cast<int>(ErrorKind::usage);
    };
}

}  // namespace focus_billing
