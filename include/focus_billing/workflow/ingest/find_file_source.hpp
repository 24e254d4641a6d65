#pragma once

#include <functional>
#include <string>

#include "focus_billing/model/config.hpp"
#include "focus_billing/model/imports/file_report.hpp"

namespace focus_billing {

/// Finds the source of the file of `report` by its name or, if `wanted` is not empty, by that. What
/// is not known is an error (FB116), except in a dry run, where it is a warning (FB117) and
/// `wanted` is taken as it is; two sources that fit alike are an error (FB118).
void find_file_source(const std::string& wanted, bool dry_run, const Config& config,
                      FileReport& report, const std::function<void(const Diagnostic&)>& on_finding);

}  // namespace focus_billing
