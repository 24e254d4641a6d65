#pragma once

#include "focus_billing/model/directory.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// Reads the files of `attribution.directory`; empty if there are none. Findings are printed, and
/// then ConfigurationRefused is thrown. Throws Error (FB035, usage) for a file that cannot be
/// opened.
[[nodiscard]] Directory load_directory(Session& session);

}  // namespace focus_billing
