#include "focus_billing/files/open_input.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "focus_billing/model/error.hpp"

using namespace focus_billing;

namespace {

class TemporaryFile {
public:
    explicit TemporaryFile(const std::string& text) {
        std::string pattern = (std::filesystem::temp_directory_path() / "focusXXXXXX").string();
        m_folder = mkdtemp(pattern.data());
        append(text);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() { std::filesystem::remove_all(m_folder); }

    void append(const std::string& text) const {
        std::ofstream(path(), std::ios::app | std::ios::binary) << text;
    }
    [[nodiscard]] std::string path() const { return m_folder + "/bills.csv"; }

private:
    std::string m_folder;
};

std::string read_all(ByteSource& source) {
    std::string text;
    char buffer[3];
    while (const auto got = source.read(buffer, sizeof buffer))
        text.append(buffer, got);
    return text;
}

}  // namespace

TEST_CASE("a file is read whole, in any pieces") {
    const TemporaryFile file("a,b\n1,2\n");
    const auto input = open_input(file.path(), "bills.csv");
    CHECK(input->size() == 8);
    CHECK(read_all(input->bytes()) == "a,b\n1,2\n");
    CHECK(input->position() == 8);
    CHECK_NOTHROW(input->check_unchanged());
}

TEST_CASE("a file that grows while it is read is found out") {
    const TemporaryFile file("a,b\n1,2\n");
    const auto input = open_input(file.path(), "bills.csv");
    file.append("3,4\n");
    CHECK(read_all(input->bytes()) == "a,b\n1,2\n3,4\n");
    try {
        input->check_unchanged();
        FAIL("the change was not seen");
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::environment);
        CHECK("FB" + std::to_string(error.diagnostic().code) == "FB906");
        CHECK(error.diagnostic().place.file == "bills.csv");
        CHECK(error.diagnostic().message == "the file changed while it was read");
        CHECK(error.diagnostic().help == "wait until it is complete and run the command again");
    }
}

TEST_CASE("a folder is no file, and a missing file is named") {
    const auto message_of = [](const std::string& path) -> std::string {
        try {
            (void)open_input(path, "NAME");
        } catch (const Error& error) {
            CHECK(error.diagnostic().code == 901);
            CHECK(error.diagnostic().place.file == "NAME");
            return error.diagnostic().message;
        }
        return {};
    };
    CHECK(message_of("/") == "this is a folder, not a file");
    CHECK(message_of("/nonexistent/x.csv") ==
          "the file cannot be opened: No such file or directory");
}
