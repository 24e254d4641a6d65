#include "focus_billing/store/attribute_month.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "focus_billing/model/error.hpp"
#include "focus_billing/store/attribution_ids.hpp"
#include "focus_billing/store/attribution_tally.hpp"
#include "focus_billing/store/audit_trail.hpp"
#include "focus_billing/store/configuration_record.hpp"
#include "focus_billing/store/insert_statement.hpp"
#include "focus_billing/store/month_rows.hpp"
#include "focus_billing/store/period_life.hpp"
#include "focus_billing/store/stored_attributions.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t most_remembered = 50'000;

Error refusal(const Database& database, BillingPeriod period, std::optional<PeriodStatus> status) {
    const auto month = period.text();
    const auto make = [&](int code, std::string message, std::string help) {
        return Error(ErrorKind::state,
                     make_diagnostic(code, {.file = database.path(), .line = 0, .column = 0},
                                     std::move(message), {}, std::move(help)));
    };
    if (!status)
        return make(533, month + " was never opened",
                    "'focus-billing periods list' shows the months that were");
    if (*status == PeriodStatus::finalized)
        return make(535, month + " is finalized, and never changes again",
                    "what is wrong in it is put right in an open month: focus-billing review "
                    "reassign");
    return make(534, month + " is closed already",
                "what is wrong in it is put right in an open month: focus-billing review reassign; "
                "or open it again: focus-billing periods reopen " +
                    month + " --reason TEXT");
}

// Those that a reviewer has linked to a charge of a month that is not open.
std::set<std::int64_t> review_imports(SQLite::Database& database) {
    SQLite::Statement query(database, "SELECT id FROM import WHERE review IS NOT NULL");
    std::set<std::int64_t> imports;
    while (query.executeStep())
        imports.insert(query.getColumn(0).getInt64());
    return imports;
}

}  // namespace

class AttributeMonth::Run {
public:
    Run(Database& database, BillingPeriod period, bool dry_run)
        : m_database(database.handle()),
          m_transaction(m_database, dry_run ? SQLite::TransactionBehavior::DEFERRED
                                            : SQLite::TransactionBehavior::IMMEDIATE),
          m_period(opened(database, period)), m_rows(m_database, period), m_attributions(m_database),
          m_reviews(review_imports(m_database)),
          m_tags(m_database, "SELECT tags, fault IS NOT NULL FROM tag_set WHERE id = ?") {
        if (!dry_run)
            m_ids.emplace(m_database);
        SQLite::Statement sources(m_database, "SELECT id, source FROM import");
        while (sources.executeStep())
            m_sources.emplace(sources.getColumn(0).getInt64(), sources.getColumn(1).getString());
    }

    bool next() {
        while (m_rows.next()) {
            const auto& row = m_rows.row();
            if (row.correction == 1 || m_reviews.contains(row.import_id) || row.carried_into)
                continue;
            read(row);
            return true;
        }
        return false;
    }

    [[nodiscard]] const AttributedCharge& charge() const { return m_charge; }

    StoredTags tags(std::int64_t tag_set) {
        m_tags.reset();
        m_tags.bind(1, tag_set);
        if (!m_tags.executeStep())
            return {};
        return {.text = m_tags.getColumn(0).getString(),
                .is_faulty = m_tags.getColumn(1).getInt() != 0};
    }

    void set(const Attribution& attribution, FlagSet flags) {
        const auto sameness = compare(attribution);
        const bool ends =
            m_charge.is_decided && (sameness == Sameness::nothing || flags != m_charge.flags);
        if (ends)
            flags.add(Flag::revised_after_decision);
        m_tally.look(m_charge, flags);
        if (sameness == Sameness::all && flags == m_charge.flags)
            return;
        const AttributionTexts now{.values = attribution.values, .origins = attribution.origins};
        m_tally.change(m_charge, m_attributions.texts(m_charge.attribution).values, now.values, flags,
                       ends);
        if (m_ids) {
            m_changes.push_back({.charge = m_charge.id,
                                 .attribution = m_ids->id_of(now).value_or(-1),
                                 .flags = flags.bits(),
                                 .ends_decision = ends});
        }
    }

    [[nodiscard]] ReattributionReport report() const { return m_tally.report(m_period); }

    std::optional<std::int64_t> commit(const Occasion& occasion, const std::string& configuration) {
        if (m_changes.empty())
            return std::nullopt;
        const auto used = record_configuration(m_database, configuration, occasion);
        const auto report = m_tally.report(m_period);
        append_audit(m_database, {.occasion = occasion,
                                  .action = "attribute",
                                  .subject = "period " + m_period.text(),
                                  .period = m_period,
                                  .after = attribution_json(report, used.sha256)});
        const auto entry = m_database.execAndGet("SELECT max(seq) FROM audit").getInt64();
        apply(entry);
        insert_effects(report, entry);
        m_transaction.commit();
        return entry;
    }

private:
    enum class Sameness : std::uint8_t { nothing, payer, all };
    struct Change {
        std::int64_t charge;
        std::int64_t attribution;
        std::uint16_t flags;
        bool ends_decision;
    };

    static BillingPeriod opened(Database& database, BillingPeriod period) {
        const auto status = find_period_status(database.handle(), period);
        if (status != PeriodStatus::open)
            throw refusal(database, period, status);
        return period;
    }

    void read(const MonthRow& row) {
        const StorableCharge& stored = row.charge;
        const auto text = [&](StoredText column) { return stored.texts[index_of(column)]; };
        const auto amount = [&](StoredText column) {
            return text(column).empty() ? std::nullopt
                                        : std::optional(parse_decimal(text(column)).value);
        };
        m_charge.id = row.id;
        m_charge.source = m_sources.at(row.import_id);
        m_charge.tag_set = row.tag_set;
        m_charge.flags = FlagSet(static_cast<std::uint16_t>(row.flags));
        m_charge.attribution = row.attribution;
        m_charge.is_decided = row.decision.has_value();
        Charge& charge = m_charge.charge;
        charge.line = stored.line;
        charge.billing_period = stored.billing_period;
        charge.charge_period_start = stored.charge_period_start;
        charge.charge_period_end = stored.charge_period_end;
        charge.billed_cost = amount(StoredText::billed_cost).value_or(Decimal());
        charge.effective_cost = amount(StoredText::effective_cost);
        charge.billing_currency = text(StoredText::billing_currency);
        charge.charge_category = text(StoredText::charge_category);
        charge.charge_class = text(StoredText::charge_class);
        charge.charge_description = text(StoredText::charge_description);
        charge.service_name = text(StoredText::service_name);
        charge.service_category = text(StoredText::service_category);
        charge.resource_id = text(StoredText::resource_id);
        charge.resource_name = text(StoredText::resource_name);
        charge.region_id = text(StoredText::region_id);
        charge.sku_id = text(StoredText::sku_id);
        charge.sub_account_id = text(StoredText::sub_account_id);
        charge.sub_account_name = text(StoredText::sub_account_name);
        charge.provider_name = text(StoredText::provider_name);
        charge.invoice_id = text(StoredText::invoice_id);
    }

    // Most charges have the same new and old attribution as others before them.
    Sameness compare(const Attribution& attribution) {
        if (attribution.number == 0)
            return compare_texts(attribution);
        // Each source has an attributor of its own, which numbers for itself.
        auto [known, is_new] = m_compared[m_charge.source].try_emplace(
            {attribution.number, m_charge.attribution.value_or(-1)});
        if (!is_new)
            return known->second;
        known->second = compare_texts(attribution);
        const auto sameness = known->second;
        if (m_compared[m_charge.source].size() > most_remembered)
            m_compared.clear();
        return sameness;
    }

    Sameness compare_texts(const Attribution& attribution) {
        const auto& stored = m_attributions.texts(m_charge.attribution);
        if (attribution.values != stored.values)
            return Sameness::nothing;
        return attribution.origins == stored.origins ? Sameness::all : Sameness::payer;
    }

    void apply(std::int64_t entry) {
        InsertStatement update(m_database,
                               "UPDATE OR FAIL charge SET attribution = ?, flags = ? WHERE id = ?");
        SQLite::Statement end(m_database,
                              "UPDATE decision SET ended_by = ?1, ending = 'revised' WHERE id ="
                              " (SELECT decision FROM charge WHERE id = ?2) AND ended_by IS NULL");
        SQLite::Statement leave(m_database, "UPDATE charge SET decision = NULL WHERE decision ="
                                            " (SELECT decision FROM charge WHERE id = ?)");
        for (const auto& change : m_changes) {
            if (change.ends_decision) {
                end.reset();
                end.bind(1, entry);
                end.bind(2, change.charge);
                end.exec();
                leave.reset();
                leave.bind(1, change.charge);
                leave.exec();
            }
            if (change.attribution < 0) {
                update.bind_null();
            } else {
                update.bind(change.attribution);
            }
            update.bind(std::int64_t{change.flags});
            update.bind(change.charge);
            update.insert();
        }
    }

    void insert_effects(const ReattributionReport& report, std::int64_t entry) {
        SQLite::Statement insert(m_database,
                                 "INSERT INTO attribution_effect VALUES (?, ?, ?, ?, ?)");
        for (const auto& [currency, before] : report.flagged_before) {
            const auto& after = report.flagged_after.at(currency);
            insert.reset();
            insert.bind(1, entry);
            insert.bind(2, m_period.key());
            insert.bind(3, currency);
            insert.bind(4, static_cast<std::int64_t>(after.charges) -
                               static_cast<std::int64_t>(before.charges));
            insert.bind(5, after.cost.difference(before.cost).text());
            insert.exec();
        }
    }

    struct PairHash {
        std::size_t operator()(const std::pair<std::uint64_t, std::int64_t>& pair) const {
            return std::hash<std::uint64_t>()(pair.first * 0x9E3779B97F4A7C15U +
                                              static_cast<std::uint64_t>(pair.second));
        }
    };

    SQLite::Database& m_database;
    SQLite::Transaction m_transaction;
    BillingPeriod m_period;
    MonthRows m_rows;
    StoredAttributions m_attributions;
    std::set<std::int64_t> m_reviews;
    SQLite::Statement m_tags;
    std::optional<AttributionIds> m_ids;
    std::unordered_map<std::int64_t, std::string> m_sources;
    using Compared =
        std::unordered_map<std::pair<std::uint64_t, std::int64_t>, Sameness, PairHash>;
    std::map<std::string_view, Compared> m_compared;  // by source
    AttributedCharge m_charge;
    AttributionTally m_tally;
    std::vector<Change> m_changes;
};

AttributeMonth::AttributeMonth(Database& database, BillingPeriod period, bool dry_run)
    : m_path(database.path()) {
    with_database_errors(m_path, [&] { m_run = std::make_unique<Run>(database, period, dry_run); });
}

AttributeMonth::~AttributeMonth() = default;

bool AttributeMonth::next() {
    bool found = false;
    with_database_errors(m_path, [&] { found = m_run->next(); });
    return found;
}

const AttributedCharge& AttributeMonth::charge() const {
    return m_run->charge();
}

StoredTags AttributeMonth::tags(std::int64_t tag_set) {
    StoredTags tags;
    with_database_errors(m_path, [&] { tags = m_run->tags(tag_set); });
    return tags;
}

void AttributeMonth::set(const Attribution& attribution, FlagSet flags) {
    with_database_errors(m_path, [&] { m_run->set(attribution, flags); });
}

ReattributionReport AttributeMonth::report() const {
    return m_run->report();
}

std::optional<std::int64_t> AttributeMonth::commit(const Occasion& occasion,
                                                   const std::string& configuration) {
    std::optional<std::int64_t> entry;
    with_database_errors(m_path, [&] { entry = m_run->commit(occasion, configuration); });
    return entry;
}

}  // namespace focus_billing
