#include "store/charges/linked_charges.hpp"
#include "focus_billing/store/transaction.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace focus_billing {

namespace {

constexpr const char* columns =
    "INSERT INTO charge (import_id, part, line, period, flags, attribution, tag_set, start,"
    " start_nanoseconds, end, end_nanoseconds, currency, resource_id, resource_name,"
    " charge_category, charge_class, charge_description, service_name, service_category, region_id,"
    " sku_id, sub_account_id, sub_account_name, provider_name, invoice_id, consumed_unit,"
    " content_hash, billed_in, corrects, billed_cost, list_cost, contracted_cost, effective_cost,"
    " consumed_quantity, correction, decision) SELECT ?1, NULL, 0, period, flags, attribution,"
    " tag_set, start, start_nanoseconds, end, end_nanoseconds, currency, resource_id,"
    " resource_name, charge_category, charge_class, charge_description, service_name,"
    " service_category, region_id, sku_id, sub_account_id, sub_account_name, provider_name,"
    " invoice_id, consumed_unit, content_hash, ?2, id";

std::string negated(const std::string& column) {
    return "CASE WHEN " + column + " IS NULL OR " + column + " = '0' THEN " + column + " WHEN " +
           column + " LIKE '-%' THEN substr(" + column + ", 2) ELSE '-' || " + column + " END";
}

// GCC 12 sees a fault where a literal is appended to a string made of another one.
std::string insert(std::string_view amounts_and_kind) {
    std::string sql = columns;
    return sql.append(", ").append(amounts_and_kind).append(" FROM charge WHERE id = ?3");
}

}  // namespace

std::vector<std::int64_t> reversed_charges(const Transaction& transaction) {
    SQLite::Statement query(transaction.handle(),
                            "SELECT corrects FROM charge WHERE corrects IS NOT NULL"
                            " AND correction = 1 ORDER BY corrects");
    std::vector<std::int64_t> ids;
    while (query.executeStep())
        ids.push_back(query.getColumn(0).getInt64());
    return ids;
}

std::string reversal_insert() {
    std::string amounts;
    for (const auto* column :
         {"billed_cost", "list_cost", "contracted_cost", "effective_cost", "consumed_quantity"})
        amounts.append(negated(column)).append(", ");
    return insert(amounts.append("1, decision"));
}

std::string copy_insert() {
    return insert("billed_cost, list_cost, contracted_cost, effective_cost, consumed_quantity, 2,"
                  " ?4");
}

}  // namespace focus_billing
