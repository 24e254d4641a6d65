#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/charges/stored_charge.hpp"

namespace focus_billing {

/// A command that changed something: entry of the audit trail, time, and who.
struct Event {
    std::int64_t entry = 0;
    std::string at;
    std::string os_user;
    std::optional<std::string> actor;
};

using OwnedTexts = std::array<std::string, attribute_count>;

/// One decision on a charge, from its making to its end.
struct DecisionHistory {
    std::int64_t number = 0;
    std::int64_t charge = 0;  ///< on which it was made
    std::string verdict;
    std::optional<std::string> note;
    OwnedTexts payer;   ///< of a reassignment
    std::string flags;  ///< that the charge had then, with commas between
    Event made;
    std::optional<Event> ended;
    std::string ending;  ///< `withdrawn`, `replaced` or `revised`
    std::optional<std::string> ending_note;
};

/// All that is on record of one charge.
struct ChargeHistory {
    std::int64_t charge = 0;
    std::array<std::optional<std::string>, charge_columns.size()> cells;

    std::int64_t import_id = 0;
    std::string file_sha256;
    Event imported;    ///< entry 0: it is not known
    std::string cost;  ///< `billed` or `effective`: which cost is charged
    std::optional<std::int64_t> mends;
    bool is_review = false;  ///< the import is no file, but a review

    OwnedTexts found;  ///< who pays by tags and rules, and what decided it
    OwnedTexts found_origins;
    OwnedTexts payer;  ///< who pays now
    OwnedTexts payer_origins;

    std::string home;         ///< month in which it counts, unless it is carried
    std::string home_status;  ///< of that month
    std::optional<std::string> carried_into;
    std::optional<std::int64_t> decision;       ///< that the charge bears
    std::optional<std::int64_t> superseded_by;  ///< an import
    std::optional<std::int64_t> reversed_by;    ///< a charge
    std::vector<std::int64_t> replaced_by;      ///< charges that came in its place
    std::vector<DecisionHistory> decisions;     ///< on it, the oldest first
    /// On charges of the same resource, time, SKU, category and service that its import superseded.
    std::vector<DecisionHistory> earlier_decisions;

    [[nodiscard]] std::string text(std::string_view column) const {
        for (std::size_t i = 0; i < charge_columns.size(); ++i) {
            if (charge_columns[i].name == column)
                return cells[i].value_or("");
        }
        return {};
    }
};

/// How a rule of today's configuration fares with a charge.
struct ExplainedRule {
    std::string name;
    bool matched = false;
    std::size_t conditions = 0;       ///< that it has
    std::vector<std::string> failed;  ///< conditions that do not hold, in words
    /// All but one of several conditions hold.
    [[nodiscard]] bool is_near() const { return failed.size() == 1 && conditions > 1; }
    struct Value {
        std::string attribute;
        std::string value;   ///< empty if its template yields nothing
        std::string winner;  ///< what decides instead; empty if this rule does
    };
    std::vector<Value> values;  ///< what it sets, if it matched
};

/// The whole life of a charge, and what today's rules say of it.
struct Explanation {
    ChargeHistory history;
    std::vector<ExplainedRule> rules;  ///< in the order in which they are tried
    OwnedTexts today;                  ///< who would pay by today's tags, rules and directories
    OwnedTexts today_origins;
};

}  // namespace focus_billing
