#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>

#include "source_tree.hpp"

namespace focus_billing::conventions {
namespace {

/// What each folder may use besides the ground (model/, format/) and itself. cli/ may use all.
struct Library {
    std::string_view header;  ///< its headers begin so
    std::string_view name;    ///< its names begin so, or empty; the precompiled header hides some
    std::set<std::string> folders;
};

const std::vector<Library>& libraries() {
    static const std::vector<Library> table = {
        {"libfccp/", "", {"format"}},
        {"nlohmann/", "nlohmann::", {"format", "render"}},
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
        {"fmt/", "fmt::", {"config", "render"}},
        {"gmime/", "", {"deliver"}},
        {"curl/", "", {"fetch"}},
        {"CLI/", "CLI::", {}},
        {"spdlog/", "spdlog::", {}},
    };
    return table;
}

/// Headers of the operating system and the processor: files are opened by cli/, and read and
/// written by format/, which also looks at several bytes at a time; store/ makes its database with
/// rights that SQLite cannot be told.
const std::set<std::string, std::less<>> system_headers = {
    "emmintrin.h", "fcntl.h",     "glob.h",        "poll.h",     "pwd.h",
    "signal.h",    "sys/ioctl.h", "unistd.h",      "sys/stat.h", "sys/types.h",
    "sys/wait.h",  "sys/mman.h",  "sys/resource.h"};

struct Include {
    std::string target;
    bool quoted;
};

/// The include on a line, or one with an empty target. Read from the whole line: take_apart()
/// would take the name for a string.
Include include_of(const std::string& line) {
    const auto begin = line.find_first_of("<\"");
    if (!line.starts_with("#include") || begin == std::string::npos) {
        return {};
    }
    const bool quoted = line[begin] == '"';
    const auto end = line.find(quoted ? '"' : '>', begin + 1);
    return {line.substr(begin + 1, end - begin - 1), quoted};
}

std::string judge_own(const std::string& folder, const std::string& target) {
    const std::string root = "focus_billing/";
    if (!target.starts_with(root)) {
        const auto slash = target.find('/');
        return slash == std::string::npos || target.substr(0, slash) == folder
                   ? ""
                   : "include it as \"focus_billing/...\"";
    }
    const auto used = folder_of("include/" + target);
    const bool ground = used == "model" || (used == "format" && folder != "model");
    return used == folder || ground
               ? ""
               : folder + "/ may not include " + used + "/; it may include " +
                     (folder == "format" || folder == "model" ? "model/" : "model/, format/") +
                     " and its own folder";
}

std::string judge_foreign(const std::string& folder, const std::string& target) {
    for (const auto& library : libraries()) {
        if (target.starts_with(library.header)) {
            return library.folders.contains(folder) ? ""
                                                    : folder + "/ may not include <" + target + ">";
        }
    }
    if (system_headers.contains(target)) {
        return folder == "format" || folder == "store"
                   ? ""
                   : folder + "/ may not include <" + target + ">";
    }
    const bool standard = target.find_first_of("./") == std::string::npos;
    return standard ? "" : "<" + target + "> is not in the table of test_includes.cpp";
}

std::string judge_names(const std::string& folder, const std::string& code) {
    for (const auto& library : libraries()) {
        if (!library.name.empty() && code.find(library.name) != std::string::npos &&
            !library.folders.contains(folder)) {
            return folder + "/ may not use " + std::string(library.name);
        }
    }
    return {};
}

std::vector<std::string> include_violations(const SourceFile& file) {
    const auto folder = folder_of(file.path);
    std::vector<std::string> found;
    if (folder == "cli") {
        return found;
    }
    const auto parts = take_apart(file);
    for (std::size_t index = 0; index < file.lines.size(); ++index) {
        const auto include = include_of(file.lines[index]);
        const auto fact = include.target.empty() ? judge_names(folder, parts[index].code)
                          : include.quoted       ? judge_own(folder, include.target)
                                                 : judge_foreign(folder, include.target);
        if (!fact.empty()) {
            found.push_back(violation(file, index, fact));
        }
    }
    return found;
}

std::vector<std::string> violations_of(std::string path, std::string line) {
    return include_violations({std::move(path), {std::move(line)}});
}

}  // namespace

TEST_CASE("a file includes the ground and its own folder, and the libraries of its folder") {
    std::vector<std::string> found;
    for (const auto& file : product_sources()) {
        std::ranges::copy(include_violations(file), std::back_inserter(found));
    }
    CHECK(found == std::vector<std::string>{});
}

TEST_CASE("the include rule finds what breaks it") {
    const std::vector<std::string> none;
    using Found = std::vector<std::string>;
    CHECK(violations_of("src/input/a.cpp", "#include \"focus_billing/model/x.hpp\"") == none);
    CHECK(violations_of("src/input/a.cpp", "#include \"focus_billing/format/x.hpp\"") == none);
    CHECK(violations_of("src/input/a.cpp", "#include \"focus_billing/input/x.hpp\"") == none);
    CHECK(violations_of("src/input/a.cpp", "#include \"focus_billing/billing/x.hpp\"") ==
          Found{"src/input/a.cpp:1: input/ may not include billing/; it may include model/, "
                "format/ and its own folder"});
    CHECK(violations_of("src/format/a.cpp", "#include \"focus_billing/input/x.hpp\"") ==
          Found{"src/format/a.cpp:1: format/ may not include input/; it may include model/ and its "
                "own folder"});
    CHECK(violations_of("src/model/a.cpp", "#include \"focus_billing/format/x.hpp\"").size() == 1);
    CHECK(violations_of("src/model/a.cpp", "#include <vector>") == none);
    CHECK(violations_of("src/model/a.cpp", "#include <unistd.h>").size() == 1);
    CHECK(violations_of("src/store/a.cpp", "#include \"../input/x.hpp\"").size() == 1);
    CHECK(violations_of("src/cli/a.cpp", "#include \"focus_billing/store/x.hpp\"") == none);
}

TEST_CASE("the include rule knows which folder may use which library") {
    const std::vector<std::string> none;
    using Found = std::vector<std::string>;
    CHECK(violations_of("src/billing/a.cpp", "#include <re2/re2.h>") == none);
    CHECK(violations_of("include/focus_billing/render/a.hpp", "#include <re2/re2.h>") ==
          Found{"include/focus_billing/render/a.hpp:1: render/ may not include <re2/re2.h>"});
    CHECK(violations_of("src/input/a.cpp", "    return fmt::format(\"{}\", 1);") ==
          Found{"src/input/a.cpp:1: input/ may not use fmt::"});
    CHECK(violations_of("src/render/a.cpp", "#include <fmt/format.h>") == none);
    CHECK(violations_of("src/input/a.cpp", "#include <boost/any.hpp>") ==
          Found{"src/input/a.cpp:1: <boost/any.hpp> is not in the table of test_includes.cpp"});
    CHECK(violations_of("src/cli/a.cpp", "#include <CLI/CLI.hpp>") == none);
}

TEST_CASE("every folder of public headers has its folder of sources") {
    const std::filesystem::path project = FOCUS_BILLING_PROJECT_DIR;
    for (const auto& entry :
         std::filesystem::directory_iterator(project / "include/focus_billing")) {
        INFO(entry.path());
        CHECK(entry.is_directory());
        CHECK(std::filesystem::is_directory(project / "src" / entry.path().filename()));
    }
}

}  // namespace focus_billing::conventions
