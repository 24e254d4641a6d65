#pragma once

#include "calendar.hpp"

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>

namespace focus_billing {

enum class ExportKind : std::uint8_t { cloud, campus };

struct GenerationOptions {
    ExportKind kind = ExportKind::cloud;
    std::uint64_t rows = 10'000;
    std::uint64_t seed = 1;
    std::uint64_t tagsets = 5'000;  ///< how many different tags; 0: those of every row are unique
    int months = 1;
    Month first_month;
    bool quote_all = false;
    std::string output;
    std::string manifest;  ///< empty: none is written
};

/// A wrong command line; what() says what is wrong.
class OptionError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

const char* usage_text();

/// Reads the arguments behind the program's name. Throws OptionError.
GenerationOptions parse_options(std::span<char* const> arguments);

}  // namespace focus_billing
