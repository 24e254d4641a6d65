#include "focus_billing/billing/journals/journal_lines.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <set>

#include "focus_billing/billing/journals/line_key.hpp"
#include "focus_billing/billing/journals/split_documents.hpp"
#include "focus_billing/billing/post_charges.hpp"
#include "focus_billing/model/journals/outstanding_postings.hpp"

using namespace focus_billing;

namespace {

JournalTerms terms_of(std::vector<LinePart> lines = {},
                      LineDetail detail = LineDetail::configured) {
    JournalTerms terms;
    terms.period = BillingPeriod(2025, 1);
    terms.fiscal_year = 2025;
    terms.fiscal_period = 7;
    terms.lines = std::move(lines);
    terms.detail = detail;
    terms.description = "{source} {period}  {pi_email} {project_id} {fiscal_year}/{fiscal_period}";
    terms.credit_description = "{source} {account}";
    return terms;
}

Posting posting(const std::string& pi, const std::string& project, const std::string& fund_org,
                const std::string& source, const std::string& amount,
                const std::string& currency = "USD") {
    Posting made;
    made.key = {.statement = {pi, project, currency},
                .fund_org = fund_org,
                .source = source,
                .account_code = "54" + source,
                .cost_center = "",
                .reference_1 = "",
                .reference_2 = ""};
    made.charges = 1;
    made.amount = sum_of(amount);
    return made;
}

const SourceCredits credits = {{"AWS", {"IT-1", "42"}}, {"HPC", {"IT-2", "43"}}};

struct Made {
    std::vector<JournalPosting> postings;
    std::vector<JournalDocument> documents;
};

Made make(const std::vector<Posting>& postings, const JournalTerms& terms,
          std::uint32_t most_lines = 0) {
    auto outstanding = outstanding_postings(postings, {});
    set_credits(outstanding, credits);
    Made made;
    made.postings = split_documents(outstanding, terms.lines, terms.detail, most_lines);
    made.documents = make_lines(made.postings, terms, FundOrgParts({}));
    return made;
}

std::string text_of(const JournalLine& line) {
    return std::string(line.side == Side::debit ? "D " : "C ") + line.amount.text() + " " +
           line.fund_org + " " + line.account_code + " | " + line.description;
}

std::vector<std::string> texts_of(const std::vector<JournalDocument>& documents) {
    std::vector<std::string> texts;
    for (const auto& document : documents) {
        texts.push_back(std::to_string(document.number) + " " + document.currency);
        for (const auto& line : document.lines)
            texts.push_back(text_of(line));
    }
    return texts;
}

using Texts = std::vector<std::string>;

std::vector<Posting> any_postings() {
    const auto count = *rc::gen::inRange(0, 40);
    std::map<PostingKey, Posting> postings;
    for (int i = 0; i < count; ++i) {
        auto made = posting(*rc::gen::element<std::string>("ada", "bob"),
                            *rc::gen::element<std::string>("", "reef", "shoal"),
                            *rc::gen::element<std::string>("1-1", "1-2"),
                            *rc::gen::element<std::string>("AWS", "HPC"),
                            *rc::gen::element<std::string>("0.01", "-0.01", "10", "-7.5", "0"),
                            *rc::gen::element<std::string>("USD", "EUR"));
        made.key.reference_1 = *rc::gen::element<std::string>("", "R");
        postings[made.key] = made;
    }
    std::vector<Posting> list;
    for (const auto& [key, each] : postings)
        list.push_back(each);
    return list;
}

DecimalSum net_of(const std::vector<JournalLine>& lines, Party party) {
    DecimalSum net;
    for (const auto& line : lines) {
        if (line.party != party)
            continue;
        if ((line.side == Side::debit) == (party == Party::payer))
            net.add(line.amount);
        else
            net.subtract(line.amount);
    }
    return net;
}

}  // namespace

TEST_CASE("payers are debited by fund_org, account and source, and sources credited") {
    const auto made = make({posting("ada", "reef", "1-1", "AWS", "10"),
                            posting("ada", "shoal", "1-1", "AWS", "2.5"),
                            posting("bob", "reef", "1-2", "HPC", "-3")},
                           terms_of());
    CHECK(texts_of(made.documents) == Texts{"1 USD", "D 12.5 1-1 54AWS | AWS 2025-01 ada 2025/7",
                                            "C 3 1-2 54HPC | HPC 2025-01 bob reef 2025/7",
                                            "C 12.5 IT-1 42 | AWS 42", "D 3 IT-2 43 | HPC 43"});
    CHECK(made.documents.front().debits.text() == "15.5");
    CHECK(made.postings.front().payer_line == 1);
    CHECK(made.postings.front().source_line == 3);
}

TEST_CASE("lines are divided as configured, or by posting, or not at all") {
    const std::vector<Posting> postings = {posting("ada", "reef", "1-1", "AWS", "1"),
                                           posting("ada", "shoal", "1-1", "AWS", "2"),
                                           posting("bob", "reef", "1-1", "AWS", "4")};
    const auto payers = [&](const JournalTerms& terms) {
        return make(postings, terms).documents.front().lines.size() - 1;
    };
    CHECK(payers(terms_of()) == 1);
    CHECK(payers(terms_of({LinePart::pi_email})) == 2);
    CHECK(payers(terms_of({LinePart::project_id})) == 2);
    CHECK(payers(terms_of({LinePart::statement})) == 3);
    CHECK(payers(terms_of({LinePart::pi_email}, LineDetail::summary)) == 1);
    CHECK(payers(terms_of({}, LineDetail::postings)) == 3);
}

TEST_CASE("a line of a posting bears the reference of the line that it is a part of") {
    const std::vector<Posting> postings = {posting("ada", "reef", "1-1", "AWS", "1"),
                                           posting("ada", "shoal", "1-1", "AWS", "2")};
    const auto whole = make(postings, terms_of()).documents.front().lines;
    const auto parts = make(postings, terms_of({}, LineDetail::postings)).documents.front().lines;
    CHECK(parts[0].reference == whole[0].reference);
    CHECK(parts[1].reference == whole[0].reference);
    CHECK(parts[2].reference == whole[1].reference);
    CHECK(whole[0].reference != whole[1].reference);
}

TEST_CASE("references are the same on every run, and differ where lines do") {
    const auto key = posting("ada", "reef", "1-1", "AWS", "1").key;
    auto other = key;
    other.statement.currency = "EUR";
    LineReferences january(BillingPeriod(2025, 1));
    LineReferences february(BillingPeriod(2025, 2));
    CHECK(january.find(Party::payer, key) == "2EBFEEGT");
    CHECK(january.find(Party::payer, key) == january.find(Party::payer, key));
    const std::set<std::string> different = {
        january.find(Party::payer, key), january.find(Party::source, key),
        january.find(Party::payer, other), february.find(Party::payer, key)};
    CHECK(different.size() == 4);
}

TEST_CASE("what comes to nothing has no line, and is noted as such") {
    const auto made = make(
        {posting("ada", "reef", "1-1", "AWS", "5"), posting("bob", "reef", "1-1", "AWS", "-5")},
        terms_of());
    REQUIRE(made.documents.size() == 1);
    CHECK(made.documents.front().lines.empty());
    CHECK(made.postings.size() == 2);
    CHECK(made.postings.front().payer_line == 0);
}

TEST_CASE("whatever is posted: documents balance, lines are their postings, and none is too long") {
    CHECK(rc::check([] {
        const auto postings = any_postings();
        const auto most = *rc::gen::element<std::uint32_t>(0, 2, 3, 5);
        const auto terms = terms_of(
            *rc::gen::arbitrary<bool>() ? std::vector{LinePart::statement}
                                        : std::vector<LinePart>(),
            *rc::gen::element(LineDetail::configured, LineDetail::postings, LineDetail::summary));
        const auto made = make(postings, terms, most);
        std::map<std::string, DecimalSum> totals;
        for (const auto& each : postings)
            totals[each.key.statement.currency].add(each.amount);
        for (const auto& document : made.documents) {
            RC_ASSERT(document.debits.text() == document.credits.text());
            RC_ASSERT(most == 0 || document.lines.size() <= std::max(most, 2U));
            const auto payers = net_of(document.lines, Party::payer);
            RC_ASSERT(payers.text() == net_of(document.lines, Party::source).text());
            totals[document.currency].subtract(payers);
            std::map<std::size_t, DecimalSum> by_line;
            for (const auto& part : made.postings) {
                if (part.document == document.number)
                    by_line[part.payer_line].add(part.amount);
            }
            RC_ASSERT(by_line[0].sign() == 0);
            for (std::size_t i = 0; i < document.lines.size(); ++i) {
                RC_ASSERT(document.lines[i].amount.sign() > 0);
                if (document.lines[i].party == Party::payer)
                    RC_ASSERT(by_line[i + 1].magnitude().text() == document.lines[i].amount.text());
            }
        }
        for (const auto& [currency, left] : totals)
            RC_ASSERT(left.sign() == 0);
    }));
}

TEST_CASE("what changes of a posting is credited where journals have it, and what is new by now") {
    auto journaled = outstanding_postings({posting("ada", "reef", "1-1", "AWS", "10")}, {});
    set_credits(journaled, credits);
    auto outstanding = outstanding_postings(
        {posting("ada", "reef", "1-1", "AWS", "4"), posting("bob", "reef", "1-1", "AWS", "5")},
        journaled);
    set_credits(outstanding, {{"AWS", {"IT-9", "49"}}});
    REQUIRE(outstanding.size() == 2);
    CHECK(outstanding[0].amount.text() == "-6");
    CHECK(outstanding[0].credit_fund_org == "IT-1");
    CHECK(outstanding[0].credit_account == "42");
    CHECK(outstanding[1].credit_fund_org == "IT-9");
}

TEST_CASE("what is outstanding and what journals have make what is posted") {
    CHECK(rc::check([] {
        const auto now = any_postings();
        auto journaled = outstanding_postings(any_postings(), {});
        for (auto& more : outstanding_postings(now, journaled))
            journaled.push_back(std::move(more));
        RC_ASSERT(outstanding_postings(now, journaled).empty());
    }));
}
