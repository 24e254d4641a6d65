#include "focus_billing/store/statements/statement_store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>

#include "focus_billing/format/json.hpp"
#include "focus_billing/format/sha256.hpp"
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

SQLite::TransactionBehavior behavior(bool issues) {
    return issues ? SQLite::TransactionBehavior::IMMEDIATE : SQLite::TransactionBehavior::DEFERRED;
}

}  // namespace

class StatementStore::Books {
public:
    Books(Database& database, BillingPeriod period, bool issues)
        : m_database(database), m_handle(database.handle()), m_period(period),
          m_transaction(m_handle, behavior(issues)), m_register(m_handle) {
        m_status = require_posted_month(m_database, m_period);
        m_audit = m_handle.execAndGet("SELECT ifnull(max(seq), 0) + 1 FROM audit").getInt64();
    }

    [[nodiscard]] Database& database() { return m_database; }
    [[nodiscard]] PeriodStatus status() const { return m_status; }
    [[nodiscard]] BillingPeriod period() const { return m_period; }
    [[nodiscard]] StatementRegister& statements() { return m_register; }

    SourceAccounts accounts() { return closing_accounts(m_database, m_period); }

    std::vector<Posting> postings(const PostingRules& rules) {
        return month_postings(m_database, m_period, m_status, rules);
    }

    Held held(const StatementKey& key) {
        if (!m_held_is_known)
            read_held();
        Held held;
        add_held(key, held);
        if (!key.project_id.empty())
            add_held({key.pi_email, {}, key.currency}, held);
        return held;
    }

    std::vector<HeldTotal> held_totals() {
        if (!m_held_is_known)
            read_held();
        std::map<std::string, Held> sums;
        for (const auto& [key, held] : m_held) {
            sums[key.currency].charges += held.charges;
            sums[key.currency].cost.add(held.cost);
        }
        std::vector<HeldTotal> totals;
        for (const auto& [currency, held] : sums)
            totals.push_back({currency, held.charges, held.cost.text()});
        return totals;
    }

    std::vector<StatementMonth> months(const StatementKey& key) {
        std::map<int, std::string> dues;
        SQLite::Statement rows(m_handle, select_dues);
        rows.bind(1, key.pi_email);
        rows.bind(2, key.project_id);
        rows.bind(3, key.currency);
        rows.bind(4, m_period.key() - months_shown + 1);
        rows.bind(5, m_period.key() - 1);
        while (rows.executeStep())
            dues.emplace(rows.getColumn(0).getInt(), rows.getColumn(1).getString());
        std::vector<StatementMonth> months;
        for (int month = m_period.key() - months_shown + 1; month <= m_period.key(); ++month) {
            months.push_back({.period = BillingPeriod::of_key(month).text(), .due = {}});
            if (const auto found = dues.find(month); found != dues.end())
                months.back().due = found->second;
        }
        return months;
    }

    void order_charges(const PlaceStatement& place) {
        m_charges.reset();
        m_charges = std::make_unique<StatedCharges>(m_handle, m_period, place);
    }
    [[nodiscard]] StatedCharges& charges() { return *m_charges; }

    void issue(IssuedStatement& version, std::string_view json) {
        m_register.issue(version, json, m_audit);
        ++m_issued;
        m_dues[version.key.currency].add(sum_of(version.due));
        m_hasher.update(issue_line(version.number, version.version, version.sha256));
    }

    void commit(const AuditContext& audit_context) {
        m_charges.reset();
        if (m_issued > 0)
            append_audit(m_handle, entry(audit_context));
        m_transaction.commit();
    }

private:
    void read_held() {
        for_each_held_charge(m_handle, m_period, [&](const BilledCharge& charge) {
            const auto value = [&](Attribute attribute) {
                return std::string((*charge.values)[index_of(attribute)]);
            };
            Held& held = m_held[{value(Attribute::pi_email), value(Attribute::project_id),
                                 std::string(charge.currency)}];
            ++held.charges;
            held.cost.add(charge.cost);
        });
        m_held_is_known = true;
    }

    void add_held(const StatementKey& key, Held& held) const {
        if (const auto found = m_held.find(key); found != m_held.end()) {
            held.charges += found->second.charges;
            held.cost.add(found->second.cost);
        }
    }

    AuditEntry entry(const AuditContext& audit_context) {
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

    Database& m_database;
    SQLite::Database& m_handle;
    BillingPeriod m_period;
    SQLite::Transaction m_transaction;
    StatementRegister m_register;
    PeriodStatus m_status = PeriodStatus::open;
    std::unique_ptr<StatedCharges> m_charges;
    std::map<StatementKey, Held> m_held;
    bool m_held_is_known = false;
    std::int64_t m_audit = 0;
    std::uint64_t m_issued = 0;
    std::map<std::string, DecimalSum> m_dues;
    Sha256Hasher m_hasher;
};

namespace {

// What `action` returns, with the errors of SQLite as those of the database.
template <class Action>
auto guarded(const std::string& path, Action action) {
    std::optional<decltype(action())> result;
    with_database_errors(path, [&] { result = action(); });
    return std::move(*result);
}

}  // namespace

StatementStore::StatementStore(Database& database, BillingPeriod period, bool issues) {
    with_database_errors(database.path(),
                         [&] { m_store = std::make_unique<Books>(database, period, issues); });
}

StatementStore::~StatementStore() = default;

PeriodStatus StatementStore::status() const {
    return m_store->status();
}

BillingPeriod StatementStore::period() const {
    return m_store->period();
}

SourceAccounts StatementStore::accounts() {
    return guarded(m_store->database().path(), [&] { return m_store->accounts(); });
}

std::vector<Posting> StatementStore::postings(const PostingRules& rules) {
    return guarded(m_store->database().path(), [&] { return m_store->postings(rules); });
}

StatementStore::Held StatementStore::held(const StatementKey& key) {
    return guarded(m_store->database().path(), [&] { return m_store->held(key); });
}

std::vector<HeldTotal> StatementStore::held_totals() {
    return guarded(m_store->database().path(), [&] { return m_store->held_totals(); });
}

std::vector<StatementMonth> StatementStore::months(const StatementKey& key) {
    return guarded(m_store->database().path(), [&] { return m_store->months(key); });
}

void StatementStore::order_charges(const PlaceStatement& place) {
    with_database_errors(m_store->database().path(), [&] { m_store->order_charges(place); });
}

bool StatementStore::next() {
    return guarded(m_store->database().path(), [&] { return m_store->charges().next(); });
}

const StatementChargeRow& StatementStore::charge() const {
    return m_store->charges().charge();
}

std::vector<IssuedStatement> StatementStore::list(const StatementFilter& filter) {
    return guarded(m_store->database().path(), [&] { return m_store->statements().list(filter); });
}

std::optional<IssuedStatement> StatementStore::find_latest(const StatementKey& key) {
    return guarded(m_store->database().path(),
                   [&] { return m_store->statements().find_latest(m_store->period(), key); });
}

std::string StatementStore::number_for(const StatementKey& key) {
    return guarded(m_store->database().path(),
                   [&] { return m_store->statements().number_for(m_store->period(), key); });
}

std::int64_t StatementStore::style_id(const std::string& style) {
    return guarded(m_store->database().path(),
                   [&] { return m_store->statements().style_id(style); });
}

void StatementStore::issue(IssuedStatement& version, std::string_view json) {
    with_database_errors(m_store->database().path(), [&] { m_store->issue(version, json); });
}

void StatementStore::commit(const AuditContext& audit_context) {
    with_database_errors(m_store->database().path(), [&] { m_store->commit(audit_context); });
}

}  // namespace focus_billing
