#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "focus_billing/config/yaml/yaml_document.hpp"
#include "focus_billing/model/diagnostic.hpp"

namespace YAML {
class Parser;
}

namespace focus_billing {

/// Builds the tree of the first document from the parser's events, within the limits that
/// `parse_yaml` states; `text` is what the parser reads. A limit passed, or a second document, is
/// returned; a syntax error comes as yaml-cpp's exception.
[[nodiscard]] std::optional<Diagnostic> build_yaml(YAML::Parser& parser, std::string_view text,
                                                   const std::string& file, YamlDocument& document);

}  // namespace focus_billing
