#pragma once

#include <span>

#include "config/allowed_keys.hpp"

namespace focus_billing {

/// The sections below `convert` with their keys; `convert.KIND` is a section of that kind.
[[nodiscard]] std::span<const SectionKeys> conversion_section_keys();

}  // namespace focus_billing
