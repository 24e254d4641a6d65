#include "focus_billing/format/charge_hash.hpp"
#include "focus_billing/store/check_lines.hpp"
#include "focus_billing/store/month_rows.hpp"

namespace focus_billing {

namespace {

constexpr std::int64_t rows_per_step = 4096;

}  // namespace

void check_content(const CheckRun& run) {
    MonthRows rows(run.handle());
    ChargeHasher hasher;
    std::int64_t charges = 0;
    std::int64_t altered = 0;
    std::int64_t first = 0;
    while (rows.next()) {
        if (charges++ % rows_per_step == 0)
            run.on_step();
        const auto& charge = rows.row().charge;
        if (hasher.hash(charge) == charge.hash)
            continue;
        if (altered++ == 0)
            first = rows.row().id;
    }
    CheckLine line{.subject = "content",
                   .left = {count_term("charges", charges)},
                   .right = {count_term("as they were stored", charges - altered)}};
    if (altered > 0) {
        line.fault = run.fault(
            552, "the content of charge " + std::to_string(first) +
                     (altered == 1 ? ""
                                   : ", and of " + std::to_string(altered - 1) + " after it,") +
                     " is not what was stored");
    }
    run.on_line(std::move(line));
}

}  // namespace focus_billing
