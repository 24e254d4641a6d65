#include <SQLiteCpp/SQLiteCpp.h>

#include "focus_billing/format/charge_hash.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/charges/month_charges.hpp"
#include "store/checks/check_database.hpp"
#include "store/checks/recount.hpp"
#include "store/periods/closing_record.hpp"

namespace focus_billing {

namespace {

// What imports, and rules that were applied anew, have made of a month.
struct MonthOnRecord {
    CountAndCost all;
    CountAndCost flagged;
};

CountAndCost count_of(const SQLite::Statement& row, int column) {
    CountAndCost count{.count = row.getColumn(column).getInt64(), .cost = {}};
    if (const auto cost = DecimalSum::parse(row.getColumn(column + 1).getString()))
        count.cost = *cost;
    return count;
}

std::map<MonthKey, MonthOnRecord> read_months(const Transaction& transaction) {
    SQLite::Statement rows(transaction.handle(),
                           "SELECT period, currency, added, added_cost, removed,"
                           " removed_cost, held, held_cost FROM import_effect"
                           " ORDER BY period, currency, import_id");
    std::map<MonthKey, MonthOnRecord> months;
    while (rows.executeStep()) {
        auto& month = months[{rows.getColumn(0).getInt(), rows.getColumn(1).getString()}];
        month.all.add(count_of(rows, 2));
        month.all.subtract(count_of(rows, 4));
        month.flagged.add(count_of(rows, 6));
    }
    SQLite::Statement effects(transaction.handle(), "SELECT period, currency, flagged, flagged_cost"
                                                    " FROM attribution_effect");
    while (effects.executeStep()) {
        months[{effects.getColumn(0).getInt(), effects.getColumn(1).getString()}].flagged.add(
            count_of(effects, 2));
    }
    return months;
}

std::string shown_count(const CountAndCost& count, const std::string& currency) {
    return std::to_string(count.count) + " of " + count.cost.text() + " " + currency;
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
    [[nodiscard]] std::string month() const { return BillingPeriod::of_key(m_key.first).text(); }
    [[nodiscard]] std::string subject() const { return "period " + month() + " " + m_key.second; }

    // With those that were carried out of the month: it was closed with them as held.
    [[nodiscard]] CountAndCost held() const {
        CountAndCost held = m_found.held;
        held.add(m_found.carried_out);
        return held;
    }

    [[nodiscard]] CheckLine number_line() const {
        CheckLine line{.subject = subject(),
                       .left = {count_term("number", m_recorded.all.count),
                                count_term("carried in", m_found.carried_in.count)},
                       .right = {count_term("billed", m_billed.count),
                                 count_term("held", held().count),
                                 count_term("rejected", m_found.rejected.count)}};
        if (m_recorded.all.count != m_found.all.count ||
            m_recorded.flagged.count != m_found.flagged.count)
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
                                    (flagged_alone ? "flagged charges" : "charges") +
                                    " in it are " + shown_count(recorded, m_key.second) + ", and " +
                                    shown_count(found, m_key.second) + " are there");
    }

    const CheckRun& m_run;
    const MonthKey& m_key;
    const MonthOnRecord& m_recorded;
    const MonthCount& m_found;
    CountAndCost m_billed;
};

constexpr std::int64_t rows_per_step = 4096;
constexpr std::int64_t reversal = 1;

// The hash of a charge's content. A reversal has that of the charge which it reverses, whose
// amounts are its own, turned round.
class ContentHasher {
public:
    [[nodiscard]] ContentHash hash(const MonthRow& row) {
        if (row.correction != reversal)
            return m_hasher.hash(row.charge);
        StorableCharge reversed = row.charge;
        for (std::size_t i = 0; i < m_turned.size(); ++i) {
            turn_round(reversed.texts[i], m_turned[i]);
            reversed.texts[i] = m_turned[i];
        }
        return m_hasher.hash(reversed);
    }

private:
    static constexpr std::size_t amount_count = index_of(StoredText::billing_currency);

    static void turn_round(std::string_view amount, std::string& turned) {
        if (amount.starts_with('-')) {
            turned = amount.substr(1);
        } else {
            turned = amount.empty() || amount == "0" ? "" : "-";
            turned += amount;
        }
    }

    ChargeHasher m_hasher;
    std::array<std::string, amount_count> m_turned;
};

constexpr const char* select_periods = R"sql(
SELECT p.key, p.status,
    (SELECT action FROM audit WHERE period = p.key
        AND action IN ('open', 'close', 'reopen', 'finalize') ORDER BY seq DESC LIMIT 1)
FROM period AS p ORDER BY p.key)sql";

struct StatusOnRecord {
    BillingPeriod period;
    std::string status;
    std::string action;  // the last one that changed it
};

std::vector<StatusOnRecord> read_periods(const Transaction& transaction) {
    std::vector<StatusOnRecord> periods;
    SQLite::Statement rows(transaction.handle(), select_periods);
    while (rows.executeStep()) {
        const int key = rows.getColumn(0).getInt();
        periods.push_back({.period = BillingPeriod::of_key(key),
                           .status = rows.getColumn(1).getString(),
                           .action = rows.getColumn(2).getString()});
    }
    return periods;
}

std::string status_after(const std::string& action) {
    if (action == "open" || action == "reopen")
        return "open";
    return action == "close" ? "closed" : action == "finalize" ? "finalized" : "never opened";
}

std::int64_t charges_of(const RecountedCharges& tally, BillingPeriod period) {
    std::int64_t charges = 0;
    for (const auto& [key, month] : tally.months)
        charges += key.first == period.key() ? month.all.count : 0;
    return charges;
}

}  // namespace

void check_months(const CheckRun& run, const RecountedCharges& tally) {
    auto recorded = read_months(run.transaction);
    auto found = tally.months;
    for (const auto& [key, month] : found)
        recorded.try_emplace(key);
    for (const auto& [key, month] : recorded)
        MonthCheck(run, key, month, found[key]).tell();
}

void check_content(const CheckRun& run) {
    MonthCharges rows(run.transaction);
    ContentHasher hasher;
    std::int64_t charges = 0;
    std::int64_t altered = 0;
    std::int64_t first = 0;
    while (rows.next()) {
        if (charges++ % rows_per_step == 0)
            run.on_step();
        if (hasher.hash(rows.row()) == rows.row().charge.hash)
            continue;
        if (altered++ == 0)
            first = rows.row().id;
    }
    CheckLine line{.subject = "content",
                   .left = {count_term("charges", charges)},
                   .right = {count_term("as they were stored", charges - altered)}};
    if (altered > 0) {
        line.fault = run.fault(
            552,
            "the content of charge " + std::to_string(first) +
                (altered == 1 ? "" : ", and of " + std::to_string(altered - 1) + " after it,") +
                " is not what was stored");
    }
    run.on_line(std::move(line));
}

void check_periods(const CheckRun& run, const RecountedCharges& tally) {
    const auto periods = read_periods(run.transaction);
    std::int64_t agreeing = 0;
    std::optional<Diagnostic> fault;
    for (const auto& period : periods) {
        const auto on_record = status_after(period.action);
        if (period.status == on_record) {
            ++agreeing;
        } else if (!fault) {
            fault = run.fault(555, period.period.text() + " is " + period.status +
                                       ", and by the audit trail it is " + on_record);
        }
    }
    run.on_line({.subject = "periods",
                 .left = {count_term("periods", static_cast<std::int64_t>(periods.size()))},
                 .right = {count_term("as the audit trail has them", agreeing)},
                 .fault = std::move(fault)});
    for (const auto& period : periods) {
        if (period.status == "open")
            continue;
        run.on_step();
        run.on_line({.subject = "closing of " + period.period.text(),
                     .left = {count_term("charges", charges_of(tally, period.period))},
                     .right = {},
                     .fault = compare_with_closing(run.transaction, period.period)});
    }
}

}  // namespace focus_billing
