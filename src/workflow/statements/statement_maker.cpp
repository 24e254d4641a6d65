#include "workflow/statements/statement_maker.hpp"

#include <algorithm>

#include "focus_billing/billing/journals/line_key.hpp"
#include "focus_billing/billing/statements/statement_builder.hpp"
#include "focus_billing/files/interruption.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t most_known = 100'000;

}  // namespace

StatementMaker::StatementMaker(StatementStore& month, const Config& config, BillingPeriod period,
                               std::string issue_date, const StatementFilter& selection,
                               bool with_emptied)
    : m_month(month), m_config(config), m_period(period), m_issue_date(std::move(issue_date)),
      m_selection(selection),
      m_builder(month.status() == PeriodStatus::open ? source_accounts(config) : month.accounts()),
      m_references(period), m_postings(month.postings(posting_rules(source_accounts(config)))) {
    plan_postings();
    if (with_emptied)
        plan_emptied();
    for (std::uint32_t i = 0; i < m_plan.size(); ++i)
        m_places.emplace(m_plan[i].key, i);
    m_month.order_charges([this](const BilledCharge& charge) { return place_of(charge); });
    m_has_charge = m_month.next();
}

bool StatementMaker::is_selected(const StatementKey& key) const {
    return (m_selection.pi_email.empty() ||
            key.pi_email == comparable_email(m_selection.pi_email)) &&
           (m_selection.project_id.empty() || key.project_id == m_selection.project_id) &&
           (m_selection.currency.empty() || key.currency == m_selection.currency);
}

void StatementMaker::plan_postings() {
    for (std::size_t i = 0; i < m_postings.size(); ++i) {
        const auto& key = m_postings[i].key.statement;
        if (!is_selected(key))
            continue;
        if (m_plan.empty() || m_plan.back().key != key)
            m_plan.push_back({.key = key, .first = i, .count = 0});
        ++m_plan.back().count;
    }
}

// All charges have left them: they get a version of nothing.
void StatementMaker::plan_emptied() {
    StatementFilter of_month;
    of_month.period = m_period;
    const auto planned = m_plan.size();
    for (auto& issued : m_month.list(of_month)) {
        const auto end = m_plan.begin() + static_cast<std::ptrdiff_t>(planned);
        const bool has_postings = std::ranges::binary_search(
            m_plan.begin(), end, issued.key, {}, [](const Planned& plan) { return plan.key; });
        if (!has_postings && is_selected(issued.key))
            m_plan.push_back({.key = std::move(issued.key)});
    }
    std::ranges::sort(m_plan, {}, [](const Planned& plan) { return plan.key; });
}

std::optional<std::uint32_t> StatementMaker::place_of(const BilledCharge& charge) {
    stop_if_interrupted();
    if (m_known_places.size() > most_known)
        m_known_places.clear();
    const auto [share] = shares_of(charge);  // does not compile where a charge has several places
    auto [known, is_new] = m_known_places.try_emplace({share.payer, std::string(charge.currency)});
    if (is_new) {
        const auto key = posting_key(share, {}, charge.currency, {}).statement;
        if (const auto found = m_places.find(key); found != m_places.end())
            known->second = found->second;
    }
    return known->second;
}

void StatementMaker::set_references(Statement& statement) {
    for (auto& section : statement.sections) {
        for (auto& posting : section.postings) {
            const PostingKey key{.statement = statement.key,
                                 .fund_org = section.fund_org,
                                 .source = posting.source,
                                 .account_code = posting.account_code,
                                 .cost_center = posting.cost_center,
                                 .reference_1 = posting.reference_1,
                                 .reference_2 = posting.reference_2};
            posting.journal_reference = m_references.find(
                Party::payer, line_key(key, m_config.journal.lines, LineDetail::configured));
        }
    }
}

std::optional<Statement> StatementMaker::next() {
    if (m_next == m_plan.size())
        return std::nullopt;
    const auto& plan = m_plan[m_next];
    const auto first = m_postings.begin() + static_cast<std::ptrdiff_t>(plan.first);
    m_builder.begin(plan.key, {first, first + static_cast<std::ptrdiff_t>(plan.count)});
    while (m_has_charge && m_month.charge().statement == m_next) {
        stop_if_interrupted();
        m_builder.add(m_month.charge());
        m_has_charge = m_month.next();
    }
    auto statement = m_builder.finish();
    set_references(statement);
    complete(statement);
    ++m_next;
    return statement;
}

void StatementMaker::complete(Statement& statement) {
    statement.organization = m_config.statements.organization;
    statement.period = m_period.text();
    statement.issue_date = m_issue_date;
    const auto held = m_month.held(statement.key);
    statement.held_count = held.charges;
    statement.held = held.cost.text();
    statement.months = m_month.months(statement.key);
    statement.months.back().due = statement.due;
    statement.warnings =
        deadline_warnings(m_builder.life_dates(), m_issue_date, m_config.statements.warning_days);
}

}  // namespace focus_billing
