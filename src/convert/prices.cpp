#include "convert/prices.hpp"

#include <re2/re2.h>

#include <algorithm>

#include "focus_billing/convert/converter.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/glob_pattern.hpp"

namespace focus_billing {

namespace {

constexpr int many_decimals = 24;

bool gives(const Decimal& price, const Decimal& quantity, const Decimal& cost) {
    return quotient(product(price, quantity), whole_number(1)) == quotient(cost, whole_number(1));
}

Decimal unit_price(const Decimal& cost, const Decimal& quantity) {
    const auto usual = quotient(cost, quantity);
    try {
        if (gives(usual, quantity, cost))
            return usual;
        const auto longer = quotient(cost, quantity, many_decimals);
        return gives(longer, quantity, cost) ? longer : usual;
    } catch (const DecimalOverflow&) {
        return usual;
    }
}

bool is_exact(const Decimal& price, const Decimal& quantity, const Decimal& cost) {
    try {
        return product(price, quantity) == cost;
    } catch (const DecimalOverflow&) {
        return false;
    }
}

}  // namespace

struct NameGlobs::Patterns {
    std::vector<std::unique_ptr<re2::RE2>> list;
};

NameGlobs::NameGlobs(const std::vector<std::string>& globs)
    : m_patterns(std::make_unique<Patterns>()) {
    for (const auto& glob : globs)
        m_patterns->list.push_back(std::make_unique<re2::RE2>(glob_pattern(glob)));
}

NameGlobs::~NameGlobs() = default;

bool NameGlobs::match(std::string_view name) const {
    const re2::StringPiece text(name.data(), name.size());
    return std::ranges::any_of(
        m_patterns->list, [&](const auto& pattern) { return re2::RE2::FullMatch(text, *pattern); });
}

void set_priced_quantity(FocusRow& row, const Decimal& quantity, std::string_view unit) {
    const auto price = quantity.is_zero() ? Decimal{} : unit_price(row.list_cost, quantity);
    set_quantity(row, quantity, unit, price);
    if (row.contracted_cost == row.list_cost && is_exact(price, quantity, row.list_cost))
        row.contracted_unit_price = price;
}

}  // namespace focus_billing
