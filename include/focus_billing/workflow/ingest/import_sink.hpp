#pragma once

#include <memory>

#include "focus_billing/workflow/ingest/charge_sink.hpp"
#include "focus_billing/workflow/ingest/delivery_options.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// Stores each file in one transaction of the configured database. With `overlapped`, one thread
/// reads while another writes; the stored data is the same either way.
[[nodiscard]] std::unique_ptr<ChargeSink>
make_import_sink(Session& session, const DeliveryOptions& options, bool overlapped);

}  // namespace focus_billing
