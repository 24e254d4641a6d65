#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "focus_billing/model/charges/charge.hpp"
#include "focus_billing/model/charges/flag.hpp"

namespace focus_billing {

/// A stored charge of a month, as rules see it. Views live until the next one is read.
struct AttributedCharge {
    std::int64_t id = 0;
    std::string_view source;
    Charge charge;  ///< without its tags
    std::optional<std::int64_t> tag_set;
    FlagSet flags;
    std::optional<std::int64_t> attribution;
    bool is_decided = false;
};

}  // namespace focus_billing
