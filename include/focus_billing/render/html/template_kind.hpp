#pragma once

#include <cstdint>

namespace focus_billing {

/// What a template is of.
enum class TemplateKind : std::uint8_t { statement, index, summary };

}  // namespace focus_billing
