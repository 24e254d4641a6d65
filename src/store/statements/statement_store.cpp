#include "focus_billing/store/statements/statement_store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>

#include "focus_billing/format/json.hpp"
#include "focus_billing/format/sha256.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/audit_trail.hpp"
#include "store/charges/billed_charges.hpp"
#include "store/periods/postings.hpp"
#include "store/statements/statement_register.hpp"

namespace focus_billing {

namespace {

constexpr int months_shown = 12;

constexpr const char* select_dues = R"sql(
SELECT period, decimal_sum(amount) FROM posting
WHERE pi_email = ? AND project_id = ? AND currency = ? AND period BETWEEN ? AND ?
GROUP BY period)sql";

}  // namespace

StatementStore::StatementStore(Database& database, BillingPeriod period, bool issues)
    : m_transaction(database, issues ? Transaction::Purpose::change : Transaction::Purpose::read),
      m_period(period), m_register(std::make_unique<StatementRegister>(m_transaction)) {
    m_transaction.run([&] {
        m_status = require_posted_month(m_transaction, m_period);
        m_audit = m_transaction.handle()
                      .execAndGet("SELECT ifnull(max(seq), 0) + 1 FROM audit")
                      .getInt64();
    });
}

StatementStore::~StatementStore() = default;

SourceAccounts StatementStore::accounts() {
    return m_transaction.run([&] { return closing_accounts(m_transaction, m_period); });
}

std::vector<Posting> StatementStore::postings(const PostingRules& rules) {
    return m_transaction.run(
        [&] { return month_postings(m_transaction, m_period, m_status, rules); });
}

const std::map<StatementKey, StatementStore::Held>& StatementStore::all_held() {
    if (!m_held)
        m_held = m_transaction.run([&] { return read_held(); });
    return *m_held;
}

std::map<StatementKey, StatementStore::Held> StatementStore::read_held() const {
    std::map<StatementKey, Held> all;
    for_each_held_charge(m_transaction, m_period, [&](const BilledCharge& charge) {
        const auto value = [&](Attribute attribute) {
            return std::string((*charge.values)[index_of(attribute)]);
        };
        Held& held = all[{value(Attribute::pi_email), value(Attribute::project_id),
                          std::string(charge.currency)}];
        ++held.charges;
        held.cost.add(charge.cost);
    });
    return all;
}

StatementStore::Held StatementStore::held(const StatementKey& key) {
    const auto& all = all_held();
    Held held;
    const auto add = [&](const StatementKey& wanted) {
        if (const auto found = all.find(wanted); found != all.end()) {
            held.charges += found->second.charges;
            held.cost.add(found->second.cost);
        }
    };
    add(key);
    if (!key.project_id.empty())
        add({key.pi_email, {}, key.currency});
    return held;
}

std::vector<HeldTotal> StatementStore::held_totals() {
    std::map<std::string, Held> sums;
    for (const auto& [key, held] : all_held()) {
        sums[key.currency].charges += held.charges;
        sums[key.currency].cost.add(held.cost);
    }
    std::vector<HeldTotal> totals;
    for (const auto& [currency, held] : sums)
        totals.push_back({currency, held.charges, held.cost.text()});
    return totals;
}

std::map<int, std::string> StatementStore::dues(const StatementKey& key, int first) const {
    return m_transaction.run([&] {
        std::map<int, std::string> dues;
        SQLite::Statement rows(m_transaction.handle(), select_dues);
        rows.bind(1, key.pi_email);
        rows.bind(2, key.project_id);
        rows.bind(3, key.currency);
        rows.bind(4, first);
        rows.bind(5, m_period.key() - 1);
        while (rows.executeStep())
            dues.emplace(rows.getColumn(0).getInt(), rows.getColumn(1).getString());
        return dues;
    });
}

std::vector<StatementMonth> StatementStore::months(const StatementKey& key) {
    const int first = m_period.key() - months_shown + 1;
    const auto posted = dues(key, first);
    std::vector<StatementMonth> months;
    for (int month = first; month <= m_period.key(); ++month) {
        months.push_back({.period = BillingPeriod::of_key(month).text(), .due = {}});
        if (const auto found = posted.find(month); found != posted.end())
            months.back().due = found->second;
    }
    return months;
}

void StatementStore::order_charges(const PlaceStatement& place) {
    m_charges.reset();
    m_transaction.run(
        [&] { m_charges = std::make_unique<StatedCharges>(m_transaction, m_period, place); });
}

bool StatementStore::next() {
    return m_transaction.run([&] { return m_charges->next(); });
}

const StatementChargeRow& StatementStore::charge() const {
    return m_charges->charge();
}

std::vector<IssuedStatement> StatementStore::list(const StatementFilter& filter) {
    return m_transaction.run([&] { return m_register->list(filter); });
}

std::optional<IssuedStatement> StatementStore::find_latest(const StatementKey& key) {
    return m_transaction.run([&] { return m_register->find_latest(m_period, key); });
}

std::string StatementStore::number_for(const StatementKey& key) {
    return m_transaction.run([&] { return m_register->number_for(m_period, key); });
}

std::int64_t StatementStore::style_id(const std::string& style) {
    return m_transaction.run([&] { return m_register->style_id(style); });
}

void StatementStore::issue(IssuedStatement& version, std::string_view json) {
    m_transaction.run([&] { m_register->issue(version, json, m_audit); });
    ++m_issued;
    m_dues[version.key.currency].add(sum_of(version.due));
    m_hasher.update(issue_line(version.number, version.version, version.sha256));
}

AuditEntry StatementStore::entry(const AuditContext& audit_context) {
    std::string due;
    for (const auto& [currency, sum] : m_dues) {
        due += (due.empty() ? "" : ",") + json_string(currency) + ":" + json_string(sum.text());
    }
    return {.audit_context = audit_context,
            .action = "issue",
            .subject = "statements of " + m_period.text(),
            .period = m_period,
            .before = {},
            .after = R"({"statements":)" + std::to_string(m_issued) + R"(,"due":{)" + due +
                     R"(},"sha256":")" + hex_text(m_hasher.finish()) + R"("})"};
}

void StatementStore::commit(const AuditContext& audit_context) {
    m_charges.reset();
    if (m_issued > 0)
        m_transaction.run([&] { append_audit(m_transaction, entry(audit_context)); });
    m_transaction.commit();
}

}  // namespace focus_billing
