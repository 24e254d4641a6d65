#include "focus_billing/model/decimal.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "focus_billing/model/decimal_sum.hpp"

using namespace focus_billing;

namespace {

/// The canonical text of what is read, with a mark for an unusual form, or the fault.
std::string read(std::string_view text) {
    const auto parsed = parse_decimal(text);
    switch (parsed.fault) {
    case DecimalFault::none: return parsed.value.text() + (parsed.unusual ? " unusual" : "");
    case DecimalFault::not_a_number: return "not a number";
    case DecimalFault::too_large: return "too large";
    case DecimalFault::too_many_digits: return "too many digits";
    }
    return "a fault without a name";
}

std::string digits(std::size_t count, char digit = '9') {
    return std::string(count, digit);
}

/// A number of any size that a Decimal can have, as its digits and where the point stands.
rc::Gen<std::string> any_decimal_text() {
    return rc::gen::exec([] {
        const auto count = *rc::gen::inRange<std::size_t>(1, 39);
        auto text = *rc::gen::container<std::string>(count, rc::gen::inRange('0', ':'));
        const auto point = *rc::gen::inRange<std::size_t>(0, count + 1);
        if (point < count)
            text.insert(point, point == 0 ? "0." : ".");
        return (*rc::gen::arbitrary<bool>() ? "-" : "") + text;
    });
}

/// What canonical text must be, made by trimming zeros.
std::string trimmed_text(std::string text) {
    const bool negative = text.front() == '-';
    if (negative)
        text.erase(0, 1);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.')
            text.pop_back();
    }
    text.erase(0, text.find_first_not_of('0'));
    if (text.empty() || text.front() == '.')
        text.insert(0, "0");
    return negative && text != "0" ? "-" + text : text;
}

}  // namespace

TEST_CASE("plain numbers keep every digit and take canonical form", "[decimal]") {
    CHECK(read("0") == "0");
    CHECK(read("12") == "12");
    CHECK(read("-12.5") == "-12.5");
    CHECK(read("0.50") == "0.5");
    CHECK(read("-0.5") == "-0.5");
    CHECK(read("100") == "100");
    CHECK(read("100.00") == "100");
    CHECK(read("007") == "7");
    CHECK(read("0.0000000000000000000000000001") == "0.0000000000000000000000000001");
    CHECK(read("1234567890123456789") == "1234567890123456789");
    CHECK(read("12345678901234567890") == "12345678901234567890");
    CHECK(read("9.999999999999999999") == "9.999999999999999999");
}

TEST_CASE("there is no negative zero", "[decimal]") {
    for (const auto* zero : {"-0", "-0.0", "-0.00000000000000000000000", "0E5", "-0E-5", "0E99"}) {
        INFO(zero);
        CHECK(read(zero) == "0");
        CHECK(parse_decimal(zero).value == Decimal());
    }
    CHECK(Decimal::of(0, 5) == Decimal());
}

TEST_CASE("E notation of FOCUS", "[decimal]") {
    CHECK(read("35.2E-7") == "0.00000352");
    CHECK(read("1E2") == "100");
    CHECK(read("1.5E3") == "1500");
    CHECK(read("1.25E1") == "12.5");
    CHECK(read("-6.123e-7") == "-0.0000006123");
    CHECK(read("0.00001E5") == "1");
    CHECK(read("1000E-3") == "1");
    CHECK(read("1E0") == "1");
    CHECK(read("1E-00002") == "0.01");
}

TEST_CASE("forms that real exports write and FOCUS does not allow", "[decimal]") {
    CHECK(read("+1.5") == "1.5 unusual");
    CHECK(read("1E+2") == "100 unusual");
    CHECK(read("1.5E+02") == "150 unusual");
    CHECK(read(".5") == "0.5 unusual");
    CHECK(read("-.5") == "-0.5 unusual");
    CHECK(read("1.") == "1 unusual");
    CHECK(read(" 1") == "1 unusual");
    CHECK(read("1\t") == "1 unusual");
    CHECK(read("+0") == "0 unusual");
}

TEST_CASE("P4: 1,234.50, inf, NaN and blanks are no numbers", "[decimal]") {
    for (const auto* text : {"",
                             " ",
                             "1,234.50",
                             "1,5",
                             "$5",
                             "5$",
                             "inf",
                             "-inf",
                             "Infinity",
                             "nan",
                             "NaN",
                             "abc",
                             "1 000",
                             "--1",
                             "+-1",
                             "-",
                             "+",
                             ".",
                             "-.",
                             "1..2",
                             "1.2.3",
                             "E5",
                             "1E",
                             "1E+",
                             "1E-",
                             "1E2.5",
                             "1EE2",
                             "0x10",
                             "1_000",
                             "(5.00)",
                             "5-",
                             "5%",
                             "1e5e",
                             "\n1",
                             "1\n",
                             "null",
                             "\xC2\xA0"
                             "1",
                             "\xE2\x88\x92"
                             "1",
                             "\xD9\xA1"}) {
        INFO(text);
        CHECK(read(text) == "not a number");
        CHECK(parse_decimal(text).value == Decimal());
    }
    CHECK(read(std::string_view("1\0", 2)) == "not a number");
}

TEST_CASE("38 digits are kept and 39 are refused", "[decimal]") {
    CHECK(read(digits(38)) == digits(38));
    CHECK(read("-" + digits(38)) == "-" + digits(38));
    CHECK(read(digits(39)) == "too many digits");
    CHECK(read("1" + digits(38, '0')) == "too large");
    CHECK(read(digits(50, '0') + digits(38)) == digits(38));
    CHECK(read("1" + digits(37, '0')) == "1" + digits(37, '0'));
    CHECK(read(digits(19) + "." + digits(19)) == digits(19) + "." + digits(19));
    CHECK(read(digits(20) + "." + digits(19)) == "too many digits");
    CHECK(read(digits(38) + ".0") == digits(38));
    CHECK(read(digits(38) + ".1") == "too many digits");
}

TEST_CASE("38 decimals are kept and 39 are refused", "[decimal]") {
    CHECK(read("0." + digits(38)) == "0." + digits(38));
    CHECK(read("-0." + digits(37, '0') + "1") == "-0." + digits(37, '0') + "1");
    CHECK(read("0." + digits(39)) == "too many digits");
    CHECK(read("0." + digits(38, '0') + "1") == "too many digits");
    CHECK(read("0." + digits(38) + digits(20, '0')) == "0." + digits(38));
    CHECK(read("1E-38") == "0." + digits(37, '0') + "1");
    CHECK(read("1E-39") == "too many digits");
    CHECK(read("10E-39") == "0." + digits(37, '0') + "1");
    CHECK(read("1E37") == "1" + digits(37, '0'));
    CHECK(read("1E38") == "too large");
    CHECK(read("0.1E38") == "1" + digits(37, '0'));
    CHECK(read("123E36") == "too large");
}

TEST_CASE("a huge exponent takes no time", "[decimal]") {
    CHECK(read("1E+999999999") == "too large");
    CHECK(read("1E999999999999999999999999999999") == "too large");
    CHECK(read("-1E-999999999") == "too many digits");
    CHECK(read("0E999999999") == "0");
    CHECK(read("1" + digits(100'000, '0') + "E-100000") == "1");
    CHECK(read("0." + digits(100'000, '0') + "1E100001") == "1");
    CHECK(read(digits(1'000'000)) == "too many digits");
}

TEST_CASE("equal numbers have equal members", "[decimal]") {
    CHECK(Decimal::of(1500, 3) == Decimal::of(15, 1));
    CHECK(parse_decimal("1.50").value == parse_decimal("15E-1").value);
    CHECK(Decimal::of(-5, 1).text() == "-0.5");
    CHECK(Decimal::of(5, 38).text() == "0." + digits(37, '0') + "5");
    CHECK(Decimal::of(15, 1).coefficient() == 15);
    CHECK(Decimal::of(15, 1).scale() == 1);
    CHECK(Decimal().is_zero());
    CHECK_FALSE(Decimal::of(1, 38).is_zero());
}

TEST_CASE("decimals are ordered by their value, however wide they are", "[decimal]") {
    const std::vector<std::string> ascending = {"-" + digits(38),
                                                "-1.5",
                                                "-1.0" + digits(36),
                                                "-1",
                                                "-0." + digits(38),
                                                "-0." + digits(37, '0') + "1",
                                                "0",
                                                "0." + digits(37, '0') + "1",
                                                "0.5",
                                                "0." + digits(38),
                                                "1",
                                                "1.0" + digits(36),
                                                "1.5",
                                                "9",
                                                "10",
                                                digits(38)};
    for (std::size_t i = 0; i < ascending.size(); ++i) {
        for (std::size_t j = 0; j < ascending.size(); ++j) {
            INFO(ascending[i] << " and " << ascending[j]);
            const auto left = parse_decimal(ascending[i]).value;
            const auto right = parse_decimal(ascending[j]).value;
            CHECK(((left <=> right) == (i <=> j)));
        }
    }
}

TEST_CASE("the order of two decimals is the sign of their difference", "[decimal]") {
    CHECK(rc::check([] {
        const auto left = parse_decimal(*any_decimal_text()).value;
        const auto right = parse_decimal(*any_decimal_text()).value;
        DecimalSum difference;
        difference.add(left);
        difference.subtract(right);
        RC_ASSERT((left <=> right) == (difference.sign() <=> 0));
        RC_ASSERT(((left <=> right) == 0) == (left == right));
    }));
}

TEST_CASE("any number of 38 digits is read exactly, and its text is read back", "[decimal]") {
    CHECK(rc::check([] {
        const std::string text = *any_decimal_text();
        const auto parsed = parse_decimal(text);
        RC_ASSERT(parsed.fault == DecimalFault::none);
        RC_ASSERT(!parsed.unusual);
        RC_ASSERT(parsed.value.text() == trimmed_text(text));
        RC_ASSERT(parse_decimal(parsed.value.text()).value == parsed.value);
    }));
}

TEST_CASE("an exponent moves the point and nothing else", "[decimal]") {
    CHECK(rc::check([] {
        const auto number = *rc::gen::arbitrary<std::int32_t>();
        const auto exponent = *rc::gen::inRange(0, 20);
        const auto written = std::to_string(number) + "E-" + std::to_string(exponent);
        RC_ASSERT(parse_decimal(written).value == Decimal::of(number, exponent));
        const auto raised = std::to_string(number) + "E" + std::to_string(exponent);
        const auto zeros = std::string(static_cast<std::size_t>(exponent), '0');
        RC_ASSERT(read(raised) == read(std::to_string(number) + zeros));
    }));
}
