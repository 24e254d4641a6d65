#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>

#include "includes.hpp"
#include "rule.hpp"

// Rule 6: within a layer, subjects use each other downward only. No circles, neither of files nor
// of folders.

namespace focus_billing::conventions {
namespace {

/// What stands for a file in a graph: itself with its header, or the folder of its subject.
using NodeOf = std::string (*)(std::string_view path);

/// The subject folder: "store/charges" for src/store/charges/x.cpp. A file on the top level of its
/// layer is a node of its own, since some are the ground of the subjects and some put them
/// together.
std::string subject_of(std::string_view path) {
    const auto unit = unit_of(path);
    const auto layer_end = unit.find('/');
    const auto subject_end = unit.find('/', layer_end + 1);
    return layer_end == std::string::npos ? unit : unit.substr(0, subject_end);
}

/// Who includes whom. Includes that leave a layer are not looked at if `in_layers`: rule 1 does.
Graph graph_of(const std::vector<SourceFile>& files, NodeOf node_of, bool in_layers) {
    Graph graph;
    for (const auto& file : files) {
        const auto node = node_of(file.path);
        for (const auto& include : includes_of(file)) {
            const auto used = node_of(include.path());
            const bool leaves = in_layers && folder_of(include.path()) != folder_of(file.path);
            if (include.is_quoted && used != node && !leaves) {
                graph[node].emplace(
                    used, violation(file, include.index, "includes \"" + include.target + "\""));
            }
        }
    }
    return graph;
}

Found circles_of_files(const std::vector<SourceFile>& files) {
    return circles_in(graph_of(files, unit_of, false));
}

Found circles_of_folders(const std::vector<SourceFile>& files) {
    return circles_in(graph_of(files, subject_of, true));
}

/// The subjects of store/, each with its place above those that it may use; "" is the top level.
struct Subject {
    std::string_view name;
    int place;
};
constexpr std::array<Subject, 10> store_subjects = {{
    {"schema", 0},
    {"", 1},
    {"charges", 2},
    {"imports", 3},
    {"review", 3},
    {"periods", 3},
    {"reports", 3},
    {"statements", 4},
    {"journals", 5},
    {"checks", 6},
}};
constexpr std::string_view store_order =
    "schema < database < charges < imports, review, periods, reports < statements < journals < "
    "checks";

const Subject* store_subject(std::string_view path) {
    const auto unit = unit_of(path).substr(std::string_view("store/").size());
    const auto end = unit.find('/');
    const auto name = end == std::string::npos ? "" : unit.substr(0, end);
    const auto* found = std::ranges::find(store_subjects, name, &Subject::name);
    return found == store_subjects.end() ? nullptr : found;
}

Found upward_includes(const SourceFile& file) {
    if (folder_of(file.path) != "store") {
        return {};
    }
    const auto* own = store_subject(file.path);
    if (own == nullptr) {
        return {
            violation(file, 0, "its folder has no place in tests/conventions/test_circles.cpp")};
    }
    Found found;
    for (const auto& include : includes_of(file)) {
        if (!include.is_quoted || folder_of(include.path()) != "store") {
            continue;
        }
        const auto* used = store_subject(include.path());
        if (used != nullptr && used != own && used->place >= own->place) {
            found.push_back(violation(
                file, include.index,
                "\"" + include.target + "\" does not stand below it: " + std::string(store_order)));
        }
    }
    return found;
}

}  // namespace

TEST_CASE("no files include each other in a circle") {
    expect_none(circles_of_files(product_sources()));
}

TEST_CASE("files that include each other in a circle are found") {
    const auto a = file_including("src/store/a.cpp", {"store/a.hpp", "store/b.hpp"});
    const auto a_header = file_of("src/store/a.hpp", {});
    const auto b = file_including("src/store/b.hpp", {"store/c.hpp"});
    CHECK(circles_of_files({a, a_header, b, file_of("src/store/c.hpp", {})}).empty());
    CHECK(circles_of_files({a, a_header, b, file_including("src/store/c.cpp", {"store/a.hpp"})}) ==
          Found{"store/a -> store/b -> store/c -> store/a\n"
                "    src/store/a.cpp:2: includes \"store/b.hpp\"\n"
                "    src/store/b.hpp:1: includes \"store/c.hpp\"\n"
                "    src/store/c.cpp:1: includes \"store/a.hpp\""});
}

TEST_CASE("each circle is found once") {
    const auto a = file_including("src/x/a.hpp", {"x/b.hpp", "x/c.hpp"});
    const auto b = file_including("src/x/b.hpp", {"x/a.hpp"});
    const auto c = file_including("src/x/c.hpp", {"x/a.hpp", "x/d.hpp"});
    const auto d = file_including("src/x/d.hpp", {"x/c.hpp", "x/e.hpp"});
    CHECK(circles_of_files({a, b, c, d}).size() == 3);
}

TEST_CASE("no subjects of a layer use each other in a circle") {
    expect_none(circles_of_folders(product_sources()));
}

TEST_CASE("subjects that use each other in a circle are found") {
    const auto pages = file_including("src/render/pages/a.cpp", {"render/charts/a.hpp"});
    const auto charts = file_including("src/render/charts/b.cpp", {"render/pages/b.hpp"});
    CHECK(circles_of_folders({pages}).empty());
    CHECK(circles_of_folders({pages, charts}) ==
          Found{"render/charts -> render/pages -> render/charts\n"
                "    src/render/charts/b.cpp:1: includes \"render/pages/b.hpp\"\n"
                "    src/render/pages/a.cpp:1: includes \"render/charts/a.hpp\""});
}

TEST_CASE("a file on the top level stands above the subjects or below them, not both") {
    const auto top = file_including("src/config/load.cpp", {"config/yaml/parse.hpp"});
    const auto ground = file_including("src/config/yaml/parse.cpp", {"config/values.hpp"});
    const auto values = file_including("src/config/values.cpp", {"config/yaml/text.hpp"});
    CHECK(circles_of_folders({top, ground}).empty());
    CHECK(circles_of_folders({top, ground, values}).size() == 1);
}

TEST_CASE("a public and a private header of one folder count as that folder") {
    const auto a = file_including("include/focus_billing/store/charges/a.hpp",
                                  {"focus_billing/store/imports/x.hpp"});
    const auto b = file_including("src/store/imports/x.cpp", {"store/charges/b.hpp"});
    CHECK(circles_of_folders({a, b}).size() == 1);
}

TEST_CASE("subjects of the store use what stands below them") {
    expect_none(in_all(product_sources(), upward_includes));
}

TEST_CASE("a subject of the store that uses one beside or above it is found") {
    const auto judged = [](std::string path, const std::string& header) {
        return upward_includes(file_including(std::move(path), {header}));
    };
    CHECK(judged("src/store/charges/a.cpp", "focus_billing/store/database.hpp").empty());
    CHECK(judged("src/store/database.cpp", "store/schema/steps.hpp").empty());
    CHECK(judged("src/store/imports/a.cpp", "store/charges/b.hpp").empty());
    CHECK(judged("src/store/checks/a.cpp", "store/journals/b.hpp").empty());
    CHECK(judged("src/store/journals/a.cpp", "store/journals/b.hpp").empty());
    CHECK(judged("src/store/charges/a.cpp", "focus_billing/model/charges/x.hpp").empty());
    CHECK(judged("src/store/charges/a.cpp", "focus_billing/store/imports/b.hpp") ==
          Found{"src/store/charges/a.cpp:1: \"focus_billing/store/imports/b.hpp\" does not stand "
                "below it: " +
                std::string(store_order)});
    CHECK(judged("src/store/database.cpp", "store/charges/b.hpp").size() == 1);
    CHECK(judged("src/store/periods/a.cpp", "store/review/b.hpp").size() == 1);
    CHECK(judged("src/store/statements/a.cpp", "store/journals/b.hpp").size() == 1);
    CHECK(judged("src/store/shares/a.cpp", "store/charges/b.hpp") ==
          Found{"src/store/shares/a.cpp:1: its folder has no place in "
                "tests/conventions/test_circles.cpp"});
    CHECK(judged("src/render/charges/a.cpp", "render/imports/b.hpp").empty());
}

}  // namespace focus_billing::conventions
