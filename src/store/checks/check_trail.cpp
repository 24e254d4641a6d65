#include <SQLiteCpp/SQLiteCpp.h>

#include "store/checks/check_lines.hpp"
#include "focus_billing/store/verify_audit.hpp"

namespace focus_billing {

void check_trail(const CheckRun& run) {
    const auto entries = run.handle().execAndGet("SELECT count(*) FROM audit").getInt64();
    const auto verdict = verify_audit(run.database);
    run.on_line({.subject = "audit trail",
                 .left = {count_term("entries", entries)},
                 .right = {count_term("in an unbroken chain",
                                      static_cast<std::int64_t>(verdict.entries))},
                 .fault = verdict.fault});
}

}  // namespace focus_billing
