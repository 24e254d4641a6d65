#include "config/yaml/emit_yaml.hpp"

#include <yaml-cpp/emitter.h>
#include <yaml-cpp/emittermanip.h>

#include <algorithm>

#include "focus_billing/config/environment.hpp"

namespace focus_billing {

void emit_key(YAML::Emitter& out, std::string_view key) {
    out << YAML::Key << std::string(key) << YAML::Value;
}

void emit_text(YAML::Emitter& out, std::string_view key, std::string_view text) {
    emit_key(out, key);
    out << escape_references(text);
}

void emit_filled(YAML::Emitter& out, std::string_view key, std::string_view text) {
    if (!text.empty()) {
        emit_text(out, key, text);
    }
}

void emit_pattern(YAML::Emitter& out, std::string_view text) {
    out << YAML::SingleQuoted << escape_references(text);
}

void emit_patterns(YAML::Emitter& out, std::string_view key,
                   const std::vector<std::string>& patterns) {
    emit_key(out, key);
    out << YAML::BeginSeq;
    for (const std::string& pattern : patterns) {
        emit_pattern(out, pattern);
    }
    out << YAML::EndSeq;
}

void emit_attributes(YAML::Emitter& out, std::string_view key,
                     const std::array<std::string, attribute_count>& values) {
    if (std::ranges::all_of(values, &std::string::empty))
        return;
    emit_key(out, key);
    out << YAML::BeginMap;
    for (std::size_t i = 0; i < attribute_count; ++i)
        emit_filled(out, attribute_names[i], values[i]);
    out << YAML::EndMap;
}

}  // namespace focus_billing
