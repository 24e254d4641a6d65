#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/decimal.hpp"

namespace focus_billing {

/// An exact sum of up to 10^19 decimals. It is wider than a Decimal, so that no number or order of
/// rows can overflow it.
class DecimalSum {
public:
    void add(const Decimal& value) { add(value, 1); }
    void subtract(const Decimal& value) { add(value, -1); }
    void add(const DecimalSum& other);
    void subtract(const DecimalSum& other);

    /// Reads what `text()` wrote, which may have more digits than a Decimal: at most 57 before the
    /// point and 38 after it. Returns nothing for any other text.
    [[nodiscard]] static std::optional<DecimalSum> parse(std::string_view text);

    /// This sum times `factor`.
    [[nodiscard]] DecimalSum times(std::uint64_t factor) const;
    /// This minus `other`.
    [[nodiscard]] DecimalSum difference(const DecimalSum& other) const {
        DecimalSum result = *this;
        result.subtract(other);
        return result;
    }
    /// The absolute value.
    [[nodiscard]] DecimalSum magnitude() const;

    /// -1, 0 or 1.
    [[nodiscard]] int sign() const;
    /// Canonical text, as Decimal::text().
    [[nodiscard]] std::string text() const;

private:
    __extension__ using UInt128 = unsigned __int128;
    // A two's complement number of 192 bits for each number of decimals.
    struct Bucket {
        UInt128 low = 0;
        std::int64_t high = 0;
    };

    void add(const Decimal& value, int factor) {
        const Int128 number = factor < 0 ? -value.coefficient() : value.coefficient();
        add_to(bucket(static_cast<std::size_t>(value.scale())), static_cast<UInt128>(number),
               number < 0 ? -1 : 0);
    }
    Bucket& bucket(std::size_t scale) {
        if (scale >= m_buckets.size())
            m_buckets.resize(scale + 1);
        return m_buckets[scale];
    }
    static void add_to(Bucket& bucket, UInt128 low, std::int64_t high) {
        bucket.low += low;
        bucket.high += high + (bucket.low < low ? 1 : 0);
    }

    std::vector<Bucket> m_buckets;  // by scale
};

/// Reads what `text()` wrote; 0 for an empty text. Anything else is a std::logic_error: such texts
/// come from the program itself.
[[nodiscard]] DecimalSum sum_of(std::string_view text);

}  // namespace focus_billing
