#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/convert/focus_row.hpp"

namespace focus_billing {

/// Globs for whole names: `*` any text, `?` one character, `[a-z]` one of these.
class NameGlobs {
public:
    explicit NameGlobs(const std::vector<std::string>& globs);
    NameGlobs(const NameGlobs&) = delete;
    NameGlobs& operator=(const NameGlobs&) = delete;
    ~NameGlobs();

    [[nodiscard]] bool match(std::string_view name) const;

private:
    struct Patterns;
    std::unique_ptr<Patterns> m_patterns;
};

/// Sets the quantities, and the unit price that gives the row's list cost: rounded to 12 decimals
/// or, if its product with the quantity would differ from the cost to 12 decimals, to 24. An exact
/// price is also the contracted one if the row has a single cost. The row's costs must be set.
void set_priced_quantity(FocusRow& row, const Decimal& quantity, std::string_view unit);

}  // namespace focus_billing
