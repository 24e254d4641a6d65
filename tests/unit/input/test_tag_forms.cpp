#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include "focus_billing/input/parse_tags.hpp"
#include "input/parse_tags.hpp"

using namespace focus_billing;

namespace {

using Members = std::vector<std::pair<std::string, std::string>>;

/// Text of plain letters, marks of JSON and CSV, control characters and letters beyond ASCII.
rc::Gen<std::string> any_text() {
    const auto piece = rc::gen::element<std::string>(
        "a", "B", "0", " ", "\"", "\\", ",", ":", "{", "}", "[", "/", "\n", "\t", "\x01", "\x7F",
        "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "null", "pi_email");
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                        [](const std::vector<std::string>& pieces) {
                            std::string text;
                            for (const auto& each : pieces)
                                text += each;
                            return text;
                        });
}

rc::Gen<std::string> plain_text() {
    return rc::gen::container<std::string>(
        rc::gen::element('a', 'B', '0', ' ', ',', ':', '{', '}', '\'', '\x7F'));
}

Members with_distinct_keys(Members members) {
    for (std::size_t i = 0; i < members.size(); ++i)
        members[i].first += std::to_string(i);
    return members;
}

rc::Gen<Members> members_of(const rc::Gen<std::string>& text) {
    return rc::gen::map(rc::gen::container<Members>(rc::gen::pair(text, text)), with_distinct_keys);
}

std::string object_of(const Members& members, int indent) {
    nlohmann::ordered_json object = nlohmann::ordered_json::object();
    for (const auto& [key, value] : members)
        object[key] = value;
    return object.dump(indent, ' ', indent == 0);
}

std::string pairs_of(const Members& members) {
    auto array = nlohmann::json::array();
    for (const auto& [key, value] : members)
        array.push_back({{"key", key}, {"value", value}});
    return array.dump();
}

std::string doubled(std::string_view text) {
    std::string result;
    for (const char c : text)
        result += c == '"' ? std::string("\"\"") : std::string(1, c);
    return result;
}

Members members_in(const Tags& tags) {
    Members members;
    for (const auto& tag : tags.entries)
        members.emplace_back(tag.key, tag.value);
    return members;
}

Members parsed(const std::string& text) {
    const TagParser parser(TagMapping::by_name());
    Tags tags;
    parser.parse(text, tags);
    RC_ASSERT(tags.fault == "");
    return members_in(tags);
}

}  // namespace

TEST_CASE("objects written by a JSON library are read back in every form", "[tags]") {
    CHECK(rc::check([] {
        const auto members = *members_of(any_text());
        const auto object = object_of(members, -1);
        RC_ASSERT(parsed(object) == members);
        RC_ASSERT(parsed(object_of(members, 0)) == members);
        RC_ASSERT(parsed(object_of(members, 4)) == members);
        RC_ASSERT(parsed(pairs_of(members)) == members);
        RC_ASSERT(parsed(object.substr(1, object.size() - 2)) == members);
    }));
}

TEST_CASE("the quick way agrees with the way through a JSON parser", "[tags]") {
    CHECK(rc::check([] {
        const auto members = *members_of(any_text());
        const auto object = object_of(members, -1);
        const TagParser parser(TagMapping::by_name());
        const std::string raw = doubled(object);
        Tags tags;
        if (!parser.parse_doubled(raw, tags))
            return;
        RC_ASSERT(tags.fault == "");
        RC_ASSERT(members_in(tags) == members);
        RC_ASSERT(parsed("\n" + object) == members);
    }));
}

TEST_CASE("plain strings take the quick way", "[tags]") {
    CHECK(rc::check([] {
        const auto members = *members_of(plain_text());
        const auto object = object_of(members, -1);
        const auto raw = doubled(object);
        std::vector<Tag> entries;
        RC_ASSERT(read_flat_object(object, false, entries));
        RC_ASSERT(entries.size() == members.size());
        RC_ASSERT(read_flat_object(raw, true, entries));
        RC_ASSERT(entries.size() == members.size());
        for (std::size_t i = 0; i < members.size(); ++i) {
            RC_ASSERT(entries[i].key == members[i].first);
            RC_ASSERT(entries[i].value == members[i].second);
        }
    }));
}

TEST_CASE("a flat object cut short or lengthened is none", "[tags]") {
    const std::string object = R"({"a":"b","c":"d"})";
    std::vector<Tag> entries;
    for (std::size_t size = 0; size < object.size(); ++size) {
        INFO(size);
        CHECK_FALSE(read_flat_object(object.substr(0, size), false, entries));
        CHECK_FALSE(read_flat_object(doubled(object.substr(0, size)), true, entries));
    }
    for (const char c : std::string("}],x\"{\n")) {
        CHECK_FALSE(read_flat_object(object + c, false, entries));
    }
    CHECK(read_flat_object(object + " \t", false, entries));
}
