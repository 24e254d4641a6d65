#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/convert/payer_map.hpp"

namespace focus_billing {

/// The settings that all converters share, under `convert.NAME`.
struct ConversionBasics {
    std::string name;             ///< of the section
    std::string provider;         ///< ProviderName, PublisherName and InvoiceIssuerName
    std::string billing_account;  ///< BillingAccountId
    std::string currency;         ///< ISO 4217
    std::string service;          ///< ServiceName
    std::string service_category;
    std::string service_subcategory;
    std::string payers_file;  ///< CSV or YAML; empty: payers are in the configuration
    PayerMap payers;
    std::string map_file;  ///< for kind csv; empty: given on the command line
    /// The tag key of each attribute, where imports look for it.
    std::array<std::string, attribute_count> tag_keys = {};

    bool operator==(const ConversionBasics&) const = default;
};

/// A price that is valid from one day until another.
struct DatedPrice {
    Decimal price;
    std::optional<Instant> from;   ///< unset: always
    std::optional<Instant> until;  ///< exclusive

    [[nodiscard]] bool holds_at(Instant time) const {
        return (!from || *from <= time) && (!until || time < *until);
    }
    bool operator==(const DatedPrice&) const = default;
};

}  // namespace focus_billing
