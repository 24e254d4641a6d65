#include "focus_billing/store/charges/charge_history.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "focus_billing/model/charges/flag.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/store/charges/reviewed_charge.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/charges/stored_attributions.hpp"

namespace focus_billing {

namespace {

constexpr const char* select_origin = R"sql(
SELECT i.id, i.sha256, i.cost, i.mends, i.review IS NOT NULL,
    (SELECT seq FROM audit WHERE import_id = i.id AND action = 'import'), i.imported_at, i.os_user,
    i.actor, (SELECT sha256 FROM import_file WHERE import_id = i.id AND part = c.part), i.review,
    p.status, c.superseded_by, c.attribution
FROM charge AS c JOIN import AS i ON i.id = c.import_id
JOIN period AS p ON p.key = ifnull(c.billed_in, c.period)
WHERE c.id = ?)sql";

constexpr const char* select_decisions = R"sql(
SELECT d.id, d.charge_id, d.verdict, d.note, d.attribution, d.seen_flags, m.seq, m.at, m.os_user,
    m.actor, e.seq, e.at, e.os_user, e.actor, d.ending, d.ending_note
FROM decision AS d JOIN audit AS m ON m.seq = d.audit LEFT JOIN audit AS e ON e.seq = d.ended_by
)sql";

constexpr const char* of_the_charge = R"sql(
WHERE d.charge_id = ?1 OR d.id = (SELECT decision FROM charge WHERE id = ?1) ORDER BY d.id)sql";

constexpr const char* of_its_predecessors = R"sql(
WHERE d.charge_id IN (
    SELECT o.id FROM charge AS n JOIN charge AS o ON o.superseded_by = n.import_id
    WHERE n.id = ?1 AND o.period = n.period AND o.currency = n.currency
        AND o.resource_id IS n.resource_id AND o.start IS n.start AND o."end" IS n."end"
        AND o.sku_id IS n.sku_id AND o.charge_category IS n.charge_category
        AND o.service_name IS n.service_name)
ORDER BY d.id)sql";

// GCC 12 sees a fault where a literal is appended to a string made of another one.
std::string decisions(std::string_view which) {
    std::string sql = select_decisions;
    return sql.append(which);
}

std::optional<std::string> text_of(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(column.getString());
}

std::optional<std::int64_t> number_of(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(column.getInt64());
}

Event event_of(const SQLite::Statement& row, int column) {
    return {.entry = row.getColumn(column).getInt64(),
            .at = row.getColumn(column + 1).getString(),
            .os_user = row.getColumn(column + 2).getString(),
            .actor = text_of(row.getColumn(column + 3))};
}

std::string flag_list(std::int64_t bits) {
    std::string list;
    for (std::size_t i = 0; i < flag_count; ++i) {
        if (((bits >> i) & 1) != 0)
            list.append(list.empty() ? "" : ",").append(flag_names[i]);
    }
    return list;
}

class LifeReader {
public:
    LifeReader(const Transaction& transaction, std::int64_t charge)
        : m_transaction(transaction), m_attributions(transaction) {
        m_history.charge = charge;
    }

    // False if there is no such charge.
    bool read() {
        if (!read_cells())
            return false;
        read_origin();
        read_state();
        m_history.decisions = read_decisions(decisions(of_the_charge));
        m_history.earlier_decisions = read_decisions(decisions(of_its_predecessors));
        return true;
    }
    [[nodiscard]] ChargeHistory take() { return std::move(m_history); }

private:
    bool read_cells() {
        std::string columns;
        for (const auto& column : charge_columns)
            columns.append(columns.empty() ? "" : ", ").append(column.name);
        SQLite::Statement row(m_transaction.handle(),
                              "SELECT " + columns +
                                  " FROM focus_charge_history WHERE x_ChargeId = ?");
        row.bind(1, m_history.charge);
        if (!row.executeStep())
            return false;
        for (std::size_t i = 0; i < charge_columns.size(); ++i)
            m_history.cells[i] = text_of(row.getColumn(static_cast<int>(i)));
        return true;
    }

    void read_origin() {
        SQLite::Statement row(m_transaction.handle(), select_origin);
        row.bind(1, m_history.charge);
        row.executeStep();
        m_history.import_id = row.getColumn(0).getInt64();
        m_history.file_sha256 = text_of(row.getColumn(9)).value_or(row.getColumn(1).getString());
        m_history.cost = row.getColumn(2).getString();
        m_history.mends = number_of(row.getColumn(3));
        m_history.is_review = row.getColumn(4).getInt() != 0;
        m_history.imported = event_of(row, 5);
        if (m_history.is_review)
            m_history.imported.entry = row.getColumn(10).getInt64();
        m_history.home_status = row.getColumn(11).getString();
        m_history.superseded_by = number_of(row.getColumn(12));
        read_attribution(number_of(row.getColumn(13)));
    }

    void read_attribution(std::optional<std::int64_t> attribution) {
        const auto& texts = m_attributions.texts(attribution);
        std::ranges::copy(texts.values, m_history.found.begin());
        std::ranges::copy(texts.origins, m_history.found_origins.begin());
    }

    void read_state() {
        const auto charge = ReviewedCharges(m_transaction).find(m_history.charge).value();
        m_history.payer = charge.payer;
        m_history.payer_origins = charge.origins;
        m_history.home = charge.home.text();
        if (charge.carried_into)
            m_history.carried_into = charge.carried_into->text();
        m_history.decision = charge.decision;
        m_history.reversed_by = charge.reversed_by;
        SQLite::Statement places(m_transaction.handle(),
                                 "SELECT id FROM charge WHERE corrects = ? AND"
                                 " correction = 2 ORDER BY id");
        places.bind(1, m_history.charge);
        while (places.executeStep())
            m_history.replaced_by.push_back(places.getColumn(0).getInt64());
    }

    std::vector<DecisionHistory> read_decisions(const std::string& sql) {
        SQLite::Statement rows(m_transaction.handle(), sql);
        rows.bind(1, m_history.charge);
        std::vector<DecisionHistory> found;
        while (rows.executeStep()) {
            DecisionHistory decision{.number = rows.getColumn(0).getInt64(),
                                     .charge = rows.getColumn(1).getInt64(),
                                     .verdict = rows.getColumn(2).getString(),
                                     .note = text_of(rows.getColumn(3)),
                                     .payer = {},
                                     .flags = flag_list(rows.getColumn(5).getInt64()),
                                     .made = event_of(rows, 6),
                                     .ended = {},
                                     .ending = rows.getColumn(14).getString(),
                                     .ending_note = text_of(rows.getColumn(15))};
            std::ranges::copy(m_attributions.texts(number_of(rows.getColumn(4))).values,
                              decision.payer.begin());
            if (!rows.isColumnNull(10))
                decision.ended = event_of(rows, 10);
            found.push_back(std::move(decision));
        }
        return found;
    }

    const Transaction& m_transaction;
    StoredAttributions m_attributions;
    ChargeHistory m_history;
};

}  // namespace

ChargeHistory query_charge_history(const Transaction& transaction, std::int64_t charge) {
    return transaction.run([&] {
        LifeReader reader(transaction, charge);
        if (!reader.read()) {
            throw Error(ErrorKind::state,
                        make_diagnostic(560, {.file = transaction.path(), .line = 0, .column = 0},
                                        "there is no charge " + std::to_string(charge), {},
                                        "their numbers: focus-billing charges"));
        }
        return reader.take();
    });
}

}  // namespace focus_billing
