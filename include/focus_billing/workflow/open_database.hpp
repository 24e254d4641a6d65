#pragma once

#include <optional>

#include "focus_billing/workflow/session.hpp"
#include "focus_billing/store/database.hpp"

namespace focus_billing {

/// The configured database, for reading alone; nothing if nothing was ever stored. Throws Error, as
/// Database does.
[[nodiscard]] std::optional<Database> find_database(Session& session);

/// The same, where there must be one. Throws Error FB506 (state) if there is none yet, and
/// those of Database.
[[nodiscard]] Database open_database_for_reading(Session& session);

/// The same for reading and writing.
[[nodiscard]] Database open_database_for_writing(Session& session);

}  // namespace focus_billing
