#include "focus_billing/format/json.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

namespace {

/// The tokens in short, then the position at which the text stops being JSON.
std::string tokens(std::string_view text) {
    std::string all;
    const auto end = read_json(text, [&](JsonToken token, std::string_view token_text) {
        static constexpr std::string_view signs = "{}[]ksnb0";
        all += signs[static_cast<std::size_t>(token)];
        if (!token_text.empty())
            all += ":" + std::string(token_text);
        all += ' ';
        return true;
    });
    return all + (end ? "stops at " + std::to_string(*end) : "end");
}

}  // namespace

TEST_CASE("JSON is read token by token", "[json]") {
    CHECK(tokens(R"({"a": "b", "c": [1, -2.50, true, false, null, {}]})") ==
          "{ k:a s:b k:c [ n:1 n:-2.50 b:true b:false 0 { } ] } end");
    CHECK(tokens("\"x\"") == "s:x end");
    CHECK(tokens(" \t\r\n{} ") == "{ } end");
}

TEST_CASE("numbers keep the digits as they were written", "[json]") {
    CHECK(tokens("[18446744073709551615]") == "[ n:18446744073709551615 ] end");
    CHECK(tokens("[123456789012345678901234567890]") == "[ n:123456789012345678901234567890 ] end");
    CHECK(tokens("[1.10, 6.123E-7, 0.1000000000000000000000000000001]") ==
          "[ n:1.10 n:6.123E-7 n:0.1000000000000000000000000000001 ] end");
}

TEST_CASE("strings are decoded", "[json]") {
    CHECK(tokens(R"(["\"\\\/\n\u00e9\ud83d\ude00"])") ==
          "[ s:\"\\/\n\xC3\xA9\xF0\x9F\x98\x80 ] end");
}

TEST_CASE("where text stops being JSON", "[json]") {
    CHECK(tokens("") == "stops at 1");
    CHECK(tokens("none") == "stops at 2");
    CHECK(tokens("{'a': 1}") == "{ stops at 2");
    CHECK(tokens(R"({"a" "b"})") == "{ k:a stops at 8");
    CHECK(tokens(R"({"a": 007})") == "{ k:a n:0 stops at 8");
    CHECK(tokens(R"({"a": "b"} {})") == "{ k:a s:b } stops at 12");
    CHECK(tokens("[\"a\nb\"]") == "[ stops at 4");
    CHECK(tokens("[\"\\ud83d\"]") == "[ stops at 9");
    CHECK(tokens("[\"\xE9\"]") == "[ stops at 4");
}

TEST_CASE("reading stops where it is told to", "[json]") {
    int count = 0;
    const auto end =
        read_json("[1, 2, 3, x", [&](JsonToken, std::string_view) { return ++count < 2; });
    CHECK_FALSE(end);
    CHECK(count == 2);
}

TEST_CASE("deep nesting costs no stack", "[json]") {
    std::size_t depth = 0;
    const std::string text(1'000'000, '[');
    CHECK(read_json(text, [&](JsonToken, std::string_view) { return ++depth > 0; }));
    CHECK(depth == 1'000'000);
}
