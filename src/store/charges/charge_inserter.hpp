#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "focus_billing/model/charges/charge_batch.hpp"

namespace focus_billing {

class Transaction;

/// The columns of `charge` that a row of a file fills, in the order in which they are bound.
inline constexpr std::string_view charge_fact_columns =
    "import_id, part, line, period, flags, attribution, tag_set, start, start_nanoseconds, end,"
    " end_nanoseconds, billed_cost, list_cost, contracted_cost, effective_cost, consumed_quantity,"
    " currency, resource_id, resource_name, charge_category, charge_class, charge_description,"
    " service_name, service_category, region_id, sku_id, sub_account_id, sub_account_name,"
    " provider_name, invoice_id, consumed_unit, content_hash";

inline constexpr std::size_t charge_fact_count = 32;

/// Inserts charges into a table with the columns of `charge`, and stores what they refer to: names,
/// tags and payers, each once. Throws SQLite::Exception.
class ChargeInserter {
public:
    explicit ChargeInserter(const Transaction& transaction);
    ~ChargeInserter();
    ChargeInserter(const ChargeInserter&) = delete;
    ChargeInserter& operator=(const ChargeInserter&) = delete;

    /// To be called before the first charge of each batch, since texts of a batch are known by
    /// their place.
    void begin_batch();
    /// What follows is of this file of an import that has several; they count from 1.
    void begin_part(std::int64_t part);
    /// Stores a charge of `import`, held for `flags`. Returns its id.
    std::int64_t insert(const StorableCharge& charge, FlagSet flags, std::int64_t import);
    /// The same into the temporary table `staged_charge`, made when it is first needed, under the
    /// id `reference`.
    void stage(const StorableCharge& charge, FlagSet flags, std::int64_t import,
               std::int64_t reference);

private:
    class Statements;
    std::unique_ptr<Statements> m_statements;
};

}  // namespace focus_billing
