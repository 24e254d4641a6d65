#pragma once

#include "focus_billing/files/delivery_input.hpp"
#include "workflow/ingest/read_focus_file.hpp"

namespace focus_billing {

/// Reads the files of a delivery one after the other as one: `report` has the totals, findings name
/// the file. Reports a number of rows that differs from the manifest (FB128), and columns that
/// differ from the first file (FB129). Throws Error like `read_focus_file` and DeliveryInput.
void read_delivery(DeliveryInput& input, const DeliveryFiles& delivery,
                   const Examination& examination, FileReport& report);

}  // namespace focus_billing
