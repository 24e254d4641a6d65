#include <catch2/catch.hpp>

#include "focus_billing/format/gzip.hpp"
#include "focus_billing/format/sha256.hpp"
#include "focus_billing/store/database.hpp"
#include "support/memory_source.hpp"
#include "support/project_files.hpp"
#include "support/run_program.hpp"
#include "support/temporary_folder.hpp"

using namespace focus_billing;

namespace {

std::string unpacked(const std::string& path) {
    MemorySource packed(file_text(project_path(path)));
    GzipSource source(packed, path);
    std::string bytes;
    std::string piece(1U << 20U, '\0');
    while (const auto count = source.read(piece.data(), piece.size()))
        bytes.append(piece, 0, count);
    return bytes;
}

/// Two months of the samples, as an earlier program stored them: files in one and several parts,
/// revised, with rejected rows, mended, corrected in the next month; charges that were approved,
/// rejected, reassigned, carried; 2025-01 closed, reopened and closed again, 2025-02 finalized;
/// statements in one and two versions; journals accepted, failed, reversed, exported.
class KeptDatabase {
public:
    KeptDatabase() {
        m_folder.write("a.db", unpacked("tests/unit/store/schema/version_7.db.gz"));
        (void)Database::open_for_writing(m_folder.file("a.db"));
    }

    [[nodiscard]] Ran run(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"--database", m_folder.file("a.db")});
        return run_with_example(arguments);
    }

private:
    TemporaryFolder m_folder;
};

}  // namespace

TEST_CASE("a database made by an earlier program passes all checks", "[store]") {
    const KeptDatabase kept;
    const auto checked = kept.run({"check"});
    CHECK(checked.exit_code == 0);
    CHECK(checked.err.empty());
    CHECK(checked.out.find("\n69 checks, all ok\n") != std::string::npos);
    const auto audit = kept.run({"audit", "verify"});
    CHECK(audit.exit_code == 0);
    CHECK(audit.out == "55 entries, each as it was written\nhead: 55:"
                       "00fd464e625a16b5aa3fa27dc5705b207f547438d8a028d31d4cc0369c9db4ac\n");
}

TEST_CASE("the statements of an earlier program are shown as they were issued", "[store]") {
    const KeptDatabase kept;
    const auto statements = kept.run({"statements", "list", "--json"}).json().at("statements");
    CHECK(statements.size() == 17);
    for (const auto& statement : statements) {
        const auto number = statement.at("number").get<std::string>();
        INFO(number);
        const auto shown = kept.run({"statements", "show", number, "--format", "json"});
        CHECK(shown.exit_code == 0);
        CHECK(sha256_text(shown.out) == statement.at("sha256"));
        CHECK(kept.run({"statements", "show", number, "--format", "html"}).exit_code == 0);
    }
    CHECK(kept.run({"statements", "show", "2025-01-0006", "--version", "1"}).exit_code == 0);
}

TEST_CASE("the journals of an earlier program are shown as they were registered", "[store]") {
    const KeptDatabase kept;
    const auto journals = kept.run({"journals", "list", "--json"}).json();
    CHECK(journals.size() == 6);
    for (const auto& journal : journals) {
        const auto number = std::to_string(journal.at("journal").get<int>());
        const auto format = journal.at("format").get<std::string>();
        INFO(number);
        const auto shown = kept.run({"journals", "show", number, "--format", format});
        CHECK(shown.exit_code == 0);
        CHECK(sha256_text(shown.out) == journal.at("sha256"));
    }
    CHECK(kept.run({"journals", "reconcile", "--period", "2025-02"}).exit_code == 0);
}

TEST_CASE("work goes on in a database made by an earlier program", "[store]") {
    const KeptDatabase kept;
    CHECK(kept.run({"periods", "open", "2025-04"}).exit_code == 0);
    CHECK(kept.run({"attribute", "--period", "2025-03"}).exit_code == 0);
    CHECK(kept.run({"journals", "mark", "6", "accepted"}).exit_code == 0);
    CHECK(kept.run({"check", "--quiet"}).out.empty());
}
