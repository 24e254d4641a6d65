#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "focus_billing/config/yaml/yaml_document.hpp"
#include "focus_billing/model/diagnostic.hpp"

namespace focus_billing {

inline constexpr std::size_t max_yaml_bytes = 1024 * 1024;

struct ParsedYaml {
    YamlDocument document;
    std::optional<Diagnostic> problem;  ///< if set, the document must not be used
};

/// Reads the one YAML document of `text`. Refuses, with the place: text that is not UTF-8 or has
/// control characters, YAML syntax errors, a second document, more than 1 MiB, more than 64 levels,
/// more than 100,000 values with every alias expanded (a text counts once for each 64 bytes), and
/// an alias inside the value that it refers to.
[[nodiscard]] ParsedYaml parse_yaml(std::string_view text, const std::string& file);

}  // namespace focus_billing
