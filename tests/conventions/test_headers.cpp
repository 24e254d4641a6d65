#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>
#include <map>
#include <set>

#include "includes.hpp"
#include "rule.hpp"

// Rule 2: a header in include/ is a promise to other folders; a source includes its own header
// first.

namespace focus_billing::conventions {
namespace {

using Paths = std::set<std::string, std::less<>>;

bool is_public(std::string_view path) {
    return path.starts_with("include/");
}

bool is_header(std::string_view path) {
    return path.ends_with(".hpp");
}

/// The public headers that each file includes.
std::map<std::string, Paths> public_includes(const std::vector<SourceFile>& files) {
    std::map<std::string, Paths> uses;
    for (const auto& file : files) {
        for (const auto& include : includes_of(file)) {
            if (include.is_quoted && is_public(include.path())) {
                uses[file.path].insert(include.path());
            }
        }
    }
    return uses;
}

/// Headers that another folder includes, and all that these include in turn.
Paths promised_headers(const std::vector<SourceFile>& files) {
    const auto uses = public_includes(files);
    std::vector<std::string> open;
    for (const auto& [user, headers] : uses) {
        std::ranges::copy_if(headers, std::back_inserter(open), [&](const auto& header) {
            return folder_of(header) != folder_of(user);
        });
    }
    Paths promised;
    while (!open.empty()) {
        const auto header = open.back();
        open.pop_back();
        const auto more = uses.find(header);
        if (promised.insert(header).second && more != uses.end()) {
            std::ranges::copy(more->second, std::back_inserter(open));
        }
    }
    return promised;
}

Found needless_public_headers(const std::vector<SourceFile>& files) {
    Found found;
    const auto promised = promised_headers(files);
    for (const auto& file : files) {
        if (is_public(file.path) && is_header(file.path) && !promised.contains(file.path)) {
            found.push_back(violation(file, 0,
                                      "no other folder includes it: move it to src/" +
                                          unit_of(file.path) + ".hpp"));
        }
    }
    return found;
}

Found exposed_private_headers(const SourceFile& file) {
    Found found;
    for (const auto& include : includes_of(file)) {
        if (is_public(file.path) && include.is_quoted && !is_public(include.path())) {
            found.push_back(violation(file, include.index,
                                      "\"" + include.target +
                                          "\" stands in src/: a public header cannot include it"));
        }
    }
    return found;
}

/// A subject may have two headers of its own: what others may use, and what its folder may use.
Found sources_without_own_headers_first(const std::vector<SourceFile>& files) {
    std::map<std::string, Paths> headers;
    for (const auto& file : files) {
        if (is_header(file.path)) {
            headers[unit_of(file.path)].insert(file.path);
        }
    }
    Found found;
    for (const auto& file : files) {
        auto own = is_header(file.path) ? Paths{} : headers[unit_of(file.path)];
        const auto includes = includes_of(file);
        auto include = includes.begin();
        while (include != includes.end() && own.erase(include->path()) == 1) {
            ++include;
        }
        for (const auto& header : own) {
            found.push_back(
                violation(file, 0, "include " + header + " first: so it is seen to compile alone"));
        }
    }
    return found;
}

}  // namespace

TEST_CASE("a header in include/ is used by another folder") {
    expect_none(needless_public_headers(product_sources()));
}

TEST_CASE("a public header that its own folder alone uses is found") {
    const SourceFile header = file_of("include/focus_billing/store/charges/a.hpp", {});
    const std::string name = "focus_billing/store/charges/a.hpp";
    const auto own = file_including("src/store/imports/x.cpp", {name});
    const Found move = {header.path + ":1: no other folder includes it: move it to "
                                      "src/store/charges/a.hpp"};
    CHECK(needless_public_headers({header}) == move);
    CHECK(needless_public_headers({header, own}) == move);
    CHECK(needless_public_headers({header, file_including("src/workflow/x.cpp", {name})}).empty());
    CHECK(needless_public_headers({header, file_including("src/store/x.hpp", {name})}) == move);
}

TEST_CASE("a public header may serve another one that has users") {
    const auto inner = file_of("include/focus_billing/store/inner.hpp", {});
    const auto outer =
        file_including("include/focus_billing/store/outer.hpp", {"focus_billing/store/inner.hpp"});
    const auto user = file_including("src/cli/x.cpp", {"focus_billing/store/outer.hpp"});
    CHECK(needless_public_headers({inner, outer, user}).empty());
    CHECK(needless_public_headers({inner, outer}).size() == 2);
}

TEST_CASE("a public header includes public headers alone") {
    expect_none(in_all(product_sources(), exposed_private_headers));
}

TEST_CASE("a public header that includes a private one is found") {
    CHECK(exposed_private_headers(
              file_including("include/focus_billing/store/a.hpp", {"store/b.hpp"})) ==
          Found{"include/focus_billing/store/a.hpp:1: \"store/b.hpp\" stands in src/: a public "
                "header cannot include it"});
    CHECK(exposed_private_headers(
              file_including("include/focus_billing/store/a.hpp", {"focus_billing/store/b.hpp"}))
              .empty());
    CHECK(exposed_private_headers(file_including("src/store/a.hpp", {"store/b.hpp"})).empty());
}

TEST_CASE("a source includes its own headers first") {
    expect_none(sources_without_own_headers_first(product_sources()));
}

TEST_CASE("a source that includes a header of its own late, or not at all, is found") {
    const auto judged = [](SourceFile source) {
        return sources_without_own_headers_first(
            {file_of("include/focus_billing/store/a.hpp", {}), file_of("src/store/b.hpp", {}),
             file_of("include/focus_billing/store/both.hpp", {}), file_of("src/store/both.hpp", {}),
             std::move(source)});
    };
    const std::string a = "focus_billing/store/a.hpp";
    const std::string b = "store/b.hpp";
    CHECK(judged(file_including("src/store/a.cpp", {a, b})).empty());
    CHECK(judged(file_including("src/store/b.cpp", {b})).empty());
    CHECK(judged(file_including("src/store/c.cpp", {b})).empty());
    CHECK(judged(file_including("src/store/a.cpp", {b, a})) ==
          Found{"src/store/a.cpp:1: include include/focus_billing/store/a.hpp first: so it is seen "
                "to compile alone"});
    CHECK(judged(file_of("src/store/b.cpp", {"#include <vector>", "#include \"store/b.hpp\""}))
              .size() == 1);
    CHECK(judged(file_of("src/store/b.cpp", {})).size() == 1);
    const std::string both = "focus_billing/store/both.hpp";
    CHECK(judged(file_including("src/store/both.cpp", {both, "store/both.hpp", b})).empty());
    CHECK(judged(file_including("src/store/both.cpp", {both, b, "store/both.hpp"})) ==
          Found{"src/store/both.cpp:1: include src/store/both.hpp first: so it is seen to compile "
                "alone"});
}

}  // namespace focus_billing::conventions
