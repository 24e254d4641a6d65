#include <string>

#include "convert/csv_map/csv_map_converter.hpp"
#include "focus_billing/config/convert/read_csv_map.hpp"
#include "format/byte_source.hpp"
#include "require.hpp"

using namespace focus_billing;

namespace {

constexpr const char* usual_map = R"(
input: {delimiter: ";", decimal: ",", thousands: ".", skip_lines: 1, time_zone: Europe/Berlin}
columns:
  BilledCost: {quotient: [{product: [Cost, {lookup: Kind, table: {a: 0.5}, default: 1}]}, Parts]}
  ChargePeriodStart: {date: Day, form: D-MON-YYYY h:mm AM}
  ChargePeriodEnd: {date: Last, form: M/D/YY, inclusive: true}
  ResourceId: {upper: {text: "{Name}-{{{Kind}}}"}}
tags:
  a: {lower: Name}
payer: {column: Name, match: path}
skip_when:
  - {column: Kind, equals: [void, ""]}
)";

constexpr std::string_view usual_csv = "Cost,Parts,Day,Last,Name,Kind\n"
                                       "1.50,3,2025-01-31,2025-01-31,/a/b,a\n"
                                       "-2,0,2025-01-01T10:00,2025-02-01,x,b\n"
                                       "x,1,1/31/2025,202501,,void\n";

// Rows of the month come out and, where nothing is wrong, what came in is accounted for.
void convert(const CsvMap& map, std::string_view csv) {
    static const ConversionBasics basics = [] {
        ConversionBasics made;
        made.currency = "USD";
        made.payers = PayerMap(
            {{.name = "/a", .start = {}, .end = {}, .tags = {{"pi_email", "a@example.edu"}}}});
        return made;
    }();
    ControlTotals totals;
    UnmappedNames unmapped;
    std::uint64_t rows = 0;
    bool failed = false;
    const ConverterOutput output{.on_row =
                                     [&](const FocusRow& row) {
                                         ++rows;
                                         require(row.charge_period.start < row.charge_period.end);
                                     },
                                 .on_finding =
                                     [&](const Diagnostic& finding) {
                                         failed = true;
                                         require(!finding.message.empty());
                                     },
                                 .totals = totals,
                                 .unmapped = unmapped};
    CsvMapConverter converter(basics, map, BillingPeriod(2025, 1), output);
    TextSource source(csv);
    ProviderBytes bytes(source);
    converter.read({"f.csv", bytes});
    converter.finish();
    std::uint64_t billed = 0;
    for (const auto& total : totals.totals()) {
        require(failed || total.is_balanced());
        for (const auto& part : total.parts)
            billed += part.name == "billed" ? part.records : 0;
    }
    require(rows == billed);
}

}  // namespace

/// Bytes that begin with `m` are a map: it is refused with a place, or a table is converted by it.
/// Others are a table.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto usual = read_csv_map(usual_map, "m.yaml");
    require(usual.diagnostics.empty());
    if (size == 0)
        return 0;
    const auto text = text_of(data + 1, size - 1);
    if (data[0] != 'm') {
        convert(usual.map, text);
        return 0;
    }
    const auto loaded = read_csv_map(text, "m.yaml");
    for (const auto& finding : loaded.diagnostics)
        require(finding.place.file == "m.yaml" && !finding.message.empty());
    if (loaded.diagnostics.empty())
        convert(loaded.map, usual_csv);
    return 0;
}
