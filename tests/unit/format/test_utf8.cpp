#include "focus_billing/format/utf8.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace focus_billing;

namespace {

std::string encoded(std::uint32_t point) {
    const auto byte = [](std::uint32_t bits) { return static_cast<char>(bits); };
    const auto tail = [&](unsigned shift) { return byte(0x80U | ((point >> shift) & 0x3FU)); };
    if (point < 0x80)
        return {byte(point)};
    if (point < 0x800)
        return {byte(0xC0U | (point >> 6U)), tail(0)};
    if (point < 0x10000)
        return {byte(0xE0U | (point >> 12U)), tail(6), tail(0)};
    return {byte(0xF0U | (point >> 18U)), tail(12), tail(6), tail(0)};
}

}  // namespace

TEST_CASE("every character but the surrogates is UTF-8", "[utf8]") {
    bool all = true;
    for (std::uint32_t point = 0; point <= 0x10FFFF; ++point) {
        const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
        all = all && is_utf8(encoded(point)) != surrogate;
    }
    CHECK(all);
    CHECK_FALSE(is_utf8(encoded(0x110000)));
}

TEST_CASE("what is not UTF-8", "[utf8]") {
    for (const auto* bytes :
         {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF",
          "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFE",
          "\xFF", "\xC3", "\xE2\x82", "\xF0\x9F\x98",
          "\xC3"
          "a",
          "\xE2\x82"
          "a",
          "caf\xE9"}) {
        CHECK_FALSE(is_utf8(bytes));
    }
    CHECK(is_utf8(""));
    CHECK(is_utf8("caf\xC3\xA9"));
}

TEST_CASE("characters one after the other are UTF-8, and are not when one byte is lost", "[utf8]") {
    CHECK(rc::check([] {
        const auto points = *rc::gen::container<std::vector<std::uint32_t>>(
            rc::gen::inRange<std::uint32_t>(0x80, 0xD800));
        std::string text;
        for (const auto point : points)
            text += encoded(point);
        RC_ASSERT(is_utf8(text));
        if (text.empty())
            return;
        text.erase(*rc::gen::inRange<std::size_t>(0, text.size()), 1);
        RC_ASSERT(!is_utf8(text));
    }));
}
