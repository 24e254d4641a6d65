#include <SQLiteCpp/SQLiteCpp.h>

#include "focus_billing/store/transaction.hpp"
#include "store/checks/check_database.hpp"
#include "store/checks/recount.hpp"
#include "store/review/decision_writer.hpp"

namespace focus_billing {

namespace {

// A reversal that is what it should be: later than the charge that it corrects, of the same month,
// currency, payer, tags and texts, and with all amounts turned round; and the only one.
constexpr const char* select_bad_reversal = R"sql(
SELECT r.id, count(*) OVER () FROM charge AS r LEFT JOIN charge AS c ON c.id = r.corrects
WHERE r.correction = 1
    AND (c.id IS NULL OR c.correction IS 1 OR r.import_id <= c.import_id OR r.period <> c.period
        OR r.currency <> c.currency
        OR r.billed_cost <> negative(c.billed_cost)
        OR r.list_cost IS NOT negative(c.list_cost)
        OR r.contracted_cost IS NOT negative(c.contracted_cost)
        OR r.effective_cost IS NOT negative(c.effective_cost)
        OR r.consumed_quantity IS NOT negative(c.consumed_quantity)
        OR EXISTS (SELECT 1 FROM charge AS other
                   WHERE other.corrects = r.corrects AND other.correction = 1 AND other.id < r.id))
ORDER BY r.id LIMIT 1)sql";

constexpr const char* select_bad_supersession = R"sql(
SELECT id, count(*) OVER () FROM charge WHERE superseded_by <= import_id ORDER BY id LIMIT 1)sql";

// SQLite has no exact arithmetic; of a canonical decimal the sign is all that changes.
std::string with_negative(std::string sql) {
    for (const std::string word = "negative(";;) {
        const auto begin = sql.find(word);
        if (begin == std::string::npos)
            return sql;
        const auto end = sql.find(')', begin);
        const auto column = sql.substr(begin + word.size(), end - begin - word.size());
        std::string turned = "(CASE WHEN " + column + " = '0' THEN '0' WHEN " + column;
        turned += " LIKE '-%' THEN substr(" + column + ", 2) ELSE '-' || " + column + " END)";
        sql.replace(begin, end - begin + 1, turned);
    }
}

struct Bad {
    std::int64_t first = 0;
    std::int64_t count = 0;
};

Bad find_bad(const CheckRun& run, const std::string& sql) {
    SQLite::Statement query(run.transaction.handle(), sql);
    if (!query.executeStep())
        return {};
    return {.first = query.getColumn(0).getInt64(), .count = query.getColumn(1).getInt64()};
}

std::string others(std::int64_t count) {
    return count == 1 ? "" : " (and " + std::to_string(count - 1) + " more)";
}

// A charge bears a decision on itself; on the charge that it takes back, or that it comes in the
// place of.
constexpr const char* select_misplaced = R"sql(
SELECT c.id FROM charge AS c LEFT JOIN decision AS d ON d.id = c.decision
WHERE c.decision IS NOT NULL
    AND (d.id IS NULL OR d.ended_by IS NOT NULL
        OR NOT (d.charge_id = c.id OR d.charge_id IS c.corrects
            OR (c.correction IS 1
                AND (SELECT decision FROM charge WHERE id = c.corrects) IS c.decision)))
ORDER BY c.id LIMIT 1)sql";

constexpr const char* select_lost = R"sql(
SELECT id FROM decision AS d
WHERE ended_by IS NULL AND NOT EXISTS (SELECT 1 FROM charge WHERE decision = d.id)
ORDER BY id LIMIT 1)sql";

constexpr const char* select_badly_carried = R"sql(
SELECT id FROM charge WHERE carried_into IS NOT NULL AND (flags = 0 OR decision IS NULL)
ORDER BY id LIMIT 1)sql";

constexpr const char* select_entries = R"sql(
SELECT seq, json_extract(after, '$.sha256') FROM audit
WHERE seq IN (SELECT audit FROM decision)
    OR (action IN ('approve', 'reject', 'reassign', 'review') AND json_valid(after))
ORDER BY seq)sql";

std::string first_of(const CheckRun& run, const char* sql) {
    SQLite::Statement query(run.transaction.handle(), sql);
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

std::optional<Diagnostic> find_fault(const CheckRun& run) {
    if (const auto charge = first_of(run, select_misplaced); !charge.empty()) {
        return run.fault(570, "the decision that charge " + charge +
                                  " bears has ended, or is on another charge");
    }
    if (const auto decision = first_of(run, select_lost); !decision.empty())
        return run.fault(570, "decision " + decision + " stands, and no charge bears it");
    if (const auto charge = first_of(run, select_badly_carried); !charge.empty())
        return run.fault(570, "charge " + charge + " is carried into a month without a decision");
    SQLite::Statement entries(run.transaction.handle(), select_entries);
    while (entries.executeStep()) {
        run.on_step();
        const auto entry = entries.getColumn(0).getInt64();
        if (entries.getColumn(1).getString() != decisions_sha256(run.transaction, entry)) {
            return run.fault(570, "the decisions of audit entry " + std::to_string(entry) +
                                      " are not those that were made");
        }
    }
    return std::nullopt;
}

}  // namespace

void check_corrections(const CheckRun& run, const RecountedCharges& tally) {
    const Bad reversals = find_bad(run, with_negative(select_bad_reversal));
    CheckLine line{.subject = "reversals",
                   .left = {count_term("reversals", tally.reversals)},
                   .right = {count_term("of one charge each, turned round",
                                        tally.reversals - reversals.count)}};
    if (reversals.count > 0) {
        line.fault = run.fault(553, "the reversal " + std::to_string(reversals.first) +
                                        others(reversals.count) +
                                        " is not the one opposite of an earlier charge");
    }
    run.on_line(std::move(line));

    const Bad superseded = find_bad(run, select_bad_supersession);
    line = {.subject = "superseded",
            .left = {count_term("superseded charges", tally.superseded)},
            .right = {count_term("by a later import", tally.superseded - superseded.count)}};
    if (superseded.count > 0) {
        line.fault =
            run.fault(554, "charge " + std::to_string(superseded.first) + others(superseded.count) +
                               " is superseded by an import that is not later than its "
                               "own");
    }
    run.on_line(std::move(line));
}

void check_decisions(const CheckRun& run) {
    SQLite::Statement counts(run.transaction.handle(),
                             "SELECT count(*), count(*) - count(ended_by),"
                             " count(ended_by) FROM decision");
    counts.executeStep();
    run.on_line({.subject = "decisions",
                 .left = {count_term("decisions", counts.getColumn(0).getInt64())},
                 .right = {count_term("standing", counts.getColumn(1).getInt64()),
                           count_term("ended", counts.getColumn(2).getInt64())},
                 .fault = find_fault(run)});
}

}  // namespace focus_billing
