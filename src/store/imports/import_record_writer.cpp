#include "store/imports/import_record_writer.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "focus_billing/format/json.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/audit_trail.hpp"
#include "store/backup_database.hpp"
#include "store/prepared_insert.hpp"

namespace focus_billing {

namespace {

std::int64_t signed_of(std::uint64_t number) {
    return static_cast<std::int64_t>(number);
}

std::uint64_t held_charges(const ImportEffects& effects) {
    std::uint64_t held = 0;
    for (const auto& [key, effect] : effects)
        held += effect.added.held;
    return held;
}

class ImportRecordWriter {
public:
    ImportRecordWriter(const Transaction& transaction, const NewImport& import)
        : m_transaction(transaction), m_import(import) {}

    void run() {
        const auto configuration = record_configuration(m_transaction, m_import.start.configuration,
                                                        m_import.start.audit_context);
        m_configuration_hash = configuration.sha256;
        insert_import(configuration.id);
        for (const auto& [key, totals] : m_import.summary.periods())
            insert_total(key, totals);
        for (const auto& [key, effect] : m_import.effects)
            insert_effect(key, effect);
        for (const auto& period : m_import.outcome.periods)
            insert_period(period);
        for (const auto& part : m_import.parts)
            insert_part(part);
        for (const auto& [currency, tally] : m_import.end.rejected_costs)
            insert_rejected(currency, tally);
        append_audit(m_transaction, {.audit_context = m_import.start.audit_context,
                                     .action = "import",
                                     .subject = "import " + std::to_string(m_import.number),
                                     .import_number = m_import.number,
                                     .before = superseded_json(),
                                     .after = import_json()});
    }

private:
    [[nodiscard]] bool has_charges() const { return m_import.last_charge >= m_import.first_charge; }

    void insert_import(std::int64_t configuration) {
        InsertStatement insert(m_transaction.handle(), R"sql(
INSERT INTO import (id, source, series, file_name, sha256, file_size, cost, rows_read, stored,
    unchanged, corrected, rejected, held, mends, first_charge, last_charge, imported_at, os_user,
    actor, configuration)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql");
        const auto& settings = m_import.start.settings;
        const auto& audit_context = m_import.start.audit_context;
        const auto bind_if = [&](bool is_known, std::int64_t number) {
            if (is_known) {
                insert.bind(number);
            } else {
                insert.bind_null();
            }
        };
        insert.bind(m_import.number);
        insert.bind(settings.source);
        insert.bind(settings.series);
        insert.bind(settings.file_name);
        insert.bind(m_import.end.sha256);
        insert.bind(signed_of(m_import.end.file_size));
        insert.bind(m_import.start.cost == CostBasis::billed ? "billed" : "effective");
        insert.bind(signed_of(m_import.end.rows_read));
        insert.bind(m_import.stored);
        insert.bind(signed_of(m_import.outcome.unchanged_rows));
        insert.bind(signed_of(m_import.outcome.corrected_rows));
        insert.bind(signed_of(m_import.end.rejected));
        insert.bind(signed_of(held_charges(m_import.effects)));
        bind_if(settings.mends.has_value(), settings.mends.value_or(0));
        bind_if(has_charges(), m_import.first_charge);
        bind_if(has_charges(), m_import.last_charge);
        insert.bind(audit_context.at);
        insert.bind(audit_context.os_user);
        insert.bind_or_null(audit_context.actor);
        insert.bind(configuration);
        insert.insert();
    }

    static ChargeTally tally_of(const std::map<DeliveryOutcome::Key, ChargeTally>& tallies,
                                const DeliveryOutcome::Key& key) {
        const auto found = tallies.find(key);
        return found == tallies.end() ? ChargeTally{} : found->second;
    }

    void insert_total(const ChargeSummary::Key& key, const CurrencyTotals& totals) {
        InsertStatement insert(m_transaction.handle(), R"sql(
INSERT INTO import_total (import_id, period, currency, charges, billed, list, effective, held,
    held_cost, stored, stored_cost, unchanged, unchanged_cost, corrected, corrected_cost)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql");
        const ChargeTally unchanged = tally_of(m_import.outcome.unchanged, key);
        const ChargeTally corrected = tally_of(m_import.outcome.corrected, key);
        const std::vector<std::string> texts = {
            totals.billed.text(),
            totals.rows_with_list == 0 ? "" : totals.list.text(),
            totals.rows_with_effective == 0 ? "" : totals.effective.text(),
            totals.held.text(),
            totals.billed.difference(unchanged.cost).difference(corrected.cost).text(),
            unchanged.cost.text(),
            corrected.cost.text()};
        insert.bind(m_import.number);
        insert.bind(std::int64_t{key.first.key()});
        insert.bind(key.second);
        insert.bind(signed_of(totals.rows));
        insert.bind(texts[0]);
        insert.bind_or_null(texts[1]);
        insert.bind_or_null(texts[2]);
        insert.bind(signed_of(totals.held_rows));
        insert.bind(texts[3]);
        insert.bind(signed_of(totals.rows - unchanged.charges - corrected.charges));
        insert.bind(texts[4]);
        insert.bind(signed_of(unchanged.charges));
        insert.bind(texts[5]);
        insert.bind(signed_of(corrected.charges));
        insert.bind(texts[6]);
        insert.insert();
    }

    void insert_effect(const ImportEffects::key_type& key, const ImportEffect& effect) {
        InsertStatement insert(m_transaction.handle(),
                               "INSERT INTO import_effect VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        const std::string added = effect.added.cost.text();
        const std::string removed = effect.removed.cost.text();
        const std::string held = effect.added.held_cost.difference(effect.removed.held_cost).text();
        insert.bind(m_import.number);
        insert.bind(std::int64_t{key.first.key()});
        insert.bind(key.second);
        insert.bind(signed_of(effect.added.charges));
        insert.bind(added);
        insert.bind(signed_of(effect.removed.charges));
        insert.bind(removed);
        insert.bind(signed_of(effect.changed));
        insert.bind(signed_of(effect.added.held) - signed_of(effect.removed.held));
        insert.bind(held);
        insert.insert();
    }

    void insert_period(const DeliveredPeriod& period) {
        InsertStatement insert(m_transaction.handle(),
                               "INSERT INTO import_period (period, import_id, kind)"
                               " VALUES (?, ?, ?)");
        insert.bind(std::int64_t{period.period.key()});
        insert.bind(m_import.number);
        insert.bind(name_of(period.kind));
        insert.insert();
        SQLite::Statement supersede(m_transaction.handle(),
                                    "UPDATE import_period SET superseded_by = ?"
                                    " WHERE period = ? AND import_id = ?");
        for (const auto& earlier : period.superseded) {
            supersede.reset();
            supersede.bind(1, m_import.number);
            supersede.bind(2, period.period.key());
            supersede.bind(3, earlier.number);
            supersede.exec();
        }
    }

    void insert_part(const ImportPart& part) {
        InsertStatement insert(m_transaction.handle(),
                               "INSERT INTO import_file VALUES (?, ?, ?, ?, ?, ?)");
        insert.bind(m_import.number);
        insert.bind(++m_part);
        insert.bind(part.name);
        insert.bind(part.sha256);
        insert.bind(signed_of(part.file_size));
        insert.bind(signed_of(part.rows_read));
        insert.insert();
    }

    void insert_rejected(const std::string& currency, const ChargeTally& tally) {
        InsertStatement insert(m_transaction.handle(),
                               "INSERT INTO import_rejected VALUES (?, ?, ?, ?)");
        const std::string billed = tally.cost.text();
        insert.bind(m_import.number);
        insert.bind(currency);
        insert.bind(signed_of(tally.charges));
        insert.bind(billed);
        insert.insert();
    }

    [[nodiscard]] std::optional<std::string> superseded_json() const {
        std::string json;
        for (const auto& period : m_import.outcome.periods) {
            for (const auto& earlier : period.superseded) {
                json += (json.empty() ? "{\"superseded\":[" : ",") + std::string("{\"import\":") +
                        std::to_string(earlier.number) + ",\"period\":\"" + period.period.text() +
                        "\"}";
            }
        }
        return json.empty() ? std::nullopt : std::optional(json + "]}");
    }

    [[nodiscard]] std::string import_json() const {
        const auto& settings = m_import.start.settings;
        std::string json = "{\"source\":" + json_string(settings.source) +
                           ",\"file\":" + json_string(settings.file_name) + ",\"sha256\":\"" +
                           m_import.end.sha256 +
                           "\",\"rows\":" + std::to_string(m_import.end.rows_read) +
                           ",\"stored\":" + std::to_string(m_import.stored) +
                           ",\"unchanged\":" + std::to_string(m_import.outcome.unchanged_rows) +
                           ",\"corrected\":" + std::to_string(m_import.outcome.corrected_rows) +
                           ",\"rejected\":" + std::to_string(m_import.end.rejected) +
                           ",\"configuration\":\"" + m_configuration_hash + "\",\"effects\":[";
        for (const auto& [key, effect] : m_import.effects) {
            json += (json.back() == '[' ? "{\"period\":\"" : ",{\"period\":\"") + key.first.text() +
                    "\",\"currency\":" + json_string(key.second) + ",\"added\":\"" +
                    effect.added.cost.text() + "\",\"removed\":\"" + effect.removed.cost.text() +
                    "\"}";
        }
        return json + "]}";
    }

    const Transaction& m_transaction;
    const NewImport& m_import;
    std::string m_configuration_hash;
    std::int64_t m_part = 0;
};

}  // namespace

void write_import_record(const Transaction& transaction, const NewImport& import) {
    ImportRecordWriter(transaction, import).run();
}

}  // namespace focus_billing
