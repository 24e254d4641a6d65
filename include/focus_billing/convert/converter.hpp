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

/// The bytes of a provider's file, of which the first were looked at.
class ProviderBytes : public ByteSource {
public:
    explicit ProviderBytes(ByteSource& source);

    /// Whether the first character that is no blank begins a JSON object or array.
    [[nodiscard]] bool is_json() const;
    /// Whether it begins as UTF-16 does, which PowerShell writes unless it is told otherwise.
    [[nodiscard]] bool is_utf16() const;

    std::size_t read(char* buffer, std::size_t size) override { return m_bytes.read(buffer, size); }

    /// All bytes as a text; `file` names them. A text above 2 GiB is a finding (FB601), and
    /// nothing.
    [[nodiscard]] std::optional<std::string>
    whole_text(const std::string& file, const std::function<void(const Diagnostic&)>& on_finding);

private:
    PeekedSource m_bytes;
};

/// Finds records that were read before in another file, as where exports overlap. Equal records of
/// one file are different ones: of a record that one file has twice and another once, two count.
class RepeatedRecords {
public:
    void begin_file() { ++m_file; }

    /// Notes a record of the present file: true if an earlier file has it as many times as this one
    /// up to here.
    [[nodiscard]] bool is_repeat(const std::string& record);

private:
    struct Count {
        std::uint64_t file = 0;
        std::uint64_t in_file = 0;
        std::uint64_t before = 0;  ///< the most in an earlier file
    };

    std::uint64_t m_file = 0;
    std::unordered_map<std::string, Count> m_counts;
};

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

/// Reads the text of the file with the payer of a folder, if there is one.
using ReadMetadata = std::function<std::optional<std::string>(const std::string& path)>;

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
