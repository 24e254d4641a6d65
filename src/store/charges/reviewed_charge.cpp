#include "focus_billing/store/charges/reviewed_charge.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "focus_billing/format/sha256.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/charges/stored_attributions.hpp"

namespace focus_billing {

namespace {

constexpr const char* select_charge = R"sql(
SELECT c.import_id, c.period, ifnull(c.billed_in, c.period), c.carried_into,
    (SELECT status = 'open' FROM period WHERE key = ifnull(c.billed_in, c.period)),
    (SELECT status = 'open' FROM period WHERE key = coalesce(c.carried_into, c.billed_in, c.period)),
    c.flags, c.attribution, c.decision, d.verdict, d.attribution, c.currency, c.billed_cost,
    c.content_hash, c.superseded_by IS NOT NULL, c.correction IS 1,
    (SELECT min(id) FROM charge WHERE corrects = c.id AND correction = 1), c.start,
    CASE WHEN c.correction = 1 THEN (SELECT id FROM charge WHERE id = c.corrects AND flags <> 0
                                         AND decision IS NULL) END,
    CASE WHEN c.correction = 1 THEN c.corrects END,
    CASE (SELECT cost FROM import WHERE id = c.import_id)
        WHEN 'effective' THEN ifnull(c.effective_cost, c.billed_cost) ELSE c.billed_cost END,
    CASE WHEN c.decision IS NOT NULL THEN
        (SELECT min(p.key) FROM charge AS b JOIN period AS p
             ON p.key = coalesce(b.carried_into, b.billed_in, b.period)
         WHERE b.decision = c.decision AND p.status <> 'open') END
FROM charge AS c LEFT JOIN decision AS d ON d.id = c.decision WHERE c.id = ?)sql";

std::optional<std::int64_t> number(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(column.getInt64());
}

BillingPeriod period_of(const SQLite::Column& column) {
    return BillingPeriod::of_key(column.getInt());
}

ReviewedCharge charge_of(SQLite::Statement& row, std::int64_t id) {
    return {.id = id,
            .import_id = row.getColumn(0).getInt64(),
            .period = period_of(row.getColumn(1)),
            .home = period_of(row.getColumn(2)),
            .carried_into =
                row.isColumnNull(3) ? std::nullopt : std::optional(period_of(row.getColumn(3))),
            .home_is_open = row.getColumn(4).getInt() != 0,
            .counts_in_open = row.getColumn(5).getInt() != 0,
            .flags = row.getColumn(6).getInt64(),
            .attribution = number(row.getColumn(7)),
            .decision = number(row.getColumn(8)),
            .verdict = row.getColumn(9).getString(),
            .decided_in_closed =
                row.isColumnNull(21)
                    ? std::nullopt
                    : std::optional(BillingPeriod::of_key(row.getColumn(21).getInt())),
            .currency = row.getColumn(11).getString(),
            .billed_cost = parse_decimal(row.getColumn(12).getString()).value,
            .charged_cost = parse_decimal(row.getColumn(20).getString()).value,
            .content_hash = row.getColumn(13).getString(),
            .is_superseded = row.getColumn(14).getInt() != 0,
            .is_reversal = row.getColumn(15).getInt() != 0,
            .reversed_by = number(row.getColumn(16)),
            .original = number(row.getColumn(19)),
            .held_original = number(row.getColumn(18)),
            .start = number(row.getColumn(17)),
            .found_payer = {},
            .payer = {},
            .origins = {}};
}

}  // namespace

class ReviewedCharges::Statements {
public:
    explicit Statements(const Transaction& transaction)
        : charge(transaction.handle(), select_charge), attributions(transaction) {}

    SQLite::Statement charge;
    StoredAttributions attributions;
};

ReviewedCharges::ReviewedCharges(const Transaction& transaction)
    : m_statements(std::make_unique<Statements>(transaction)) {}

ReviewedCharges::~ReviewedCharges() = default;

std::optional<ReviewedCharge> ReviewedCharges::find(std::int64_t id) {
    auto& row = m_statements->charge;
    row.reset();
    row.bind(1, id);
    if (!row.executeStep())
        return std::nullopt;
    auto charge = charge_of(row, id);
    auto& attributions = m_statements->attributions;
    std::ranges::copy(attributions.texts(charge.attribution).values, charge.found_payer.begin());
    const auto& payer =
        attributions.texts(row.isColumnNull(10) ? charge.attribution : number(row.getColumn(10)));
    std::ranges::copy(payer.values, charge.payer.begin());
    std::ranges::copy(payer.origins, charge.origins.begin());
    return charge;
}

std::string charge_version(const ReviewedCharge& charge) {
    std::string text = charge.content_hash + '\n' + std::to_string(charge.flags) + '\n' +
                       std::to_string(charge.decision.value_or(0));
    for (const auto& value : charge.payer) {
        text += '\n';
        text += value;
    }
    Sha256Hasher hasher;
    const auto hash = hasher.content_hash(text);
    // The letter keeps a spreadsheet from taking it for a number.
    return "m" + hex_text({reinterpret_cast<const char*>(hash.data()), 6});
}

}  // namespace focus_billing
