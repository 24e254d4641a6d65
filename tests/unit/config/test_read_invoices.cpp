#include "focus_billing/config/read_invoices.hpp"

#include <catch2/catch.hpp>

#include "support/finding_text.hpp"
#include "support/memory_source.hpp"

using namespace focus_billing;

namespace {

LoadedInvoices read(const std::string& text) {
    MemorySource bytes(text);
    return read_invoices({.name = "i.csv", .bytes = &bytes}, "CHF");
}

std::string text_of(const Invoice& invoice) {
    return std::to_string(invoice.line) + " " + invoice.id + " " + invoice.amount.text() + " " +
           invoice.currency + " " + invoice.source;
}

std::vector<std::string> findings(const std::string& text) {
    std::vector<std::string> found;
    for (const auto& diagnostic : read(text).diagnostics)
        found.push_back(finding_text(diagnostic));
    return found;
}

}  // namespace

TEST_CASE("invoices are read by the names of columns, in any order") {
    const auto loaded = read("source,CURRENCY,Paid,amount,InvoiceId\r\n"
                             "AWS,USD,yes,1.50,A\r\n"
                             ",,,-2,A\r\n"
                             "HPC,USD,,1E+2,A\r\n");
    CHECK(loaded.diagnostics.empty());
    REQUIRE(loaded.invoices.size() == 3);
    CHECK(text_of(loaded.invoices[0]) == "2 A 1.5 USD AWS");
    CHECK(text_of(loaded.invoices[1]) == "3 A -2 CHF ");
    CHECK(text_of(loaded.invoices[2]) == "4 A 100 USD HPC");
    REQUIRE(loaded.note);
    CHECK(finding_text(*loaded.note) ==
          "1 note FB845 | columns that are passed over: Paid |  | what is read: InvoiceId, Amount, "
          "Currency, Source");
    CHECK_FALSE(read("InvoiceId,Amount\nA,1\n").note);
}

TEST_CASE("all that is wrong with invoices is told") {
    CHECK(
        findings("InvoiceId,Amount,Currency,Source\n"
                 "A,\"1,000\",USD,\n"
                 ",1,USD,\n"
                 "B,,USD,\n"
                 "B,1,usd,\n"
                 "C,1,USD,AWS\n"
                 "C,2,USD,aws\n"
                 "C,2,USD,\n"
                 "D,1\n") ==
        std::vector<std::string>{
            "2 error FB841 Amount | the amount is no decimal number | 1,000 | write digits with a "
            "point, and no separators: 1234.50",
            "3 error FB030 InvoiceId | the row has no InvoiceId |  | write it, or remove the row",
            "4 error FB841 Amount | the amount is no decimal number |  | write digits with a "
            "point, and no separators: 1234.50",
            "5 error FB842 Currency | the currency is not an active ISO 4217 code | usd | write "
            "three capital letters, such as USD, EUR or JPY",
            "7 error FB843 InvoiceId | this invoice stands on line 6 and line 7 | C | keep one of "
            "the two",
            "9 error FB030 | the row has 2 fields, the header 4 |  | put a text that has a comma "
            "in quotes"});
    CHECK(findings("Invoice,Ammount\nA,1\n") ==
          std::vector<std::string>{
              "1 error FB032 | the column InvoiceId is missing |  | rename the column 'Invoice'",
              "1 error FB032 | the column Amount is missing |  | rename the column 'Ammount'"});
}
