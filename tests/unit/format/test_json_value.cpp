#include "focus_billing/format/json.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

namespace {

/// The texts of the elements of `charges.rows` that were taken; of these none is left.
std::string taken(std::string_view text) {
    std::string all;
    JsonValue value;
    const auto take = [&](const JsonValue& element) {
        if (element.kind != JsonKind::array)
            return false;
        for (const auto& cell : element.items)
            all += cell.text;
        all += ' ';
        return true;
    };
    const auto fault = parse_json(text, value, "charges.rows", take);
    const auto* rows = value.find_path("charges.rows");
    const auto left = rows == nullptr ? std::string("no") : std::to_string(rows->items.size());
    return all + left + " left" + (fault ? ", stops at " + std::to_string(*fault) : "");
}

}  // namespace

TEST_CASE("a JSON text becomes a value with its members in order", "[json]") {
    JsonValue value;
    REQUIRE_FALSE(parse_json(R"({"b": 1.10, "a": {"c": [true, "x"]}, "b": null})", value));
    REQUIRE(value.members.size() == 3);
    CHECK(value.members[0].name == "b");
    CHECK(value.text_at("b") == "1.10");
    CHECK(value.find_path("a.c")->items[1].text == "x");
    CHECK(value.find_path("a.d") == nullptr);
    CHECK(value.find_path("b.c.d") == nullptr);
    CHECK(value.members[2].value.is_null());
}

TEST_CASE("a JSON text that is nested too deep is refused", "[json]") {
    JsonValue value;
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    CHECK_FALSE(parse_json(nested(100), value));
    CHECK(parse_json(nested(101), value) == JsonFault(1));
}

TEST_CASE("elements of an array are taken as they end", "[json]") {
    CHECK(taken(R"({"charges": {"rows": [["a", 1], [[2], "b"], []]}})") == "a1 b  0 left");
    CHECK(taken(R"({"charges": {"rows": [["a"], 7, {"x": []}, ["b"]]}})") == "a b 2 left");
    CHECK(taken(R"({"rows": [["a"]], "charges": {"rows": {"rows": [["b"]]}}})") == "0 left");
    CHECK(taken(R"({"charges": [{"rows": [["a"]]}], "x": [["b"]]})") == "no left");
    CHECK(taken(R"({"charges": {"rows": [["a"], ["b"])") == "a b 0 left, stops at 35");
}
