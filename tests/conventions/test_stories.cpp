#include <algorithm>
#include <catch2/catch.hpp>

#include "source_tree.hpp"

namespace focus_billing::conventions {
namespace {

/// tests/cli/<command>/<story>.test, as tests/CMakeLists.txt looks for them.
bool is_in_its_place(const std::string& path) {
    return path.starts_with("tests/cli/") && std::ranges::count(path, '/') == 3;
}

}  // namespace

TEST_CASE("no story stands where it would not be run") {
    for (const auto& story : read_tree("tests", {".test"})) {
        INFO(story.path << ": a story belongs in tests/cli/<command>/");
        CHECK(is_in_its_place(story.path));
    }
}

TEST_CASE("a story in the wrong place is found") {
    CHECK(is_in_its_place("tests/cli/version/prints.test"));
    CHECK_FALSE(is_in_its_place("tests/cli/prints.test"));
    CHECK_FALSE(is_in_its_place("tests/cli/version/more/prints.test"));
    CHECK_FALSE(is_in_its_place("tests/golden/version/prints.test"));
}

}  // namespace focus_billing::conventions
