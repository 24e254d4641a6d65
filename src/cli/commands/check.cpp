#include <ostream>

#include "cli/commands/commands.hpp"
#include "focus_billing/files/interruption.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/render/reports/check_report.hpp"
#include "focus_billing/store/checks/check_database.hpp"
#include "focus_billing/store/transaction.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

// Tells of each line as it comes: all of them, or only those that fail.
class CheckOutput {
public:
    CheckOutput(Session& session, bool json)
        : m_session(session), m_out(session.host().out), m_json(json),
          m_quiet(session.options().quiet) {}

    void begin() {
        if (m_json)
            m_out << R"({"command":"check","checks":[)";
    }

    void add(const CheckLine& line) {
        ++m_lines;
        m_failed += line.fault ? 1U : 0U;
        if (m_quiet && !line.fault)
            return;
        if (m_json) {
            m_out << (m_shown++ == 0 ? "\n" : ",\n") << check_line_json(line);
            return;
        }
        m_out << check_line_text(line) << std::flush;
        if (line.fault)
            m_session.print(*line.fault);
    }

    int end() {
        const auto exit_code = m_failed == 0 ? 0 : static_cast<int>(ErrorKind::state);
        if (m_json) {
            m_out << "],\n\"failed\":" << m_failed << ",\"exit_code\":" << exit_code << "}\n";
        } else if (!m_quiet) {
            m_out << check_summary_text(m_lines, m_failed);
        }
        return exit_code;
    }

private:
    Session& m_session;
    std::ostream& m_out;
    bool m_json;
    bool m_quiet;
    std::uint64_t m_lines = 0;
    std::uint64_t m_failed = 0;
    std::uint64_t m_shown = 0;
};

struct CheckOptions {
    bool json = false;
};

int run_check(Session& session, const CheckOptions& options) {
    auto database = open_database_for_reading(session);
    CheckOutput output(session, options.json);
    output.begin();
    check_database(
        Transaction(database), [&](const CheckLine& line) { output.add(line); },
        stop_if_interrupted);
    return output.end();
}

}  // namespace

void add_check(CommandLine program) {
    auto check =
        program.command("check", "Recompute from the stored rows all that must hold of them");
    auto& options = check.runs(run_check);
    check.flag("--json", options.json, "print JSON");
    check.examples(
        {"focus-billing check", "focus-billing check --quiet      only what fails, as for cron"});
    check.exit_codes("0 all holds, 1 something does not, or no database yet, 2 command line\n"
                     "or configuration, 3 the database cannot be read.");
}

}  // namespace focus_billing
