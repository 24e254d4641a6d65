#include "convert/storage/nested_quotas.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

#include "focus_billing/model/decimal.hpp"

using namespace focus_billing;

namespace {

struct Written {
    std::string path;
    std::string type;
    std::string persona;
    std::int64_t bytes;
};

ChargedQuotas quotas_of(const std::vector<Written>& written) {
    ChargedQuotas quotas;
    for (const auto& entry : written) {
        ChargedQuota charged;
        charged.quota.path = entry.path;
        charged.quota.type = entry.type;
        charged.quota.persona = entry.persona;
        charged.bytes = whole_number(entry.bytes);
        quotas.emplace(quota_key(charged.quota), charged);
    }
    return quotas;
}

std::string name_of(const QuotaUsage& quota) {
    return quota.path + (quota.persona.empty() ? "" : "#" + quota.persona);
}

/// What is charged with each quota, `/a 30`, then what was told, `/a/b in /a: outer`.
std::vector<std::string> outcome(const std::vector<Written>& written, NestedQuotas choice) {
    constexpr std::array names = {"outer", "inner", "folders", "users", "both"};
    std::vector<std::string> told;
    auto quotas = quotas_of(written);
    find_nested(quotas, choice,
                [&](const QuotaUsage& inner, const std::string& folder, CountedWith with) {
                    told.push_back(name_of(inner) + " in " + folder + ": " +
                                   names.at(static_cast<std::size_t>(with)));
                });
    std::vector<std::string> lines;
    for (const auto& [key, charged] : quotas) {
        if (!charged.is_left)
            lines.push_back(name_of(charged.quota) + " " +
                            difference(charged.bytes, charged.inside).text());
    }
    lines.insert(lines.end(), told.begin(), told.end());
    return lines;
}

using Lines = std::vector<std::string>;
constexpr auto outer = NestedQuotas::outer;
constexpr auto inner = NestedQuotas::inner;

}  // namespace

TEST_CASE("a folder in a folder is charged with the outer one, or taken off it") {
    const std::vector<Written> written = {{"/a", "directory", "", 100},
                                          {"/a/b", "directory", "", 30},
                                          {"/a/b/c", "directory", "", 10},
                                          {"/ab", "directory", "", 5}};
    CHECK(outcome(written, outer) ==
          Lines{"/a 100", "/ab 5", "/a/b in /a: outer", "/a/b/c in /a/b: outer"});
    CHECK(outcome(written, inner) == Lines{"/a 70", "/a/b 20", "/a/b/c 10", "/ab 5",
                                           "/a/b in /a: inner", "/a/b/c in /a/b: inner"});
}

TEST_CASE("of quotas in one folder that overlap one sort counts: folders, users, then groups") {
    const std::vector<Written> owners = {{"/a", "directory", "", 10},
                                         {"/a", "group", "bio", 8},
                                         {"/a", "user", "ada", 3},
                                         {"/a", "user", "lin", 5}};
    CHECK(outcome(owners, outer) ==
          Lines{"/a 10", "/a#bio in /a: outer", "/a#ada in /a: outer", "/a#lin in /a: outer"});
    CHECK(outcome(owners, inner) == Lines{"/a 2", "/a#ada 3", "/a#lin 5", "/a#bio in /a: users",
                                          "/a#ada in /a: inner", "/a#lin in /a: inner"});
    auto with_folder = owners;
    with_folder.push_back({"/a/b", "directory", "", 7});
    CHECK(outcome(with_folder, inner) == Lines{"/a 3", "/a/b 7", "/a#bio in /a: folders",
                                               "/a#ada in /a: folders", "/a#lin in /a: folders",
                                               "/a/b in /a: inner"});
}

TEST_CASE("without a folder around them users count before groups") {
    CHECK(outcome({{"/h", "user", "ada", 4}, {"/h", "group", "bio", 10}}, outer) ==
          Lines{"/h#ada 4", "/h#bio in /h: users"});
    CHECK(outcome({{"/h", "user", "ada", 4}, {"/g", "group", "bio", 10}}, outer) ==
          Lines{"/g#bio 10", "/h#ada 4"});
}

TEST_CASE("a user's quota in a folder inside that of the user's other quota is part of that") {
    const std::vector<Written> written = {
        {"/h", "user", "ada", 9}, {"/h/x", "user", "ada", 4}, {"/h/x", "user", "lin", 3}};
    CHECK(outcome(written, outer) == Lines{"/h#ada 9", "/h/x#lin 3", "/h/x#ada in /h: outer"});
    CHECK(outcome(written, inner) ==
          Lines{"/h#ada 5", "/h/x#ada 4", "/h/x#lin 3", "/h/x#ada in /h: inner"});
}

TEST_CASE("a folder among users' files is told, since both are charged") {
    CHECK(outcome({{"/h", "user", "ada", 9}, {"/h/shared", "directory", "", 4}}, outer) ==
          Lines{"/h#ada 9", "/h/shared 4", "/h/shared in /h: both"});
    CHECK(outcome({{"/h", "user", "ada", 9}, {"/h/x", "group", "bio", 4}}, inner) ==
          Lines{"/h#ada 9", "/h/x#bio 4", "/h/x#bio in /h: both"});
}

TEST_CASE("the root of the file system is around everything") {
    CHECK(outcome({{"/", "directory", "", 9}, {"/a", "directory", "", 4}}, inner) ==
          Lines{"/ 5", "/a 4", "/a in /: inner"});
}

// Files of random folders and owners, with a quota for the root and some others, each of which
// counts the files that it is for: whatever is chosen, each file is charged once.
TEST_CASE("what is charged inside a folder is what the folder holds", "[property]") {
    CHECK(rc::check([] {
        struct File {
            std::string folder;
            std::string user;
            std::int64_t bytes;
        };
        const std::vector<std::string> folders = {"/r", "/r/a", "/r/a/b", "/r/a/b/c", "/r/d"};
        std::vector<File> files;
        const auto count = *rc::gen::inRange(0, 30);
        for (int i = 0; i < count; ++i)
            files.push_back({*rc::gen::elementOf(folders),
                             *rc::gen::elementOf(std::vector<std::string>{"ada", "lin", "bo"}),
                             *rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000)});
        std::vector<Written> written;
        const auto add = [&](const std::string& path, const std::string& type,
                             const std::string& persona) {
            std::int64_t bytes = 0;
            for (const auto& file : files) {
                const bool is_in = file.folder == path || file.folder.starts_with(path + "/");
                // ada and lin are in the group bio, bo is in none of these.
                const bool is_owned = type == "directory" || file.user == persona ||
                                      (persona == "bio" && file.user != "bo");
                bytes += is_in && is_owned ? file.bytes : 0;
            }
            written.push_back({path, type, persona, bytes});
        };
        add("/r", "directory", "");
        for (const auto& folder : folders) {
            if (folder != "/r" && *rc::gen::arbitrary<bool>())
                add(folder, "directory", "");
            if (*rc::gen::arbitrary<bool>())
                add(folder, "user", *rc::gen::elementOf(std::vector<std::string>{"ada", "lin"}));
            if (*rc::gen::arbitrary<bool>())
                add(folder, "group", "bio");
        }
        for (const auto choice : {outer, inner}) {
            auto quotas = quotas_of(written);
            find_nested(quotas, choice, [](const auto&, const auto&, CountedWith with) {
                RC_ASSERT(with != CountedWith::both);
            });
            Decimal charged;
            for (const auto& [key, quota] : quotas) {
                const auto own = difference(quota.bytes, quota.inside);
                RC_ASSERT(own >= Decimal{});
                charged = sum(charged, quota.is_left ? Decimal{} : own);
            }
            RC_ASSERT(charged == whole_number(written.front().bytes));
        }
    }));
}
