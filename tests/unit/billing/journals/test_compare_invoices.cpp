#include "focus_billing/billing/journals/compare_invoices.hpp"

#include <catch2/catch.hpp>

#include "support/finding_text.hpp"

using namespace focus_billing;

namespace {

constexpr BillingPeriod january(2025, 1);
constexpr BillingPeriod february(2025, 2);
constexpr BillingPeriod march(2025, 3);

StoredInvoice stored(const std::string& id, const std::string& source, std::int64_t rows,
                     const std::string& billed, const std::string& currency = "USD") {
    StoredInvoice invoice;
    invoice.id = id;
    invoice.source = source;
    invoice.currency = currency;
    invoice.live = {rows, sum_of(billed)};
    return invoice;
}

Invoice invoice(const std::string& id, const std::string& amount, std::uint64_t line = 2,
                const std::string& source = {}, const std::string& currency = "USD") {
    return {
        .id = id, .currency = currency, .source = source, .amount = sum_of(amount), .line = line};
}

constexpr std::array<const char*, 5> verdicts = {"equal", "within", "over", "not stored",
                                                 "not listed"};

// `INV-1 AWS USD 5 rows: 10 - 9 = 1 of 1.00, over`
std::vector<std::string> compared(const MonthInvoices& month,
                                  const std::vector<Invoice>& invoices) {
    std::vector<std::string> lines;
    for (const auto& each : compare_invoices(month, invoices)) {
        lines.push_back(each.stored.id + " " + each.stored.source + " " + each.stored.currency +
                        " " + std::to_string(each.stored.live.count) +
                        " rows: " + each.stored.live.cost.text() + " - " + each.invoiced.text() +
                        " = " + each.difference.text() + " of " + each.tolerance + ", " +
                        verdicts[static_cast<std::size_t>(each.verdict)]);
    }
    return lines;
}

std::string judged(const MonthInvoices& month, const std::vector<Invoice>& invoices) {
    std::string text;
    for (const auto& finding :
         invoice_findings(compare_invoices(month, invoices), month, january, "i.csv"))
        text += finding.place.file + ":" + finding_text(finding) + "\n";
    return text;
}

}  // namespace

TEST_CASE("invoices are compared within the tolerance of their currency and rows") {
    const auto verdict = [](std::int64_t rows, const std::string& difference,
                            const std::string& currency) {
        const auto compared = compare_invoices(
            {.stored = {stored("I", "AWS", rows, difference, currency)}, .unmended = {}},
            {invoice("I", "0", 2, {}, currency)});
        return std::string(verdicts[static_cast<std::size_t>(compared.at(0).verdict)]) + " " +
               compared.at(0).tolerance;
    };
    CHECK(verdict(5, "0", "USD") == "equal 1.00");
    CHECK(verdict(5, "1", "USD") == "within 1.00");
    CHECK(verdict(5, "-1.000000001", "USD") == "over 1.00");
    CHECK(verdict(1'000'000, "5", "USD") == "within 5.00");
    CHECK(verdict(1'000'000, "-5.000001", "USD") == "over 5.00");
    CHECK(verdict(40'000, "1", "EUR") == "within 1.00");
    CHECK(verdict(90'000, "1.5", "EUR") == "within 1.50");
    CHECK(verdict(5, "100", "JPY") == "within 100");
    CHECK(verdict(5, "100.5", "JPY") == "over 100");
    CHECK(verdict(1'000'000, "500", "JPY") == "within 500");
    CHECK(verdict(5, "0.1", "KWD") == "within 0.100");
    CHECK(verdict(5, "0.101", "KWD") == "over 0.100");
    CHECK(verdict(1'000'000, "0.5", "KWD") == "within 0.500");
}

TEST_CASE("each invoice and each group of charges stands once, by id, currency and source") {
    const MonthInvoices month{.stored = {stored("", "AWS", 2, "3"), stored("A", "AWS", 1, "10"),
                                         stored("A", "HPC", 2, "20"),
                                         stored("A", "HPC", 1, "7", "EUR"),
                                         stored("B", "AWS", 1, "5"), stored("C", "AWS", 0, "0")},
                              .unmended = {}};
    CHECK(compared(month, {invoice("A", "30"), invoice("D", "0")}) ==
          std::vector<std::string>{" AWS USD 2 rows: 3 - 0 = 0 of , not listed",
                                   "A HPC EUR 1 rows: 7 - 0 = 0 of , not listed",
                                   "A  USD 3 rows: 30 - 30 = 0 of 1.00, equal",
                                   "B AWS USD 1 rows: 5 - 0 = 0 of , not listed",
                                   "D  USD 0 rows: 0 - 0 = 0 of 1.00, equal"});
    CHECK(compared(month,
                   {invoice("A", "10", 2), invoice("A", "20.5", 3, "hpc"), invoice("C", "1", 4)}) ==
          std::vector<std::string>{" AWS USD 2 rows: 3 - 0 = 0 of , not listed",
                                   "A HPC EUR 1 rows: 7 - 0 = 0 of , not listed",
                                   "A  USD 1 rows: 10 - 10 = 0 of 1.00, equal",
                                   "A hpc USD 2 rows: 20 - 20.5 = -0.5 of 1.00, within",
                                   "B AWS USD 1 rows: 5 - 0 = 0 of , not listed",
                                   "C  USD 0 rows: 0 - 1 = -1 of 1.00, not stored"});
}

TEST_CASE("an invoice that is over is told at its line, with all that may explain it") {
    auto of_aws = stored("A", "AWS", 3, "10");
    of_aws.held_rows = 1;
    of_aws.superseded = {4, sum_of("8")};
    of_aws.others = {{february, {1, sum_of("2.5")}}};
    auto of_hpc = stored("A", "HPC", 0, "0");
    of_hpc.others = {{february, {1, sum_of("1")}}, {march, {2, sum_of("-6")}}};
    const MonthInvoices month{.stored = {stored("", "AWS", 2, "3"),
                                         stored("", "AWS", 1, "9", "EUR"),
                                         stored("", "HPC", 1, "4"), of_aws, of_hpc},
                              .unmended = {{.number = 7, .file_name = "aws.csv", .rows = 1}}};
    CHECK(
        judged(month, {invoice("A", "20", 5)}) ==
        "i.csv:5 error FB844 | the charges of invoice A differ by -10 USD, and 1.00 are tolerated"
        " |  | look at 2 rows of 3.5 USD in 2025-02; at 2 rows of -6 USD in 2025-03; at 4 rows of"
        " 8 USD that later deliveries superseded (focus-billing imports list --period 2025-01); at"
        " 3 rows of 7 USD without InvoiceId; at 1 row of import 7 (aws.csv) that was rejected and"
        " not mended; held charges count as well\n");
    CHECK(judged(month, {invoice("A", "10", 5)}).empty());
}

TEST_CASE("an invoice that nothing explains is told so") {
    const MonthInvoices month{.stored = {stored("A", "AWS", 1, "10")}, .unmended = {}};
    CHECK(
        judged(month, {invoice("A", "12"), invoice("B", "3", 3, "AWS")}) ==
        "i.csv:2 error FB844 | the charges of invoice A differ by -2 USD, and 1.00 are tolerated |"
        "  | nothing in the database explains it: fetch a newer export of the source, or ask the"
        " provider\n"
        "i.csv:3 error FB844 | the charges of invoice B of AWS differ by -3 USD, and 1.00 are"
        " tolerated |  | no charge of 2025-01 has this InvoiceId: ingest the file that has its"
        " rows\n");
}
