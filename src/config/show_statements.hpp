#pragma once

#include "focus_billing/model/config.hpp"

namespace YAML {
class Emitter;
}

namespace focus_billing {

/// Writes the key `statements` with its value.
void emit_statements(YAML::Emitter& out, const StatementsConfig& statements);

}  // namespace focus_billing
