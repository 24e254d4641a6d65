#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/charges/stored_charge.hpp"

namespace focus_billing {

/// A command that changed something: its audit entry, its time and its user.
struct Event {
    std::int64_t entry = 0;
    std::string at;
    std::string os_user;
    std::optional<std::string> actor;
};

using OwnedTexts = std::array<std::string, attribute_count>;

/// One decision on a charge, from its start to its end.
struct DecisionHistory {
    std::int64_t number = 0;
    std::int64_t charge = 0;  ///< that it was made on
    std::string verdict;
    std::optional<std::string> note;
    OwnedTexts payer;   ///< only for a reassignment
    std::string flags;  ///< of the charge at that time, separated by commas
    Event made;
    std::optional<Event> ended;
    std::string ending;  ///< `withdrawn`, `replaced` or `revised`
    std::optional<std::string> ending_note;
};

/// Everything stored about one charge.
struct ChargeHistory {
    std::int64_t charge = 0;
    std::array<std::optional<std::string>, charge_columns.size()> cells;

    std::int64_t import_id = 0;
    std::string file_sha256;
    Event imported;    ///< entry 0: not known
    std::string cost;  ///< `billed` or `effective`: which cost is charged
    std::optional<std::int64_t> mends;
    bool is_review = false;  ///< the import is a review, not a file

    OwnedTexts found;  ///< payer by tags and rules, with origins
    OwnedTexts found_origins;
    OwnedTexts payer;  ///< who pays now
    OwnedTexts payer_origins;

    std::string home;         ///< month in which it counts unless carried
    std::string home_status;  ///< of that month
    std::optional<std::string> carried_into;
    std::optional<std::int64_t> decision;       ///< in force for the charge
    std::optional<std::int64_t> superseded_by;  ///< an import
    std::optional<std::int64_t> reversed_by;    ///< a charge
    std::vector<std::int64_t> replaced_by;      ///< charges that replaced it
    std::vector<DecisionHistory> decisions;     ///< oldest first
    /// Decisions on charges of the same resource, time, SKU, category and service that its import
    /// superseded.
    std::vector<DecisionHistory> earlier_decisions;

    [[nodiscard]] std::string text(std::string_view column) const {
        for (std::size_t i = 0; i < charge_columns.size(); ++i) {
            if (charge_columns[i].name == column)
                return cells[i].value_or("");
        }
        return {};
    }
};

/// The result of applying a rule of today's configuration to a charge.
struct ExplainedRule {
    std::string name;
    bool matched = false;
    std::size_t conditions = 0;       ///< of the rule
    std::vector<std::string> failed;  ///< conditions that are not met, in words
    /// True if all but one of several conditions are met.
    [[nodiscard]] bool is_near() const { return failed.size() == 1 && conditions > 1; }
    struct Value {
        std::string attribute;
        std::string value;   ///< empty if its template yields nothing
        std::string winner;  ///< what decides instead; empty: this rule
    };
    std::vector<Value> values;  ///< what it sets, if it matches
};

/// The whole history of a charge, and the effect of today's rules on it.
struct Explanation {
    ChargeHistory history;
    std::vector<ExplainedRule> rules;  ///< in the order in which they are tried
    OwnedTexts today;                  ///< who would pay by today's tags, rules and directories
    OwnedTexts today_origins;
};

}  // namespace focus_billing
