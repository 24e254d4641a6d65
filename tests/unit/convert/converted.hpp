#pragma once

#include <map>
#include <string>
#include <vector>

#include "focus_billing/convert/converter.hpp"
#include "format/byte_source.hpp"

namespace focus_billing {

/// What a converter gave out.
struct Converted {
    std::vector<FocusRow> rows;
    std::vector<Diagnostic> findings;
    ControlTotals totals;
    UnmappedNames unmapped;

    [[nodiscard]] DecimalSum billed() const {
        DecimalSum sum;
        for (const auto& row : rows)
            sum.add(row.billed_cost);
        return sum;
    }
    /// The amount of a part of the first control total.
    [[nodiscard]] std::string part(const std::string& name) const {
        for (const auto& part : totals.totals().at(0).parts) {
            if (part.name == name)
                return part.amount.text();
        }
        return "none";
    }
    [[nodiscard]] bool balanced() const {
        for (const auto& total : totals.totals()) {
            if (!total.is_balanced())
                return false;
        }
        return true;
    }
};

/// Runs the converter that `make` returns on texts, by the names of their files.
template <typename Make>
Converted convert_texts(const Make& make, const std::map<std::string, std::string>& texts) {
    Converted converted;
    const ConverterOutput output{
        .on_row = [&](const FocusRow& row) { converted.rows.push_back(row); },
        .on_finding = [&](const Diagnostic& finding) { converted.findings.push_back(finding); },
        .totals = converted.totals,
        .unmapped = converted.unmapped};
    const auto converter = make(output);
    for (const auto& [name, text] : texts) {
        TextSource source(text);
        ProviderBytes bytes(source);
        converter->read({name, bytes});
    }
    converter->finish();
    return converted;
}

}  // namespace focus_billing
