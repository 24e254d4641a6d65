#include "workflow/statements/statement_paths.hpp"

#include <catch2/catch.hpp>

#include <set>

namespace focus_billing {
namespace {

Statement statement(const std::string& pi, const std::string& project, std::uint32_t version = 0) {
    Statement statement;
    statement.period = "2025-01";
    statement.key = {pi, project, "USD"};
    statement.version = version;
    if (version > 0)
        statement.number = "2025-01-0007";
    return statement;
}

}  // namespace

TEST_CASE("the files of a statement say whose it is") {
    CHECK(statement_path(statement("ada@example.edu", "shoal", 1)) ==
          "ada@example.edu/2025-01_ada@example.edu_shoal_2025-01-0007");
    CHECK(statement_path(statement("ada@example.edu", "", 2)) ==
          "ada@example.edu/2025-01_ada@example.edu_no-project_2025-01-0007-v2");
    CHECK(statement_path(statement("../../etc/passwd", "a/b\n\"c", 1)) ==
          "_._.._etc_passwd-3754d6cb3a/2025-01__._.._etc_passwd_a_b__c_2025-01-0007");
}

TEST_CASE("pitfall P15: no two statements have the same file, and no two PIs a folder") {
    std::set<std::string> paths;
    std::set<std::string> folders;
    const auto add = [&](const std::string& pi, const std::string& project) {
        const auto path = statement_path(statement(pi, project));
        paths.insert(path);
        folders.insert(path.substr(0, path.find('/')));
    };
    for (const auto* pi : {"ada@a.edu", "ada@b.edu", "ada/x@a.edu", "ada_x@a.edu", "ada\\x@a.edu",
                           "ada@a.edu-1", "王@a.edu", "王王@a.edu"}) {
        for (const auto* project : {"", "no-project", "a/b", "a_b", "a\\b"})
            add(pi, project);
    }
    CHECK(paths.size() == 40);
    CHECK(folders.size() == 8);
    const auto path =
        statement_path(statement(std::string(500, 'x') + "@a.edu", std::string(500, 'y')));
    CHECK(path.size() < 255);
}

}  // namespace focus_billing
