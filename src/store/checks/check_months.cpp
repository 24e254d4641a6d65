#include <SQLiteCpp/SQLiteCpp.h>

#include "focus_billing/model/period.hpp"
#include "store/checks/recount.hpp"
#include "store/checks/check_lines.hpp"

namespace focus_billing {

namespace {

// What imports, and rules that were applied anew, have made of a month.
struct MonthOnRecord {
    ChargeCount all;
    ChargeCount flagged;
};

ChargeCount count_of(const SQLite::Statement& row, int column) {
    ChargeCount count{.charges = row.getColumn(column).getInt64(), .cost = {}};
    if (const auto cost = DecimalSum::parse(row.getColumn(column + 1).getString()))
        count.cost = *cost;
    return count;
}

std::map<MonthKey, MonthOnRecord> read_months(SQLite::Database& database) {
    SQLite::Statement rows(database, "SELECT period, currency, added, added_cost, removed,"
                                     " removed_cost, held, held_cost FROM import_effect"
                                     " ORDER BY period, currency, import_id");
    std::map<MonthKey, MonthOnRecord> months;
    while (rows.executeStep()) {
        auto& month = months[{rows.getColumn(0).getInt(), rows.getColumn(1).getString()}];
        month.all.add(count_of(rows, 2));
        month.all.subtract(count_of(rows, 4));
        month.flagged.add(count_of(rows, 6));
    }
    SQLite::Statement effects(database, "SELECT period, currency, flagged, flagged_cost"
                                        " FROM attribution_effect");
    while (effects.executeStep()) {
        months[{effects.getColumn(0).getInt(), effects.getColumn(1).getString()}].flagged.add(
            count_of(effects, 2));
    }
    return months;
}

std::string shown(const ChargeCount& count, const std::string& currency) {
    return std::to_string(count.charges) + " of " + count.cost.text() + " " + currency;
}

class MonthCheck {
public:
    MonthCheck(const CheckRun& run, const MonthKey& key, const MonthOnRecord& recorded,
               const MonthCount& found)
        : m_run(run), m_key(key), m_recorded(recorded), m_found(found), m_billed(found.all) {
        m_billed.add(found.carried_in);
        for (const auto* other : {&found.held, &found.carried_out, &found.rejected})
            m_billed.subtract(*other);
    }

    void tell() const {
        m_run.on_line(number_line());
        m_run.on_line(cost_line());
    }

private:
    [[nodiscard]] std::string month() const {
        return BillingPeriod::of_key(m_key.first).text();
    }
    [[nodiscard]] std::string subject() const { return "period " + month() + " " + m_key.second; }

    // With those that were carried out of the month: it was closed with them as held.
    [[nodiscard]] ChargeCount held() const {
        ChargeCount held = m_found.held;
        held.add(m_found.carried_out);
        return held;
    }

    [[nodiscard]] CheckLine number_line() const {
        CheckLine line{.subject = subject(),
                       .left = {count_term("number", m_recorded.all.charges),
                                count_term("carried in", m_found.carried_in.charges)},
                       .right = {count_term("billed", m_billed.charges),
                                 count_term("held", held().charges),
                                 count_term("rejected", m_found.rejected.charges)}};
        if (m_recorded.all.charges != m_found.all.charges ||
            m_recorded.flagged.charges != m_found.flagged.charges)
            line.fault = fault();
        return line;
    }

    [[nodiscard]] CheckLine cost_line() const {
        CheckLine line{.subject = subject(),
                       .left = {amount_term("charges", m_recorded.all.cost.text()),
                                amount_term("carried in", m_found.carried_in.cost.text())},
                       .right = {amount_term("billed", m_billed.cost.text()),
                                 amount_term("held", held().cost.text()),
                                 amount_term("rejected", m_found.rejected.cost.text())}};
        if (m_recorded.all.cost.text() != m_found.all.cost.text() ||
            m_recorded.flagged.cost.text() != m_found.flagged.cost.text())
            line.fault = fault();
        return line;
    }

    [[nodiscard]] Diagnostic fault() const {
        const bool flagged_alone = m_recorded.all == m_found.all;
        const auto& recorded = flagged_alone ? m_recorded.flagged : m_recorded.all;
        const auto& found = flagged_alone ? m_found.flagged : m_found.all;
        return m_run.fault(551, month() + " does not add up: by its imports the " +
                                    (flagged_alone ? "flagged charges" : "charges") + " in it are " +
                                    shown(recorded, m_key.second) + ", and " +
                                    shown(found, m_key.second) + " are there");
    }

    const CheckRun& m_run;
    const MonthKey& m_key;
    const MonthOnRecord& m_recorded;
    const MonthCount& m_found;
    ChargeCount m_billed;
};

}  // namespace

void check_months(const CheckRun& run, const RecountedCharges& tally) {
    auto recorded = read_months(run.handle());
    auto found = tally.months;
    for (const auto& [key, month] : found)
        recorded.try_emplace(key);
    for (const auto& [key, month] : recorded)
        MonthCheck(run, key, month, found[key]).tell();
}

}  // namespace focus_billing
