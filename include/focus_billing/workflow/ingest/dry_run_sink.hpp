#pragma once

#include <memory>

#include "focus_billing/workflow/ingest/charge_sink.hpp"
#include "focus_billing/workflow/ingest/delivery_options.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// Stores nothing: compares each file with what the database has, if there is one, and says what
/// would become of it. Files of one call are compared by their names alone.
[[nodiscard]] std::unique_ptr<ChargeSink> make_dry_run_sink(Session& session,
                                                            const DeliveryOptions& options);

}  // namespace focus_billing
