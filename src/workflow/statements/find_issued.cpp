#include "focus_billing/workflow/statements/find_issued.hpp"

#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

std::string missing_text(const StatementFilter& filter) {
    if (filter.number.empty())
        return filter.period ? "no such statement of " + filter.period->text() + " was issued"
                             : "no such statement was issued";
    const auto version = filter.version ? ", version " + std::to_string(*filter.version) : "";
    return "there is no statement " + filter.number + version;
}

}  // namespace

std::vector<IssuedStatement> find_issued(const Database& database, IssuedStatements& issued,
                                         const StatementFilter& filter) {
    auto found = issued.list(filter);
    if (!found.empty())
        return found;
    throw Error(ErrorKind::state,
                make_diagnostic(703, {.file = database.path(), .line = 0, .column = 0},
                                missing_text(filter), {},
                                "see what was: focus-billing statements list --all-versions"));
}

}  // namespace focus_billing
