#include "focus_billing/format/json_writer.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <nlohmann/json.hpp>
#include <rapidcheck/catch.h>

using namespace focus_billing;

namespace {

using Library = nlohmann::ordered_json;

std::string library_text(const Library& value, int indentation) {
    return value.dump(indentation, ' ', false, Library::error_handler_t::replace);
}

/// Bytes of all kinds: many of them are no UTF-8.
std::string any_bytes() {
    const auto piece = rc::gen::oneOf(
        rc::gen::map(rc::gen::arbitrary<std::uint8_t>(),
                     [](std::uint8_t byte) { return std::string(1, static_cast<char>(byte)); }),
        rc::gen::element<std::string>("a", " ", "\"", "\\", "/", "\n", "\x7F", "\xC3", "\xA9",
                                      "\xE2\x82", "\xAC", "\xF0\x9F", "\x98\x80", "\xED\xA0\x80",
                                      "\xC0\x80", "\xF4\x90\x80\x80", "\xE2\x80\xA8"));
    std::string text;
    for (const auto& each : *rc::gen::container<std::vector<std::string>>(piece))
        text += each;
    return text;
}

struct Pair {
    Json json;
    Library library;
};

Pair any_scalar() {
    switch (*rc::gen::inRange(0, 5)) {
    case 0: return {};
    case 1: {
        const auto truth = *rc::gen::arbitrary<bool>();
        return {truth, truth};
    }
    case 2: {
        const auto number = *rc::gen::arbitrary<std::int64_t>();
        return {number, number};
    }
    case 3: {
        const auto number = *rc::gen::arbitrary<std::uint64_t>();
        return {number, number};
    }
    default: {
        const auto text = any_bytes();
        return {text, text};
    }
    }
}

Pair any_value(int depth) {
    const auto kind = depth == 0 ? 0 : *rc::gen::inRange(0, 3);
    if (kind == 0)
        return any_scalar();
    Pair pair =
        kind == 1 ? Pair{Json::array(), Library::array()} : Pair{Json::object(), Library::object()};
    const auto count = *rc::gen::inRange(0, 4);
    for (int i = 0; i < count; ++i) {
        auto [json, library] = any_value(depth - 1);
        if (kind == 1) {
            pair.json.push_back(std::move(json));
            pair.library.push_back(std::move(library));
            continue;
        }
        const auto name = *rc::gen::element<std::string>("a", "b", "\xFF", "\n", "z");
        pair.json[name] = std::move(json);
        pair.library[name] = std::move(library);
    }
    return pair;
}

}  // namespace

TEST_CASE("a value is written on one line, or indented", "[json]") {
    const Json json = {{"command", "backup"},
                       {"files", 2},
                       {"is_new", true},
                       {"actor", text_or_null("")},
                       {"entry", number_or_null(0)},
                       {"nothing", Json::object()},
                       {"list", Json::array()},
                       {"total", {{"billed", "0.10"}, {"currency", "USD"}}}};
    CHECK(json.text() ==
          R"({"command":"backup","files":2,"is_new":true,"actor":null,"entry":null,"nothing":{},)"
          R"("list":[],"total":{"billed":"0.10","currency":"USD"}})");
    CHECK(json.text(2) == R"({
  "command": "backup",
  "files": 2,
  "is_new": true,
  "actor": null,
  "entry": null,
  "nothing": {},
  "list": [],
  "total": {
    "billed": "0.10",
    "currency": "USD"
  }
})");
}

TEST_CASE("what becomes a JSON value", "[json]") {
    CHECK(Json().text() == "null");
    CHECK(Json(false).text() == "false");
    CHECK(Json(std::numeric_limits<std::int64_t>::min()).text() == "-9223372036854775808");
    CHECK(Json(std::numeric_limits<std::uint64_t>::max()).text() == "18446744073709551615");
    CHECK(Json("a\"b").text() == R"("a\"b")");
    CHECK(Json(std::string_view("a\0b", 3)).text() == R"("a\u0000b")");
    CHECK(Json(std::optional<int>()).text() == "null");
    CHECK(Json(std::optional<std::string>("")).text() == "\"\"");
    CHECK(Json(std::vector<std::string>{"a", "b"}).text(1) == "[\n \"a\",\n \"b\"\n]");
    CHECK(text_or_null("a").text() == "\"a\"");
    CHECK(number_or_null(7).text() == "7");
}

TEST_CASE("members keep their places, and can be changed", "[json]") {
    Json json;
    json["b"] = 1;
    json["a"].push_back("x");
    json["b"] = "2";
    CHECK(json.text() == R"({"b":"2","a":["x"]})");
    json.erase("b");
    json.erase("c");
    CHECK(json.text() == R"({"a":["x"]})");
}

TEST_CASE("a JSON text becomes a value on one line", "[json]") {
    const auto json = Json::parse(" { \"b\" : [ 1, -2, \"\\u00e9\" ],\n\"a\":null } ");
    REQUIRE(json);
    CHECK(Json{{"before", *json}}.text() == "{\"before\":{\"b\":[1,-2,\"\xC3\xA9\"],\"a\":null}}");
    for (const auto* text : {"", "{", "{'a': 1}", "[1e999]", "\"\xE9\""})
        CHECK_FALSE(Json::parse(text));
}

TEST_CASE("texts are escaped, and what is no UTF-8 is replaced", "[json]") {
    CHECK(json_text("") == "\"\"");
    CHECK(json_text("a \"b\" \\ c\n\t\x01\x7F/") == "\"a \\\"b\\\" \\\\ c\\n\\t\\u0001\x7F/\"");
    CHECK(json_text("Z\xC3\xBCrich \xFC") == "\"Z\xC3\xBCrich \xEF\xBF\xBD\"");
    std::string json = "x";
    append_json_text("a", json);
    CHECK(json == "x\"a\"");
}

TEST_CASE("a value has the bytes that the library writes", "[json]") {
    rc::prop("any text", [] {
        const auto text = any_bytes();
        RC_ASSERT(json_text(text) == library_text(Library(text), -1));
    });
    rc::prop("any value", [] {
        const auto [json, library] = any_value(3);
        RC_ASSERT(json.text() == library_text(library, -1));
        RC_ASSERT(json.text(2) == library_text(library, 2));
        const auto parsed = Json::parse(library_text(library, 2));
        RC_ASSERT(parsed && parsed->text() == library_text(library, -1));
    });
}
