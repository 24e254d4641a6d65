#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "focus_billing/convert/converter.hpp"

namespace focus_billing {

/// The usage of a file-system quota, in bytes.
struct QuotaUsage {
    std::string path;     ///< without a trailing slash
    std::string id;       ///< of the quota, or empty
    std::string type;     ///< `directory`, `user`, `group`, `default-user`, ...
    std::string persona;  ///< owner of the counted files; empty: everyone
    std::optional<Decimal> logical;
    std::optional<Decimal> physical;
    std::optional<Decimal> limit;  ///< hard limit; unset: no limit
    bool is_ready = true;          ///< false: the system is still counting logical bytes
    bool is_physical_ready = true;

    /// `default-user` and the like, which are templates for quotas of users to come.
    [[nodiscard]] bool is_default() const { return type.starts_with("default-"); }
};

using OnQuota = std::function<void(QuotaUsage)>;
using OnFinding = std::function<void(const Diagnostic&)>;

/// The quotas of OneFS (Isilon, PowerScale): `/platform/N/quota/quotas` and `isi quota quotas list
/// --format=json`, of both generations; logical bytes are `fslogical` of version 8 and later,
/// `logical` of those before. True if the list continues on another page.
bool read_onefs_json(std::string_view text, const std::string& file, const OnQuota& on_quota,
                     const OnFinding& on_finding);
/// `isi quota quotas list --format=csv`, whose sizes have binary units: `1.50T`.
void read_onefs_csv(const ConverterInput& input, const OnQuota& on_quota,
                    const OnFinding& on_finding);

/// The quotas of Qumulo: `/v1/files/quotas/status/`, and a CSV with path and capacity. True if the
/// list continues on another page.
bool read_qumulo_json(std::string_view text, const std::string& file, const OnQuota& on_quota,
                      const OnFinding& on_finding);
void read_qumulo_csv(const ConverterInput& input, const OnQuota& on_quota,
                     const OnFinding& on_finding);

/// `/ifs/a/` and `/ifs/a` are one folder.
[[nodiscard]] std::string folder_path(std::string_view path);

}  // namespace focus_billing
