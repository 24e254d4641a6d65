#include "store/review/decision_writer.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "focus_billing/store/transaction.hpp"
#include "store/charges/linked_charges.hpp"
#include "store/charges/stored_attributions.hpp"
#include "store/review/decision_blockers.hpp"

namespace focus_billing {

namespace {

constexpr const char* insert_decision_sql = R"sql(
INSERT INTO decision (id, audit, charge_id, verdict, attribution, note, seen_content, seen_flags,
    seen_attribution)
SELECT ?1, ?2, id, ?3, ?4, ?5, content_hash, flags, attribution FROM charge WHERE id = ?6)sql";

// The import that has the charges of `?1` in the month `?2` by now, or the one whose rows it mends.
constexpr const char* select_delivered = R"sql(
WITH RECURSIVE heir (id) AS (
    SELECT ?1
    UNION SELECT p.superseded_by FROM import_period AS p JOIN heir AS h ON p.import_id = h.id
          WHERE p.period = ?2 AND p.superseded_by IS NOT NULL)
SELECT ifnull(mends, id) FROM import WHERE id = (SELECT max(id) FROM heir))sql";

constexpr const char* insert_import_sql = R"sql(
INSERT INTO import (id, source, series, file_name, sha256, file_size, cost, rows_read, stored,
    unchanged, corrected, rejected, held, mends, first_charge, last_charge, imported_at, os_user,
    actor, configuration, review)
SELECT ?1, source, series, 'review of import ' || id, printf('%064d', 0), 0, cost, ?2, 0, 0, ?2, 0,
    0, id, ?3, ?4, ?5, ?6, ?7, NULL, ?8
FROM import WHERE id = ?9)sql";

std::int64_t next_id(const Transaction& transaction, const std::string& table) {
    return transaction.handle()
        .execAndGet("SELECT ifnull(max(id), 0) + 1 FROM " + table)
        .getInt64();
}

void bind_or_null(SQLite::Statement& statement, int place, const std::string& text) {
    if (text.empty()) {
        statement.bind(place);
    } else {
        statement.bind(place, text);
    }
}

}  // namespace

class DecisionWriter::Statements {
public:
    explicit Statements(const Transaction& transaction)
        : decision(transaction.handle(), insert_decision_sql), payers(transaction),
          decide(transaction.handle(),
                 "UPDATE charge SET decision = ?, carried_into = ? WHERE id = ?"),
          reversal_of(transaction.handle(),
                      "SELECT r.id, p.status = 'open' FROM charge AS r JOIN period AS p"
                      " ON p.key = ifnull(r.billed_in, r.period) WHERE r.corrects = ?"
                      " AND r.correction = 1 AND r.flags <> 0 AND r.decision IS NULL"),
          withdraw(transaction.handle(),
                   "UPDATE charge SET decision = NULL, carried_into = NULL WHERE decision = ?"),
          end(transaction.handle(),
              "UPDATE decision SET ended_by = ?, ending = ?, ending_note = ? WHERE id = ?"),
          delivered(transaction.handle(), select_delivered),
          reversal(transaction.handle(), reversal_insert()),
          copy(transaction.handle(), copy_insert()) {}

    SQLite::Statement decision;
    AttributionIds payers;
    SQLite::Statement decide;
    SQLite::Statement reversal_of;
    SQLite::Statement withdraw;
    SQLite::Statement end;
    SQLite::Statement delivered;
    SQLite::Statement reversal;
    SQLite::Statement copy;
};

DecisionWriter::DecisionWriter(const Transaction& transaction, std::int64_t entry,
                               AuditContext audit_context)
    : m_transaction(transaction), m_entry(entry), m_audit_context(std::move(audit_context)),
      m_first(next_id(transaction, "decision")), m_next(m_first),
      m_statements(std::make_unique<Statements>(transaction)) {}

DecisionWriter::~DecisionWriter() = default;

std::int64_t DecisionWriter::insert_decision(const ReviewedCharge& charge,
                                             const DecisionRequest& request) {
    auto& insert = m_statements->decision;
    insert.reset();
    insert.bind(1, m_next);
    insert.bind(2, m_entry);
    insert.bind(3, std::string(name_of(request.verdict)));
    insert.bind(4);
    if (request.verdict == Verdict::reassign) {
        const auto payer = ordered_payer(charge, request);
        AttributionTexts texts;
        std::ranges::copy(payer.values, texts.values.begin());
        std::ranges::copy(payer.origins, texts.origins.begin());
        insert.bind(4, m_statements->payers.id_of(texts).value());
    }
    bind_or_null(insert, 5, request.note);
    insert.bind(6, charge.id);
    insert.exec();
    return m_next++;
}

void DecisionWriter::end_decision(std::int64_t decision, const std::string& ending,
                                  const std::string& note) {
    auto& end = m_statements->end;
    end.reset();
    end.bind(1, m_entry);
    end.bind(2, ending);
    bind_or_null(end, 3, note);
    end.bind(4, decision);
    end.exec();
}

void DecisionWriter::write(const ReviewedCharge& charge, const DecisionRequest& request,
                           DecisionEffect effect, BillingPeriod billed_in) {
    if (request.verdict == Verdict::withdraw) {
        auto& withdraw = m_statements->withdraw;
        withdraw.reset();
        withdraw.bind(1, *charge.decision);
        withdraw.exec();
        return end_decision(*charge.decision, "withdrawn", request.note);
    }
    const auto decision = insert_decision(charge, request);
    if (effect == DecisionEffect::moved) {
        m_moves[{delivered_import(charge), charge.period}].push_back({.charge = charge.id,
                                                                      .decision = decision,
                                                                      .billed_in = billed_in,
                                                                      .currency = charge.currency,
                                                                      .cost = charge.billed_cost});
        return;
    }
    decide(charge.id, decision,
           effect == DecisionEffect::carried || charge.carried_into ? std::optional(billed_in)
                                                                    : std::nullopt);
    if (charge.is_held())
        decide_reversal(charge.id, decision, billed_in);
    if (charge.decision)
        end_decision(*charge.decision, "replaced", {});
}

void DecisionWriter::decide(std::int64_t charge, std::int64_t decision,
                            std::optional<BillingPeriod> carried_into) {
    auto& decide = m_statements->decide;
    decide.reset();
    decide.bind(1, decision);
    decide.bind(2);
    if (carried_into)
        decide.bind(2, carried_into->key());
    decide.bind(3, charge);
    decide.exec();
}

// What takes a held charge back goes to the same payer.
void DecisionWriter::decide_reversal(std::int64_t charge, std::int64_t decision,
                                     BillingPeriod billed_in) {
    auto& query = m_statements->reversal_of;
    query.reset();
    query.bind(1, charge);
    if (!query.executeStep())
        return;
    const auto reversal = query.getColumn(0).getInt64();
    const bool is_open = query.getColumn(1).getInt() != 0;
    query.reset();
    decide(reversal, decision, is_open ? std::nullopt : std::optional(billed_in));
}

std::int64_t DecisionWriter::delivered_import(const ReviewedCharge& charge) {
    auto& query = m_statements->delivered;
    query.reset();
    query.bind(1, charge.import_id);
    query.bind(2, charge.period.key());
    query.executeStep();
    return query.getColumn(0).getInt64();
}

void DecisionWriter::finish() {
    for (const auto& [key, moves] : m_moves)
        write_moves(key.first, key.second, moves);
}

void DecisionWriter::write_moves(std::int64_t import, BillingPeriod period,
                                 const std::vector<Move>& moves) {
    const auto number = next_id(m_transaction, "import");
    const auto first_charge = next_id(m_transaction, "charge");
    for (const auto& move : moves) {
        for (auto* insert : {&m_statements->reversal, &m_statements->copy}) {
            insert->reset();
            insert->bind(1, number);
            insert->bind(2, move.billed_in.key());
            insert->bind(3, move.charge);
        }
        m_statements->copy.bind(4, move.decision);
        m_statements->reversal.exec();
        m_statements->copy.exec();
    }
    insert_import(number, import, first_charge, moves);
    insert_totals(number, period, moves);
    insert_effects(number, moves);
    insert_period(number, period);
}

void DecisionWriter::insert_import(std::int64_t number, std::int64_t mended,
                                   std::int64_t first_charge, const std::vector<Move>& moves) {
    SQLite::Statement insert(m_transaction.handle(), insert_import_sql);
    insert.bind(1, number);
    insert.bind(2, static_cast<std::int64_t>(moves.size()));
    insert.bind(3, first_charge);
    insert.bind(4, next_id(m_transaction, "charge") - 1);
    insert.bind(5, m_audit_context.at);
    insert.bind(6, m_audit_context.os_user);
    bind_or_null(insert, 7, m_audit_context.actor);
    insert.bind(8, m_entry);
    insert.bind(9, mended);
    insert.exec();
}

void DecisionWriter::insert_totals(std::int64_t number, BillingPeriod period,
                                   const std::vector<Move>& moves) {
    std::map<std::string, std::pair<std::int64_t, DecimalSum>> totals;
    for (const auto& move : moves) {
        auto& [count, cost] = totals[move.currency];
        ++count;
        cost.add(move.cost);
    }
    SQLite::Statement total(m_transaction.handle(),
                            "INSERT INTO import_total (import_id, period, currency, charges,"
                            " billed, held, held_cost, corrected, corrected_cost)"
                            " VALUES (?1, ?2, ?3, ?4, ?5, 0, '0', ?4, ?5)");
    for (const auto& [currency, sum] : totals) {
        total.reset();
        total.bind(1, number);
        total.bind(2, period.key());
        total.bind(3, currency);
        total.bind(4, sum.first);
        total.bind(5, sum.second.text());
        total.exec();
    }
}

// What the reversals take away, the copies bring back: rows are all that is added.
void DecisionWriter::insert_effects(std::int64_t number, const std::vector<Move>& moves) {
    std::map<std::pair<int, std::string>, std::int64_t> effects;
    for (const auto& move : moves)
        effects[{move.billed_in.key(), move.currency}] += 2;
    SQLite::Statement effect(m_transaction.handle(),
                             "INSERT INTO import_effect VALUES (?, ?, ?, ?, '0', 0,"
                             " '0', 0, ?, '0')");
    SQLite::Statement flagged(m_transaction.handle(),
                              "SELECT count(*) FROM charge WHERE import_id = ?1 AND id"
                              " >= (SELECT first_charge FROM import WHERE id = ?1)"
                              " AND billed_in = ?2 AND currency = ?3 AND flags <> 0");
    for (const auto& [key, rows] : effects) {
        flagged.reset();
        flagged.bind(1, number);
        flagged.bind(2, key.first);
        flagged.bind(3, key.second);
        flagged.executeStep();
        effect.reset();
        effect.bind(1, number);
        effect.bind(2, key.first);
        effect.bind(3, key.second);
        effect.bind(4, rows);
        effect.bind(5, flagged.getColumn(0).getInt64());
        effect.exec();
    }
}

void DecisionWriter::insert_period(std::int64_t number, BillingPeriod period) {
    SQLite::Statement insert(m_transaction.handle(),
                             "INSERT INTO import_period (period, import_id, kind)"
                             " VALUES (?, ?, 'review')");
    insert.bind(1, period.key());
    insert.bind(2, number);
    insert.exec();
}

std::string decisions_sha256(const Transaction& transaction, std::int64_t entry) {
    SQLite::Statement rows(transaction.handle(), R"sql(
SELECT json_array(d.id, d.charge_id, d.verdict, d.note, hex(d.seen_content), d.seen_flags,
    a.pi_email, a.project_id, a.fund_org, a.cost_center, a.account_code, a.reference_1,
    a.reference_2, a.origins)
FROM decision AS d LEFT JOIN attribution AS a ON a.id = d.attribution
WHERE d.audit = ? ORDER BY d.id)sql");
    rows.bind(1, entry);
    Sha256Hasher hasher;
    while (rows.executeStep())
        hasher.update(rows.getColumn(0).getString() + "\n");
    const auto hash = hasher.finish();
    return hex_text(hash);
}

}  // namespace focus_billing
