#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/charges/attribution.hpp"

namespace YAML {
class Emitter;
}

namespace focus_billing {

/// These write keys and values so that `load_config` reads the same texts.
void emit_key(YAML::Emitter& out, std::string_view key);
void emit_text(YAML::Emitter& out, std::string_view key, std::string_view text);
/// Writes nothing if the text is empty.
void emit_filled(YAML::Emitter& out, std::string_view key, std::string_view text);
void emit_pattern(YAML::Emitter& out, std::string_view text);
void emit_patterns(YAML::Emitter& out, std::string_view key,
                   const std::vector<std::string>& patterns);
/// Writes the texts that are not empty; nothing if all are empty.
void emit_attributes(YAML::Emitter& out, std::string_view key,
                     const std::array<std::string, attribute_count>& values);

}  // namespace focus_billing
