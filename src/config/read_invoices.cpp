#include "focus_billing/config/read_invoices.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <map>
#include <tuple>

#include "config/directory_table.hpp"
#include "config/yaml/yaml_errors.hpp"
#include "focus_billing/model/currency.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

using namespace std::string_view_literals;

constexpr std::array invoice_columns = {"InvoiceId"sv, "Amount"sv, "Currency"sv, "Source"sv};
constexpr std::size_t required_columns = 2;

class InvoiceReader {
public:
    InvoiceReader(const DirectoryInput& input, const std::string& usual)
        : m_table(input, invoice_columns, m_loaded.diagnostics, required_columns),
          m_name(input.name), m_usual(usual) {}

    LoadedInvoices read() {
        m_table.for_each_row([&] { add_row(); });
        if (!m_table.passed_over().empty()) {
            m_loaded.note = make_diagnostic(
                845, {.file = m_name, .line = 1, .column = 0},
                fmt::format("columns that are passed over: {}",
                            printable(fmt::format("{}", fmt::join(m_table.passed_over(), ", ")))),
                {}, fmt::format("what is read: {}", fmt::join(invoice_columns, ", ")));
        }
        return std::move(m_loaded);
    }

private:
    void add_row() {
        Invoice invoice{.id = m_table.text("InvoiceId"),
                        .currency = m_table.text("Currency"),
                        .source = m_table.text("Source"),
                        .amount = {},
                        .line = m_table.line()};
        if (invoice.currency.empty())
            invoice.currency = m_usual;
        if (!is_currency(invoice.currency)) {
            return m_table.report(842, "Currency", "the currency is not an active ISO 4217 code",
                                  invoice.currency,
                                  "write three capital letters, such as USD, EUR or JPY");
        }
        const auto text = m_table.text("Amount");
        const auto amount = parse_decimal(text);
        if (text.empty() || amount.fault != DecimalFault::none) {
            return m_table.report(841, "Amount", "the amount is no decimal number", text,
                                  "write digits with a point, and no separators: 1234.50");
        }
        invoice.amount.add(amount.value);
        const auto [first, is_new] = m_lines.emplace(
            std::tuple(invoice.id, invoice.currency, lower_case(invoice.source)), invoice.line);
        if (!is_new) {
            return m_table.report(843, "InvoiceId",
                                  fmt::format("this invoice stands on line {} and line {}",
                                              first->second, invoice.line),
                                  invoice.id, "keep one of the two");
        }
        m_loaded.invoices.push_back(std::move(invoice));
    }

    LoadedInvoices m_loaded;
    DirectoryTable m_table;
    const std::string& m_name;
    const std::string& m_usual;
    std::map<std::tuple<std::string, std::string, std::string>, std::uint64_t> m_lines;
};

}  // namespace

LoadedInvoices read_invoices(const DirectoryInput& input, const std::string& usual) {
    return InvoiceReader(input, usual).read();
}

}  // namespace focus_billing
