#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "rule.hpp"

// Rule 5: how many sources stand on one level of a folder.

namespace focus_billing::conventions {
namespace {

constexpr std::size_t most_sources = 25;
constexpr std::size_t most_commands = 40;

Found crowded_folders(const std::vector<SourceFile>& files) {
    std::map<std::string, std::size_t> sources;
    for (const auto& file : files) {
        if (file.path.ends_with(".cpp")) {
            ++sources[file.path.substr(0, file.path.rfind('/'))];
        }
    }
    Found found;
    for (const auto& [folder, count] : sources) {
        const auto most = folder == "src/cli/commands" ? most_commands : most_sources;
        if (count > most) {
            found.push_back(folder + "/ has " + std::to_string(count) + " sources, and at most " +
                            std::to_string(most) +
                            ": make a subject folder, under a word that other layers use already");
        }
    }
    return found;
}

std::vector<SourceFile> sources_in(const std::string& folder, std::size_t count) {
    std::vector<SourceFile> files;
    for (std::size_t i = 0; i < count; ++i) {
        files.push_back(file_of(folder + "/" + std::to_string(i) + ".cpp", {}));
        files.push_back(file_of(folder + "/" + std::to_string(i) + ".hpp", {}));
    }
    return files;
}

}  // namespace

TEST_CASE("no level of a folder has more sources than one can survey") {
    expect_none(crowded_folders(product_sources()));
}

TEST_CASE("a crowded folder is found") {
    CHECK(crowded_folders(sources_in("src/store", 25)).empty());
    CHECK(crowded_folders(sources_in("src/store", 26)) ==
          Found{"src/store/ has 26 sources, and at most 25: make a subject folder, under a word "
                "that other layers use already"});
    CHECK(crowded_folders(sources_in("src/cli", 26)).size() == 1);
    CHECK(crowded_folders(sources_in("src/cli/commands", 40)).empty());
    CHECK(crowded_folders(sources_in("src/cli/commands", 41)).size() == 1);
    auto two_levels = sources_in("src/store", 25);
    std::ranges::copy(sources_in("src/store/charges", 25), std::back_inserter(two_levels));
    CHECK(crowded_folders(two_levels).empty());
}

}  // namespace focus_billing::conventions
