#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "focus_billing/model/charges/stored_charge.hpp"

namespace focus_billing {

/// A list of charges as text, written as the charges come: memory does not grow with their number.
class ChargeList {
public:
    ChargeList() = default;
    ChargeList(const ChargeList&) = delete;
    ChargeList& operator=(const ChargeList&) = delete;
    virtual ~ChargeList() = default;

    /// Each returns the text that is to be written next.
    [[nodiscard]] virtual std::string begin() = 0;
    [[nodiscard]] virtual std::string add(const StoredCharge& charge) = 0;
    /// `all`: how many charges there are, of which those shown may be only the first.
    [[nodiscard]] virtual std::string end(std::uint64_t all) = 0;
};

/// For people: a table of the most important columns, then the exact billed cost of what is shown
/// in each currency.
[[nodiscard]] std::unique_ptr<ChargeList> make_charge_table();

/// CSV with all columns of `focus_charges` and a header, for spreadsheets too (CsvWriter).
[[nodiscard]] std::unique_ptr<ChargeList> make_charge_csv();

/// A JSON array of objects with all columns, one on a line. Amounts are strings; Tags are an
/// object, or a string where something is wrong with them; x_Flags is an array.
[[nodiscard]] std::unique_ptr<ChargeList> make_charge_json();

}  // namespace focus_billing
