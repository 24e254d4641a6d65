#include "store/prepared_insert.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>

#include "focus_billing/model/hashes.hpp"

namespace focus_billing {

std::int64_t TextIds::id_of(std::string_view text) {
    Recent& recent = m_recent[(quick_hash(text) >> 40U) % recent_count];
    if (recent.text != nullptr && *recent.text == text)
        return recent.id;
    const auto known = m_ids.find(text);
    if (known != m_ids.end()) {
        recent = {&known->first, known->second};
        return known->second;
    }
    const std::int64_t id = m_store(text);
    remember(text, id);
    return id;
}

void TextIds::remember(std::string_view text, std::int64_t id) {
    if (m_ids.size() >= most_texts || m_bytes + text.size() > most_bytes) {
        m_ids.clear();
        m_bytes = 0;
        std::ranges::fill(m_recent, Recent{});
    }
    m_ids.emplace(text, id);
    m_bytes += text.size();
}

InsertStatement::InsertStatement(SQLite::Database& database, const char* sql)
    : m_database(database) {
    check(sqlite3_prepare_v3(database.getHandle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement,
                             nullptr));
    m_bound.resize(static_cast<std::size_t>(sqlite3_bind_parameter_count(m_statement)));
}

InsertStatement::~InsertStatement() {
    sqlite3_finalize(m_statement);
}

void InsertStatement::check(int result) const {
    if (result != SQLITE_OK)
        throw SQLite::Exception(m_database.getHandle(), result);
}

bool InsertStatement::is_bound(std::optional<std::int64_t> number) {
    Bound& bound = m_bound.at(static_cast<std::size_t>(m_parameter++));
    if (bound.is_known && bound.number == number)
        return true;
    bound = {true, number};
    return false;
}

void InsertStatement::bind(std::int64_t number) {
    if (!is_bound(number))
        check(sqlite3_bind_int64(m_statement, m_parameter, number));
}

void InsertStatement::bind_null() {
    if (!is_bound(std::nullopt))
        check(sqlite3_bind_null(m_statement, m_parameter));
}

void InsertStatement::bind(std::string_view text) {
    const char* data = text.empty() ? "" : text.data();
    m_bound.at(static_cast<std::size_t>(m_parameter)).is_known = false;
    check(sqlite3_bind_text64(m_statement, ++m_parameter, data, text.size(), nullptr, SQLITE_UTF8));
}

void InsertStatement::bind_or_null(std::string_view text) {
    if (text.empty()) {
        bind_null();
    } else {
        bind(text);
    }
}

void InsertStatement::bind_blob(const void* bytes, std::size_t size) {
    m_bound.at(static_cast<std::size_t>(m_parameter)).is_known = false;
    check(sqlite3_bind_blob64(m_statement, ++m_parameter, bytes, size, nullptr));
}

std::int64_t InsertStatement::insert() {
    m_parameter = 0;
    const int result = sqlite3_step(m_statement);
    const int reset = sqlite3_reset(m_statement);
    if (result != SQLITE_DONE)
        throw SQLite::Exception(m_database.getHandle(), reset);
    return sqlite3_last_insert_rowid(m_database.getHandle());
}

}  // namespace focus_billing
