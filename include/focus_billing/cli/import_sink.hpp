#pragma once

#include <memory>
#include <string>

#include "focus_billing/cli/charge_sink.hpp"
#include "focus_billing/cli/session.hpp"

namespace focus_billing {

/// What becomes of a file with rejected rows.
enum class OnError : std::uint8_t {
    refuse,  ///< nothing of it is stored
    hold,    ///< its good rows are stored, the others written to a CSV
};

/// Stores each file in one transaction of the configured database. With `overlapped`, one thread
/// reads while another writes; what is stored is the same without.
[[nodiscard]] std::unique_ptr<ChargeSink> make_import_sink(Session& session, OnError on_error,
                                                           bool overlapped);

/// Stores nothing: asks the database, if there is one, whether a file would be taken.
[[nodiscard]] std::unique_ptr<ChargeSink> make_dry_run_sink(Session& session);

}  // namespace focus_billing
