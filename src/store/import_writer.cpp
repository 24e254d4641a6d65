#include "focus_billing/store/import_writer.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstring>
#include <set>
#include <unordered_map>

#include "focus_billing/format/sha256.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/store/find_import.hpp"
#include "focus_billing/store/insert_statement.hpp"
#include "focus_billing/store/text_ids.hpp"

namespace focus_billing {

namespace {

constexpr const char* insert_charge = R"sql(
INSERT INTO charge (import_id, line, period, flags, attribution, tag_set, start, start_nanoseconds,
    end, end_nanoseconds, billed_cost, list_cost, contracted_cost, effective_cost,
    consumed_quantity, currency, resource_id, resource_name, charge_category, charge_class,
    charge_description, service_name, service_category, region_id, sku_id, sub_account_id,
    sub_account_name, provider_name, invoice_id, consumed_unit, content_hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
)sql";

constexpr const char* insert_attribution = R"sql(
INSERT INTO attribution (pi_email, project_id, fund_org, cost_center, account_code, reference_1,
    reference_2, end_date, reconciliation_end)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
)sql";

constexpr char separator = '\x1F';
constexpr std::int64_t no_attribution = -1;

std::string joined(const AttributeTexts& attributes) {
    std::string key;
    for (const auto attribute : attributes) {
        key += attribute;
        key += separator;
    }
    return key;
}

void bind_instant(InsertStatement& insert, const std::optional<Instant>& instant) {
    if (!instant) {
        insert.bind_null();
        insert.bind_null();
        return;
    }
    insert.bind(instant->seconds);
    if (instant->nanoseconds == 0) {
        insert.bind_null();
    } else {
        insert.bind(std::int64_t{instant->nanoseconds});
    }
}

std::string some(std::uint64_t rows, const DecimalSum& sum) {
    return rows == 0 ? std::string() : sum.text();
}

}  // namespace

class ImportWriter::Transaction {
public:
    Transaction(Database& database, ImportStart start)
        : m_database(database.handle()), m_start(std::move(start)),
          m_without_foreign_keys(m_database),
          m_transaction(m_database, SQLite::TransactionBehavior::IMMEDIATE),
          m_charge(m_database, insert_charge), m_attribution(m_database, insert_attribution),
          m_name(m_database, "INSERT INTO name (text) VALUES (?)"),
          m_tag_set(m_database, "INSERT INTO tag_set (tags, fault) VALUES (?, ?)"),
          m_import_id(next_id("import")), m_first_charge(next_id("charge")) {
        for_newest("SELECT id, text FROM name ORDER BY id DESC LIMIT ?",
                   [&](std::int64_t id, const std::string& text) { m_names.remember(text, id); });
        Sha256Hasher hasher;
        for_newest("SELECT id, tags FROM tag_set WHERE fault IS NULL ORDER BY id DESC LIMIT ?",
                   [&](std::int64_t id, const std::string& tags) {
                       m_tag_ids[hasher.content_hash(tags)].tag_set = id;
                   });
    }

    void add(const ChargeBatch& batch) {
        m_name_places.forget_all();
        for (const auto& charge : batch.charges())
            add(charge);
    }

    void add(const StorableCharge& charge) {
        open_period(charge.billing_period);
        m_charge.bind(m_import_id);
        m_charge.bind(static_cast<std::int64_t>(charge.line));
        m_charge.bind(std::int64_t{charge.billing_period.key()});
        m_charge.bind(std::int64_t{charge.flags.bits()});
        const auto [tag_set, attribution] = tag_ids(charge);
        if (attribution == no_attribution) {
            m_charge.bind_null();
        } else {
            m_charge.bind(attribution);
        }
        m_charge.bind(tag_set);
        bind_instant(m_charge, charge.charge_period_start);
        bind_instant(m_charge, charge.charge_period_end);
        bind_texts(charge);
        m_charge.bind_blob(charge.hash.data(), charge.hash.size());
        m_charge.insert();
        ++m_stored;
    }

    [[nodiscard]] std::int64_t number() const { return m_import_id; }

    std::int64_t commit(const ImportEnd& end, const ChargeSummary& summary) {
        insert_import(end, summary);
        for (const auto& [key, totals] : summary.periods())
            insert_total(key, totals);
        m_transaction.commit();
        return m_import_id;
    }

private:
    // The ids that are stored come from this very transaction; looking each of them up again
    // would cost more than the insert. PRAGMA foreign_key_check tells that all is well.
    class WithoutForeignKeys {
    public:
        explicit WithoutForeignKeys(SQLite::Database& database) : m_database(database) {
            m_database.exec("PRAGMA foreign_keys = OFF");
        }
        WithoutForeignKeys(const WithoutForeignKeys&) = delete;
        WithoutForeignKeys& operator=(const WithoutForeignKeys&) = delete;
        ~WithoutForeignKeys() { m_database.tryExec("PRAGMA foreign_keys = ON"); }

    private:
        SQLite::Database& m_database;
    };

    std::int64_t next_id(const std::string& table) {
        return m_database.execAndGet("SELECT coalesce(max(id), 0) + 1 FROM " + table).getInt64();
    }

    template <class Action>
    void for_newest(const char* sql, Action action) {
        SQLite::Statement query(m_database, sql);
        query.bind(1, static_cast<std::int64_t>(TextIds::most_texts / 2));
        while (query.executeStep())
            action(query.getColumn(0).getInt64(), query.getColumn(1).getString());
    }

    void open_period(BillingPeriod period) {
        if (period == m_last_period)
            return;
        m_last_period = period;
        if (!m_periods.insert(period.key()).second)
            return;
        if (auto second = find_second_import(m_database, m_start.source, period, m_start.file_name))
            throw Error(ErrorKind::state, std::move(*second));
        SQLite::Statement insert(m_database,
                                 "INSERT OR IGNORE INTO period (key, opened_at) VALUES (?, ?)");
        insert.bind(1, period.key());
        insert.bind(2, m_start.occasion.at);
        insert.exec();
    }

    // What the tags of a charge were stored as. The same tags always name the same payer.
    struct TagIds {
        std::int64_t tag_set = 0;
        std::int64_t attribution = 0;
    };
    struct FirstBytes {
        std::size_t operator()(const ContentHash& hash) const {
            std::size_t bytes = 0;
            std::memcpy(&bytes, hash.data(), sizeof bytes);
            return bytes;
        }
    };

    TagIds tag_ids(const StorableCharge& charge) {
        if (!charge.tags_fault.empty())
            return {store_tag_set(charge), attribution_id(*charge.attributes)};
        if (m_tag_ids.size() >= TextIds::most_texts)
            m_tag_ids.clear();
        TagIds& ids = m_tag_ids[charge.tags_hash];
        if (ids.tag_set == 0)
            ids.tag_set = store_tag_set(charge);
        if (ids.attribution == 0)
            ids.attribution = attribution_id(*charge.attributes);
        return ids;
    }

    std::int64_t attribution_id(const AttributeTexts& attributes) {
        const std::string key = joined(attributes);
        if (key.size() == attribute_count)
            return no_attribution;
        m_attributes = &attributes;
        return m_attributions.id_of(key);
    }

    void bind_texts(const StorableCharge& charge) {
        for (std::size_t i = 0; i < index_of(StoredText::tags); ++i) {
            const auto text = charge.texts[i];
            const bool is_name = i >= index_of(StoredText::charge_category);
            if (is_name && !text.empty()) {
                m_charge.bind(name_id(text));
            } else {
                m_charge.bind_or_null(text);
            }
        }
    }

    std::int64_t name_id(std::string_view text) {
        std::int64_t id = m_name_places.id_at(text.data());
        if (id == 0) {
            id = m_names.id_of(text);
            m_name_places.remember(text.data(), id);
        }
        return id;
    }

    std::int64_t store_name(std::string_view text) {
        m_name.bind(text);
        return m_name.insert();
    }

    std::int64_t store_tag_set(const StorableCharge& charge) {
        m_tag_set.bind(charge.texts[index_of(StoredText::tags)]);
        m_tag_set.bind_or_null(charge.tags_fault);
        return m_tag_set.insert();
    }

    std::int64_t store_attribution() {
        for (const auto attribute : *m_attributes)
            m_attribution.bind_or_null(attribute);
        return m_attribution.insert();
    }

    void insert_import(const ImportEnd& end, const ChargeSummary& summary) {
        InsertStatement insert(m_database, R"sql(
INSERT INTO import (id, source, file_name, sha256, file_size, cost, rows_read, stored, rejected,
    held, first_charge, last_charge, imported_at, os_user, actor)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql");
        insert.bind(m_import_id);
        insert.bind(m_start.source);
        insert.bind(m_start.file_name);
        insert.bind(end.sha256);
        insert.bind(static_cast<std::int64_t>(end.file_size));
        insert.bind(m_start.cost == CostBasis::billed ? "billed" : "effective");
        insert.bind(static_cast<std::int64_t>(end.rows_read));
        insert.bind(m_stored);
        insert.bind(static_cast<std::int64_t>(end.rejected));
        insert.bind(static_cast<std::int64_t>(summary.held_rows()));
        if (m_stored == 0) {
            insert.bind_null();
            insert.bind_null();
        } else {
            insert.bind(m_first_charge);
            insert.bind(m_first_charge + m_stored - 1);
        }
        insert.bind(m_start.occasion.at);
        insert.bind(m_start.occasion.os_user);
        insert.bind_or_null(m_start.occasion.actor);
        insert.insert();
    }

    void insert_total(const ChargeSummary::Key& key, const CurrencyTotals& totals) {
        InsertStatement insert(m_database, R"sql(
INSERT INTO import_total (import_id, period, currency, charges, billed, list, effective, held,
    held_cost, stored, stored_cost)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?4, ?5))sql");
        const std::string billed = totals.billed.text();
        const std::string list = some(totals.rows_with_list, totals.list);
        const std::string effective = some(totals.rows_with_effective, totals.effective);
        const std::string held = totals.held.text();
        insert.bind(m_import_id);
        insert.bind(std::int64_t{key.first.key()});
        insert.bind(key.second);
        insert.bind(static_cast<std::int64_t>(totals.rows));
        insert.bind(billed);
        insert.bind_or_null(list);
        insert.bind_or_null(effective);
        insert.bind(static_cast<std::int64_t>(totals.held_rows));
        insert.bind(held);
        insert.insert();
    }

    SQLite::Database& m_database;
    ImportStart m_start;
    WithoutForeignKeys m_without_foreign_keys;
    SQLite::Transaction m_transaction;
    InsertStatement m_charge;
    InsertStatement m_attribution;
    InsertStatement m_name;
    InsertStatement m_tag_set;
    TextIds m_names{[this](std::string_view text) { return store_name(text); }};
    std::unordered_map<ContentHash, TagIds, FirstBytes> m_tag_ids;
    TextIds m_attributions{[this](std::string_view) { return store_attribution(); }};
    std::int64_t m_import_id;
    std::int64_t m_first_charge;
    std::int64_t m_stored = 0;
    BillingPeriod m_last_period;
    std::set<int> m_periods;
    const AttributeTexts* m_attributes = nullptr;
    PlaceIds m_name_places;
};

ImportWriter::ImportWriter(Database& database, ImportStart start) : m_path(database.path()) {
    with_database_errors(
        m_path, [&] { m_transaction = std::make_unique<Transaction>(database, std::move(start)); });
}

ImportWriter::~ImportWriter() = default;

std::int64_t ImportWriter::number() const {
    return m_transaction->number();
}

void ImportWriter::add(const ChargeBatch& batch) {
    with_database_errors(m_path, [&] { m_transaction->add(batch); });
}

std::int64_t ImportWriter::commit(const ImportEnd& end, const ChargeSummary& summary) {
    std::int64_t number = 0;
    with_database_errors(m_path, [&] { number = m_transaction->commit(end, summary); });
    return number;
}

}  // namespace focus_billing
