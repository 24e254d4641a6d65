#include "render/statements/statement_facts.hpp"

#include "render/amounts_and_dates.hpp"

namespace focus_billing {

namespace {

// In their order, each once.
class DistinctTexts {
public:
    void add(const std::string& text) {
        if (!text.empty() && std::ranges::find(m_texts, text) == m_texts.end())
            m_texts.push_back(text);
    }

    // `label` is that of one text.
    void append_to(std::vector<ViewFact>& facts, const std::string& label) const {
        if (m_texts.empty())
            return;
        std::string joined;
        for (const auto& text : m_texts)
            joined += (joined.empty() ? "" : ", ") + text;
        facts.push_back({m_texts.size() == 1 ? label : label + "s", joined});
    }

private:
    std::vector<std::string> m_texts;
};

void add_filled(std::vector<ViewFact>& facts, const std::string& label, const std::string& value) {
    if (!value.empty())
        facts.push_back({label, value});
}

void add_accounting(const Statement& statement, std::vector<ViewFact>& facts) {
    DistinctTexts fund_orgs;
    DistinctTexts cost_centers;
    DistinctTexts references;
    for (const auto& section : statement.sections) {
        fund_orgs.add(section.fund_org);
        for (const auto& posting : section.postings) {
            cost_centers.add(posting.cost_center);
            references.add(posting.reference_1);
            references.add(posting.reference_2);
        }
    }
    fund_orgs.append_to(facts, "Fund/org");
    cost_centers.append_to(facts, "Cost centre");
    references.append_to(facts, "Reference");
}

std::string number_text(const Statement& statement) {
    if (statement.is_draft())
        return "Draft, not issued";
    return statement.number + ", version " + std::to_string(statement.version);
}

}  // namespace

std::string project_text(std::string_view project_id) {
    return project_id.empty() ? "no project" : "project " + std::string(project_id);
}

std::vector<ViewFact> statement_facts(const Statement& statement) {
    std::vector<ViewFact> facts = {{"Statement", number_text(statement)}};
    add_filled(facts, "PI", statement.key.pi_email);
    facts.push_back({"Project", statement.key.project_id.empty() ? project_text({})
                                                                 : statement.key.project_id});
    add_accounting(statement, facts);
    add_filled(facts, "Period", shown_month(statement.period));
    add_filled(facts, "Issue date", shown_day(statement.issue_date));
    add_filled(facts, "Currency", statement.key.currency);
    return facts;
}

}  // namespace focus_billing
