#pragma once

#include <string_view>

namespace focus_billing {

/// The FOCUS names for a provider's service.
struct ServiceEntry {
    std::string_view code;  ///< product code of AWS, ConsumedService of Azure
    std::string_view category;
    std::string_view subcategory;
};

/// The category of a product code of AWS, compared without case; `Other` for one that is not known.
[[nodiscard]] const ServiceEntry& aws_service(std::string_view product_code);

/// The same of Azure's ConsumedService, such as `Microsoft.Compute`.
[[nodiscard]] const ServiceEntry& azure_service(std::string_view consumed_service);

}  // namespace focus_billing
