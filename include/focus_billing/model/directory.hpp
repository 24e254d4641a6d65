#pragma once

#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// The owner of a project and the account it is charged to, from `start` until `end` (exclusive).
/// Rows with the same project_id are adjacent and do not overlap.
struct ProjectEntry {
    std::string project_id;
    std::string pi_email;  ///< in comparable form, or empty
    std::string fund_org;
    std::string account_code;
    std::optional<Instant> start;
    std::optional<Instant> end;

    bool operator==(const ProjectEntry&) const = default;
};

/// A person who pays until `end` (exclusive), and the successor. E-mails are in comparable form.
struct PersonEntry {
    std::string email;
    std::optional<Instant> end;
    std::string successor;

    bool operator==(const PersonEntry&) const = default;
};

/// A fund/org that can be charged from `open` until `close` (exclusive).
struct FundOrgEntry {
    std::string fund_org;
    std::optional<Instant> open;
    std::optional<Instant> close;

    bool operator==(const FundOrgEntry&) const = default;
};

/// The institution's projects, people and fund/orgs.
struct Directory {
    std::vector<ProjectEntry> projects;
    std::vector<PersonEntry> people;
    std::vector<FundOrgEntry> fund_orgs;

    [[nodiscard]] bool empty() const {
        return projects.empty() && people.empty() && fund_orgs.empty();
    }
    bool operator==(const Directory&) const = default;
};

}  // namespace focus_billing
