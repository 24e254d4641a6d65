#include "focus_billing/input/tag_keys.hpp"

#include <catch2/catch.hpp>

#include "focus_billing/input/parse_tags.hpp"

using namespace focus_billing;

namespace {

TagMapping mapping_of(Attribute attribute, std::vector<std::string> keys) {
    TagMapping mapping;
    mapping.keys[index_of(attribute)] = std::move(keys);
    return mapping;
}

/// What the keys find for the PI in the tags, and the fault.
std::string pi_of(const std::vector<std::string>& keys, std::string_view text) {
    const TagParser parser(mapping_of(Attribute::pi_email, keys));
    Tags tags;
    parser.parse(text, tags);
    return std::string(tags.attributes[index_of(Attribute::pi_email)]) +
           (tags.fault.empty() ? "" : " fault: " + tags.fault);
}

}  // namespace

TEST_CASE("each attribute is found under its key", "[tags]") {
    const TagParser parser(TagMapping::by_name());
    Tags tags;
    parser.parse(R"({"pi_email":"1","project_id":"2","fund_org":"3","cost_center":"4",)"
                 R"("account_code":"5","reference_1":"6","reference_2":"7","end_date":"8",)"
                 R"("reconciliation_end":"9","other":"10"})",
                 tags);
    for (std::size_t i = 0; i < attribute_count; ++i) {
        CHECK(tags.attributes[i] == std::to_string(i + 1));
    }
}

TEST_CASE("an exact key wins over one in another case, wherever it stands", "[tags]") {
    CHECK(pi_of({"pi_email"}, R"({"pi_email":"a","PI_Email":"b"})") == "a");
    CHECK(pi_of({"pi_email"}, R"({"PI_Email":"b","pi_email":"a"})") == "a");
    CHECK(pi_of({"pi_email"}, R"({"PI_EMAIL":"b"})") == "b");
    CHECK(pi_of({"PI Email"}, R"({"pi email":"b"})") == "b");
    CHECK(pi_of({"pi_email"}, R"({"pi_emails":"b","xpi_email":"c"})") == "");
}

TEST_CASE("AWS's prefix is passed over", "[tags]") {
    CHECK(pi_of({"pi_email"}, R"({"user:pi_email":"a"})") == "a");
    CHECK(pi_of({"pi_email"}, R"({"user_pi_email":"a"})") == "a");
    CHECK(pi_of({"pi_email"}, R"({"user:PI_Email":"a"})") == "a");
    CHECK(pi_of({"pi_email"}, R"({"aws:pi_email":"a"})") == "");
    CHECK(pi_of({"pi_email"}, R"({"user:pi_email":"a","PI_Email":"b"})") == "b");
    CHECK(pi_of({"user:pi_email"}, R"({"user:pi_email":"a"})") == "a");
    CHECK(pi_of({"user"}, R"({"user":"a"})") == "a");
}

TEST_CASE("the first configured key that has a value wins", "[tags]") {
    const std::vector<std::string> keys = {"pi_email", "owner", "contact"};
    CHECK(pi_of(keys, R"({"contact":"c","owner":"o","pi_email":"p"})") == "p");
    CHECK(pi_of(keys, R"({"contact":"c","owner":"o"})") == "o");
    CHECK(pi_of(keys, R"({"contact":"c","OWNER":"o"})") == "o");
    CHECK(pi_of(keys, R"({"contact":"c","user:pi_email":"p"})") == "p");
    CHECK(pi_of(keys, R"({"pi_email":"","owner":" ","contact":"c"})") == "c");
    CHECK(pi_of(keys, R"({"pi_email":null,"owner":"o"})") == "o");
    CHECK(pi_of(keys, R"({"pi_email":"\t "})") == "");
}

TEST_CASE("two keys that differ in case and in value, and are as near, are a fault", "[tags]") {
    CHECK(pi_of({"pi_email"}, R"({"PI_Email":"a","PI_EMAIL":"b"})") ==
          "a fault: the keys 'PI_Email' and 'PI_EMAIL' both mean pi_email and differ in value");
    CHECK(pi_of({"pi_email"}, R"({"user:pi_email":"a","user_pi_email":"b"})") ==
          "a fault: the keys 'user:pi_email' and 'user_pi_email' both mean pi_email and differ in "
          "value");
    CHECK(pi_of({"pi_email"}, R"({"PI_Email":"a","PI_EMAIL":"a"})") == "a");
    CHECK(pi_of({"pi_email"}, R"({"PI_Email":"a","PI_EMAIL":""})") == "a");
    CHECK(pi_of({"pi_email"}, R"({"PI_Email":"a","PI_EMAIL":"b","pi_email":"c"})") == "c");
    CHECK(pi_of({"pi_email"}, R"({"Other":"a","OTHER":"b"})") == "");
}

TEST_CASE("one key may mean two attributes", "[tags]") {
    auto mapping = mapping_of(Attribute::fund_org, {"fund"});
    mapping.keys[index_of(Attribute::cost_center)] = {"fund"};
    Tags tags;
    TagParser(mapping).parse(R"({"fund":"F"})", tags);
    CHECK(tags.attributes[index_of(Attribute::fund_org)] == "F");
    CHECK(tags.attributes[index_of(Attribute::cost_center)] == "F");
    CHECK(tags.attributes[index_of(Attribute::pi_email)].empty());
}

TEST_CASE("keys of 63 letters and more", "[tags]") {
    for (const std::size_t size :
         {std::size_t{62}, std::size_t{63}, std::size_t{64}, std::size_t{200}}) {
        const std::string key(size, 'k');
        CHECK(pi_of({key}, "{\"" + key + "\":\"a\"}") == "a");
        CHECK(pi_of({key}, "{\"" + key + "k\":\"a\"}") == "");
    }
}
