#include "focus_billing/store/charges/attribute_month.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "focus_billing/model/error.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/audit_trail.hpp"
#include "store/backup_database.hpp"
#include "store/charges/attribute_slice.hpp"
#include "store/period_status.hpp"

namespace focus_billing {

namespace {

Error refusal(const Transaction& transaction, BillingPeriod period,
              std::optional<PeriodStatus> status) {
    const auto month = period.text();
    const auto make = [&](int code, std::string message, std::string help) {
        return Error(ErrorKind::state,
                     make_diagnostic(code, {.file = transaction.path(), .line = 0, .column = 0},
                                     std::move(message), {}, std::move(help)));
    };
    if (!status)
        return make(533, month + " was never opened",
                    "'focus-billing periods list' shows the months that were");
    if (*status == PeriodStatus::finalized)
        return make(535, month + " is finalized, and never changes again",
                    "what is wrong in it is put right in an open month: focus-billing review "
                    "reassign");
    return make(534, month + " is closed",
                "what is wrong in it is put right in an open month: focus-billing review reassign; "
                "or open it again: focus-billing periods reopen " +
                    month + " --reason TEXT");
}

}  // namespace

class AttributeMonth::Run {
public:
    Run(Transaction& transaction, BillingPeriod period, unsigned parts,
        const std::optional<AttributionRequest>& request)
        : m_transaction(transaction), m_period(opened(transaction, period)) {
        if (request)
            begin_writing(*request);
        make_parts(parts);
    }

    [[nodiscard]] std::vector<AttributeSlice>& parts() { return m_parts; }

    [[nodiscard]] ReattributionReport report() const {
        AttributionTally tally;
        for (const auto& part : m_parts)
            tally.append(part.m_run->tally());
        return tally.report(m_period);
    }

    std::optional<std::int64_t> commit() {
        const auto report = this->report();
        if (report.changed == 0)
            return std::nullopt;
        append_audit(m_transaction, {.audit_context = m_audit_context,
                                     .action = "attribute",
                                     .subject = "period " + m_period.text(),
                                     .period = m_period,
                                     .after = attribution_json(report, m_configuration)});
        insert_effects(report);
        m_transaction.commit();
        return m_entry;
    }

private:
    static BillingPeriod opened(const Transaction& transaction, BillingPeriod period) {
        const auto status = find_period_status(transaction, period);
        if (status != PeriodStatus::open)
            throw refusal(transaction, period, status);
        return period;
    }

    // What is written refers to the entry, which comes last, when all is known that it tells.
    void begin_writing(const AttributionRequest& request) {
        m_audit_context = request.audit_context;
        m_configuration =
            record_configuration(m_transaction, request.configuration, request.audit_context)
                .sha256;
        m_entry = m_transaction.handle()
                      .execAndGet("SELECT ifnull(max(seq), 0) + 1 FROM audit")
                      .getInt64();
        m_updates.emplace(m_transaction, m_entry);
    }

    // The numbers of the month's charges, cut into ranges of the same size.
    void make_parts(unsigned count) {
        SQLite::Statement query(m_transaction.handle(),
                                "SELECT min(first_charge), max(last_charge) FROM import WHERE id IN"
                                " (SELECT import_id FROM import_effect WHERE period = ?)");
        query.bind(1, m_period.key());
        query.executeStep();
        const auto first = query.getColumn(0).getInt64();
        const auto last = query.getColumn(1).getInt64();
        const auto size = (last - first) / count + 1;
        for (auto begin = first; begin <= last; begin += size) {
            auto part = std::make_unique<AttributeSlice::Run>(
                Database::open_for_reading(m_transaction.path()), m_period, begin, begin + size - 1,
                m_updates ? &*m_updates : nullptr);
            if (!m_parts.empty() && part->last_entry() != m_parts.front().m_run->last_entry())
                throw SQLite::Exception("another command has just written", SQLITE_BUSY);
            m_parts.emplace_back(std::move(part));
        }
    }

    void insert_effects(const ReattributionReport& report) {
        SQLite::Statement insert(m_transaction.handle(),
                                 "INSERT INTO attribution_effect VALUES (?, ?, ?, ?, ?)");
        for (const auto& [currency, before] : report.flagged_before) {
            const auto& after = report.flagged_after.at(currency);
            insert.reset();
            insert.bind(1, m_entry);
            insert.bind(2, m_period.key());
            insert.bind(3, currency);
            insert.bind(4, static_cast<std::int64_t>(after.charges) -
                               static_cast<std::int64_t>(before.charges));
            insert.bind(5, after.cost.difference(before.cost).text());
            insert.exec();
        }
    }

    Transaction& m_transaction;
    BillingPeriod m_period;
    AuditContext m_audit_context;
    std::string m_configuration;  // SHA-256
    std::int64_t m_entry = 0;
    std::optional<SharedUpdates> m_updates;
    std::vector<AttributeSlice> m_parts;
};

AttributeMonth::AttributeMonth(Database& database, BillingPeriod period, unsigned parts,
                               const std::optional<AttributionRequest>& request)
    : m_transaction(database, request ? Transaction::Purpose::load : Transaction::Purpose::read) {
    m_transaction.run(
        [&] { m_run = std::make_unique<Run>(m_transaction, period, parts, request); });
}

AttributeMonth::~AttributeMonth() = default;

std::vector<AttributeSlice>& AttributeMonth::parts() {
    return m_run->parts();
}

ReattributionReport AttributeMonth::report() const {
    return m_run->report();
}

std::optional<std::int64_t> AttributeMonth::commit() {
    return m_transaction.run([&] { return m_run->commit(); });
}

}  // namespace focus_billing
