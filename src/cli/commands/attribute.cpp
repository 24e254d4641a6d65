#include <algorithm>
#include <exception>
#include <map>
#include <ostream>
#include <thread>

#include "cli/commands/commands.hpp"
#include "cli/option_values.hpp"
#include "focus_billing/billing/attribution/attribute_charge.hpp"
#include "focus_billing/billing/attribution/flag_charge.hpp"
#include "focus_billing/files/interruption.hpp"
#include "focus_billing/render/reports/reattribution_report.hpp"
#include "focus_billing/store/charges/attribute_month.hpp"
#include "focus_billing/workflow/host.hpp"
#include "focus_billing/workflow/load_directory.hpp"
#include "focus_billing/workflow/session.hpp"
#include "focus_billing/workflow/stored_tags_cache.hpp"

namespace focus_billing {

namespace {

struct AttributeOptions {
    std::string period;
    bool dry_run = false;
    bool all = false;
    bool json = false;
};

// Finds the payers of one part of a month, in one thread.
class Reattribution {
public:
    Reattribution(const Config& config, const Attributor& attributor, const ChargeFlagger& flagger,
                  AttributeSlice& part)
        : m_part(part), m_attributor(attributor), m_flagger(flagger),
          m_tags(config.tag_mapping, [&](std::int64_t tag_set) { return m_part.tags(tag_set); }) {}

    void run() {
        while (m_part.next()) {
            stop_if_interrupted();
            set(m_part.charge());
        }
    }

private:
    void set(const AttributedCharge& stored) {
        m_charge = stored.charge;
        m_charge.tags = stored.tag_set ? &m_tags.tags(*stored.tag_set) : &no_tags;
        const auto& attribution = attributor_of(stored.source).attribute(m_charge);
        auto flags = m_flagger.flag(m_charge, attribution, m_no_file, m_findings);
        flags.add(stored.flags.common_with(delivery_flags));
        m_part.set(attribution, flags);
    }

    ChargeAttributor& attributor_of(std::string_view source) {
        const auto found = m_attributors.find(source);
        if (found != m_attributors.end())
            return found->second;
        return m_attributors.emplace(source, ChargeAttributor(m_attributor, source)).first->second;
    }

    AttributeSlice& m_part;
    const Attributor& m_attributor;
    const ChargeFlagger& m_flagger;
    StoredTagsCache m_tags;
    std::map<std::string, ChargeAttributor, std::less<>> m_attributors;
    Findings m_findings{0};
    std::string m_no_file;
    Charge m_charge;
};

// Each part in a thread of its own. Throws what the first of them threw.
void find_payers(const Config& config, const Attributor& attributor,
                 std::vector<AttributeSlice>& parts) {
    const ChargeFlagger flagger(config, std::nullopt);
    std::vector<std::exception_ptr> errors(parts.size());
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            threads.emplace_back([&, i] {
                try {
                    Reattribution(config, attributor, flagger, parts[i]).run();
                } catch (...) {
                    errors[i] = std::current_exception();
                }
            });
        }
    }
    for (const auto& error : errors) {
        if (error)
            std::rethrow_exception(error);
    }
}

int run_attribute(Session& session, const AttributeOptions& options) {
    const auto period = parse_period_option(options.period).value();
    auto database =
        options.dry_run ? open_database_for_reading(session) : open_database_for_writing(session);
    const Attributor attributor(session.config(), load_directory(session));
    std::optional<AttributionRequest> request;
    if (!options.dry_run)
        request = {.audit_context = session.audit_context(),
                   .configuration = session.config_text()};
    AttributeMonth month(database, period, worker_count(session.host()), request);
    find_payers(session.config(), attributor, month.parts());
    auto report = month.report();
    report.dry_run = options.dry_run;
    if (!options.dry_run) {
        report.audit_entry = month.commit();
        if (report.audit_entry)
            session.note_result("the payers of " + period.text() + " are stored");
    }
    if (options.json) {
        session.host().out << reattribution_json(report);
    } else if (!session.options().quiet) {
        session.host().out << reattribution_text(report, options.all);
    }
    return 0;
}

}  // namespace

void add_attribute(CommandLine program) {
    auto attribute = program.command(
        "attribute", "Find the payers of an open month anew, by today's rules and directories");
    auto& options = attribute.runs(run_attribute);
    attribute.option("--period", options.period, "the month (YYYY-MM)").required();
    attribute.flag("--dry-run", options.dry_run, "show what would change, and change nothing");
    attribute.flag("--all", options.all, "show every change of payer, not only the largest 20");
    attribute.flag("--json", options.json, "print JSON");
    attribute.example("focus-billing attribute --period 2025-01 --dry-run");
    attribute.exit_codes("0 done, 1 the month is not open, 2 command line or configuration,\n"
                         "3 the database cannot be read or written.");
}

}  // namespace focus_billing
