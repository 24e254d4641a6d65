#include <SQLiteCpp/SQLiteCpp.h>

#include "focus_billing/model/period.hpp"
#include "focus_billing/store/recounted_charges.hpp"
#include "focus_billing/store/check_lines.hpp"

namespace focus_billing {

namespace {

// What the imports have made of a month.
struct MonthOnRecord {
    ChargeCount all;
    ChargeCount held;
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
        month.held.add(count_of(rows, 6));
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
        m_billed.subtract(found.held);
    }

    void tell() const {
        m_run.on_line(number_line());
        m_run.on_line(cost_line());
    }

private:
    [[nodiscard]] std::string month() const {
        return BillingPeriod(m_key.first / 12, m_key.first % 12 + 1).text();
    }
    [[nodiscard]] std::string subject() const { return "period " + month() + " " + m_key.second; }

    [[nodiscard]] CheckLine number_line() const {
        CheckLine line{.subject = subject(),
                       .left = {count_term("number", m_recorded.all.charges),
                                count_term("carried in", 0)},
                       .right = {count_term("billed", m_billed.charges),
                                 count_term("held", m_found.held.charges),
                                 count_term("rejected", 0)}};
        if (m_recorded.all.charges != m_found.all.charges ||
            m_recorded.held.charges != m_found.held.charges)
            line.fault = fault();
        return line;
    }

    [[nodiscard]] CheckLine cost_line() const {
        CheckLine line{.subject = subject(),
                       .left = {amount_term("charges", m_recorded.all.cost.text()),
                                amount_term("carried in", "0")},
                       .right = {amount_term("billed", m_billed.cost.text()),
                                 amount_term("held", m_found.held.cost.text()),
                                 amount_term("rejected", "0")}};
        if (m_recorded.all.cost.text() != m_found.all.cost.text() ||
            m_recorded.held.cost.text() != m_found.held.cost.text())
            line.fault = fault();
        return line;
    }

    [[nodiscard]] Diagnostic fault() const {
        const bool held_alone = m_recorded.all == m_found.all;
        const auto& recorded = held_alone ? m_recorded.held : m_recorded.all;
        const auto& found = held_alone ? m_found.held : m_found.all;
        return m_run.fault(551, month() + " does not add up: by its imports the " +
                                    (held_alone ? "held charges" : "charges") + " in it are " +
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
