#include "config/yaml/yaml_errors.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

namespace {

std::string fault(std::string_view text, std::string_view allowed = {}) {
    const auto found = find_text_fault(text, allowed);
    return found ? std::to_string(found->offset) + ": " + found->name : "none";
}

}  // namespace

TEST_CASE("good UTF-8 has no fault", "[config]") {
    CHECK(fault("") == "none");
    CHECK(fault("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80~") == "none");
    CHECK(fault("\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF") == "none");
}

TEST_CASE("bytes that are not UTF-8 are named", "[config]") {
    CHECK(fault("ab\xFF") == "2: byte 0xFF");
    CHECK(fault("\x80") == "0: byte 0x80");
    CHECK(fault("\xC3") == "0: byte 0xC3");
    CHECK(fault("\xE2\x82") == "0: byte 0xE2");
    CHECK(fault("\xC0\xAF") == "0: byte 0xC0");
    CHECK(fault("\xC1\xBF") == "0: byte 0xC1");
    CHECK(fault("\xE0\x80\xAF") == "0: byte 0xE0");
    CHECK(fault("\xF0\x80\x80\xAF") == "0: byte 0xF0");
    CHECK(fault("\xED\xA0\x80") == "0: byte 0xED");
    CHECK(fault("\xF4\x90\x80\x80") == "0: byte 0xF4");
    CHECK(fault("\xF5\x80\x80\x80") == "0: byte 0xF5");
}

TEST_CASE("control characters are named unless allowed", "[config]") {
    CHECK(fault(std::string_view("a\0b", 3)) == "1: control character U+0000");
    CHECK(fault("a\tb\n") == "1: control character U+0009");
    CHECK(fault("a\tb\n", "\t\n") == "none");
    CHECK(fault("\x7F") == "0: control character U+007F");
    CHECK(fault("\xC2\x85", "\n") == "0: control character U+0085");
}

TEST_CASE("printable text is one line", "[config]") {
    CHECK(printable("caf\xC3\xA9") == "caf\xC3\xA9");
    CHECK(printable("a\nb\x7F\xFF\xC2\x9F") == "a\\x0Ab\\x7F\\xFF\\xC2\\x9F");
    CHECK(printable(std::string(100, 'x')) == std::string(100, 'x'));
    CHECK(printable(std::string(101, 'x')) == std::string(100, 'x') + "...");
}

TEST_CASE("characters are counted, not bytes", "[config]") {
    CHECK(count_characters("") == 0);
    CHECK(count_characters("a\xC3\xA9\xF0\x9F\x98\x80") == 3);
}
