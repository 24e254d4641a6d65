#include "generation_options.hpp"

#include <charconv>
#include <string_view>

#include <fmt/format.h>

namespace focus_billing {

namespace {

std::uint64_t parse_number(std::string_view name, std::string_view text, std::uint64_t least,
                           std::uint64_t most) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < least || number > most)
        throw OptionError(
            fmt::format("{} must be a number of {} to {}, not '{}'", name, least, most, text));
    return number;
}

Month parse_month(std::string_view name, std::string_view text) {
    if (text.size() != 7 || text[4] != '-')
        throw OptionError(fmt::format("{} must look like 2025-01, not '{}'", name, text));
    return {static_cast<int>(parse_number(name, text.substr(0, 4), 1900, 2200)),
            static_cast<int>(parse_number(name, text.substr(5), 1, 12))};
}

ExportKind parse_kind(std::string_view text) {
    if (text == "cloud")
        return ExportKind::cloud;
    if (text == "campus")
        return ExportKind::campus;
    throw OptionError(fmt::format("the kind must be cloud or campus, not '{}'", text));
}

bool parse_quoting(std::string_view text) {
    if (text != "minimal" && text != "all")
        throw OptionError(fmt::format("--quoting must be minimal or all, not '{}'", text));
    return text == "all";
}

void set_option(GenerationOptions& options, std::string_view name, const std::string& value) {
    constexpr std::uint64_t most_rows = 0xFFFFFFFF;
    if (name == "--rows")
        options.rows = parse_number(name, value, 1, most_rows);
    else if (name == "--seed")
        options.seed = parse_number(name, value, 0, UINT64_MAX);
    else if (name == "--tagsets")
        options.tagsets = parse_number(name, value, 0, most_rows);
    else if (name == "--months")
        options.months = static_cast<int>(parse_number(name, value, 1, 1200));
    else if (name == "--first-month")
        options.first_month = parse_month(name, value);
    else if (name == "--quoting")
        options.quote_all = parse_quoting(value);
    else if (name == "--output")
        options.output = value;
    else if (name == "--manifest")
        options.manifest = value;
    else
        throw OptionError(fmt::format("unknown option '{}'", name));
}

}  // namespace

const char* usage_text() {
    return "usage: generate_focus cloud|campus --output FILE [--rows N] [--seed S] [--tagsets N]\n"
           "                      [--months N] [--first-month YYYY-MM] [--quoting minimal|all]\n"
           "                      [--manifest FILE]\n"
           "  --tagsets 0 gives every row tags of its own\n";
}

GenerationOptions parse_options(std::span<char* const> arguments) {
    if (arguments.empty())
        throw OptionError("the kind is missing: cloud or campus");
    GenerationOptions options;
    options.kind = parse_kind(arguments[0]);
    for (std::size_t index = 1; index < arguments.size(); index += 2) {
        if (index + 1 == arguments.size())
            throw OptionError(fmt::format("{} needs a value", arguments[index]));
        set_option(options, arguments[index], arguments[index + 1]);
    }
    if (options.output.empty())
        throw OptionError("--output is missing: give the file to write");
    return options;
}

}  // namespace focus_billing
