#include "focus_billing/model/decimal_sum.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>

using namespace focus_billing;

namespace {

constexpr std::size_t decimals = Decimal::max_scale;

/// An independent sum: decimal digits, least significant first, added by hand in ten's complement.
class DigitSum {
public:
    void add(const std::string& text) {
        auto digits = digits_of(text);
        if (text.front() == '-')
            complement(digits);
        int carry = 0;
        for (std::size_t i = 0; i < width; ++i) {
            const int digit = m_digits[i] + digits[i] + carry;
            m_digits[i] = digit % 10;
            carry = digit / 10;
        }
    }

    [[nodiscard]] std::string text() const {
        auto digits = m_digits;
        const bool negative = digits.back() == 9;
        if (negative)
            complement(digits);
        std::string text;
        for (std::size_t i = width; i-- > 0;) {
            text += static_cast<char>('0' + digits[i]);
            if (i == decimals)
                text += '.';
        }
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.')
            text.pop_back();
        text.erase(0, std::min(text.find_first_not_of('0'), text.size()));
        if (text.empty() || text.front() == '.')
            text.insert(0, "0");
        return (negative ? "-" : "") + text;
    }

private:
    static constexpr std::size_t width = 100;
    using Digits = std::array<int, width>;

    static Digits digits_of(const std::string& text) {
        Digits digits{};
        const std::string bare = text.front() == '-' ? text.substr(1) : text;
        const auto point = std::min(bare.find('.'), bare.size());
        for (std::size_t i = 0; i < point; ++i)
            digits[decimals + point - 1 - i] = bare[i] - '0';
        for (std::size_t i = point + 1; i < bare.size(); ++i) {
            digits[decimals + point - i] = bare[i] - '0';
        }
        return digits;
    }
    static void complement(Digits& digits) {
        int carry = 1;
        for (int& digit : digits) {
            digit = 9 - digit + carry;
            carry = digit / 10;
            digit %= 10;
        }
    }

    Digits m_digits{};
};

rc::Gen<Decimal> any_decimal() {
    return rc::gen::exec([] {
        const auto count = *rc::gen::inRange<std::size_t>(1, 39);
        const auto digits = *rc::gen::container<std::string>(count, rc::gen::inRange('0', ':'));
        Int128 coefficient = 0;
        for (const char digit : digits)
            coefficient = coefficient * 10 + (digit - '0');
        const bool negative = *rc::gen::arbitrary<bool>();
        return Decimal::of(negative ? -coefficient : coefficient, *rc::gen::inRange(0, 39));
    });
}

rc::Gen<std::vector<Decimal>> any_decimals() {
    return rc::gen::container<std::vector<Decimal>>(any_decimal());
}

std::string negated(const std::string& text) {
    if (text == "0")
        return text;
    return text.front() == '-' ? text.substr(1) : "-" + text;
}

DecimalSum sum_of(const std::vector<Decimal>& values) {
    DecimalSum sum;
    for (const auto& value : values)
        sum.add(value);
    return sum;
}

std::string sum_text(const std::vector<std::string>& texts) {
    DecimalSum sum;
    for (const auto& text : texts)
        sum.add(parse_decimal(text).value);
    return sum.text();
}

}  // namespace

TEST_CASE("P5: sums are exact where floating point is not", "[decimal]") {
    CHECK(sum_text({}) == "0");
    CHECK(sum_text(std::vector<std::string>(10, "0.1")) == "1");
    CHECK(sum_text(std::vector<std::string>(10, "0.335")) == "3.35");
    CHECK(sum_text({"1", "0.0000000000000000000000000001"}) == "1.0000000000000000000000000001");
    CHECK(sum_text({"10", "5", "-3"}) == "12");
    CHECK(sum_text({"0.5", "-0.5"}) == "0");
    CHECK(sum_text({"-0.25", "0.05"}) == "-0.2");
    CHECK(sum_text({"100000000000000000000", "-0.01"}) == "99999999999999999999.99");
}

TEST_CASE("sums of 38-digit numbers go beyond 128 bits", "[decimal]") {
    const std::string nines(38, '9');
    CHECK(sum_text(std::vector<std::string>(1000, nines)) == nines + "000");
    CHECK(sum_text(std::vector<std::string>(100, "-" + nines)) == "-" + nines + "00");
    CHECK(sum_text({nines, "0." + nines}) == nines + "." + nines);
    CHECK(sum_text({"-" + nines, "-0." + nines, "0." + nines}) == "-" + nines);
}

TEST_CASE("the sign of a sum", "[decimal]") {
    DecimalSum sum;
    CHECK(sum.sign() == 0);
    sum.add(Decimal::of(1, 38));
    CHECK(sum.sign() == 1);
    sum.subtract(Decimal::of(1, 0));
    CHECK(sum.sign() == -1);
    sum.add(parse_decimal("0." + std::string(38, '9')).value);
    CHECK(sum.sign() == 0);
}

TEST_CASE("a sum added to or taken from itself", "[decimal]") {
    DecimalSum sum = sum_of({Decimal::of(-125, 2), Decimal::of(7, 0)});
    sum.add(sum);
    CHECK(sum.text() == "11.5");
    sum.subtract(sum);
    CHECK(sum.text() == "0");
}

TEST_CASE("sums equal those made digit by digit, in any order and any parts", "[decimal]") {
    CHECK(rc::check([] {
        const auto values = *any_decimals();
        DigitSum model;
        for (const auto& value : values)
            model.add(value.text());
        const auto cut = *rc::gen::inRange<std::size_t>(0, values.size() + 1);
        auto parts = sum_of({values.begin(), values.begin() + static_cast<std::ptrdiff_t>(cut)});
        parts.add(sum_of({values.begin() + static_cast<std::ptrdiff_t>(cut), values.end()}));
        RC_ASSERT(sum_of(values).text() == model.text());
        RC_ASSERT(sum_of({values.rbegin(), values.rend()}).text() == model.text());
        RC_ASSERT(parts.text() == model.text());
    }));
}

TEST_CASE("the text of a sum is read back, however wide it is", "[decimal]") {
    CHECK(rc::check([] {
        const auto sum = sum_of(*any_decimals());
        const auto again = DecimalSum::parse(sum.text());
        RC_ASSERT(again.has_value());
        RC_ASSERT(again->text() == sum.text());
    }));
    const std::string widest = std::string(57, '9') + "." + std::string(37, '9') + "8";
    CHECK(DecimalSum::parse(widest)->text() == widest);
    CHECK(DecimalSum::parse("-" + widest)->text() == "-" + widest);
    CHECK(DecimalSum::parse("0")->text() == "0");
    for (const char* text : {"", "-", ".5", "5.", "1,5", "1.2.3", "--1", "+1", "1E2", " 1"}) {
        INFO(text);
        CHECK_FALSE(DecimalSum::parse(text).has_value());
    }
    CHECK_FALSE(DecimalSum::parse("1" + std::string(57, '0')).has_value());
    CHECK_FALSE(DecimalSum::parse("0." + std::string(39, '1')).has_value());
}

TEST_CASE("subtracting undoes adding", "[decimal]") {
    CHECK(rc::check([] {
        const auto values = *any_decimals();
        const auto others = *any_decimals();
        DigitSum model;
        for (const auto& value : values)
            model.add(value.text());
        for (const auto& other : others)
            model.add(negated(other.text()));
        DecimalSum one_by_one = sum_of(values);
        for (const auto& other : others)
            one_by_one.subtract(other);
        DecimalSum at_once = sum_of(values);
        at_once.subtract(sum_of(others));
        RC_ASSERT(one_by_one.text() == model.text());
        RC_ASSERT(at_once.text() == model.text());
        const int sign = model.text() == "0" ? 0 : model.text().front() == '-' ? -1 : 1;
        RC_ASSERT(at_once.sign() == sign);
    }));
}
