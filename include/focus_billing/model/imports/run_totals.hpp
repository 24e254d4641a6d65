#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "focus_billing/model/imports/file_report.hpp"

namespace focus_billing {

/// What all files of a call come to.
struct RunTotals {
    std::uint64_t files = 0;
    std::uint64_t files_with_errors = 0;  ///< those that could not be read at all among them
    std::uint64_t rows = 0;
    std::uint64_t rejected = 0;
    std::uint64_t held = 0;
    std::uint64_t imports = 0;  ///< files that were stored
    std::uint64_t stored = 0;   ///< their charges
    std::uint64_t warnings = 0;
    std::map<std::string, CurrencyTotals, std::less<>> currencies;

    void add(const FileReport& report);
};

}  // namespace focus_billing
