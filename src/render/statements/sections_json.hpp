#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "focus_billing/model/statements/statement.hpp"

namespace focus_billing {

/// Null for an empty text.
[[nodiscard]] nlohmann::ordered_json text_or_null(const std::string& text);

[[nodiscard]] nlohmann::ordered_json key_json(const StatementKey& key);

/// The sections of a record, with their postings and lines.
[[nodiscard]] nlohmann::ordered_json sections_json(const std::vector<StatementSection>& sections);

/// Reads what sections_json() gave; refuses anything else (FB710).
[[nodiscard]] std::vector<StatementSection> read_sections(const nlohmann::json& sections);

}  // namespace focus_billing
