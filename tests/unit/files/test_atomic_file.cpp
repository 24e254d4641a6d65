#include "focus_billing/files/atomic_file.hpp"

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include <optional>

#include "focus_billing/model/error.hpp"
#include "support/finding_text.hpp"
#include "support/project_files.hpp"
#include "support/temporary_folder.hpp"

using namespace focus_billing;

namespace {

std::string refusal(const std::string& path) {
    try {
        const AtomicFile file(path);
    } catch (const Error& error) {
        return std::to_string(static_cast<int>(error.kind())) + " " +
               finding_text(error.diagnostic());
    }
    return "none";
}

}  // namespace

TEST_CASE("a file gets its name when it is complete") {
    const TemporaryFolder folder;
    AtomicFile file(folder.file("a.db"));
    CHECK(file.part() == folder.file("a.db.part"));
    folder.write("a.db.part", "text");
    CHECK_FALSE(std::filesystem::exists(folder.file("a.db")));
    file.keep();
    CHECK(file_text(folder.file("a.db")) == "text");
    CHECK_FALSE(std::filesystem::exists(file.part()));
    struct stat status {};
    REQUIRE(stat(folder.file("a.db").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600U);
}

TEST_CASE("nothing is left of a file that was not kept") {
    const TemporaryFolder folder;
    { const AtomicFile file(folder.file("a.db")); }
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a file that came meanwhile is not replaced") {
    const TemporaryFolder folder;
    std::optional<AtomicFile> file(std::in_place, folder.file("a.db"));
    folder.write("a.db", "precious");
    CHECK_THROWS_AS(file->keep(), Error);
    file.reset();
    CHECK(file_text(folder.file("a.db")) == "precious");
    CHECK_FALSE(std::filesystem::exists(folder.file("a.db.part")));
    CHECK(refusal(folder.file("a.db")) ==
          "2 0 error FB024 | the file is there already, and is kept as it is |  | move it away "
          "first, or name another file");
}

TEST_CASE("FB908: two commands do not write one file") {
    const TemporaryFolder folder;
    const AtomicFile file(folder.file("a.db"));
    CHECK(refusal(folder.file("a.db")) ==
          "3 0 error FB908 | another command is writing this file |  | wait until it has ended, or "
          "name another file");
    CHECK(std::filesystem::exists(file.part()));
}
