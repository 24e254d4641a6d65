#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <regex>
#include <string>
#include <vector>

#include "support/run_program.hpp"
#include "support/temporary_folder.hpp"

namespace focus_billing {

inline const std::vector<std::string> any_tags = {
    "",
    R"("{""pi_email"":""ada@example.edu"",""project_id"":""reef"",""fund_org"":""123456-2345""}")",
    R"("{""pi_email"":""bo@example.edu"",""project_id"":""atoll"",""fund_org"":""123456-2346""}")",
    R"("{""pi_email"":""bo@example.edu"",""fund_org"":""123456-2346""}")"};

inline std::string month_text(int month) {
    return "2024-0" + std::to_string(month);
}

/// Two months of two sources, one of them charged by EffectiveCost, from files to journals.
class MonthBooks {
public:
    MonthBooks() : m_database(m_folder.file("a.db")) {
        m_config = m_folder.write(
            "config.yaml",
            "imports:\n"
            "  max_shrink: 1\n"
            "  known_sources:\n"
            "    - {name: Snap, pattern: snap, delivery: snapshot, fund_org: '900000-1000', "
            "account_code: '5410'}\n"
            "    - {name: Even, pattern: even, delivery: snapshot, cost: effective, fund_org: "
            "'900000-2000', account_code: '5420', credit_account_code: '4220'}\n"
            "output: {directory: " +
                m_folder.path() + "}\n");
    }

    Ran run(std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--database", m_database});
        m_log += "$";
        for (const auto& argument : arguments)
            m_log += " " + argument;
        auto ran = run_with(m_config, arguments);
        m_log += "\n" + ran.out + ran.err;
        return ran;
    }

    void ingest(const std::string& source, const std::string& rows) {
        const auto path = m_folder.write(
            source + ".csv", "BillingPeriodStart,BilledCost,EffectiveCost,BillingCurrency,"
                             "ResourceId,InvoiceId,Tags\n" +
                                 rows);
        m_log += rows;
        (void)run({"ingest", path, "--as-corrections"});
    }
    // With what the refusal says that it needs.
    void close(int month) {
        std::vector<std::string> words = {"periods", "close", month_text(month)};
        const auto refused = run(words);
        const std::regex option("to c[^;]*: (--with[a-z-]*) ([A-Za-z0-9]+)");
        for (std::sregex_iterator found(refused.err.begin(), refused.err.end(), option), end;
             found != end; ++found)
            words.insert(words.end(), {(*found)[1], (*found)[2]});
        if (refused.exit_code != 0 && words.size() > 3)
            (void)run(words);
    }
    void reopen(int month) { (void)run({"periods", "reopen", month_text(month), "--reason", "x"}); }
    void issue(int month) {
        (void)run({"statements", "--period", month_text(month), "--issue", "--issue-date",
                   "2024-06-01", "--format", "json"});
    }
    void journal(int month) {
        (void)run({"journals", "--period", month_text(month), "--format", "detail", "--date",
                   "2024-06-01", "--other-fiscal-year", "--output",
                   m_folder.file(std::to_string(++m_files) + ".csv")});
    }

    [[nodiscard]] std::vector<std::string> texts(const std::string& sql) const {
        std::vector<std::string> found;
        SQLite::Database database(m_database);
        SQLite::Statement query(database, sql);
        while (query.executeStep())
            found.push_back(query.getColumn(0).getString());
        return found;
    }
    [[nodiscard]] bool exists() const { return std::filesystem::exists(m_database); }

    /// As somebody does who knows of the triggers.
    void damage(const std::string& sql) {
        const auto triggers = texts("SELECT name FROM sqlite_schema WHERE type = 'trigger'");
        SQLite::Database database(m_database, SQLite::OPEN_READWRITE);
        for (const auto& trigger : triggers)
            database.exec("DROP TRIGGER " + trigger);
        m_log += sql + "\n";
        database.exec(sql);
    }

    [[nodiscard]] const std::string& log() const { return m_log; }

private:
    TemporaryFolder m_folder;
    std::string m_database;
    std::string m_config;
    std::string m_log;
    int m_files = 0;
};

}  // namespace focus_billing
