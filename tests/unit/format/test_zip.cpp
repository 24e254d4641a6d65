#include "focus_billing/format/zip.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>

#include "support/project_files.hpp"
#include "support/temporary_folder.hpp"

using namespace focus_billing;

// tests/journals/read_back reads such an archive with another program.
TEST_CASE("an archive is the same for the same file and day") {
    const auto archive = zip_text("GlInterface.csv", "NEW,300\r\n", "2025-01-31");
    CHECK(archive.substr(0, 4) == "PK\x03\x04");
    CHECK(archive.find("GlInterface.csv") != std::string::npos);
    CHECK(archive == zip_text("GlInterface.csv", "NEW,300\r\n", "2025-01-31"));
    CHECK(archive != zip_text("GlInterface.csv", "NEW,300\r\n", "2025-02-01"));
    CHECK(archive != zip_text("GlInterface.csv", "NEW,301\r\n", "2025-01-31"));
    CHECK_FALSE(zip_text("a", "", "2025-01-31").empty());
}

TEST_CASE("another program reads the archive, its name and its day") {
    if (std::system("command -v python3 >/dev/null 2>&1") != 0) {
        WARN("skipped: python3 is missing");
        return;
    }
    const TemporaryFolder folder;
    std::string text;
    for (int i = 0; i < 100'000; ++i)
        text += std::to_string(i) + "\r\n";
    const auto archive = folder.write("a.zip", zip_text("Z\xC3\xBCrich.csv", text, "2025-01-31"));
    const auto script =
        folder.write("read.py", "import sys, zipfile\n"
                                "archive = zipfile.ZipFile(sys.argv[1])\n"
                                "assert archive.testzip() is None\n"
                                "for info in archive.infolist():\n"
                                "    print(ascii(info.filename), info.date_time, info.file_size)\n"
                                "open(sys.argv[2], 'wb').write(archive.read(info))\n");
    const auto command =
        "python3 " + script + " " + archive + " " + folder.file("text") + " >" + folder.file("out");
    CHECK(std::system(command.c_str()) == 0);
    CHECK(file_text(folder.file("out")) ==
          "'Z\\xfcrich.csv' (2025, 1, 31, 0, 0, 0) " + std::to_string(text.size()) + "\n");
    CHECK(file_text(folder.file("text")) == text);
}
