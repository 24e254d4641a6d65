#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>
#include <set>

#include "includes.hpp"
#include "rule.hpp"

// Rules 1 and 7: which folder uses which library, and which files alone the two whose headers take
// seconds to compile.

namespace focus_billing::conventions {
namespace {

using Names = std::set<std::string, std::less<>>;

/// What each folder may use besides the standard library.
struct Library {
    std::string_view header;  ///< its headers begin so
    std::string_view name;    ///< its names begin so, or empty; the precompiled header hides some
    Names folders;
    Names files{};  ///< if any are given, only these, below src/
};

const std::vector<Library>& libraries() {
    static const std::vector<Library> table = {
        {"CLI/",
         "CLI::",
         {"cli"},
         {"cli/check_arguments.cpp", "cli/command_line.cpp", "cli/command_outline.cpp"}},
        {"nlohmann/", "nlohmann::", {"format"}, {"format/json.cpp", "format/json_writer.cpp"}},
        {"libfccp/", "", {"format"}},
        {"zlib.h", "", {"format"}},
        {"minizip/", "", {"format"}},
        {"openssl/", "", {"format"}},
        {"date/", "date::", {"format"}},
        {"yaml-cpp/", "YAML::", {"config"}},
        {"re2/", "re2::", {"config", "billing", "convert", "input"}},
        {"fnmatch.h", "", {"input"}},
        {"SQLiteCpp/", "SQLite::", {"store"}},
        {"sqlite3.h", "", {"store"}},
        {"cairo", "", {"render"}},
        {"fontconfig/", "", {"render"}},
        {"pango/", "", {"render"}},
        {"glib.h", "", {"render"}},
        {"kainjow/", "kainjow::", {"render"}},
        {"fmt/", "fmt::", {"config", "render", "workflow", "cli"}},
        {"spdlog/", "spdlog::", {"cli"}},
        {"gmime/", "", {"deliver"}},
        {"curl/", "", {"fetch"}},
        // The processor, and the operating system.
        {"emmintrin.h", "", {"format"}},
        {"fcntl.h", "", {"files", "store", "cli"}},
        {"unistd.h", "", {"files", "store", "workflow", "cli"}},
        {"sys/", "", {"files", "cli"}},
        {"glob.h", "", {"files"}},
        {"poll.h", "", {"files"}},
        {"signal.h", "", {"files", "cli"}},
        {"malloc.h", "", {"cli"}},
        {"pwd.h", "", {"cli"}},
    };
    return table;
}

constexpr std::size_t most_listed_files = 3;

bool may_include(const Library& library, const SourceFile& file) {
    const auto is_file = [&](const auto& name) { return file.path == "src/" + name; };
    return library.files.empty() ? library.folders.contains(folder_of(file.path))
                                 : std::ranges::any_of(library.files, is_file);
}

/// A header may name a class that its source includes.
bool may_name(const Library& library, const SourceFile& file) {
    const auto is_unit = [&](const auto& name) { return unit_of(file.path) == unit_of(name); };
    return library.files.empty() ? may_include(library, file)
                                 : std::ranges::any_of(library.files, is_unit);
}

std::string advice(const Library& library) {
    std::string places;
    for (const auto& place : library.files.empty() ? library.folders : library.files) {
        places += (places.empty() ? "" : ", ") + place + (library.files.empty() ? "/" : "");
    }
    return " is for " + places + " alone (tests/conventions/test_libraries.cpp)";
}

std::string judge_header(const SourceFile& file, const std::string& target) {
    for (const auto& library : libraries()) {
        if (target.starts_with(library.header)) {
            return may_include(library, file) ? "" : "<" + target + ">" + advice(library);
        }
    }
    const bool is_standard = target.find_first_of("./") == std::string::npos;
    return is_standard ? "" : "<" + target + "> is not in tests/conventions/test_libraries.cpp";
}

std::string judge_names(const SourceFile& file, const std::string& code) {
    for (const auto& library : libraries()) {
        const auto at = library.name.empty() ? std::string::npos : code.find(library.name);
        const bool begins =
            at == 0 || (at != std::string::npos &&
                        std::isalnum(static_cast<unsigned char>(code[at - 1])) == 0);
        if (begins && !may_name(library, file)) {
            return std::string(library.name) + advice(library);
        }
    }
    return {};
}

Found wrong_libraries(const SourceFile& file) {
    Found found;
    const auto parts = take_apart(file);
    for (std::size_t index = 0; index < file.lines.size(); ++index) {
        const auto include = include_on(file.lines[index]);
        const auto fact = include.target.empty() ? judge_names(file, parts[index].code)
                          : include.is_quoted    ? ""
                                                 : judge_header(file, include.target);
        if (!fact.empty()) {
            found.push_back(violation(file, index, fact));
        }
    }
    return found;
}

/// Files of the table that do not use their library, and libraries that list too many.
Found stale_entries(const std::vector<Library>& table, const std::vector<SourceFile>& files) {
    Found found;
    for (const auto& library : table) {
        const std::string header(library.header);
        if (library.files.size() > most_listed_files) {
            found.push_back(header + ": at most three files include it");
        }
        for (const auto& name : library.files) {
            const auto file = std::ranges::find(files, "src/" + name, &SourceFile::path);
            if (file == files.end() || std::ranges::none_of(includes_of(*file), [&](const auto& i) {
                    return i.target.starts_with(header);
                })) {
                found.push_back("src/" + name + " does not include <" + header +
                                ">: take it out of tests/conventions/test_libraries.cpp");
            }
        }
    }
    return found;
}

Found judged(std::string path, std::string line) {
    return wrong_libraries(file_of(std::move(path), {std::move(line)}));
}

}  // namespace

TEST_CASE("a library is used by its folders, and by its files where they are listed") {
    expect_none(in_all(product_sources(), wrong_libraries));
}

TEST_CASE("the lists of files are short, and name no file without need") {
    expect_none(stale_entries(libraries(), product_sources()));
}

TEST_CASE("a library in a folder that may not use it is found") {
    CHECK(judged("src/billing/attribution/a.cpp", "#include <re2/re2.h>").empty());
    CHECK(judged("include/focus_billing/render/a.hpp", "#include <re2/re2.h>") ==
          Found{"include/focus_billing/render/a.hpp:1: <re2/re2.h> is for billing/, config/, "
                "convert/, input/ alone (tests/conventions/test_libraries.cpp)"});
    CHECK(judged("src/input/a.cpp", "    return fmt::format(\"{}\", 1);").size() == 1);
    CHECK(judged("src/render/a.cpp", "#include <fmt/format.h>").empty());
    CHECK(judged("src/render/a.cpp", "return yaml_fmt::format(1);").empty());
    CHECK(judged("src/model/a.cpp", "#include <vector>").empty());
    CHECK(judged("src/model/a.cpp", "#include <unistd.h>").size() == 1);
    CHECK(judged("src/files/a.cpp", "#include <unistd.h>").empty());
    CHECK(judged("src/input/a.cpp", "#include <boost/any.hpp>") ==
          Found{"src/input/a.cpp:1: <boost/any.hpp> is not in "
                "tests/conventions/test_libraries.cpp"});
}

TEST_CASE("CLI11 and nlohmann/json outside their files are found") {
    CHECK(judged("src/cli/command_line.cpp", "#include <CLI/CLI.hpp>").empty());
    CHECK(judged("src/cli/command_line.cpp", "CLI::App app;").empty());
    CHECK(judged("src/cli/command_line.hpp", "CLI::App* m_app;").empty());
    CHECK(judged("src/cli/command_line.hpp", "#include <CLI/CLI.hpp>").size() == 1);
    CHECK(judged("src/cli/run_cli.hpp", "CLI::App* m_app;").size() == 1);
    CHECK(judged("src/cli/commands/check.cpp", "#include <CLI/CLI.hpp>").size() == 1);
    CHECK(judged("src/workflow/ingest/a.cpp", "#include <CLI/CLI.hpp>").size() == 1);
    CHECK(judged("src/format/json.cpp", "#include <nlohmann/json.hpp>").empty());
    CHECK(judged("src/format/manifest.cpp", "#include <nlohmann/json.hpp>") ==
          Found{"src/format/manifest.cpp:1: <nlohmann/json.hpp> is for format/json.cpp, "
                "format/json_writer.cpp alone (tests/conventions/test_libraries.cpp)"});
    CHECK(judged("src/render/a.cpp", "using Json = nlohmann::ordered_json;").size() == 1);
    CHECK(judged("include/focus_billing/format/json.hpp", "#include <nlohmann/json_fwd.hpp>")
              .size() == 1);
}

TEST_CASE("a list with too many files, or with a file that does not need it, is found") {
    const std::vector<SourceFile> files = {file_of("src/a/x.cpp", {"#include <big/x.h>"}),
                                           file_of("src/a/y.cpp", {"#include <big/x.h>"})};
    CHECK(stale_entries({{"big/", "", {"a"}, {"a/x.cpp", "a/y.cpp"}}}, files).empty());
    CHECK(stale_entries({{"big/", "", {"a"}, {"a/z.cpp"}}}, files) ==
          Found{"src/a/z.cpp does not include <big/>: take it out of "
                "tests/conventions/test_libraries.cpp"});
    CHECK(stale_entries({{"other/", "", {"a"}, {"a/x.cpp"}}}, files).size() == 1);
    CHECK(stale_entries({{"big/", "", {"a"}, {"a/1.cpp", "a/2.cpp", "a/x.cpp", "a/y.cpp"}}}, files)
              .front() == "big/: at most three files include it");
}

}  // namespace focus_billing::conventions
