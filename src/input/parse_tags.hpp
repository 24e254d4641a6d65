#pragma once

#include <string_view>
#include <vector>

#include "focus_billing/model/charges/charge.hpp"

namespace focus_billing {

/// Reads the commonest form of Tags, and only that: a JSON object of plain strings without escapes.
/// `doubled`: the text is a quoted CSV field as in the file, with every quote doubled. The entries
/// are views into `text`. False for anything else, JSON or not; `entries` must then not be used.
[[nodiscard]] bool read_flat_object(std::string_view text, bool doubled, std::vector<Tag>& entries);

}  // namespace focus_billing
