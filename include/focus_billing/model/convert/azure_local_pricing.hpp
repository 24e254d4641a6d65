#pragma once

#include <map>
#include <string>
#include <vector>

#include "focus_billing/model/convert/conversion.hpp"

namespace focus_billing {

/// The yearly cost of a virtual machine of a tier, or of an addon.
struct AnnualPrice {
    std::vector<DatedPrice> prices;

    bool operator==(const AnnualPrice&) const = default;
};

/// Names of the fields in the notes (JSON) of a machine, if they differ from the default.
struct MachineFields {
    std::string tier = "tier";
    std::string addons = "addons";
    std::string active = "active";
    std::string subsidy = "subsidy_percent";
    std::string deleted = "deleted";
    std::map<std::string, std::string> payers;  ///< from attribute (`pi_email`) to field

    bool operator==(const MachineFields&) const = default;
};

/// How virtual machines of Azure Local (Azure Stack HCI) are charged.
struct AzureLocalPricing {
    std::map<std::string, AnnualPrice> tiers;
    std::map<std::string, AnnualPrice> addons;
    std::string default_tier;          ///< for machines without a tier; empty: that is an error
    Decimal subsidy;                   ///< fraction of the list cost, 0 to 1
    std::vector<std::string> exclude;  ///< globs of machine names
    MachineFields fields;

    bool operator==(const AzureLocalPricing&) const = default;
};

}  // namespace focus_billing
