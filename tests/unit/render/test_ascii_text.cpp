#include "render/ascii_text.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace focus_billing;

namespace {

std::string whole(const std::string& text) {
    const auto ascii = ascii_text(text);
    INFO(text);
    CHECK(ascii.is_whole);
    return ascii.text;
}

// Of two bytes.
std::string character(unsigned code) {
    return {static_cast<char>(0xC0U | (code >> 6U)), static_cast<char>(0x80U | (code & 0x3FU))};
}

}  // namespace

TEST_CASE("letters lose their accents, and others become what they are made of") {
    CHECK(whole("plain ?") == "plain ?");
    CHECK(whole("Zürich, naïve œuvre, Straße") == "Zurich, naive oeuvre, Strasse");
    CHECK(whole("Đỗ Nguyễn") == "Do Nguyen");
    CHECK(whole("Þórður Ægisson") == "Thordur AEgisson");
    CHECK(whole("Yıldız Şahin, Łódź, Ștefan") == "Yildiz Sahin, Lodz, Stefan");
    CHECK(whole("re\u0301sume\u0301") == "resume");
    CHECK(whole("so\u00ADft\u200B") == "soft");
}

TEST_CASE("quotes, dashes and signs become plain ones") {
    CHECK(whole("‘a’ “b” „c“ – — … − •") == "'a' \"b\" ,,c\" - -- ... - o");
    CHECK(whole("5 € £ ° ± ÷ ™") == "5 EUR GBP deg +/- / (TM)");
    CHECK(whole("x\u00A0y") == "x y");
}

TEST_CASE("every letter of Latin-1 and Latin Extended-A has one") {
    for (unsigned code = 0xC0; code < 0x180; ++code) {
        const auto text = whole(character(code));
        CHECK_FALSE(text.empty());
        CHECK(std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; }));
    }
}

TEST_CASE("other scripts have none, and that is told") {
    for (const std::string text : {"東", "Ж", "κ", "😀", "¤"}) {
        const auto ascii = ascii_text("a" + text);
        CHECK_FALSE(ascii.is_whole);
        CHECK(ascii.text == "a?");
    }
}
