#pragma once

#include <string>

#include "focus_billing/model/imports/delivery_difference.hpp"

namespace focus_billing {

[[nodiscard]] std::string difference_csv_header();

/// One row of a difference, of the file or import that `subject` names.
[[nodiscard]] std::string difference_csv(const std::string& subject, const DifferenceRow& row);

/// `added`, `removed` or `changed`.
[[nodiscard]] std::string_view change_of(const DifferenceRow& row);

}  // namespace focus_billing
