#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "convert/prices.hpp"
#include "convert/storage/nested_quotas.hpp"
#include "focus_billing/convert/converter.hpp"
#include "focus_billing/model/convert/storage_pricing.hpp"

namespace focus_billing {

enum class StorageSystem : std::uint8_t { onefs, qumulo };

/// Charges the quotas of a file system for a month. A file is a page of a snapshot; the day of a
/// snapshot is the date in the file's name; without a date, it must be the only snapshot of the
/// month. The order of files and of quotas does not matter. Control totals in bytes. Findings:
/// FB601 to FB603, FB605 to FB607, FB611, FB620 to FB627.
class StorageConverter : public Converter {
public:
    /// Everything passed in must outlive this object.
    StorageConverter(StorageSystem system, const ConversionBasics& basics,
                     const StoragePricing& terms, BillingPeriod period,
                     const ConverterOutput& output, ReadMetadata read_metadata);

    void read(const ConverterInput& input) override;
    void finish() override;
    [[nodiscard]] std::vector<std::string> extra_columns() const override;

private:
    using Snapshot = std::map<std::string, QuotaUsage>;  // by quota_key

    void take(const std::string& file, const std::string& day, QuotaUsage quota);
    /// The bytes that are charged, or the nearest ones available.
    [[nodiscard]] const std::optional<Decimal>& chosen_bytes(const QuotaUsage& quota) const;
    [[nodiscard]] Decimal bytes_of(const QuotaUsage& quota) const;
    void keep_one(const std::string& file, const std::string& day, QuotaUsage& kept,
                  QuotaUsage& other);
    void check_bytes(const std::string& file, const QuotaUsage& quota) const;
    [[nodiscard]] bool is_in_month(const std::string& day) const;
    void check_pages() const;
    void check_days() const;
    void choose_snapshots();
    void add_snapshot(const Snapshot& snapshot);
    void leave_out(const Snapshot& snapshot, std::string_view reason);
    [[nodiscard]] std::string_view reason_to_leave(const QuotaUsage& quota) const;
    void tell_nested(const QuotaUsage& inner, const std::string& folder, CountedWith with) const;
    void charge(const ChargedQuota& charged, const DatedPrice& price);
    void add_row(const ChargedQuota& charged, const Decimal& bytes, const DatedPrice& price,
                 const std::optional<FolderMetadata>& metadata);
    void set_prices(FocusRow& row, const Decimal& bytes, const DatedPrice& price) const;
    void set_names(FocusRow& row, const QuotaUsage& quota) const;
    void add_payer(FocusRow& row, const QuotaUsage& quota,
                   const std::optional<FolderMetadata>& metadata);
    void report(int code, std::string message, std::string value, std::string help,
                const std::string& file = {}) const;
    void add_part(std::string_view part, const Decimal& bytes, std::uint64_t records = 1);

    StorageSystem m_system;
    const ConversionBasics& m_basics;
    const StoragePricing& m_terms;
    BillingPeriod m_period;
    const ConverterOutput& m_output;
    ReadMetadata m_read_metadata;
    NameGlobs m_excluded;
    std::map<std::string, Snapshot> m_snapshots;  // by day
    /// By day: the number of pages, minus those that another page follows.
    std::map<std::string, int> m_last_pages;
    ChargedQuotas m_charged;
    std::int64_t m_days = 1;  // the number of days that charged bytes are summed over
};

}  // namespace focus_billing
