#pragma once

#include <string>

#include "focus_billing/input/bind_columns.hpp"
#include "focus_billing/input/parse_amounts.hpp"
#include "focus_billing/input/parse_periods.hpp"
#include "focus_billing/input/parse_tags.hpp"
#include "focus_billing/input/tag_cache.hpp"
#include "focus_billing/model/charges/charge.hpp"
#include "focus_billing/model/imports/known_source.hpp"

namespace focus_billing {

/// Makes charges from the records of one file. Use one parser for each thread.
class ChargeParser {
public:
    /// Findings name `file`; `currency` is used if a row has no BillingCurrency; a row without the
    /// charged cost, `cost`, is an error (FB214). Everything passed in must outlive the parser.
    ChargeParser(const ColumnBinding& binding, const TagParser& tags, const std::string& file,
                 const std::string& currency, CostBasis cost = CostBasis::billed)
        : m_binding(binding), m_tags(tags), m_known_tags(tags), m_file(file), m_currency(currency),
          m_cost(cost) {}

    /// False if the record is not a valid charge: the findings then have all its errors, and
    /// `charge` must not be used. Tags never make a charge invalid: they have a fault instead.
    [[nodiscard]] bool parse(CsvRecord& record, Charge& charge, Findings& findings);

    /// The cost of a rejected record; nothing if it cannot be read.
    [[nodiscard]] std::optional<ReadableCost> cost_of_rejected(CsvRecord& record) const;

private:
    [[nodiscard]] bool has_all_fields(const CsvRecord& record, Findings& findings) const;
    [[nodiscard]] const Tags& parse_tags(ChargeRow& row);

    const ColumnBinding& m_binding;
    const TagParser& m_tags;
    TagCache m_known_tags;
    TagKeyMemo m_decoded_keys;
    Tags m_decoded_tags;
    const std::string& m_file;
    const std::string& m_currency;
    CostBasis m_cost;
    PeriodParser m_periods;
};

}  // namespace focus_billing
