#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string_view>

namespace focus_billing {

/// How a value of a stored charge is written.
enum class CellKind : std::uint8_t {
    text,
    amount,   ///< a canonical decimal
    integer,  ///< an id or a line number
    truth,    ///< 0 or 1
    tags,     ///< canonical JSON, or the raw text if x_TagsFault says it is not valid
    flags,    ///< names of flags, separated by commas
};

struct ChargeColumn {
    std::string_view name;
    CellKind kind = CellKind::text;
};

/// The columns of a stored charge in the order of the view `focus_charges`: FOCUS columns, and
/// columns of this program, which begin with `x_`.
inline constexpr std::array<ChargeColumn, 47> charge_columns = {{
    {"x_ChargeId", CellKind::integer},
    {"x_Source"},
    {"x_ImportId", CellKind::integer},
    {"x_FileName"},
    {"x_Line", CellKind::integer},
    {"x_BillingPeriod"},
    {"BillingPeriodStart"},
    {"BillingPeriodEnd"},
    {"ChargePeriodStart"},
    {"ChargePeriodEnd"},
    {"BilledCost", CellKind::amount},
    {"ListCost", CellKind::amount},
    {"ContractedCost", CellKind::amount},
    {"EffectiveCost", CellKind::amount},
    {"BillingCurrency"},
    {"ConsumedQuantity", CellKind::amount},
    {"ConsumedUnit"},
    {"ChargeCategory"},
    {"ChargeClass"},
    {"ChargeDescription"},
    {"ServiceName"},
    {"ServiceCategory"},
    {"ResourceId"},
    {"ResourceName"},
    {"RegionId"},
    {"SkuId"},
    {"SubAccountId"},
    {"SubAccountName"},
    {"ProviderName"},
    {"InvoiceId"},
    {"Tags", CellKind::tags},
    {"x_TagsFault"},
    {"x_PiEmail"},
    {"x_ProjectId"},
    {"x_FundOrg"},
    {"x_CostCenter"},
    {"x_AccountCode"},
    {"x_Reference1"},
    {"x_Reference2"},
    {"x_EndDate"},
    {"x_ReconciliationEnd"},
    {"x_Held", CellKind::truth},
    {"x_Flags", CellKind::flags},
    {"x_BilledIn"},
    {"x_Correction"},
    {"x_CorrectsChargeId", CellKind::integer},
    {"x_Decision"},
}};

/// The index of a column in `charge_columns`. An unknown name does not compile.
[[nodiscard]] consteval std::size_t charge_column(std::string_view name) {
    for (std::size_t i = 0; i < charge_columns.size(); ++i) {
        if (charge_columns[i].name == name)
            return i;
    }
    throw std::logic_error("no column of a stored charge");
}

/// A charge as stored. Null is an empty optional. Views are valid until the next one is read.
struct StoredCharge {
    std::array<std::optional<std::string_view>, charge_columns.size()> cells{};

    /// The text of a cell; empty for null.
    [[nodiscard]] std::string_view text(std::size_t column) const {
        return cells[column].value_or(std::string_view{});
    }
};

}  // namespace focus_billing
