#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "focus_billing/convert/converter.hpp"
#include "focus_billing/convert/name_globs.hpp"
#include "focus_billing/convert/quota_usage.hpp"
#include "focus_billing/model/storage_terms.hpp"

namespace focus_billing {

enum class StorageSystem : std::uint8_t { onefs, qumulo };

/// Reads the text of the file with the payer of a folder, if there is one.
using ReadMetadata = std::function<std::optional<std::string>(const std::string& path)>;

/// Charges the quotas of a file system for a month. A file is a page of a snapshot; the day of a
/// snapshot is the date in the file's name, without one it is the only snapshot of the month.
/// Control totals in bytes. Findings: FB601, FB602, FB605, FB607, FB611, FB620 to FB622.
class StorageConverter : public Converter {
public:
    /// All live as long as this.
    StorageConverter(StorageSystem system, const ConversionBasics& basics,
                     const StorageTerms& terms, BillingPeriod period, const ConverterOutput& output,
                     ReadMetadata read_metadata);

    void read(const ConverterInput& input) override;
    void finish() override;
    [[nodiscard]] std::vector<std::string> extra_columns() const override;

private:
    /// A quota in the snapshots that are charged. Bytes are sums over them.
    struct Charged {
        QuotaUsage quota;
        Decimal bytes;
        Decimal inside;        ///< of quotas inside it, where those are charged
        bool is_left = false;  ///< counted in another quota
    };
    using Snapshot = std::map<std::string, QuotaUsage>;  // by path, type and persona

    void take(const std::string& file, const std::string& day, QuotaUsage quota);
    [[nodiscard]] Decimal bytes_of(const QuotaUsage& quota) const;
    [[nodiscard]] bool is_in_month(const std::string& day) const;
    void check_pages() const;
    void choose_snapshots();
    void add_snapshot(const Snapshot& snapshot);
    void leave_out(const Snapshot& snapshot, std::string_view reason);
    [[nodiscard]] std::string_view reason_to_leave(const QuotaUsage& quota) const;
    void find_nested();
    void nest(Charged& outer, Charged& inner);
    void charge(const Charged& charged, const DatedPrice& price);
    void set_prices(FocusRow& row, const Decimal& bytes, const DatedPrice& price) const;
    void set_names(FocusRow& row, const QuotaUsage& quota) const;
    void add_payer(FocusRow& row, const QuotaUsage& quota);
    [[nodiscard]] bool add_metadata(FocusRow& row, const QuotaUsage& quota);
    void report(int code, std::string message, std::string value, std::string help) const;
    void add_part(std::string_view part, const Decimal& bytes, std::uint64_t records = 1);

    StorageSystem m_system;
    const ConversionBasics& m_basics;
    const StorageTerms& m_terms;
    BillingPeriod m_period;
    const ConverterOutput& m_output;
    ReadMetadata m_read_metadata;
    NameGlobs m_excluded;
    std::map<std::string, Snapshot> m_snapshots;  // by day
    /// By day: pages, less those behind which there is another one.
    std::map<std::string, int> m_last_pages;
    std::map<std::string, Charged> m_charged;
    std::int64_t m_days = 1;  // that the charged bytes are sums of
};

}  // namespace focus_billing
