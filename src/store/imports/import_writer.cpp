#include "focus_billing/store/imports/import_writer.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <set>

#include "focus_billing/format/sha256.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/charges/charge_inserter.hpp"
#include "store/imports/apply_difference.hpp"
#include "store/imports/import_record_writer.hpp"
#include "store/period_status.hpp"

namespace focus_billing {

class ImportWriter::Import {
public:
    Import(Transaction& transaction, ImportStart start)
        : m_transaction(transaction), m_start(std::move(start)), m_inserter(m_transaction),
          m_comparison(m_transaction, m_start.settings), m_import(next_id("import")),
          m_first_charge(next_id("charge")) {}

    void add(const ChargeBatch& batch) {
        m_inserter.begin_batch();
        for (const auto& charge : batch.charges())
            add(charge);
    }

    void begin_part() { m_inserter.begin_part(static_cast<std::int64_t>(m_parts.size()) + 1); }
    void end_part(const ImportPart& part) { m_parts.push_back(part); }

    [[nodiscard]] std::int64_t number() const { return m_import; }
    [[nodiscard]] const DeliveryComparison& comparison() const { return m_comparison; }
    [[nodiscard]] std::vector<Diagnostic> finish() { return m_comparison.finish(); }

    std::int64_t commit(const ImportEnd& end, const ChargeSummary& summary) {
        ImportEffects effects;
        add_stored_rows(summary, m_comparison.outcome(), effects);
        apply_difference(m_transaction, m_import, m_comparison, effects);
        const std::int64_t after = next_id("charge");
        write_import_record(m_transaction, {.number = m_import,
                                            .start = m_start,
                                            .end = end,
                                            .summary = summary,
                                            .outcome = m_comparison.outcome(),
                                            .effects = effects,
                                            .parts = m_parts,
                                            .stored = m_stored,
                                            .first_charge = m_first_charge,
                                            .last_charge = after - 1});
        hold_revised(m_transaction, m_comparison.revised(), m_ids);
        m_transaction.commit();
        return m_import;
    }

private:
    std::int64_t next_id(const std::string& table) {
        return m_transaction.handle()
            .execAndGet("SELECT coalesce(max(id), 0) + 1 FROM " + table)
            .getInt64();
    }

    void add(const StorableCharge& charge) {
        FlagSet flags = charge.flags;
        switch (m_comparison.take(charge)) {
        case RowFate::unchanged:
        case RowFate::dropped: return;
        case RowFate::correction:
            if (m_comparison.was_duplicate())
                flags.add(Flag::possible_duplicate);
            m_inserter.stage(charge, flags, m_import, m_comparison.last_reference());
            return;
        case RowFate::possible_duplicate: flags.add(Flag::possible_duplicate); break;
        case RowFate::added: break;
        }
        open_month(charge.billing_period);
        const auto reference = m_comparison.last_reference();
        const bool is_itemised = reference != m_last_reference;
        m_last_reference = reference;
        const auto id = m_inserter.insert(charge, flags, m_import);
        if (is_itemised && m_comparison.may_revise_decisions())
            m_ids.emplace_hint(m_ids.end(), reference, id);
        ++m_stored;
    }

    void open_month(BillingPeriod period) {
        if (period == m_last_period)
            return;
        m_last_period = period;
        if (m_periods.insert(period.key()).second && !find_period_status(m_transaction, period))
            open_period(m_transaction, period, m_start.audit_context);
    }

    Transaction& m_transaction;
    ImportStart m_start;
    ChargeInserter m_inserter;
    DeliveryComparison m_comparison;
    std::int64_t m_import;
    std::int64_t m_first_charge;
    std::int64_t m_stored = 0;
    std::int64_t m_last_reference = 0;
    std::map<std::int64_t, std::int64_t> m_ids;  // of new rows that may revise a decision
    std::vector<ImportPart> m_parts;
    BillingPeriod m_last_period;
    std::set<int> m_periods;
};

ImportWriter::ImportWriter(Database& database, ImportStart start)
    : m_transaction(database, Transaction::Purpose::load) {
    m_transaction.run(
        [&] { m_import = std::make_unique<Import>(m_transaction, std::move(start)); });
}

ImportWriter::~ImportWriter() = default;

std::int64_t ImportWriter::number() const {
    return m_import->number();
}

void ImportWriter::add(const ChargeBatch& batch) {
    m_transaction.run([&] { m_import->add(batch); });
}

void ImportWriter::begin_part() {
    m_import->begin_part();
}

void ImportWriter::end_part(const ImportPart& part) {
    m_import->end_part(part);
}

std::vector<Diagnostic> ImportWriter::finish() {
    return m_transaction.run([&] { return m_import->finish(); });
}

const DeliveryComparison& ImportWriter::comparison() const {
    return m_import->comparison();
}

std::int64_t ImportWriter::commit(const ImportEnd& end, const ChargeSummary& summary) {
    return m_transaction.run([&] { return m_import->commit(end, summary); });
}

}  // namespace focus_billing
