#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "focus_billing/format/csv_reader.hpp"
#include "focus_billing/input/bind_columns.hpp"
#include "focus_billing/input/parse_charge.hpp"
#include "support/finding_text.hpp"
#include "support/memory_source.hpp"

namespace focus_billing {

using Lines = std::vector<std::string>;
using Fields = std::map<std::string, std::string>;

/// A file with one row: that of a plain charge of January, but with `fields` in place of its own.
inline std::string one_row(const Fields& fields) {
    Fields row = {{"BillingPeriodStart", "2025-01-01"},
                  {"BilledCost", "12.50"},
                  {"BillingCurrency", "USD"},
                  {"Tags", "{}"}};
    for (const auto& [name, value] : fields)
        row[name] = value;
    std::string names;
    std::string values;
    for (const auto& [name, value] : row) {
        names += (names.empty() ? "" : ",") + name;
        std::string quoted;
        for (const char c : value)
            quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
        values += (values.empty() ? "\"" : ",\"") + quoted + "\"";
    }
    return names + "\n" + values + "\n";
}

using TakeCharge = std::function<void(const Charge&)>;

/// Reads a file whose columns can be bound, and returns its findings; each charge is handed out.
inline Lines read_charges(const std::string& bytes, const TakeCharge& take = {},
                          const TagMapping& mapping = TagMapping::by_name()) {
    MemorySource source(bytes);
    const std::string file = "sample.csv";
    CsvReader reader(source, file);
    if (const auto fault = reader.read_header())
        return {finding_text(*fault)};
    const auto bound = bind_columns(reader.header(), file);
    const TagParser tags(mapping);
    const std::string currency = "EUR";
    ChargeParser parser(bound.binding, tags, file, currency);
    Findings findings;
    CsvRecord record;
    Charge charge;
    while (auto block = reader.next_block()) {
        while (block->next(record)) {
            if (parser.parse(record, charge, findings) && take)
                take(charge);
        }
    }
    auto lines = finding_texts(bound.diagnostics);
    for (const auto& line : finding_texts(findings.kept()))
        lines.push_back(line);
    return lines;
}

/// Whether the one row of a file is a charge, and what is found in it.
struct OneCharge {
    bool accepted = false;
    Lines findings;
};

/// `look` sees the charge, if the row is one.
inline OneCharge read_one(const Fields& fields, const TakeCharge& look = {}) {
    OneCharge one;
    one.findings = read_charges(one_row(fields), [&](const Charge& charge) {
        one.accepted = true;
        if (look)
            look(charge);
    });
    return one;
}

inline std::string decimal_text(const std::optional<Decimal>& value) {
    return value ? value->text() : "null";
}

}  // namespace focus_billing
