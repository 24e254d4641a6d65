#include "cli/print_results.hpp"

#include <ostream>

#include "focus_billing/files/interruption.hpp"

namespace focus_billing {

void print_charges(Session& session, Database& database, const ChargeFilter& filter,
                   ChargeList& list) {
    auto& out = session.host().out;
    out << list.begin();
    const auto all = query_charges(database, filter, [&](const StoredCharge& charge) {
        stop_if_interrupted();
        out << list.add(charge);
        return out.good();
    });
    out << list.end(all);
}

}  // namespace focus_billing
