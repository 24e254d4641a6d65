#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/convert/provider_bytes.hpp"
#include "focus_billing/model/convert/control_totals.hpp"
#include "focus_billing/model/convert/conversion.hpp"
#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/convert/focus_row.hpp"

namespace focus_billing {

/// A file of the provider.
struct ConverterInput {
    std::string name;  ///< in findings
    ProviderBytes& bytes;
};

/// Where a conversion's results go while it is under way.
struct ConverterOutput {
    /// Takes a row; what it refers to lives until the call returns.
    std::function<void(const FocusRow&)> on_row;
    /// Takes a finding FB6xx, or one of the CSV or JSON. An error makes the conversion fail, and
    /// the converter goes on to find more.
    std::function<void(const Diagnostic&)> on_finding;
    ControlTotals& totals;
    UnmappedNames& unmapped;
};

/// Turns files of one provider into rows of FOCUS 1.2 for one month. Rows come in an order that
/// depends on the input alone; equal input gives equal rows. Nothing of the input is lost without
/// a finding or a part of a control total: the parts of each total are what came in.
class Converter {
public:
    Converter() = default;
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    virtual ~Converter() = default;

    /// Reads a file. Throws Error where reading its bytes fails.
    virtual void read(const ConverterInput& input) = 0;
    /// Gives out the rows that need all files. To be called once, at the end.
    virtual void finish() = 0;

    /// The names of its own columns, which begin with `x_`: those of `FocusRow::extras`.
    [[nodiscard]] virtual std::vector<std::string> extra_columns() const { return {}; }
};

/// A row with what is the same in all rows of a conversion: the month, the provider, the account,
/// the currency, the service and its category, `Usage`, `Usage-Based` and `Standard`.
[[nodiscard]] FocusRow make_row(const ConversionBasics& basics, BillingPeriod period);

/// The charge period of a row that is for the whole month.
[[nodiscard]] ChargePeriod whole_month(BillingPeriod period);

/// Sets list, contracted, billed and effective cost, the quantities with their unit, and the unit
/// price. `billed` counts for effective and contracted cost too.
void set_costs(FocusRow& row, const Decimal& list, const Decimal& billed);
void set_quantity(FocusRow& row, const Decimal& quantity, std::string_view unit,
                  const Decimal& unit_price);

/// Adds the tags of the payer of `name` that the row has not or, where there is none (`entry` is
/// null), notes that `name`, which is a `kind` (`account`, `user`, `path`), is to be mapped: the
/// charge comes without a payer and is held for review. To be called when the costs of the row are
/// set.
void set_payer(FocusRow& row, const PayerEntry* entry, std::string_view kind, std::string_view name,
               UnmappedNames& unmapped);

/// The same for rows that have tags of their own: the payer completes them, and a name is to be
/// mapped only where there are payers and the row has no tags.
void complete_payer(FocusRow& row, const PayerMap& payers, std::string_view kind,
                    std::string_view name, UnmappedNames& unmapped);

/// Adds a tag unless there is one with this key, or the value is empty.
void add_tag(FocusRow& row, std::string_view key, std::string_view value);

/// Adds the members of a JSON object, also one without its braces; `key_of` gives a key its name.
/// False if it is no such text.
[[nodiscard]] bool add_json_tags(FocusRow& row, std::string_view json,
                                 const std::function<std::string(std::string_view)>& key_of);

}  // namespace focus_billing
