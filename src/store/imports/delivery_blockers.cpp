#include "focus_billing/store/imports/delivery_blockers.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace focus_billing {

namespace {

Diagnostic refusal(int code, const DeliverySettings& settings, std::string message,
                   std::string help) {
    return make_diagnostic(code, {.file = settings.place, .line = 0, .column = 0},
                           std::move(message), {}, std::move(help));
}

std::string counted_rows(std::uint64_t count) {
    return std::to_string(count) + (count == 1 ? " row" : " rows");
}

std::string listed(const std::vector<EarlierImport>& imports) {
    std::string text = imports.size() == 1 ? "import " : "imports ";
    for (const auto& import : imports) {
        text += (&import == &imports.front() ? "" : ", ") + std::to_string(import.number) + " (" +
                import.file_name + ")";
    }
    return text;
}

std::string compared_text(const DeliveredMonth& month, std::uint64_t changed) {
    return std::to_string(month.equal()) + " equal, " + std::to_string(changed) + " changed, " +
           std::to_string(month.fresh - changed) + " new, " +
           std::to_string(month.removed - changed) + " missing";
}

Diagnostic undecided(const DeliverySettings& settings, const DeliveredMonth& month,
                     std::uint64_t changed) {
    const auto& compared = month.plan.compared;
    const std::string replace =
        "--replace" + (compared.size() == 1 ? "" : "=" + std::to_string(compared.front().number));
    return refusal(507, settings,
                   settings.source + " already has charges in " + month.period.text() + ", by " +
                       listed(compared) + "; of the rows here " + compared_text(month, changed),
                   replace + " if the file takes the place of what is there, --append if it adds "
                             "to it; 'delivery' of the source settles it for all files");
}

// Whether `part` is more than `limit` of `whole`, which is above zero.
bool exceeds(const DecimalSum& part, const DecimalSum& whole, const Decimal& limit) {
    std::uint64_t unit = 1;
    for (int i = 0; i < limit.scale(); ++i)
        unit *= 10;
    const DecimalSum most = whole.times(static_cast<std::uint64_t>(limit.coefficient()));
    return part.times(unit).difference(most).sign() > 0;
}

DecimalSum sum_of(std::uint64_t count) {
    DecimalSum sum;
    sum.add(Decimal::of(static_cast<Int128>(count), 0));
    return sum;
}

// A total of credits shrinks towards zero, too.
bool shrinks(const DeliveredMonth::Costs& costs, const Decimal& limit) {
    const DecimalSum loss = costs.before.sign() < 0 ? costs.now.difference(costs.before)
                                                    : costs.before.difference(costs.now);
    return costs.before.sign() != 0 && exceeds(loss, costs.before.magnitude(), limit);
}

void check_shrinking(const DeliverySettings& settings, const DeliveredMonth& month,
                     std::vector<Diagnostic>& found) {
    if (settings.replace || !supersedes(month.plan.kind))
        return;
    const std::string help = "if the file is complete, take it with --replace; "
                             "imports.max_shrink says how much may be missing";
    const std::uint64_t before = month.compared.size();
    if (month.rows < before &&
        exceeds(sum_of(before - month.rows), sum_of(before), settings.max_shrink)) {
        found.push_back(refusal(512, settings,
                                "the file has " + counted_rows(month.rows) + " of " +
                                    month.period.text() + ", where " + listed(month.plan.compared) +
                                    " had " + std::to_string(before),
                                help));
    }
    for (const auto& [currency, costs] : month.costs) {
        if (shrinks(costs, settings.max_shrink)) {
            found.push_back(refusal(512, settings,
                                    "the file comes to " + costs.now.text() + " " + currency +
                                        " in " + month.period.text() + ", where " +
                                        listed(month.plan.compared) + " came to " +
                                        costs.before.text(),
                                    help));
        }
    }
}

void check_lock(const DeliverySettings& settings, const DeliveredMonth& month,
                std::uint64_t changed, std::vector<Diagnostic>& found) {
    if (!month.has_corrections())
        return;
    if (!settings.as_corrections) {
        const std::string status(name_of(month.status.value_or(PeriodStatus::open)));
        const std::string reopening = month.status == PeriodStatus::closed
                                          ? ", or reopen the month: focus-billing periods reopen " +
                                                month.period.text() + " --reason '...'"
                                          : "";
        found.push_back(
            refusal(513, settings,
                    month.period.text() +
                        (month.is_open() ? " has charges that were billed in a month "
                                           "that is closed: of the rows here "
                                         : " is " + status + ": of the rows here ") +
                        compared_text(month, changed),
                    "take the difference into an open month with --as-corrections" + reopening));
    } else if (!month.billed_in) {
        const auto next = month.period.next();
        found.push_back(refusal(514, settings,
                                "no month after " + month.period.text() +
                                    " is open, so its corrections cannot be billed",
                                "open one: focus-billing periods open " + next.text()));
    }
}

constexpr int far_months = 12;
constexpr int no_distance = std::numeric_limits<int>::max();

// To the nearest other month.
int distance_to(BillingPeriod month, const std::vector<BillingPeriod>& others) {
    int distance = no_distance;
    for (const auto other : others) {
        if (other != month)
            distance = std::min(distance, std::abs(other.key() - month.key()));
    }
    return distance;
}

}  // namespace

std::vector<Diagnostic> month_blockers(const DeliverySettings& settings,
                                       const DeliveredMonth& month, std::uint64_t changed) {
    std::vector<Diagnostic> found;
    if (month.charged_by && *month.charged_by != settings.cost) {
        const auto name = [](CostBasis cost) {
            return std::string(cost == CostBasis::billed ? "billed" : "effective");
        };
        found.push_back(refusal(523, settings,
                                settings.source + " is charged by its " + name(*month.charged_by) +
                                    " cost in " + month.period.text() +
                                    ", and the configuration says " + name(settings.cost),
                                "change cost from a month on of which nothing is ingested yet"));
        return found;
    }
    if (month.plan.is_undecided && settings.replaces) {
        found.push_back(refusal(518, settings,
                                "import " + std::to_string(*settings.replaces) +
                                    " has no live charges of " + settings.source + " in " +
                                    month.period.text() + "; there are those of " +
                                    listed(month.plan.compared),
                                "name the import whose place the file takes, or leave out the rows "
                                "of other months"));
        return found;
    }
    if (month.plan.is_undecided) {
        found.push_back(undecided(settings, month, changed));
        return found;
    }
    if (month.plan.refuses_equal && month.equal_beside > 0) {
        found.push_back(refusal(511, settings,
                                std::to_string(month.equal_beside) + " of the " +
                                    counted_rows(month.rows) + " of " + month.period.text() +
                                    " are there already, by " + listed(month.plan.beside),
                                "--replace=N if the file takes the place of import N; --append if "
                                "all of its rows are to be added; equal ones are then held"));
    }
    check_shrinking(settings, month, found);
    check_lock(settings, month, changed, found);
    return found;
}

std::vector<Diagnostic> calendar_blockers(const DeliverySettings& settings,
                                          const std::vector<BillingPeriod>& months,
                                          const std::vector<BillingPeriod>& opened) {
    std::vector<Diagnostic> found;
    for (const auto month : months) {
        if (std::ranges::find(opened, month) != opened.end())
            continue;
        if (month > settings.current_month) {
            found.push_back(refusal(515, settings, month.text() + " has not begun",
                                    "correct BillingPeriodStart, or open the month by its name: "
                                    "focus-billing periods open " +
                                        month.text()));
        }
        const auto distance = std::min(distance_to(month, months), distance_to(month, opened));
        if (distance > far_months && distance != no_distance) {
            found.push_back(refusal(538, settings,
                                    month.text() + " is " + std::to_string(distance) +
                                        " months from any other month",
                                    "check BillingPeriodStart: a wrong year would hide the rows"));
        }
    }
    return found;
}

std::vector<Diagnostic> delivery_blockers(const DeliverySettings& settings,
                                          const std::map<int, DeliveredMonth>& months,
                                          std::optional<std::uint64_t> rows_to_mend) {
    std::vector<Diagnostic> found;
    std::uint64_t rows = 0;
    for (const auto& [key, month] : months)
        rows += month.rows;
    if (rows_to_mend && rows > *rows_to_mend) {
        const std::string number = std::to_string(*settings.mends);
        found.push_back(refusal(519, settings,
                                "the file has " + counted_rows(rows) + ", and import " + number +
                                    " has " + counted_rows(*rows_to_mend) + " left to mend",
                                "keep only the rejected rows of import " + number + " in it"));
    }
    const bool is_used = std::ranges::any_of(months, [](const auto& entry) {
        return entry.second.plan.kind == DeliveryKind::replacement;
    });
    const bool is_told = std::ranges::any_of(
        months, [](const auto& entry) { return entry.second.plan.is_undecided; });
    if (settings.replaces && !is_used && !is_told && !months.empty()) {
        found.push_back(refusal(518, settings,
                                "import " + std::to_string(*settings.replaces) +
                                    " has no live charges of " + settings.source +
                                    " in the months of the file",
                                "list those that have: focus-billing imports list"));
    }
    return found;
}

}  // namespace focus_billing
