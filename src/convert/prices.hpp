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

/// Sets the quantities, and the unit price that gives the list cost of the row: rounded to 12
/// decimals or, where its product with the quantity would not be the cost to 12 decimals, to 24. A
/// price that is exact is the contracted one, too, where the row has one cost. The costs of the row
/// are set.
void set_priced_quantity(FocusRow& row, const Decimal& quantity, std::string_view unit);

}  // namespace focus_billing
