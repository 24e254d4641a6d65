#include "store/periods/closing_blockers.hpp"

#include <algorithm>

#include "focus_billing/format/escape.hpp"
#include "focus_billing/model/decimal_sum.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t most_imports_named = 5;

std::string difference(const std::string& left, const std::string& right) {
    DecimalSum sum = DecimalSum::parse(left).value_or(DecimalSum());
    sum.subtract(DecimalSum::parse(right).value_or(DecimalSum()));
    return sum.text();
}

void append(std::string& list, const std::string& item) {
    list += (list.empty() ? "" : ", ") + item;
}

// `3.5 USD in 2 charges, -2 USD in 1 credit`
std::string held_money(const PeriodContents& contents) {
    std::string money;
    for (const auto& total : contents.totals) {
        if (total.held > total.held_credits) {
            append(money, difference(total.held_cost, total.held_credit_cost) + " " +
                              total.currency + " in " +
                              counted(total.held - total.held_credits, "charge"));
        }
        if (total.held_credits > 0) {
            append(money, total.held_credit_cost + " " + total.currency + " in " +
                              counted(total.held_credits, "credit"));
        }
    }
    return money;
}

class ClosingJudge {
public:
    ClosingJudge(BillingPeriod period, const ClosingFacts& facts,
                 const ClosingConfirmation& confirmation, const std::string& path)
        : m_month(period.text()), m_before(period.previous().text()), m_facts(facts),
          m_confirmation(confirmation), m_path(path) {}

    std::vector<Diagnostic> refusals() {
        check_held();
        check_missing();
        check_without();
        check_rejected();
        return std::move(m_refusals);
    }

private:
    void refuse(int code, std::string message, std::string help) {
        m_refusals.push_back(make_diagnostic(code, {.file = m_path, .line = 0, .column = 0},
                                             std::move(message), {}, std::move(help)));
    }

    void check_held() {
        const auto held = m_facts.contents.held();
        if (held == m_confirmation.held)
            return;
        if (held == 0) {
            return refuse(530,
                          "no charge of " + m_month + " is held for review; --with-held says " +
                              std::to_string(m_confirmation.held),
                          "leave out --with-held");
        }
        const std::string says = m_confirmation.held == 0
                                     ? ""
                                     : "; --with-held says " + std::to_string(m_confirmation.held);
        refuse(530,
               counted(held, "charge") + " of " + m_month + (held == 1 ? " is" : " are") +
                   " held for review: " + held_money(m_facts.contents) + says,
               "see them with: focus-billing charges --period " + m_month +
                   " --held; to carry them out of the month: --with-held " + std::to_string(held));
    }

    [[nodiscard]] bool is_agreed(const std::string& source) const {
        return std::ranges::any_of(m_confirmation.without, [&](const std::string& name) {
            return equals_ignoring_case(name, source);
        });
    }

    void check_missing() {
        for (const auto& missing : m_facts.missing) {
            if (is_agreed(missing.source))
                continue;
            refuse(531,
                   missing.source + " has " + counted(missing.charges_before, "charge") + " in " +
                       m_before + " and none in " + m_month,
                   "ingest what is missing; to close the month without it: --without " +
                       shell_word(missing.source));
        }
    }

    void check_without() {
        for (const auto& source : m_facts.present) {
            if (is_agreed(source)) {
                refuse(531,
                       source + " has charges in " + m_month + "; --without says that it has none",
                       "leave out --without " + shell_word(source));
            }
        }
    }

    void check_rejected() {
        std::uint64_t rows = 0;
        for (const auto& import : m_facts.unmended)
            rows += import.rows;
        if (rows == m_confirmation.rejected)
            return;
        if (rows == 0) {
            return refuse(532,
                          "no rejected row of " + m_month +
                              " is left to be mended; --with-rejected says " +
                              std::to_string(m_confirmation.rejected),
                          "leave out --with-rejected");
        }
        const std::string says =
            m_confirmation.rejected == 0
                ? ""
                : "; --with-rejected says " + std::to_string(m_confirmation.rejected);
        refuse(532,
               counted(rows, "row") + " of the imports of " + m_month +
                   (rows == 1 ? " was" : " were") + " rejected and not mended: " + unmended() +
                   says,
               "mend and ingest them: focus-billing ingest FILE --mends " +
                   std::to_string(m_facts.unmended.front().number) +
                   "; to close the month without them: --with-rejected " + std::to_string(rows));
    }

    [[nodiscard]] std::string unmended() const {
        std::string list;
        for (std::size_t i = 0; i < std::min(m_facts.unmended.size(), most_imports_named); ++i) {
            const auto& import = m_facts.unmended[i];
            append(list, std::to_string(import.rows) + " of import " +
                             std::to_string(import.number) + " (" + import.file_name + ")");
        }
        if (m_facts.unmended.size() > most_imports_named) {
            list += " and those of " +
                    counted(m_facts.unmended.size() - most_imports_named, "other import");
        }
        return list;
    }

    std::string m_month;
    std::string m_before;
    const ClosingFacts& m_facts;
    const ClosingConfirmation& m_confirmation;
    const std::string& m_path;
    std::vector<Diagnostic> m_refusals;
};

}  // namespace

std::vector<Diagnostic> closing_blockers(BillingPeriod period, const ClosingFacts& facts,
                                         const ClosingConfirmation& confirmation,
                                         const std::string& path) {
    return ClosingJudge(period, facts, confirmation, path).refusals();
}

}  // namespace focus_billing
