#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/config/load_config.hpp"

namespace focus_billing {

/// A finding on one line, with all its parts:
/// `line:column FB006 field | message | value | help`.
inline std::string described(const Diagnostic& diagnostic) {
    std::string code = std::to_string(diagnostic.code);
    code.insert(0, 3 - code.size(), '0');
    return std::to_string(diagnostic.place.line) + ":" + std::to_string(diagnostic.place.column) +
           " FB" + code + " " + diagnostic.field + " | " + diagnostic.message + " | " +
           diagnostic.value + " | " + diagnostic.help;
}

inline std::vector<std::string> described(const std::vector<Diagnostic>& diagnostics) {
    std::vector<std::string> lines;
    for (const Diagnostic& diagnostic : diagnostics) {
        lines.push_back(described(diagnostic));
    }
    return lines;
}

/// An environment in which only HOME_DIR, FUND, EMPTY and LATIN are set.
inline std::optional<std::string> small_environment(const std::string& name) {
    if (name == "HOME_DIR") {
        return "/home/ada";
    }
    if (name == "FUND") {
        return "123456-2345";
    }
    if (name == "LATIN") {
        return "caf\xE9";
    }
    return name == "EMPTY" ? std::optional<std::string>("") : std::nullopt;
}

/// What a configuration is found to have, in this order.
inline std::vector<std::string> findings(std::string_view yaml) {
    return described(load_config(yaml, "site.yaml", small_environment).diagnostics);
}

using Lines = std::vector<std::string>;

}  // namespace focus_billing
