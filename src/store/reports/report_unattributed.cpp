#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <array>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/store/reports/report_spend.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/reports/report_rows.hpp"

namespace focus_billing {

namespace {

constexpr std::array<Attribute, 3> needed = {Attribute::pi_email, Attribute::project_id,
                                             Attribute::fund_org};

struct Place {
    std::string source;
    std::string service;
    std::string sub_account;
    std::string currency;
    unsigned missing = 0;  // bit n: the attribute n of `needed`

    friend auto operator<=>(const Place&, const Place&) = default;
};

std::string missing_text(unsigned missing) {
    std::string text;
    for (std::size_t i = 0; i < needed.size(); ++i) {
        if (((missing >> i) & 1U) != 0)
            text.append(text.empty() ? "" : ",").append(attribute_names[index_of(needed[i])]);
    }
    return text;
}

class UnattributedReport {
public:
    explicit UnattributedReport(const Transaction& transaction)
        : m_transaction(transaction), m_names(transaction) {}

    std::vector<ReportTable> run(const ReportMonths& months) {
        for_each_report_row(m_transaction, months, false, [&](const ReportRow& row) { add(row); });
        return {places_table(), totals_table()};
    }

private:
    void add(const ReportRow& row) {
        if (row.is_rejected)
            return;
        m_all[row.currency].add(row.cost);
        unsigned missing = 0;
        for (std::size_t i = 0; i < needed.size(); ++i)
            missing |= m_names.payer(row.payer, index_of(needed[i])).empty() ? 1U << i : 0U;
        if (missing == 0)
            return;
        m_missing[row.currency].add(row.cost);
        m_places[{m_names.source(row.import_id), m_names.name(row.service),
                  m_names.name(row.sub_account), row.currency, missing}]
            .add(row.cost);
    }

    [[nodiscard]] ReportTable places_table() const {
        ReportTable table{.name = "unattributed",
                          .title = "",
                          .columns = {{"source"},
                                      {"service"},
                                      {"sub_account"},
                                      {"missing"},
                                      {"charges", true},
                                      {"cost", true},
                                      {"currency"}},
                          .rows = {}};
        std::vector<const std::pair<const Place, CountAndCost>*> order;
        for (const auto& entry : m_places)
            order.push_back(&entry);
        std::ranges::stable_sort(order, [](const auto* a, const auto* b) {
            return is_larger(a->second.cost, b->second.cost);
        });
        for (const auto* entry : order) {
            const auto& [place, sum] = *entry;
            table.rows.push_back({place.source, place.service, place.sub_account,
                                  missing_text(place.missing), std::to_string(sum.count),
                                  sum.cost.text(), place.currency});
        }
        return table;
    }

    [[nodiscard]] ReportTable totals_table() const {
        ReportTable table{.name = "totals",
                          .title = "in all",
                          .columns = {{"currency"},
                                      {"charges", true},
                                      {"cost", true},
                                      {"all_charges", true},
                                      {"all_cost", true}},
                          .rows = {}};
        for (const auto& [currency, all] : m_all) {
            const auto found = m_missing.find(currency);
            const auto missing = found == m_missing.end() ? CountAndCost{} : found->second;
            table.rows.push_back({currency, std::to_string(missing.count), missing.cost.text(),
                                  std::to_string(all.count), all.cost.text()});
        }
        return table;
    }

    const Transaction& m_transaction;
    ReportNames m_names;
    std::map<Place, CountAndCost> m_places;
    std::map<std::string, CountAndCost> m_all;
    std::map<std::string, CountAndCost> m_missing;
};

}  // namespace

std::vector<ReportTable> report_unattributed(const Transaction& transaction,
                                             const ReportMonths& months) {
    return transaction.run([&] { return UnattributedReport(transaction).run(months); });
}

}  // namespace focus_billing
