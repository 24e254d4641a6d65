#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "focus_billing/model/charges/charge.hpp"
#include "focus_billing/model/charges/flag.hpp"
#include "focus_billing/model/directory.hpp"

namespace focus_billing {

/// The directory, indexed for lookup. Several threads may use it at once.
class PayerDirectory {
public:
    explicit PayerDirectory(Directory directory);

    [[nodiscard]] bool empty() const { return m_directory.empty(); }

    /// The entry of a project when the charge began, or else the first one during the charge; null
    /// if there is none.
    [[nodiscard]] const ProjectEntry* project_at(std::string_view project_id,
                                                 const ChargeTime& time) const;
    [[nodiscard]] const PersonEntry* person(std::string_view email) const;

    /// `project_ended`, `project_closed`.
    [[nodiscard]] FlagSet project_flags(std::string_view project_id, const ChargeTime& time) const;
    /// `fund_org_closed`.
    [[nodiscard]] FlagSet fund_org_flags(std::string_view fund_org, const ChargeTime& time) const;

    /// All times of one class give the same results.
    [[nodiscard]] std::uint64_t class_of(const ChargeTime& time) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };
    template <class Value>
    using ByText = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

    void note_changes();

    Directory m_directory;
    ByText<std::vector<const ProjectEntry*>> m_projects;  // for each project, by start
    ByText<const PersonEntry*> m_people;
    ByText<const FundOrgEntry*> m_fund_orgs;
    std::vector<Instant> m_changes;  // all instants in the entries, ascending
};

}  // namespace focus_billing
