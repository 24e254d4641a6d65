#include "focus_billing/billing/journals/journal_blockers.hpp"

#include <catch2/catch.hpp>

#include "support/finding_text.hpp"

using namespace focus_billing;

namespace {

Config config() {
    Config config;
    KnownSource aws;
    aws.name = "AWS";
    aws.fund_org = "900000-1000";
    aws.account_code = "54101";
    KnownSource hpc;
    hpc.name = "HPC";
    config.known_sources = {aws, hpc};
    config.journal.fund_org_regexes = {"(?P<fund>\\d{6})-(?P<orgn>\\d{4})"};
    config.journal.account_code_regexes = {"\\d{5}"};
    return config;
}

PostingKey key(const std::string& fund_org, const std::string& account,
               const std::string& source = "AWS") {
    return {.statement = {"ada@example.edu", "reef", "USD"},
            .fund_org = fund_org,
            .source = source,
            .account_code = account,
            .cost_center = "",
            .reference_1 = "",
            .reference_2 = ""};
}

std::vector<std::string> judged(const std::vector<PostingKey>& keys, const Config& site = config(),
                                Directory directory = {}) {
    const JournalRules rules(site, std::move(directory));
    std::vector<std::string> texts;
    for (const auto& refusal : journal_blockers(keys, rules, "2025-01-31", "a.db"))
        texts.push_back(finding_text(refusal));
    return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("postings in order have nothing against them") {
    CHECK(judged({key("100000-2000", "54101"), key("100000-2001", "54102")}) == Texts{});
}

TEST_CASE("P7: a source without a fund_org or an account is refused once") {
    CHECK(judged({key("100000-2000", "54101", "HPC"), key("100000-2000", "54101", "HPC")}) ==
          Texts{"0 error FB801 | the source HPC has no fund_org to credit |  | set it in "
                "imports.known_sources: fund_org: IT-HPC",
                "0 error FB802 | the source HPC has no account to credit |  | set its "
                "credit_account_code or account_code in imports.known_sources, or "
                "journal.default_account"});
    CHECK(judged({key("100000-2000", "54101", "Gone")}) ==
          Texts{"0 error FB801 | the source Gone is not in the configuration, and cannot be "
                "credited |  | add it to imports.known_sources, with its fund_org"});
}

TEST_CASE("the default account serves sources that name none") {
    auto site = config();
    site.known_sources[1].fund_org = "900000-2000";
    site.journal.default_account = "54999";
    CHECK(judged({key("100000-2000", "54101", "HPC")}, site) == Texts{});
}

TEST_CASE("fund_orgs and accounts must have their form, those of sources too") {
    auto site = config();
    site.known_sources[0].fund_org = "IT-AWS";
    CHECK(judged({key("REEF", ""), key("REEF", "5X")}, site) ==
          Texts{"0 error FB803 | journal.fund_org_regex does not match the fund_org that the "
                "source AWS is credited at | IT-AWS | mend the fund_org where it is set, or the "
                "regular expression",
                "0 error FB803 | journal.fund_org_regex does not match the fund_org of "
                "ada@example.edu | REEF | mend the fund_org where it is set, or the regular "
                "expression",
                "0 error FB802 | charges of AWS have no account |  | set account_code of the "
                "source in imports.known_sources, or journal.default_account, and close the month "
                "with it",
                "0 error FB805 | journal.account_code_regex does not match an account of AWS "
                "| 5X | mend the account where it is set, or the regular expression"});
    CHECK(judged({key("", "54101")}) ==
          Texts{"0 error FB803 | charges of ada@example.edu have no fund_org |  | reopen the "
                "month, and name it by a tag, a rule or a default of the source"});
}

TEST_CASE("a fund_org is open on the day of the journal") {
    Directory directory;
    directory.fund_orgs = {
        {.fund_org = "100000-2000", .open = {}, .close = Instant{1738195200, 0}},
        {.fund_org = "100000-2001", .open = {}, .close = Instant{1738368000, 0}}};
    CHECK(judged({key("100000-2000", "54101"), key("100000-2001", "54101")}, config(), directory) ==
          Texts{"0 error FB804 | the fund_org of ada@example.edu cannot be charged on "
                "2025-01-31 | 100000-2000 | the directory says so: mend it, reassign the charges, "
                "or give another --date"});
}

TEST_CASE("named groups of the first expression that matches take a fund_org apart") {
    const FundOrgParts parts({"(?P<fund>\\d{6})-(?P<orgn>\\d{4})", "IT-(?P<fund>[A-Z]+)(?P<x>!)?"});
    using Groups = std::map<std::string, std::string>;
    CHECK(parts.find("100000-2000") == Groups{{"fund", "100000"}, {"orgn", "2000"}});
    CHECK(parts.find("IT-AWS") == Groups{{"fund", "AWS"}, {"x", ""}});
    CHECK(parts.find("x100000-2000") == std::nullopt);
    CHECK(FundOrgParts({}).find("x") == Groups{{"fund", "x"}});
}
