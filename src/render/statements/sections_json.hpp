#pragma once

#include <string>
#include <vector>

#include "focus_billing/format/json.hpp"
#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/model/statements/statement.hpp"

namespace focus_billing {

[[nodiscard]] Json key_json(const StatementKey& key);

/// The sections of a record, with their postings and lines.
[[nodiscard]] Json sections_json(const std::vector<StatementSection>& sections);

/// Reads what sections_json() gave; refuses anything else (FB710).
[[nodiscard]] std::vector<StatementSection> read_sections(const std::vector<JsonValue>& sections);

}  // namespace focus_billing
