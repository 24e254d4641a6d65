#pragma once

#include "focus_billing/model/config.hpp"

namespace YAML {
class Emitter;
}

namespace focus_billing {

/// Writes the section `journal` so that `load_config` reads the same.
void emit_journal(YAML::Emitter& out, const JournalConfig& journal);

}  // namespace focus_billing
