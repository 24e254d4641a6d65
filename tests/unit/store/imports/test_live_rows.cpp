#include "focus_billing/store/imports/live_rows.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

using namespace focus_billing;

namespace {

/// Contents that differ in the first byte, in the last one, or not at all.
ContentHash content(int number) {
    ContentHash hash{};
    hash[0] = static_cast<std::uint8_t>(number / 4 * 64);
    hash[15] = static_cast<std::uint8_t>(number % 4);
    return hash;
}

std::vector<std::int64_t> left(const LiveRows& rows) {
    std::vector<std::int64_t> charges;
    rows.for_each_left([&](std::int64_t charge) { charges.push_back(charge); });
    return charges;
}

}  // namespace

TEST_CASE("of equal charges the one with the lowest id is taken first, each once", "[store]") {
    LiveRows rows;
    rows.add(9, content(1));
    rows.add(5, content(1));
    rows.add(7, content(2));
    rows.prepare();
    CHECK(rows.take(content(1)) == 5);
    CHECK(rows.take(content(3)) == std::nullopt);
    CHECK(left(rows) == std::vector<std::int64_t>{7, 9});
    CHECK(rows.take(content(1)) == 9);
    CHECK(rows.take(content(1)) == std::nullopt);
    CHECK(left(rows) == std::vector<std::int64_t>{7});
}

TEST_CASE("nothing is found where there is nothing", "[store]") {
    LiveRows rows;
    CHECK(rows.take(content(0)) == std::nullopt);
    rows.prepare();
    CHECK(rows.take(content(0)) == std::nullopt);
    CHECK(left(rows).empty());
}

TEST_CASE("contents are a multiset, in whatever order they come", "[store]") {
    CHECK(rc::check([] {
        const auto number = rc::gen::resize(100, rc::gen::inRange(0, 16));
        const auto stored = *rc::gen::container<std::vector<int>>(number);
        const auto wanted = *rc::gen::container<std::vector<int>>(number);
        LiveRows rows;
        std::map<int, std::vector<std::int64_t>> model;
        for (std::size_t i = 0; i < stored.size(); ++i) {
            rows.add(static_cast<std::int64_t>(i), content(stored[i]));
            model[stored[i]].push_back(static_cast<std::int64_t>(i));
        }
        rows.prepare();
        for (const int one : wanted) {
            auto& charges = model[one];
            const auto taken = rows.take(content(one));
            RC_ASSERT(taken.has_value() == !charges.empty());
            if (!taken)
                continue;
            RC_ASSERT(*taken == charges.front());
            charges.erase(charges.begin());
        }
        std::vector<std::int64_t> expected;
        for (const auto& [one, charges] : model)
            expected.insert(expected.end(), charges.begin(), charges.end());
        std::ranges::sort(expected);
        RC_ASSERT(left(rows) == expected);
    }));
}
