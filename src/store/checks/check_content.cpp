#include "focus_billing/format/charge_hash.hpp"
#include "store/checks/check_lines.hpp"
#include "store/charges/month_charges.hpp"

namespace focus_billing {

namespace {

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

}  // namespace

void check_content(const CheckRun& run) {
    MonthRows rows(run.handle());
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

}  // namespace focus_billing
