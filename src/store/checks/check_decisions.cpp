#include <SQLiteCpp/SQLiteCpp.h>

#include "store/checks/check_lines.hpp"
#include "store/review/decision_writer.hpp"

namespace focus_billing {

namespace {

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
    SQLite::Statement query(run.handle(), sql);
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
    SQLite::Statement entries(run.handle(), select_entries);
    while (entries.executeStep()) {
        run.on_step();
        const auto entry = entries.getColumn(0).getInt64();
        if (entries.getColumn(1).getString() != decisions_sha256(run.handle(), entry)) {
            return run.fault(570, "the decisions of audit entry " + std::to_string(entry) +
                                      " are not those that were made");
        }
    }
    return std::nullopt;
}

}  // namespace

void check_decisions(const CheckRun& run) {
    SQLite::Statement counts(run.handle(), "SELECT count(*), count(*) - count(ended_by),"
                                           " count(ended_by) FROM decision");
    counts.executeStep();
    run.on_line({.subject = "decisions",
                 .left = {count_term("decisions", counts.getColumn(0).getInt64())},
                 .right = {count_term("standing", counts.getColumn(1).getInt64()),
                           count_term("ended", counts.getColumn(2).getInt64())},
                 .fault = find_fault(run)});
}

}  // namespace focus_billing
