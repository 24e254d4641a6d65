#pragma once

#include <memory>

#include "focus_billing/render/reports/charge_list.hpp"

namespace focus_billing {

/// CSV with all columns of `focus_charges` and a header, for spreadsheets too (CsvWriter).
[[nodiscard]] std::unique_ptr<ChargeList> make_charge_csv();

}  // namespace focus_billing
