#pragma once

#include "focus_billing/model/config.hpp"

namespace YAML {
class Emitter;
}

namespace focus_billing {

/// Writes the key `attribution` with its value.
void emit_attribution(YAML::Emitter& out, const AttributionConfig& attribution);

}  // namespace focus_billing
