#include <algorithm>
#include <ostream>

#include "cli/commands/commands.hpp"
#include "focus_billing/billing/attribution/attribute_charge.hpp"
#include "focus_billing/billing/attribution/try_rules.hpp"
#include "focus_billing/format/timestamp.hpp"
#include "focus_billing/input/parse_tags.hpp"
#include "focus_billing/render/reports/explanation.hpp"
#include "focus_billing/store/charges/charge_history.hpp"
#include "focus_billing/store/transaction.hpp"
#include "focus_billing/workflow/load_directory.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

struct ExplainOptions {
    std::int64_t charge = 0;
    bool all = false;
    bool json = false;
};

// The charge as rules see it, made of the texts that are shown of it.
class ShownCharge {
public:
    ShownCharge(const ChargeHistory& history, const TagMapping& mapping) : m_history(history) {
        m_charge.billing_period = period_of(cell("x_BillingPeriod"));
        m_charge.charge_period_start = instant_of(cell("ChargePeriodStart"));
        m_charge.charge_period_end = instant_of(cell("ChargePeriodEnd"));
        m_charge.billed_cost = parse_decimal(cell("BilledCost")).value;
        m_charge.billing_currency = cell("BillingCurrency");
        m_charge.charge_category = cell("ChargeCategory");
        // A correction is one of this program: rules see the class that the provider gave.
        if (cell("x_Correction").empty())
            m_charge.charge_class = cell("ChargeClass");
        m_charge.charge_description = cell("ChargeDescription");
        m_charge.service_name = cell("ServiceName");
        m_charge.service_category = cell("ServiceCategory");
        m_charge.resource_id = cell("ResourceId");
        m_charge.resource_name = cell("ResourceName");
        m_charge.region_id = cell("RegionId");
        m_charge.sub_account_id = cell("SubAccountId");
        m_charge.sub_account_name = cell("SubAccountName");
        m_charge.invoice_id = cell("InvoiceId");
        TagParser(mapping).parse(cell("Tags"), m_tags);
        m_charge.tags = &m_tags;
    }

    [[nodiscard]] const Charge& charge() const { return m_charge; }
    [[nodiscard]] std::string_view source() const { return cell("x_Source"); }

private:
    [[nodiscard]] std::string_view cell(std::string_view column) const {
        for (std::size_t i = 0; i < charge_columns.size(); ++i) {
            if (charge_columns[i].name == column && m_history.cells[i])
                return *m_history.cells[i];
        }
        return {};
    }
    static std::optional<Instant> instant_of(std::string_view text) {
        const auto timestamp = parse_timestamp(text);
        return timestamp ? std::optional(timestamp->instant) : std::nullopt;
    }
    static BillingPeriod period_of(std::string_view text) {
        const auto timestamp = parse_timestamp(std::string(text) + "-01");
        return timestamp ? BillingPeriod(timestamp->year, timestamp->month) : BillingPeriod();
    }

    const ChargeHistory& m_history;
    Tags m_tags;
    Charge m_charge;
};

void explain_rules(Session& session, Explanation& explanation) {
    const auto& config = session.config();
    const ShownCharge shown(explanation.history, config.tag_mapping);
    const Attributor attributor(config, load_directory(session));
    ChargeAttributor attribute(attributor, shown.source());
    const auto& attribution = attribute.attribute(shown.charge());
    std::ranges::copy(attribution.values, explanation.today.begin());
    std::ranges::copy(attribution.origins, explanation.today_origins.begin());
    const auto& rules = config.attribution.rules;
    const auto trials = try_rules(shown.charge(), shown.source(), rules, attribution);
    for (std::size_t i = 0; i < trials.size(); ++i) {
        const auto& trial = trials[i];
        ExplainedRule rule{.name = trial.name,
                           .matched = trial.matched,
                           .conditions = rules[i].conditions.size(),
                           .failed = trial.failed,
                           .values = {}};
        for (const auto& set : trial.sets) {
            rule.values.push_back(
                {std::string(attribute_names[index_of(set.attribute)]), set.value, set.winner});
        }
        explanation.rules.push_back(std::move(rule));
    }
}

int run_explain(Session& session, const ExplainOptions& options) {
    auto database = open_database_for_reading(session);
    Explanation explanation;
    explanation.history = query_charge_history(Transaction(database), options.charge);
    explain_rules(session, explanation);
    session.host().out << (options.json ? explanation_json(explanation)
                                        : explanation_text(explanation, options.all));
    return 0;
}

}  // namespace

void add_explain(CommandLine program) {
    auto explain =
        program.command("explain", "The whole life of a charge: file, payer, rules, decisions");
    auto& options = explain.runs(run_explain);
    explain.argument("CHARGE", options.charge, "its number, as 'charges' and 'review list' show it")
        .required();
    explain.flag("--all", options.all, "show every rule, not only those that match or nearly do");
    explain.flag("--json", options.json, "print JSON");
    explain.example("focus-billing explain 12");
    explain.exit_codes("0 done, 1 no such charge or no database yet,\n"
                       "2 command line or configuration, 3 the database cannot be read.");
}

}  // namespace focus_billing
