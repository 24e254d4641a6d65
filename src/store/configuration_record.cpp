#include "store/configuration_record.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "focus_billing/format/sha256.hpp"
#include "store/audit_trail.hpp"
#include "store/prepared_insert.hpp"

namespace focus_billing {

ConfigurationRecord record_configuration(SQLite::Database& database, const std::string& text,
                                         const Occasion& occasion) {
    ConfigurationRecord record{.sha256 = sha256_text(text)};
    SQLite::Statement query(database, "SELECT id FROM configuration WHERE sha256 = ?");
    query.bind(1, record.sha256);
    if (query.executeStep()) {
        record.id = query.getColumn(0).getInt64();
        return record;
    }
    InsertStatement insert(database, "INSERT INTO configuration (sha256, text) VALUES (?, ?)");
    insert.bind(record.sha256);
    insert.bind(text);
    record.id = insert.insert();
    append_audit(database, {.occasion = occasion,
                            .action = "configure",
                            .subject = "configuration " + std::to_string(record.id),
                            .after = R"({"sha256":")" + record.sha256 + "\"}"});
    return record;
}

}  // namespace focus_billing
