#include "focus_billing/input/tag_cache.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <map>
#include <tuple>

using namespace focus_billing;

namespace {

using Entries = std::vector<std::tuple<std::string, std::string, bool>>;

struct Read {
    bool is_read = false;
    Entries entries;
    std::vector<std::string> attributes;

    friend bool operator==(const Read&, const Read&) = default;
};

Read copy_of(const Tags* tags) {
    Read read;
    if (tags == nullptr)
        return read;
    read.is_read = true;
    for (const auto& tag : tags->entries)
        read.entries.emplace_back(tag.key, tag.value, tag.is_string);
    read.attributes.assign(tags->attributes.begin(), tags->attributes.end());
    return read;
}

Read read_alone(const TagParser& parser, const std::string& raw) {
    Tags tags;
    const bool is_good = parser.parse_doubled(raw, tags) && tags.fault.empty();
    return copy_of(is_good ? &tags : nullptr);
}

std::string doubled_tags(int number) {
    return R"({""pi_email"":""pi)" + std::to_string(number) +
           R"(@example.edu"",""project_id"":""reef"",""fund_org"":""100000-2000""})";
}

}  // namespace

TEST_CASE("tags are read from the cache as they are read without it", "[tags]") {
    const TagParser parser(TagMapping::by_name());
    CHECK(rc::check([&] {
        const auto texts = *rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(
            rc::gen::map(rc::gen::inRange(0, 4), doubled_tags),
            rc::gen::element<std::string>("", "{}", "{\"\"a\"\":1}", "{\"\"a\"\":\"\"b",
                                          R"({""a"":""1"",""a"":""2""})",
                                          R"({""PI_email"":""x"",""pi_EMAIL"":""y""})",
                                          "{\"\"a\"\":\"\"" + std::string(2000, 'x') + "\"\"}"),
            rc::gen::arbitrary<std::string>()));
        TagCache cache(parser);
        for (const auto& text : texts)
            RC_ASSERT(copy_of(cache.parse_doubled(text)) == read_alone(parser, text));
    }));
}

TEST_CASE("tags of one number are the same text, however many there are", "[tags]") {
    const TagParser parser(TagMapping::by_name());
    TagCache cache(parser);
    std::map<std::uint64_t, std::string> texts;
    int found = 0;
    for (int i = 0; i < 60'000; ++i) {
        const auto text = doubled_tags(i % 10 == 0 ? i : i % 3000);
        const Tags* tags = cache.parse_doubled(text);
        REQUIRE(tags != nullptr);
        if (tags->number == 0)
            continue;
        ++found;
        REQUIRE(texts.emplace(tags->number, text).first->second == text);
    }
    CHECK(found > 40'000);
}

TEST_CASE("the cache rests where every row has tags of its own, and looks again", "[tags]") {
    const TagParser parser(TagMapping::by_name());
    TagCache cache(parser);
    int numbered = 0;
    for (int i = 0; i < 100'000; ++i) {
        const auto text = doubled_tags(i);
        const Tags* tags = cache.parse_doubled(text);
        REQUIRE(read_alone(parser, text) == copy_of(tags));
        numbered += tags->number != 0 ? 1 : 0;
    }
    CHECK(numbered < 20'000);
    int found = 0;
    const auto text = doubled_tags(7);
    for (int i = 0; i < 200'000; ++i) {
        const Tags* tags = cache.parse_doubled(text);
        REQUIRE(tags != nullptr);
        found += tags->number != 0 ? 1 : 0;
    }
    CHECK(found > 100'000);
}
