#include "focus_billing/store/statements/statement_register.hpp"
#include "store/statements/statement_register.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "focus_billing/format/gzip.hpp"
#include "focus_billing/format/sha256.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

namespace {

constexpr const char* select_versions = R"sql(
SELECT v.id, s.id, s.number, v.version, s.period, s.pi_email, s.project_id, s.currency,
    v.issue_date, v.charges, v.list, v.due, v.look, v.substance, v.sha256, a.at, a.os_user,
    ifnull(a.actor, ''),
    v.version = (SELECT max(version) FROM statement_version WHERE statement = s.id)
FROM statement AS s JOIN statement_version AS v ON v.statement = s.id
JOIN audit AS a ON a.seq = v.audit
)sql";

constexpr const char* that_fit = R"sql(
WHERE (?1 IS NULL OR s.period = ?1) AND (?2 = '' OR s.pi_email = ?2 COLLATE NOCASE)
    AND (?3 = '' OR s.project_id = ?3) AND (?4 = '' OR s.currency = ?4)
    AND (?5 = '' OR s.number = ?5) AND (?6 IS NULL OR v.version = ?6)
    AND (?6 IS NOT NULL OR ?7
         OR v.version = (SELECT max(version) FROM statement_version WHERE statement = s.id))
ORDER BY s.period, s.id, v.version)sql";

constexpr const char* of_the_key = R"sql(
WHERE s.period = ? AND s.pi_email = ? AND s.project_id = ? AND s.currency = ?
ORDER BY v.version DESC LIMIT 1)sql";

// GCC 12 sees a fault where a literal is appended to a string made of another one.
std::string versions(std::string_view which) {
    std::string sql = select_versions;
    return sql.append(which);
}

constexpr const char* insert_version = R"sql(
INSERT INTO statement_version (statement, version, audit, issue_date, charges, list, due, look,
    substance, sha256, content)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql";

constexpr std::size_t number_digits = 4;

IssuedStatement version_of(const SQLite::Statement& row) {
    const auto text = [&](int column) { return row.getColumn(column).getString(); };
    return {.id = row.getColumn(0).getInt64(),
            .statement = row.getColumn(1).getInt64(),
            .number = text(2),
            .version = row.getColumn(3).getUInt(),
            .is_latest = row.getColumn(18).getInt() != 0,
            .period = BillingPeriod::of_key(row.getColumn(4).getInt()),
            .key = {.pi_email = text(5), .project_id = text(6), .currency = text(7)},
            .issue_date = text(8),
            .charges = static_cast<std::uint64_t>(row.getColumn(9).getInt64()),
            .list = text(10),
            .due = text(11),
            .style = row.getColumn(12).getInt64(),
            .fingerprint = text(13),
            .sha256 = text(14),
            .issued_at = text(15),
            .os_user = text(16),
            .actor = text(17)};
}

void bind_key(SQLite::Statement& query, BillingPeriod period, const StatementKey& key) {
    query.bind(1, period.key());
    query.bind(2, key.pi_email);
    query.bind(3, key.project_id);
    query.bind(4, key.currency);
}

Error damaged(std::string message) {
    return {ErrorKind::environment,
            make_diagnostic(710, {}, std::move(message), {},
                            "compare with a backup that passes 'focus-billing check'")};
}

// Of damaged bytes nothing: that is not what was issued, either.
std::string decompressed(const SQLite::Column& cell) {
    return gunzip_text_if_whole(
        {static_cast<const char*>(cell.getBlob()), static_cast<std::size_t>(cell.getBytes())});
}

constexpr const char* of_a_statement =
    " FROM statement WHERE period = ? AND pi_email = ? AND project_id = ? AND currency = ?";

}  // namespace

std::string issue_line(const std::string& number, std::uint32_t version,
                       const std::string& sha256) {
    return number + " " + std::to_string(version) + " " + sha256 + "\n";
}

std::vector<IssuedStatement> StatementRegister::list(const StatementFilter& filter) const {
    SQLite::Statement rows(m_transaction.handle(), versions(that_fit));
    if (filter.period)
        rows.bind(1, filter.period->key());
    rows.bind(2, filter.pi_email);
    rows.bind(3, filter.project_id);
    rows.bind(4, filter.currency);
    rows.bind(5, filter.number);
    if (filter.version)
        rows.bind(6, *filter.version);
    rows.bind(7, filter.all_versions ? 1 : 0);
    std::vector<IssuedStatement> found;
    while (rows.executeStep())
        found.push_back(version_of(rows));
    return found;
}

std::optional<IssuedStatement> StatementRegister::find_latest(BillingPeriod period,
                                                              const StatementKey& key) const {
    SQLite::Statement query(m_transaction.handle(), versions(of_the_key));
    bind_key(query, period, key);
    return query.executeStep() ? std::optional(version_of(query)) : std::nullopt;
}

std::string StatementRegister::content(const IssuedStatement& version) const {
    SQLite::Statement query(m_transaction.handle(),
                            "SELECT content FROM statement_version WHERE id = ?");
    query.bind(1, version.id);
    std::string json;
    if (query.executeStep())
        json = decompressed(query.getColumn(0));
    if (sha256_text(json) != version.sha256) {
        throw damaged("the record of statement " + version.number + ", version " +
                      std::to_string(version.version) + ", is not what was issued");
    }
    return json;
}

std::string StatementRegister::style(std::int64_t id) const {
    SQLite::Statement query(m_transaction.handle(),
                            "SELECT look, sha256 FROM statement_look WHERE id = ?");
    query.bind(1, id);
    if (query.executeStep()) {
        auto style = query.getColumn(0).getString();
        if (sha256_text(style) == query.getColumn(1).getString())
            return style;
    }
    throw damaged("the look of the statements is not the one with which they were issued");
}

std::string StatementRegister::number_for(BillingPeriod period, const StatementKey& key) {
    SQLite::Statement known(m_transaction.handle(),
                            std::string("SELECT number").append(of_a_statement));
    bind_key(known, period, key);
    if (known.executeStep())
        return known.getColumn(0).getString();
    SQLite::Statement count(m_transaction.handle(),
                            "SELECT count(*) + 1 FROM statement WHERE period = ?");
    count.bind(1, period.key());
    (void)count.executeStep();
    std::string digits = count.getColumn(0).getString();
    if (digits.size() < number_digits)
        digits.insert(0, number_digits - digits.size(), '0');
    return period.text() + "-" + digits;
}

std::int64_t StatementRegister::style_id(const std::string& style) {
    const auto hash = sha256_text(style);
    SQLite::Statement known(m_transaction.handle(),
                            "SELECT id FROM statement_look WHERE sha256 = ?");
    known.bind(1, hash);
    if (known.executeStep())
        return known.getColumn(0).getInt64();
    SQLite::Statement insert(m_transaction.handle(),
                             "INSERT INTO statement_look (sha256, look) VALUES (?, ?)");
    insert.bind(1, hash);
    insert.bind(2, style);
    insert.exec();
    return m_transaction.handle().getLastInsertRowid();
}

std::int64_t StatementRegister::statement_id(const IssuedStatement& version) {
    SQLite::Statement known(m_transaction.handle(),
                            std::string("SELECT id").append(of_a_statement));
    bind_key(known, version.period, version.key);
    if (known.executeStep())
        return known.getColumn(0).getInt64();
    SQLite::Statement insert(
        m_transaction.handle(),
        "INSERT INTO statement (period, pi_email, project_id, currency, number)"
        " VALUES (?, ?, ?, ?, ?)");
    bind_key(insert, version.period, version.key);
    insert.bind(5, version.number);
    insert.exec();
    return m_transaction.handle().getLastInsertRowid();
}

void StatementRegister::issue(IssuedStatement& version, std::string_view json, std::int64_t audit) {
    version.statement = statement_id(version);
    version.sha256 = sha256_text(json);
    const auto content = gzip_text(json);
    SQLite::Statement insert(m_transaction.handle(), insert_version);
    insert.bind(1, version.statement);
    insert.bind(2, version.version);
    insert.bind(3, audit);
    insert.bind(4, version.issue_date);
    insert.bind(5, static_cast<std::int64_t>(version.charges));
    insert.bind(6, version.list);
    insert.bind(7, version.due);
    insert.bind(8, version.style);
    insert.bind(9, version.fingerprint);
    insert.bind(10, version.sha256);
    insert.bindNoCopy(11, content.data(), static_cast<int>(content.size()));
    insert.exec();
    version.id = m_transaction.handle().getLastInsertRowid();
}

IssuedStatements::IssuedStatements(Database& database)
    : m_transaction(database), m_register(std::make_unique<StatementRegister>(m_transaction)) {}

IssuedStatements::~IssuedStatements() = default;

std::vector<IssuedStatement> IssuedStatements::list(const StatementFilter& filter) {
    return m_transaction.run([&] { return m_register->list(filter); });
}

std::string IssuedStatements::content(const IssuedStatement& version) {
    return m_transaction.run([&] { return m_register->content(version); });
}

std::string IssuedStatements::style(std::int64_t id) {
    return m_transaction.run([&] { return m_register->style(id); });
}

}  // namespace focus_billing
