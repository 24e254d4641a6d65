#include "config/read_values.hpp"

#include <fmt/format.h>
#include <re2/re2.h>

#include <charconv>

#include "config/yaml/yaml_errors.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t longest_pattern = 1000;
constexpr std::size_t most_patterns = 200;
constexpr std::int64_t most_memory = 1024 * 1024;

struct Pattern {
    std::string text;
    int groups;
};

std::optional<Pattern> compile(ConfigReader& reader, const Setting& setting) {
    auto text = reader.filled_text(setting);
    if (!text) {
        return std::nullopt;
    }
    if (text->size() > longest_pattern) {
        reader.report(5, setting, fmt::format("{} is longer than 1000 bytes", setting.field), *text,
                      "split it into several patterns");
        return std::nullopt;
    }
    re2::RE2::Options options(re2::RE2::Quiet);
    options.set_max_mem(most_memory);
    const re2::RE2 pattern(*text, options);
    if (!pattern.ok()) {
        reader.report(
            12, setting,
            fmt::format("{} is no regular expression: {}", setting.field,
                        printable(pattern.error())),
            *text, "mend it; the syntax is that of RE2, without look-around and back-references");
        return std::nullopt;
    }
    return Pattern{std::move(*text), pattern.NumberOfCapturingGroups()};
}

constexpr int most_decimals = 4;

std::optional<Decimal> fraction_of(std::string_view text) {
    text = trimmed(text);
    const bool is_percent = text.ends_with('%');
    if (is_percent)
        text = trimmed(text.substr(0, text.size() - 1));
    const auto parsed = parse_decimal(text);
    if (parsed.fault != DecimalFault::none || parsed.value.scale() + 2 > Decimal::max_scale)
        return std::nullopt;
    const Decimal value = is_percent
                              ? Decimal::of(parsed.value.coefficient(), parsed.value.scale() + 2)
                              : parsed.value;
    const bool is_part = value >= Decimal{} && value <= Decimal::of(1, 0);
    return is_part && value.scale() <= most_decimals ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<int> read_whole_number(ConfigReader& reader, const Setting& setting, int least,
                                     int most) {
    const auto text = reader.filled_text(setting);
    if (!text)
        return std::nullopt;
    int number = 0;
    const char* const end = text->data() + text->size();
    const auto [stop, fault] = std::from_chars(text->data(), end, number);
    if (fault == std::errc{} && stop == end && number >= least && number <= most)
        return number;
    reader.report(8, setting,
                  fmt::format("{} is no whole number from {} to {}", setting.field, least, most),
                  *text, "write digits alone, such as 30");
    return std::nullopt;
}

std::optional<std::string> read_pattern(ConfigReader& reader, const Setting& setting) {
    auto pattern = compile(reader, setting);
    return pattern ? std::optional(std::move(pattern->text)) : std::nullopt;
}

std::optional<std::string> read_series(ConfigReader& reader, const Setting& setting) {
    auto pattern = compile(reader, setting);
    if (pattern && pattern->groups != 1) {
        reader.report(13, setting,
                      fmt::format("{} must have one group in parentheses, and has {}",
                                  setting.field, pattern->groups),
                      pattern->text,
                      "put the part of the file name that tells series apart in parentheses, as in "
                      "'aws-(\\d{12})'; a group that does not count is written (?:...)");
        return std::nullopt;
    }
    return pattern ? std::optional(std::move(pattern->text)) : std::nullopt;
}

std::vector<std::string> read_patterns(ConfigReader& reader, const Setting& setting) {
    std::vector<std::string> patterns;
    const auto entries = reader.list(setting, most_patterns);
    if (!entries) {
        return patterns;
    }
    for (const Setting& entry : *entries) {
        if (auto pattern = read_pattern(reader, entry)) {
            patterns.push_back(std::move(*pattern));
        }
    }
    return patterns;
}

bool check_email(ConfigReader& reader, const Setting& setting, const std::string& email) {
    const std::string_view address = trimmed(email);
    const std::size_t at = address.find('@');
    const bool is_email = at != std::string_view::npos && at != 0 && at + 1 < address.size();
    if (!is_email) {
        reader.report(46, setting, fmt::format("{} is no e-mail address", setting.field), email,
                      "write an address such as ada@example.edu");
    }
    return is_email;
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

std::string resolve_path(const std::string& path, const std::string& folder) {
    if (path.starts_with('/') || folder.empty()) {
        return path;
    }
    return folder.ends_with('/') ? folder + path : folder + '/' + path;
}

void read_path(ConfigReader& reader, const Section& section, std::string_view key,
               const std::string& folder, std::string& path) {
    if (const Setting* setting = section.find(key)) {
        if (const auto text = reader.filled_text(*setting))
            path = resolve_path(*text, folder);
    }
}

std::optional<Decimal> read_fraction(ConfigReader& reader, const Setting& setting) {
    const auto text = reader.filled_text(setting);
    if (!text)
        return std::nullopt;
    const auto fraction = fraction_of(*text);
    if (!fraction) {
        reader.report(8, setting, fmt::format("{} is no part of a whole", setting.field), *text,
                      "write a number from 0 to 1, or a percentage: 10 %");
    }
    return fraction;
}

}  // namespace focus_billing
