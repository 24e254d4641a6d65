#pragma once

#include <string>

#include "focus_billing/cli/session.hpp"

namespace focus_billing {

/// The bytes of a journal on record: as they were registered, or in another layout, which posts
/// nothing. What the layout cannot hold is printed; then nothing comes back.
[[nodiscard]] std::optional<std::string> print_journal(Session& session, std::int64_t number,
                                                       const std::string& format);

}  // namespace focus_billing
