#include "store/charges/month_charges.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

namespace {

constexpr const char* select_columns = R"sql(
SELECT c.id, c.import_id, c.line, c.period, c.flags, c.attribution, c.tag_set, c.start,
    c.start_nanoseconds, c."end", c.end_nanoseconds, c.billed_in, c.correction, c.corrects,
    c.part, c.content_hash, c.billed_cost, c.list_cost, c.contracted_cost, c.effective_cost,
    c.consumed_quantity, c.currency, c.resource_id, c.resource_name, c.charge_category,
    c.charge_class, c.charge_description, c.service_name, c.service_category, c.region_id, c.sku_id,
    c.sub_account_id, c.sub_account_name, c.provider_name, c.invoice_id, c.consumed_unit, c.decision,
    c.carried_into)sql";

// Imports are walked in their order, as query_charges does: their charges have consecutive numbers.
constexpr const char* from_month = R"sql(
FROM import AS i CROSS JOIN charge AS c
WHERE i.id IN (SELECT import_id FROM import_effect WHERE period = ?1)
    AND c.id BETWEEN i.first_charge AND i.last_charge AND +c.import_id = i.id
    AND +ifnull(c.billed_in, c.period) = ?1 AND +c.superseded_by IS NULL
ORDER BY i.id, c.id)sql";

constexpr const char* from_part = R"sql(
FROM import AS i CROSS JOIN charge AS c
WHERE i.id IN (SELECT import_id FROM import_effect WHERE period = ?1)
    AND c.id BETWEEN max(i.first_charge, ?2) AND min(i.last_charge, ?3) AND +c.import_id = i.id
    AND +ifnull(c.billed_in, c.period) = ?1 AND +c.superseded_by IS NULL
ORDER BY i.id, c.id)sql";

constexpr const char* from_carried = R"sql(
FROM charge AS c WHERE c.carried_into = ?1 AND c.superseded_by IS NULL ORDER BY c.id)sql";

constexpr const char* from_all = " FROM charge AS c ORDER BY c.id";

// GCC 12 sees a fault where a literal is appended to a string made of another one.
std::string select(std::string_view from) {
    std::string sql = select_columns;
    return sql.append(from);
}

constexpr const char* select_payer =
    "SELECT pi_email, project_id, fund_org, cost_center, account_code, reference_1, reference_2,"
    " end_date, reconciliation_end, origins FROM attribution WHERE id = ?";

constexpr int first_text = 16;
constexpr std::size_t slot_count = 1024;
constexpr std::size_t tags_slot_count = 8192;

// One lock of the connection for each cell: sqlite3_column_* would take three.
bool is_null(sqlite3_value* cell) {
    return sqlite3_value_type(cell) == SQLITE_NULL;
}

std::optional<std::int64_t> number(sqlite3_stmt* row, int column) {
    auto* const cell = sqlite3_column_value(row, column);
    return is_null(cell) ? std::nullopt : std::optional(std::int64_t{sqlite3_value_int64(cell)});
}

std::string_view text(sqlite3_value* cell) {
    const auto* bytes = sqlite3_value_blob(cell);
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_value_bytes(cell))};
}

std::string_view text(sqlite3_stmt* row, int column) {
    return text(sqlite3_column_value(row, column));
}

std::optional<Instant> instant(std::optional<std::int64_t> seconds,
                               std::optional<std::int64_t> nanoseconds) {
    if (!seconds)
        return std::nullopt;
    return Instant{.seconds = *seconds,
                   .nanoseconds = static_cast<std::uint32_t>(nanoseconds.value_or(0))};
}

// A text with a mark before it, or the mark of none.
void append_cell(sqlite3_stmt* row, int column, std::string& all) {
    auto* const cell = sqlite3_column_value(row, column);
    if (is_null(cell)) {
        all += '~';
        return;
    }
    all += std::to_string(sqlite3_value_bytes(cell));
    all += ':';
    all += text(cell);
}

template <class Slot>
Slot& slot_of(std::vector<Slot>& slots, std::int64_t id) {
    return slots[static_cast<std::uint64_t>(id) % slots.size()];
}

}  // namespace

MonthCharges::MonthCharges(const Transaction& transaction, BillingPeriod period)
    : MonthCharges(transaction, select(from_month), period) {}

MonthCharges::MonthCharges(const Transaction& transaction, BillingPeriod period, std::int64_t first,
                           std::int64_t last)
    : MonthCharges(transaction, select(from_part), period) {
    sqlite3_bind_int64(m_rows, 2, first);
    sqlite3_bind_int64(m_rows, 3, last);
    m_with_hashes = false;
}

MonthCharges MonthCharges::carried_into(const Transaction& transaction, BillingPeriod period) {
    return {transaction, select(from_carried), period};
}

MonthCharges::MonthCharges(const Transaction& transaction, const std::string& rows,
                           BillingPeriod period)
    : MonthCharges(transaction, rows) {
    sqlite3_bind_int64(m_rows, 1, period.key());
}

MonthCharges::MonthCharges(const Transaction& transaction)
    : MonthCharges(transaction, select(from_all)) {}

MonthCharges::MonthCharges(const Transaction& transaction, const std::string& rows)
    : m_transaction(transaction), m_rows(prepare(rows.c_str())),
      m_name(prepare("SELECT text FROM name WHERE id = ?")),
      m_tags(prepare("SELECT tags, fault FROM tag_set WHERE id = ?")),
      m_payer(prepare(select_payer)),
      m_decision(prepare("SELECT verdict, attribution FROM decision WHERE id = ?")),
      m_known_tags(tags_slot_count), m_known_payers(tags_slot_count) {
    for (auto& column : m_names)
        column.slots.resize(slot_count);
}

MonthCharges::~MonthCharges() = default;

sqlite3_stmt* MonthCharges::prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    const int result = sqlite3_prepare_v3(m_transaction.handle().getHandle(), sql, -1,
                                          SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (result != SQLITE_OK)
        throw SQLite::Exception(m_transaction.handle().getHandle(), result);
    m_statements.emplace_back(statement, sqlite3_finalize);
    return statement;
}

bool MonthCharges::step(sqlite3_stmt* statement) {
    const int result = sqlite3_step(statement);
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        throw SQLite::Exception(m_transaction.handle().getHandle(), result);
    return result == SQLITE_ROW;
}

bool MonthCharges::find(sqlite3_stmt* statement, std::int64_t id) {
    sqlite3_reset(statement);
    sqlite3_bind_int64(statement, 1, id);
    return step(statement);
}

bool MonthCharges::next() {
    if (!step(m_rows))
        return false;
    read_row();
    read_texts();
    return true;
}

void MonthCharges::read_row() {
    m_row.id = sqlite3_column_int64(m_rows, 0);
    m_row.import_id = sqlite3_column_int64(m_rows, 1);
    m_row.period = sqlite3_column_int64(m_rows, 3);
    m_row.flags = sqlite3_column_int64(m_rows, 4);
    m_row.start = number(m_rows, 7);
    m_row.start_nanoseconds = number(m_rows, 8);
    m_row.end = number(m_rows, 9);
    m_row.end_nanoseconds = number(m_rows, 10);
    m_row.billed_in = number(m_rows, 11);
    m_row.correction = number(m_rows, 12);
    m_row.corrects = number(m_rows, 13);
    m_row.part = number(m_rows, 14);
    m_row.attribution = number(m_rows, 5);
    m_row.tag_set = number(m_rows, 6);
    StorableCharge& charge = m_row.charge;
    charge.line = static_cast<std::uint64_t>(sqlite3_column_int64(m_rows, 2));
    charge.billing_period = BillingPeriod::of_key(static_cast<int>(m_row.period));
    charge.charge_period_start = instant(m_row.start, m_row.start_nanoseconds);
    charge.charge_period_end = instant(m_row.end, m_row.end_nanoseconds);
    const auto hash = text(m_rows, 15);
    charge.hash = {};
    std::copy_n(hash.begin(), std::min(hash.size(), charge.hash.size()), charge.hash.begin());
}

void MonthCharges::read_texts() {
    m_row.null_texts = 0;
    for (std::size_t i = 0; i < index_of(StoredText::tags); ++i) {
        auto* const cell = sqlite3_column_value(m_rows, first_text + static_cast<int>(i));
        auto& words = m_row.charge.texts[i];
        words = {};
        if (is_null(cell)) {
            m_row.null_texts |= 1U << i;
        } else if (i < first_name) {
            words = text(cell);
        } else {
            words = name(i - first_name, sqlite3_value_int64(cell));
        }
    }
    m_row.decision = number(m_rows, first_text + static_cast<int>(index_of(StoredText::tags)));
    m_row.carried_into =
        number(m_rows, first_text + static_cast<int>(index_of(StoredText::tags)) + 1);
    if (!m_with_hashes)
        return;
    read_tags(m_row.tag_set);
    m_row.payer_hash = payer_hash(m_row.attribution);
    read_decision();
}

std::string_view MonthCharges::name(std::size_t column, std::int64_t id) {
    NameColumn& names = m_names.at(column);
    NameSlot& slot = slot_of(names.slots, id);
    if (slot.id == id)
        return slot.text;
    const auto found = find(m_name, id) ? text(m_name, 0) : std::string_view{};
    if (found.size() > longest_kept_text) {
        names.long_text = found;
        return names.long_text;
    }
    slot.id = id;
    slot.text = found;
    return slot.text;
}

void MonthCharges::read_tags(std::optional<std::int64_t> id) {
    m_row.charge.tags_hash = {};
    m_row.fault_hash = {};
    if (!id)
        return;
    TagsSlot& slot = slot_of(m_known_tags, *id);
    if (slot.id != *id) {
        slot = {.id = *id, .tags = {}, .fault = {}};
        if (find(m_tags, *id)) {
            std::string fault;
            append_cell(m_tags, 1, fault);
            slot.tags = m_hasher.tags_hash(text(m_tags, 0));
            slot.fault = m_hasher.tags_hash(fault);
        }
    }
    m_row.charge.tags_hash = slot.tags;
    m_row.fault_hash = slot.fault;
}

ContentHash MonthCharges::payer_hash(std::optional<std::int64_t> id) {
    if (!id)
        return {};
    PayerSlot& slot = slot_of(m_known_payers, *id);
    if (slot.id != *id) {
        slot = {.id = *id, .hash = {}};
        std::string texts;
        if (find(m_payer, *id)) {
            for (int i = 0; i < static_cast<int>(attribute_count); ++i)
                append_cell(m_payer, i, texts);
            if (!is_null(sqlite3_column_value(m_payer, static_cast<int>(attribute_count))))
                append_cell(m_payer, static_cast<int>(attribute_count), texts);
        }
        slot.hash = m_hasher.tags_hash(texts);
    }
    return slot.hash;
}

void MonthCharges::read_decision() {
    m_row.verdict.clear();
    m_row.decided_payer_hash = {};
    if (m_row.decision && find(m_decision, *m_row.decision)) {
        m_row.verdict = text(m_decision, 0);
        m_row.decided_payer_hash = payer_hash(number(m_decision, 1));
    }
}

}  // namespace focus_billing
