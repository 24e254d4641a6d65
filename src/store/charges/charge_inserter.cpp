#include "store/charges/charge_inserter.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstring>
#include <optional>
#include <unordered_map>

#include "focus_billing/format/sha256.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/charges/stored_attributions.hpp"
#include "store/prepared_insert.hpp"

namespace focus_billing {

namespace {

// OR FAIL, since a statement that may have to be undone by itself is kept in a journal of its own,
// which costs as much as the insert; the transaction is undone anyway. `more` columns are bound
// before those of the row.
std::string insert_into(const std::string& table, const std::string& more) {
    std::string values = "?";
    for (std::size_t i = more.empty() ? 1 : 0; i < charge_fact_count; ++i)
        values += ", ?";
    return "INSERT OR FAIL INTO " + table + " (" + more + (more.empty() ? "" : ", ") +
           std::string(charge_fact_columns) + ") VALUES (" + values + ")";
}

constexpr std::int64_t no_attribution = -1;

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

}  // namespace

class ChargeInserter::Statements {
public:
    explicit Statements(const Transaction& transaction)
        : m_transaction(transaction),
          m_charge(transaction.handle(), insert_into("charge", {}).c_str()),
          m_name(transaction.handle(), "INSERT OR FAIL INTO name (text) VALUES (?)"),
          m_tag_set(transaction.handle(),
                    "INSERT OR FAIL INTO tag_set (tags, fault) VALUES (?, ?)") {
        for_newest("SELECT id, text FROM name ORDER BY id DESC LIMIT ?",
                   [&](std::int64_t id, const std::string& text) { m_names.remember(text, id); });
        Sha256Hasher hasher;
        for_newest("SELECT id, tags FROM tag_set WHERE fault IS NULL ORDER BY id DESC LIMIT ?",
                   [&](std::int64_t id, const std::string& tags) {
                       m_tag_ids[hasher.content_hash(tags)] = id;
                   });
    }

    void begin_batch() {
        m_name_places.forget_all();
        m_attribution_places.forget_all();
    }
    void begin_part(std::int64_t part) { m_part = part; }

    std::int64_t insert(const StorableCharge& charge, FlagSet flags, std::int64_t import) {
        return insert(charge, flags, import, m_charge);
    }

    void stage(const StorableCharge& charge, FlagSet flags, std::int64_t import,
               std::int64_t reference) {
        if (!m_staged) {
            m_transaction.handle().exec(
                "DROP TABLE IF EXISTS temp.staged_charge;"
                "CREATE TEMP TABLE staged_charge AS SELECT * FROM charge LIMIT 0");
            m_staged.emplace(m_transaction.handle(),
                             insert_into("temp.staged_charge", "id").c_str());
        }
        m_staged->bind(reference);
        insert(charge, flags, import, *m_staged);
    }

private:
    std::int64_t insert(const StorableCharge& charge, FlagSet flags, std::int64_t import,
                        InsertStatement& statement) {
        statement.bind(import);
        if (m_part == 0) {
            statement.bind_null();
        } else {
            statement.bind(m_part);
        }
        statement.bind(static_cast<std::int64_t>(charge.line));
        statement.bind(std::int64_t{charge.billing_period.key()});
        statement.bind(std::int64_t{flags.bits()});
        const std::int64_t attribution = attribution_at(*charge.attribution);
        if (attribution == no_attribution) {
            statement.bind_null();
        } else {
            statement.bind(attribution);
        }
        statement.bind(tag_set_id(charge));
        bind_instant(statement, charge.charge_period_start);
        bind_instant(statement, charge.charge_period_end);
        bind_texts(charge, statement);
        statement.bind_blob(charge.hash.data(), charge.hash.size());
        return statement.insert();
    }

    template <class Action>
    void for_newest(const char* sql, Action action) {
        SQLite::Statement query(m_transaction.handle(), sql);
        query.bind(1, static_cast<std::int64_t>(TextIds::most_texts / 2));
        while (query.executeStep())
            action(query.getColumn(0).getInt64(), query.getColumn(1).getString());
    }

    struct FirstBytes {
        std::size_t operator()(const ContentHash& hash) const {
            std::size_t bytes = 0;
            std::memcpy(&bytes, hash.data(), sizeof bytes);
            return bytes;
        }
    };

    std::int64_t tag_set_id(const StorableCharge& charge) {
        if (!charge.tags_fault.empty())
            return store_tag_set(charge);
        if (m_tag_ids.size() >= TextIds::most_texts)
            m_tag_ids.clear();
        std::int64_t& id = m_tag_ids[charge.tags_hash];
        if (id == 0)
            id = store_tag_set(charge);
        return id;
    }

    std::int64_t attribution_at(const AttributionTexts& attribution) {
        std::int64_t id = m_attribution_places.id_at(&attribution);
        if (id == 0) {
            id = m_attributions.id_of(attribution).value_or(no_attribution);
            m_attribution_places.remember(&attribution, id);
        }
        return id;
    }

    void bind_texts(const StorableCharge& charge, InsertStatement& statement) {
        for (std::size_t i = 0; i < index_of(StoredText::tags); ++i) {
            const auto text = charge.texts[i];
            const bool is_name = i >= index_of(StoredText::charge_category);
            if (is_name && !text.empty()) {
                statement.bind(name_id(text));
            } else {
                statement.bind_or_null(text);
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

    const Transaction& m_transaction;
    InsertStatement m_charge;
    std::optional<InsertStatement> m_staged;
    InsertStatement m_name;
    InsertStatement m_tag_set;
    TextIds m_names{[this](std::string_view text) { return store_name(text); }};
    std::unordered_map<ContentHash, std::int64_t, FirstBytes> m_tag_ids;
    std::int64_t m_part = 0;
    PlaceIds<10> m_name_places;
    AttributionIds m_attributions{m_transaction};
    PlaceIds<13> m_attribution_places;  // a batch may have thousands of payers
};

ChargeInserter::ChargeInserter(const Transaction& transaction)
    : m_statements(std::make_unique<Statements>(transaction)) {}

ChargeInserter::~ChargeInserter() = default;

void ChargeInserter::begin_batch() {
    m_statements->begin_batch();
}

void ChargeInserter::begin_part(std::int64_t part) {
    m_statements->begin_part(part);
}

std::int64_t ChargeInserter::insert(const StorableCharge& charge, FlagSet flags,
                                    std::int64_t import) {
    return m_statements->insert(charge, flags, import);
}

void ChargeInserter::stage(const StorableCharge& charge, FlagSet flags, std::int64_t import,
                           std::int64_t reference) {
    m_statements->stage(charge, flags, import, reference);
}

}  // namespace focus_billing
