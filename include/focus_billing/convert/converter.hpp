#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "focus_billing/format/byte_source.hpp"
#include "focus_billing/model/convert/conversion.hpp"
#include "focus_billing/model/convert/conversion_report.hpp"
#include "focus_billing/model/convert/focus_row.hpp"
#include "focus_billing/model/diagnostic.hpp"

namespace focus_billing {

/// The bytes of a provider's file, the first of which can be examined.
class ProviderBytes : public ByteSource {
public:
    explicit ProviderBytes(ByteSource& source);

    /// Whether the first character that is not blank begins a JSON object or array.
    [[nodiscard]] bool is_json() const;
    /// Whether it begins like UTF-16, PowerShell's default.
    [[nodiscard]] bool is_utf16() const;

    std::size_t read(char* buffer, std::size_t size) override { return m_bytes.read(buffer, size); }

    /// All bytes as a text; `file` names them. Returns nothing for a text above 2 GiB, which is a
    /// finding (FB601).
    [[nodiscard]] std::optional<std::string>
    whole_text(const std::string& file, const std::function<void(const Diagnostic&)>& on_finding);

private:
    PeekedSource m_bytes;
};

/// Finds records that another file already had, because exports overlap. Equal records within one
/// file are different ones: if one file has a record twice and another has it once, two count.
class RepeatedRecords {
public:
    void begin_file() { ++m_file; }

    /// Notes a record of the current file. True if an earlier file has it as many times as this one
    /// so far.
    [[nodiscard]] bool is_repeat(const std::string& record);

private:
    struct Count {
        std::uint64_t file = 0;
        std::uint64_t in_file = 0;
        std::uint64_t before = 0;  ///< the highest count in an earlier file
    };

    std::uint64_t m_file = 0;
    std::unordered_map<std::string, Count> m_counts;
};

/// A file of the provider.
struct ConverterInput {
    std::string name;  ///< shown in findings
    ProviderBytes& bytes;
};

/// The target of a conversion's results.
struct ConverterOutput {
    /// Takes a row, which is valid until the call returns.
    std::function<void(const FocusRow&)> on_row;
    /// Takes a finding FB6xx, or one of the CSV or JSON. An error makes the conversion fail, but
    /// the converter continues to find more.
    std::function<void(const Diagnostic&)> on_finding;
    ControlTotals& totals;
    UnmappedNames& unmapped;
};

/// Reads the text of a folder's payer file, if there is one.
using ReadMetadata = std::function<std::optional<std::string>(const std::string& path)>;

/// Turns files of one provider into rows of FOCUS 1.2 for one month. The order of rows depends on
/// the input alone; equal input gives equal rows. Nothing in the input is lost without a finding or
/// a part of a control total: the parts of each total add up to the input.
class Converter {
public:
    Converter() = default;
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    virtual ~Converter() = default;

    /// Reads a file. Throws Error if reading its bytes fails.
    virtual void read(const ConverterInput& input) = 0;
    /// Produces the rows that need all files. Call once, at the end.
    virtual void finish() = 0;

    /// The names of the converter's own columns, which begin with `x_`, in the order of
    /// `FocusRow::extras`.
    [[nodiscard]] virtual std::vector<std::string> extra_columns() const { return {}; }
};

/// A row with the values that all rows of a conversion share: the month, the provider, the account,
/// the currency, the service and its category, `Usage`, `Usage-Based` and `Standard`.
[[nodiscard]] FocusRow make_row(const ConversionBasics& basics, BillingPeriod period);

/// The charge period of a row for the whole month.
[[nodiscard]] ChargePeriod whole_month(BillingPeriod period);

/// Sets list, contracted, billed and effective cost, the quantities with their unit, and the unit
/// price. `billed` is also the effective and the contracted cost.
void set_costs(FocusRow& row, const Decimal& list, const Decimal& billed);
void set_quantity(FocusRow& row, const Decimal& quantity, std::string_view unit,
                  const Decimal& unit_price);

/// Adds the payer's tags that the row does not have yet. Without a payer (`entry` is null), notes
/// that `name`, a `kind` (`account`, `user`, `path`), must be mapped: the charge has no payer and
/// is held for review. Call after the costs of the row are set.
void set_payer(FocusRow& row, const PayerEntry* entry, std::string_view kind, std::string_view name,
               UnmappedNames& unmapped);

/// The same for rows that have tags of their own: the payer adds to them, and a name must be mapped
/// only if there are payers and the row has no tags.
void complete_payer(FocusRow& row, const PayerMap& payers, std::string_view kind,
                    std::string_view name, UnmappedNames& unmapped);

/// Adds a tag unless there is one with this key, or the value is empty.
void add_tag(FocusRow& row, std::string_view key, std::string_view value);

/// Adds the members of a JSON object, with or without its braces; `key_of` translates keys. False
/// if the text is neither.
[[nodiscard]] bool add_json_tags(FocusRow& row, std::string_view json,
                                 const std::function<std::string(std::string_view)>& key_of);

}  // namespace focus_billing
