#include "focus_billing/model/journals/reconciliation.hpp"

namespace focus_billing {

namespace {

// Without those that are nothing.
std::vector<UnexplainedDifference> left_over(std::vector<UnexplainedDifference> differences) {
    std::erase_if(differences, [](const auto& rest) { return rest.amount.sign() == 0; });
    return differences;
}

DecimalSum sum_of_all(std::initializer_list<const DecimalSum*> terms) {
    DecimalSum sum;
    for (const auto* term : terms)
        sum.add(*term);
    return sum;
}

}  // namespace

DecimalSum ReconciledSource::billed() const {
    return sum_of_all({&cost, &corrections, &carried_in})
        .difference(sum_of_all({&held, &carried_out, &rejected}));
}

DecimalSum ReconciledSource::journals() const {
    return sum_of_all({&pending, &exported, &accepted});
}

void ReconciledSource::add(const ReconciledSource& other) {
    charges += other.charges;
    correction_charges += other.correction_charges;
    for (const auto member :
         {&ReconciledSource::cost, &ReconciledSource::corrections, &ReconciledSource::carried_in,
          &ReconciledSource::held, &ReconciledSource::carried_out, &ReconciledSource::rejected,
          &ReconciledSource::imported, &ReconciledSource::stored, &ReconciledSource::shares,
          &ReconciledSource::rounding, &ReconciledSource::due_rounding, &ReconciledSource::postings,
          &ReconciledSource::statements, &ReconciledSource::pending, &ReconciledSource::exported,
          &ReconciledSource::accepted, &ReconciledSource::payers, &ReconciledSource::sources})
        (this->*member).add(other.*member);
    for (const auto member :
         {&ReconciledSource::not_issued, &ReconciledSource::changed_since_issue,
          &ReconciledSource::in_no_journal, &ReconciledSource::changed_since_journal})
        (this->*member).add(other.*member);
}

std::vector<UnexplainedDifference> ReconciledSource::differences() const {
    const auto issued = sum_of_all({&not_issued.cost, &changed_since_issue.cost, &statements});
    const auto journaled = sum_of_all({&in_no_journal.cost, &changed_since_journal.cost})
                               .difference(DecimalSum().difference(journals()));
    return left_over({{"what was imported and the charges", imported.difference(stored)},
                      {"billed and the shares of postings", billed().difference(shares)},
                      {"shares with rounding and postings",
                       sum_of_all({&shares, &rounding}).difference(postings)},
                      {"rounding and what it must be", rounding.difference(due_rounding)},
                      {"postings and statements", postings.difference(issued)},
                      {"statements and journals", statements.difference(journaled)},
                      {"journals and the lines of payers", journals().difference(payers)},
                      {"the lines of payers and of sources", payers.difference(sources)}});
}

DecimalSum ReconciledSource::unexplained() const {
    const auto all = differences();
    return all.empty() ? DecimalSum() : all.front().amount.magnitude();
}

std::vector<UnexplainedDifference> ReconciledCurrency::differences() const {
    return left_over(
        {{"the postings of statements and their amounts due", total.statements.difference(due)},
         {"the documents of journals and their debits", documents.difference(debits)},
         {"the documents of journals and their credits", documents.difference(credits)}});
}

}  // namespace focus_billing
