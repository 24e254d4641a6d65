#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/billing/journals/line_key.hpp"
#include "focus_billing/billing/statements/statement_builder.hpp"
#include "focus_billing/model/config.hpp"
#include "focus_billing/store/statements/statement_store.hpp"

namespace focus_billing {

/// Makes the statements of a month one after the other, in the order of PI, project and currency:
/// those with postings and, on request, issued ones that no longer have any. They have no number or
/// version yet. Throws like StatementStore.
class StatementMaker {
public:
    /// `selection` names a PI, a project or a currency; an empty field means all.
    StatementMaker(StatementStore& month, const Config& config, BillingPeriod period,
                   std::string issue_date, const StatementFilter& selection, bool with_emptied);

    [[nodiscard]] std::size_t size() const { return m_plan.size(); }
    /// Nothing after the last one.
    [[nodiscard]] std::optional<Statement> next();

private:
    struct Planned {
        StatementKey key;
        std::size_t first = 0;  // of its postings
        std::size_t count = 0;
    };

    [[nodiscard]] bool is_selected(const StatementKey& key) const;
    void plan_postings();
    void plan_emptied();
    [[nodiscard]] std::optional<std::uint32_t> place_of(const BilledCharge& charge);
    void set_references(Statement& statement);
    void complete(Statement& statement);

    StatementStore& m_month;
    const Config& m_config;
    BillingPeriod m_period;
    std::string m_issue_date;
    StatementFilter m_selection;
    StatementBuilder m_builder;
    LineReferences m_references;
    std::vector<Posting> m_postings;
    std::vector<Planned> m_plan;
    std::map<StatementKey, std::uint32_t> m_places;
    std::map<std::pair<std::int64_t, std::string>, std::optional<std::uint32_t>> m_known_places;
    std::uint32_t m_next = 0;
    bool m_has_charge = false;
};

}  // namespace focus_billing
