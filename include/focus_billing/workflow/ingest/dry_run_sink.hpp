#pragma once

#include <memory>

#include "focus_billing/workflow/ingest/charge_sink.hpp"
#include "focus_billing/workflow/ingest/delivery_options.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// Stores nothing: compares each file with the database, if there is one, and reports what would be
/// stored. Files of one command are compared with each other by name only.
[[nodiscard]] std::unique_ptr<ChargeSink> make_dry_run_sink(Session& session,
                                                            const DeliveryOptions& options);

}  // namespace focus_billing
