#include "focus_billing/input/parse_tags.hpp"

#include <catch2/catch.hpp>

#include "input/charge_file.hpp"

using namespace focus_billing;

namespace {

/// The entries as `key=value`, then what is wrong.
std::string described(const Tags& tags) {
    std::string text;
    for (const auto& [key, value, is_string] : tags.entries) {
        text += std::string(key) + "=" + std::string(value) + "; ";
    }
    return text + (tags.fault.empty() ? "" : "fault: " + tags.fault);
}

std::string parsed(std::string_view text) {
    const TagParser parser(TagMapping::by_name());
    Tags tags;
    parser.parse(text, tags);
    return described(tags);
}

}  // namespace

TEST_CASE("a JSON object of strings", "[tags]") {
    CHECK(parsed(R"({"pi_email":"ada@example.edu","x":"y"})") == "pi_email=ada@example.edu; x=y; ");
    CHECK(parsed(R"( { "a" : "b" , "c" : "d" } )") == "a=b; c=d; ");
    CHECK(parsed("{}") == "");
    CHECK(parsed("{\n  \"a\": \"b\"\n}") == "a=b; ");
    CHECK(parsed(R"({"":"empty key","empty value":""})") == "=empty key; empty value=; ");
}

TEST_CASE("values that are no strings are text too", "[tags]") {
    CHECK(parsed(R"({"n":12.50,"i":123456789012345678901,"t":true,"f":false,"z":null})") ==
          "n=12.50; i=123456789012345678901; t=true; f=false; z=; ");
    CHECK(parsed(R"({"project_id":"00123"})") == "project_id=00123; ");
}

TEST_CASE("escapes are undone", "[tags]") {
    CHECK(parsed(R"({"a\"b":"c\\d","e":"\u00e9\ud83d\ude00"})") ==
          "a\"b=c\\d; e=\xC3\xA9\xF0\x9F\x98\x80; ");
}

TEST_CASE("no tags at all", "[tags]") {
    for (const auto* text : {"", " ", "\t", "null", " null "}) {
        INFO(text);
        CHECK(parsed(text) == "");
    }
}

TEST_CASE("an array of pairs", "[tags]") {
    CHECK(parsed(R"([{"key":"a","value":"b"},{"key":"c","value":4}])") == "a=b; c=4; ");
    CHECK(parsed(R"([{"Value":"b","Key":"a"}])") == "a=b; ");
    CHECK(parsed(R"([{"key":"a"},{"key":"b","value":null}])") == "a=; b=; ");
    CHECK(parsed("[]") == "");
}

TEST_CASE("Azure's tags without braces", "[tags]") {
    CHECK(parsed(R"("a":"b","c":"d")") == "a=b; c=d; ");
    CHECK(parsed(R"( "a": "b" )") == "a=b; ");
    CHECK(parsed(R"("a":"b}",)") == "a=b}; fault: they stop being JSON at character 9");
}

TEST_CASE("P3: text that is no JSON is a fault, and what could be read is kept", "[tags]") {
    CHECK(parsed("none") == "fault: they stop being JSON at character 2");
    CHECK(parsed("{'a': 'b'}") == "fault: they stop being JSON at character 2");
    CHECK(parsed(R"({"a":"b","c")") == "a=b; fault: they stop being JSON at character 12");
    CHECK(parsed(R"({"a":"b"} x)") == "a=b; fault: they stop being JSON at character 11");
    CHECK(parsed("a=b;c=d") == "fault: they stop being JSON at character 1");
    CHECK(parsed(R"("a")") == "fault: they stop being JSON at character 3");
}

TEST_CASE("JSON that is no object is a fault", "[tags]") {
    CHECK(parsed("12") == "fault: they are no JSON object");
    CHECK(parsed("true") == "fault: they are no JSON object");
    CHECK(parsed(R"(["a"])") == "fault: the array of tags has an element that is no object");
    CHECK(parsed(R"([["a"]])") == "fault: an array stands in the array of tags");
    CHECK(parsed(R"([{"value":"b"}])") == "fault: an element of the array of tags has no \"key\"");
}

TEST_CASE("nested values are a fault", "[tags]") {
    CHECK(parsed(R"({"a":{"b":"c"},"d":"e"})") == "d=e; fault: the value of 'a' is nested");
    CHECK(parsed(R"({"d":"e","a":["b"]})") == "d=e; fault: the value of 'a' is nested");
    CHECK(parsed(R"([{"key":"a","value":{"key":"b"}}])") ==
          "a=; fault: the value of 'value' is nested");
}

TEST_CASE("keys that occur twice are a fault", "[tags]") {
    CHECK(parsed(R"({"a":"b","a":"c"})") == "a=b; a=c; fault: the key 'a' occurs twice");
    CHECK(parsed(R"({"a":"b","a":"b"})") == "a=b; a=b; fault: the key 'a' occurs twice");
    CHECK(parsed(R"("a":"b","a":"c")") == "a=b; a=c; fault: the key 'a' occurs twice");
    CHECK(parsed(R"([{"key":"a","value":"b"},{"key":"a","value":"c"}])") ==
          "a=b; a=c; fault: the key 'a' occurs twice");
    CHECK(parsed(R"({"a":"b","A":"c"})") == "a=b; A=c; ");
    std::string many = "{";
    for (int i = 0; i < 100; ++i)
        many += "\"k" + std::to_string(i) + "\":\"v\",";
    CHECK(parsed(many + "\"last\":\"v\"}").find("fault") == std::string::npos);
    CHECK(parsed(many + "\"k7\":\"v\"}").ends_with("fault: the key 'k7' occurs twice"));
}

TEST_CASE("tags read after others keep nothing of them", "[tags]") {
    const TagParser parser(TagMapping::by_name());
    Tags tags;
    parser.parse(R"({"pi_email":"a","pi_email":"b"})", tags);
    CHECK_FALSE(tags.fault.empty());
    REQUIRE(parser.parse_doubled(R"({""fund_org"":""f""})", tags));
    CHECK(described(tags) == "fund_org=f; ");
    CHECK(tags.attributes[index_of(Attribute::pi_email)].empty());
    CHECK(tags.attributes[index_of(Attribute::fund_org)] == "f");
    parser.parse("", tags);
    CHECK(described(tags) == "");
    CHECK(tags.attributes[index_of(Attribute::fund_org)].empty());
}

TEST_CASE("a quoted field is read as it stands, or left to be decoded", "[tags]") {
    const TagParser parser(TagMapping::by_name());
    Tags tags;
    CHECK(parser.parse_doubled(R"({""a"":""b"", ""c"": """"})", tags));
    CHECK(described(tags) == "a=b; c=; ");
    for (const auto* raw : {R"({"a":"b"})", R"({""a"":1})", R"({""a"":""b\\""})", R"(""a"":""b"")",
                            R"([{""key"":""a""}])", "", "NULL", R"({""a"":""b""} x)",
                            R"({""a"":""b"",})", R"({""a"":""b"))", R"({""a"":"""b""})",
                            "{\"\"a\"\":\"\"b\xFF\"\"}", "{\"\"a\"\":\"\"b\n\"\"}"}) {
        INFO(raw);
        CHECK_FALSE(parser.parse_doubled(raw, tags));
    }
}

TEST_CASE("tags of a file, in every form and quoting", "[tags]") {
    Lines seen;
    const auto findings =
        read_charges("BillingPeriodStart,BilledCost,BillingCurrency,Tags\n"
                     "2025-01-01,1,USD,\"{\"\"a\"\":\"\"b, c\"\"}\"\n"
                     "2025-01-01,1,USD,\"{\n\"\"a\"\":\"\"b\"\"\n}\"\n"
                     "2025-01-01,1,USD,{}\n"
                     "2025-01-01,1,USD,NULL\n"
                     "2025-01-01,1,USD,\"NULL\"\n"
                     "2025-01-01,1,USD,\"\"\n"
                     "2025-01-01,1,USD,\"\"\"a\"\":\"\"b\"\",\"\"c\"\":\"\"d\"\"\"\n"
                     "2025-01-01,1,USD,not json\n",
                     [&](const Charge& charge) { seen.push_back(described(*charge.tags)); });
    CHECK(findings.empty());
    CHECK(seen == Lines{"a=b, c; ", "a=b; ", "", "", "", "", "a=b; c=d; ",
                        "fault: they stop being JSON at character 2"});
}

TEST_CASE("tags nested a million deep are a fault like others", "[tags]") {
    const std::string open(1'000'000, '[');
    CHECK(parsed(open) == "fault: they stop being JSON at character 1000000");
    CHECK(parsed("{\"a\":" + open + std::string(1'000'000, ']') + "}") ==
          "fault: the value of 'a' is nested");
}
