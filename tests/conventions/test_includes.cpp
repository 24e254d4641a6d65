#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "includes.hpp"
#include "rule.hpp"

// Rule 1: who may include whom.

namespace focus_billing::conventions {
namespace {

/// The ground is what all stand on; the verbs do not know each other; workflow/ puts them together.
const std::set<std::string, std::less<>> verbs = {"config", "input", "convert", "billing", "store",
                                                  "render", "files", "fetch",   "deliver", "http"};

bool may_include(const std::string& folder, const std::string& used) {
    if (folder == "cli" || used == folder) {
        return true;
    }
    if (folder == "workflow") {
        return used != "cli";
    }
    if (folder == "format") {
        return used == "model";
    }
    return verbs.contains(folder) && (used == "model" || used == "format");
}

std::string advice(const std::string& folder, const std::string& used) {
    if (folder == "model") {
        return "it includes nothing but itself";
    }
    if (folder == "format") {
        return "it includes model/ and itself";
    }
    if (folder == "workflow") {
        return "what both need belongs in a verb or in model/";
    }
    if (!verbs.contains(folder)) {
        return "enter the folder in the table of tests/conventions/test_includes.cpp";
    }
    return "it includes model/, format/ and itself; a type that " + used + "/ needs as well " +
           "belongs in model/, the call of both in workflow/";
}

/// The folder of a header as an include names it; empty if it names none.
std::string folder_in(const std::string& target) {
    const auto folder = folder_of(Include{0, target, true}.path());
    return target.find('/') == std::string::npos ? "" : folder;
}

std::string judge(const std::string& folder, const Include& include) {
    const auto used = folder_in(include.target);
    const bool is_public = include.target.starts_with("focus_billing/");
    if (used.empty() || include.target.find("../") != std::string::npos) {
        return "\"" + include.target +
               "\": include it as \"focus_billing/<folder>/...\", or as \"" + folder +
               "/...\" if it stands in src/";
    }
    if (!may_include(folder, used)) {
        return folder + "/ may not include " + used + "/: " + advice(folder, used);
    }
    if (!is_public && used != folder) {
        return "\"" + include.target + "\" is for " + used + "/ alone: what " + folder +
               "/ needs of it belongs in include/focus_billing/" + used + "/";
    }
    return {};
}

Found wrong_includes(const SourceFile& file) {
    Found found;
    for (const auto& include : includes_of(file)) {
        const auto fact = include.is_quoted ? judge(folder_of(file.path), include) : "";
        if (!fact.empty()) {
            found.push_back(violation(file, include.index, fact));
        }
    }
    return found;
}

Found judged(std::string path, const std::string& header) {
    return wrong_includes(file_including(std::move(path), {header}));
}

}  // namespace

TEST_CASE("a file includes the ground and its own folder; workflow/ and cli/ put them together") {
    expect_none(in_all(product_sources(), wrong_includes));
}

TEST_CASE("the ground includes no verb") {
    CHECK(judged("src/model/a.cpp", "focus_billing/model/x.hpp").empty());
    CHECK(judged("src/model/a.cpp", "focus_billing/format/x.hpp") ==
          Found{"src/model/a.cpp:1: model/ may not include format/: it includes nothing but "
                "itself"});
    CHECK(judged("src/format/a.cpp", "focus_billing/model/charges/x.hpp").empty());
    CHECK(judged("src/format/a.cpp", "focus_billing/input/x.hpp") ==
          Found{"src/format/a.cpp:1: format/ may not include input/: it includes model/ and "
                "itself"});
    CHECK(judged("include/focus_billing/model/charges/a.hpp", "focus_billing/store/x.hpp").size() ==
          1);
}

TEST_CASE("a verb includes no other verb") {
    CHECK(judged("src/input/a.cpp", "focus_billing/model/x.hpp").empty());
    CHECK(judged("src/input/a.cpp", "focus_billing/format/x.hpp").empty());
    CHECK(judged("src/input/a.cpp", "focus_billing/input/x.hpp").empty());
    CHECK(judged("src/input/a.cpp", "focus_billing/billing/x.hpp") ==
          Found{"src/input/a.cpp:1: input/ may not include billing/: it includes model/, format/ "
                "and itself; a type that billing/ needs as well belongs in model/, the call of "
                "both in workflow/"});
    CHECK(judged("src/render/pdf/a.cpp", "focus_billing/store/charges/x.hpp").size() == 1);
    CHECK(judged("src/files/a.cpp", "focus_billing/workflow/x.hpp").size() == 1);
    CHECK(judged("src/store/a.cpp", "focus_billing/cli/x.hpp").size() == 1);
}

TEST_CASE("workflow/ includes the verbs, and only cli/ includes workflow/ and itself") {
    CHECK(judged("src/workflow/ingest/a.cpp", "focus_billing/store/imports/x.hpp").empty());
    CHECK(judged("src/workflow/ingest/a.cpp", "focus_billing/cli/x.hpp") ==
          Found{"src/workflow/ingest/a.cpp:1: workflow/ may not include cli/: what both need "
                "belongs in a verb or in model/"});
    CHECK(judged("src/cli/commands/a.cpp", "focus_billing/workflow/x.hpp").empty());
    CHECK(judged("src/cli/commands/a.cpp", "focus_billing/store/x.hpp").empty());
}

TEST_CASE("a header in src/ is included by its own folder alone") {
    CHECK(judged("src/store/charges/a.cpp", "store/imports/x.hpp").empty());
    CHECK(judged("src/cli/a.cpp", "store/imports/x.hpp") ==
          Found{"src/cli/a.cpp:1: \"store/imports/x.hpp\" is for store/ alone: what cli/ needs of "
                "it belongs in include/focus_billing/store/"});
    CHECK(judged("src/input/a.cpp", "model/x.hpp").size() == 1);
    CHECK(judged("src/store/a.cpp", "../input/x.hpp").size() == 1);
    CHECK(judged("src/store/a.cpp", "store/../input/x.hpp").size() == 1);
    CHECK(judged("src/store/a.cpp", "x.hpp") ==
          Found{"src/store/a.cpp:1: \"x.hpp\": include it as \"focus_billing/<folder>/...\", or as "
                "\"store/...\" if it stands in src/"});
}

TEST_CASE("a folder that has no place among the others is found") {
    CHECK(judged("src/http/a.cpp", "focus_billing/format/x.hpp").empty());
    CHECK(judged("src/mail/a.cpp", "focus_billing/format/x.hpp") ==
          Found{"src/mail/a.cpp:1: mail/ may not include format/: enter the folder in the table of "
                "tests/conventions/test_includes.cpp"});
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
