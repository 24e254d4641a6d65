#include "focus_billing/store/statements/issued_statements.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "store/statements/statement_register.hpp"

namespace focus_billing {

class IssuedStatements::Books {
public:
    explicit Books(Database& database)
        : m_path(database.path()), m_one_state(database.handle()), m_register(database.handle()) {}

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] const StatementRegister& statements() const { return m_register; }

private:
    std::string m_path;
    SQLite::Transaction m_one_state;
    StatementRegister m_register;
};

IssuedStatements::IssuedStatements(Database& database) {
    with_database_errors(database.path(), [&] { m_books = std::make_unique<Books>(database); });
}

IssuedStatements::~IssuedStatements() = default;

std::vector<IssuedStatement> IssuedStatements::list(const StatementFilter& filter) {
    std::vector<IssuedStatement> versions;
    with_database_errors(m_books->path(), [&] { versions = m_books->statements().list(filter); });
    return versions;
}

std::string IssuedStatements::content(const IssuedStatement& version) {
    std::string json;
    with_database_errors(m_books->path(), [&] { json = m_books->statements().content(version); });
    return json;
}

std::string IssuedStatements::look(std::int64_t id) {
    std::string json;
    with_database_errors(m_books->path(), [&] { json = m_books->statements().look(id); });
    return json;
}

}  // namespace focus_billing
