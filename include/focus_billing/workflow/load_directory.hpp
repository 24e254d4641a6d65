#pragma once

#include "focus_billing/model/directory.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// Reads the files of `attribution.directory`; empty if there are none. Their findings are printed
/// and throw ConfigurationRefused; one that cannot be opened is an Error (FB035, usage).
[[nodiscard]] Directory load_directory(Session& session);

}  // namespace focus_billing
