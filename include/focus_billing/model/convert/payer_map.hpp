#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/convert/focus_row.hpp"

namespace focus_billing {

/// The payer for one name used by the provider: an account, a user, a path, a machine.
struct PayerEntry {
    std::string name;
    std::optional<Instant> start;  ///< unset: always
    std::optional<Instant> end;    ///< exclusive
    std::vector<FocusTag> tags;    ///< such as pi_email and project_id

    [[nodiscard]] bool holds_at(Instant time) const {
        return (!start || *start <= time) && (!end || time < *end);
    }
    bool operator==(const PayerEntry&) const = default;
};

/// The payers for a provider's names. A payer may change from one day to the next.
class PayerMap {
public:
    PayerMap() = default;
    explicit PayerMap(std::vector<PayerEntry> entries);

    /// The entry of a name at a time, or null. Names are compared exactly.
    [[nodiscard]] const PayerEntry* find(std::string_view name, Instant time) const;
    /// The same for e-mail addresses, which are trimmed and compared without case.
    [[nodiscard]] const PayerEntry* find_email(std::string_view email, Instant time) const;
    /// The entry with the longest path that is `path` or a folder containing it.
    [[nodiscard]] const PayerEntry* find_path(std::string_view path, Instant time) const;

    /// The next time after `time` at which an entry of the name begins or ends, if there is one.
    [[nodiscard]] std::optional<Instant> next_change(std::string_view name, Instant time) const;

    [[nodiscard]] const std::vector<PayerEntry>& entries() const { return m_entries; }
    bool operator==(const PayerMap& other) const { return m_entries == other.m_entries; }

private:
    using Index = std::multimap<std::string, std::size_t, std::less<>>;

    [[nodiscard]] const PayerEntry* find_in(const Index& index, std::string_view name,
                                            Instant time) const;

    std::vector<PayerEntry> m_entries;
    Index m_names;
    Index m_emails;
};

}  // namespace focus_billing
