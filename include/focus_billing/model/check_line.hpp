#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"

namespace focus_billing {

/// A figure of an equation.
struct CheckTerm {
    std::string_view name;  ///< lives for ever
    std::string value;      ///< a whole number, or a canonical decimal
    bool is_amount = false;
};

[[nodiscard]] inline CheckTerm count_term(std::string_view name, std::int64_t count) {
    return {.name = name, .value = std::to_string(count), .is_amount = false};
}
[[nodiscard]] inline CheckTerm amount_term(std::string_view name, std::string amount) {
    return {.name = name, .value = std::move(amount), .is_amount = true};
}

/// One thing that must hold of a database: the terms on the left add up to those on the right.
struct CheckLine {
    std::string subject;  ///< what it is about: `import 3 USD`
    std::vector<CheckTerm> left{};
    std::vector<CheckTerm> right{};
    std::optional<Diagnostic> fault{};  ///< why it does not hold
};

}  // namespace focus_billing
