#pragma once

#include "focus_billing/files/delivery_input.hpp"
#include "workflow/ingest/read_focus_file.hpp"

namespace focus_billing {

/// Examines the files of a delivery one after the other, as one: `report` gets the sums, findings
/// name the file. Reports a number of rows that is not the manifest's (FB128) and columns that are
/// not those of the first file (FB129). Throws Error as `read_focus_file` and DeliveryInput do.
void read_delivery(DeliveryInput& input, const DeliveryFiles& delivery,
                   const Examination& examination, FileReport& report);

}  // namespace focus_billing
