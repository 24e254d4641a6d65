#include "focus_billing/billing/statements/statement_builder.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <tuple>

#include "focus_billing/format/timestamp.hpp"
#include "focus_billing/model/currency.hpp"
#include "focus_billing/model/rounding.hpp"

namespace focus_billing {

namespace {

constexpr std::int64_t seconds_a_day = 86'400;

std::optional<std::int64_t> day_of(const std::string& date) {
    const auto parsed = parse_timestamp(date);
    if (!parsed)
        return std::nullopt;
    return parsed->day_start_seconds / seconds_a_day;
}

std::optional<std::int64_t> threshold_of(std::int64_t days, const std::vector<int>& thresholds) {
    std::optional<std::int64_t> nearest;
    for (const std::int64_t threshold : thresholds) {
        if (threshold >= days && (!nearest || threshold < *nearest))
            nearest = threshold;
    }
    return nearest;
}

StatementPosting posting_of(const Posting& posting) {
    return {.source = posting.key.source,
            .account_code = posting.key.account_code,
            .cost_center = posting.key.cost_center,
            .reference_1 = posting.key.reference_1,
            .reference_2 = posting.key.reference_2,
            .charges = posting.charges,
            .shares = posting.shares.text(),
            .rounding = posting.rounding.text(),
            .amount = posting.amount.text()};
}

auto order_of(const StatementCharge& charge) {
    return std::tie(charge.section, charge.day, charge.resource_name, charge.resource_id,
                    charge.service, charge.id);
}

// What a line, a section and a statement have in common.
template <class Totals>
void set_totals(Totals& totals, const DecimalSum& list, const DecimalSum& due) {
    const auto discount = list.difference(due);
    totals.list = list.text();
    totals.due = due.text();
    totals.discount = discount.text();
    totals.discount_percent = percentage(discount, list);
}

}  // namespace

std::vector<StatementWarning>
deadline_warnings(const std::set<std::pair<Attribute, std::string>>& dates,
                  const std::string& issue_date, const std::vector<int>& thresholds) {
    std::vector<StatementWarning> warnings;
    const auto today = day_of(issue_date);
    for (const auto& [attribute, date] : dates) {
        const auto day = day_of(date);
        if (!day || !today)
            continue;
        if (const auto threshold = threshold_of(*day - *today, thresholds)) {
            warnings.push_back({.attribute = std::string(attribute_names[index_of(attribute)]),
                                .date = date.substr(0, 10),
                                .days = *day - *today,
                                .threshold = *threshold});
        }
    }
    return warnings;
}

void StatementBuilder::begin(const StatementKey& key, std::vector<Posting> postings) {
    m_key = key;
    m_decimals = minor_unit_or_usual(key.currency);
    m_postings = std::move(postings);
    m_lines.assign(m_postings.size(), {});
    m_section_of.clear();
    m_known.clear();
    m_dates.clear();
    m_statement = {};
    for (const auto& posting : m_postings) {
        auto& sections = m_statement.sections;
        if (sections.empty() || sections.back().fund_org != posting.key.fund_org) {
            sections.emplace_back();
            sections.back().fund_org = posting.key.fund_org;
        }
        sections.back().postings.push_back(focus_billing::posting_of(posting));
        m_section_of.push_back(static_cast<std::uint32_t>(sections.size() - 1));
    }
}

void StatementBuilder::add(const StatementChargeRow& charge) {
    for (const auto& share : shares_of(charge))
        add(charge, share);
}

void StatementBuilder::add(const StatementChargeRow& charge, const Share& share) {
    const auto posting = posting_of(charge, share);
    auto& line =
        m_lines[posting][{charge.charge.kind, charge.charge.service, charge.charge.period}];
    ++line.charges;
    line.cost.add(share.cost);
    line.list.add(charge.list.value_or(share.cost));
    if (charge.quantity)
        line.quantities[charge.charge.unit].add(*charge.quantity);
    m_statement.charges.push_back(charge.charge);
    m_statement.charges.back().section = m_section_of[posting];
}

std::size_t StatementBuilder::posting_of(const StatementChargeRow& charge, const Share& share) {
    auto [known, is_new] = m_known.try_emplace({share.payer, charge.charge.source}, 0);
    if (!is_new)
        return known->second;
    for (const auto attribute : {Attribute::end_date, Attribute::reconciliation_end}) {
        if (const auto date = (*share.values)[index_of(attribute)]; !date.empty())
            m_dates.emplace(attribute, date);
    }
    const auto key = posting_key(share, charge.charge.source, m_key.currency, m_accounts);
    const auto found = std::ranges::lower_bound(m_postings, key, {}, &Posting::key);
    if (found == m_postings.end() || found->key != key)
        throw std::logic_error("charge " + std::to_string(charge.charge.id) + " has no posting");
    known->second = static_cast<std::size_t>(found - m_postings.begin());
    return known->second;
}

Statement StatementBuilder::finish() {
    fit_lines();
    m_statement.key = m_key;
    m_statement.minor_unit = m_decimals;
    const auto lines = lines_of_sections();
    for (std::size_t i = 0; i < lines.size(); ++i)
        fill_section(lines[i], m_statement.sections[i]);
    fill_totals(m_statement);
    std::ranges::sort(m_statement.charges,
                      [](const auto& a, const auto& b) { return order_of(a) < order_of(b); });
    return std::move(m_statement);
}

void StatementBuilder::fit_lines() {
    for (std::size_t i = 0; i < m_postings.size(); ++i) {
        std::vector<DecimalSum> costs;
        for (const auto& [key, sums] : m_lines[i])
            costs.push_back(sums.cost);
        const auto amounts = allocated(costs, m_postings[i].amount, m_decimals);
        auto amount = amounts.begin();
        for (auto& [key, sums] : m_lines[i])
            sums.due = *amount++;
    }
}

std::vector<StatementBuilder::Lines> StatementBuilder::lines_of_sections() const {
    std::vector<Lines> sections(m_statement.sections.size());
    for (std::size_t i = 0; i < m_postings.size(); ++i) {
        for (const auto& [key, sums] : m_lines[i]) {
            LineSums& line = sections[m_section_of[i]][key];
            line.charges += sums.charges;
            line.list.add(sums.list);
            line.cost.add(sums.cost);
            line.due.add(sums.due);
            for (const auto& [unit, amount] : sums.quantities)
                line.quantities[unit].add(amount);
        }
    }
    return sections;
}

StatementLine StatementBuilder::line_of(const LineKey& key, const LineSums& sums) const {
    StatementLine line;
    line.kind = key.kind;
    line.service = key.service;
    line.period = key.period;
    line.charges = sums.charges;
    // Rounding is no discount.
    const bool is_list_price = sums.list.difference(sums.cost).sign() == 0;
    set_totals(line, is_list_price ? sums.due : rounded(sums.list, m_decimals), sums.due);
    for (const auto& [unit, amount] : sums.quantities)
        line.quantities.push_back({.amount = amount.text(), .unit = unit});
    return line;
}

void StatementBuilder::fill_section(const Lines& lines, StatementSection& section) const {
    DecimalSum list;
    DecimalSum due;
    for (const auto& [key, sums] : lines) {
        section.lines.push_back(line_of(key, sums));
        list.add(sum_of(section.lines.back().list));
        due.add(sums.due);
    }
    set_totals(section, list, due);
}

void StatementBuilder::fill_totals(Statement& statement) const {
    DecimalSum list;
    DecimalSum due;
    for (const auto& section : statement.sections)
        list.add(sum_of(section.list));
    for (const auto& posting : m_postings)
        due.add(posting.amount);
    set_totals(statement, list, due);
    statement.charge_count = statement.charges.size();
}

}  // namespace focus_billing
