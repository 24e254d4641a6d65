#include "focus_billing/render/journals/journal_explanation.hpp"

#include <fmt/format.h>

#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/model/currency.hpp"
#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/text_table.hpp"
#include "render/amounts_and_dates.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t longest_fact = 40;

std::string shown_fact(const std::string& text) {
    return text.empty() ? "-" : shown_text(text, longest_fact);
}

std::string amount_text(const DecimalSum& amount, const std::string& currency) {
    return shown_decimal(amount.text(), minor_unit_or_usual(currency));
}

std::string number_of(const JournalExplanation& explanation, BillingPeriod period,
                      const StatementKey& key) {
    const auto found = explanation.statements.find({period, key});
    return found == explanation.statements.end() ? std::string() : found->second;
}

std::string heading(const ExplainedLine& explained) {
    const auto& line = explained.line;
    const auto ref = explained.part.ref.empty() ? "" : ", " + shown_fact(explained.part.ref);
    return fmt::format(
        "{}  line {} of journal {} of {}, dated {} ({}{})\n  {} {} {}  {} account {}, {}\n"
        "  {}\n",
        line.reference, explained.number, document_name(explained.journal, explained.part.number),
        explained.period.text(), explained.date, name_of(explained.part.state()), ref,
        side_names[static_cast<std::size_t>(line.side)],
        amount_text(line.amount, explained.currency), explained.currency, shown_fact(line.fund_org),
        shown_fact(line.account_code), shown_fact(line.source), shown_fact(line.description));
}

std::string postings_text(const JournalExplanation& explanation, const ExplainedLine& explained) {
    std::vector<TextRow> rows = {{"statement", "pi", "project", "fund_org", "account", "source",
                                  "charges", "amount", "currency"}};
    for (const auto& posting : explained.postings) {
        const auto& key = posting.key;
        rows.push_back({shown_fact(number_of(explanation, explained.period, key.statement)),
                        shown_fact(key.statement.pi_email), shown_fact(key.statement.project_id),
                        shown_fact(key.fund_org), shown_fact(key.account_code),
                        shown_fact(key.source), std::to_string(posting.charges),
                        amount_text(posting.amount, key.statement.currency),
                        key.statement.currency});
    }
    return plain_table(rows, 4);
}

std::string charges_text(const JournalExplanation& explanation) {
    std::string text = fmt::format("\n{} of these postings as they are now\n",
                                   counted(explanation.charge_count, "charge"));
    std::vector<TextRow> rows = {{"charge", "cost", "currency", "source", "pi", "project"}};
    for (const auto& charge : explanation.charges) {
        rows.push_back({std::to_string(charge.id), charge.cost, charge.statement.currency,
                        shown_fact(charge.source), shown_fact(charge.statement.pi_email),
                        shown_fact(charge.statement.project_id)});
    }
    if (explanation.charges.empty())
        return text;
    text += text_table(rows, 4);
    if (explanation.charges.size() < explanation.charge_count) {
        text += fmt::format("    and {} more: --all\n",
                            explanation.charge_count - explanation.charges.size());
    }
    return text + fmt::format("Why a charge is what it is: focus-billing explain {}\n",
                              explanation.charges.front().id);
}

Json line_json(const JournalExplanation& explanation, const ExplainedLine& explained) {
    const auto& line = explained.line;
    Json json = {{"reference", line.reference},
                 {"journal", explained.journal},
                 {"document", explained.part.number},
                 {"line", explained.number},
                 {"period", explained.period.text()},
                 {"date", explained.date},
                 {"state", name_of(explained.part.state())},
                 {"ref", text_or_null(explained.part.ref)},
                 {"side", side_names[static_cast<std::size_t>(line.side)]},
                 {"amount", line.amount.text()},
                 {"currency", explained.currency},
                 {"fund_org", line.fund_org},
                 {"account", line.account_code},
                 {"source", line.source},
                 {"description", line.description},
                 {"postings", Json::array()}};
    for (const auto& posting : explained.postings) {
        const auto& key = posting.key;
        json["postings"].push_back(
            {{"statement", text_or_null(number_of(explanation, explained.period, key.statement))},
             {"pi_email", key.statement.pi_email},
             {"project_id", text_or_null(key.statement.project_id)},
             {"fund_org", key.fund_org},
             {"account", key.account_code},
             {"source", key.source},
             {"cost_center", text_or_null(key.cost_center)},
             {"reference_1", text_or_null(key.reference_1)},
             {"reference_2", text_or_null(key.reference_2)},
             {"charges", posting.charges},
             {"amount", posting.amount.text()}});
    }
    return json;
}

}  // namespace

std::string journal_explanation_text(const JournalExplanation& explanation) {
    std::string text;
    for (const auto& line : explanation.lines) {
        text += (text.empty() ? "" : "\n") + heading(line) + postings_text(explanation, line);
    }
    return text + charges_text(explanation);
}

std::string journal_explanation_json(const JournalExplanation& explanation) {
    Json json = {{"reference", explanation.reference},
                 {"lines", Json::array()},
                 {"charge_count", explanation.charge_count},
                 {"charges", Json::array()}};
    for (const auto& line : explanation.lines)
        json["lines"].push_back(line_json(explanation, line));
    for (const auto& charge : explanation.charges) {
        json["charges"].push_back({{"id", charge.id},
                                   {"cost", charge.cost},
                                   {"currency", charge.statement.currency},
                                   {"source", charge.source},
                                   {"pi_email", charge.statement.pi_email},
                                   {"project_id", text_or_null(charge.statement.project_id)}});
    }
    return json.text(2) + "\n";
}

}  // namespace focus_billing
