#include "focus_billing/workflow/convert/find_conversion.hpp"

#include <algorithm>
#include <optional>

#include "focus_billing/config/convert/read_conversions.hpp"
#include "focus_billing/config/convert/read_csv_map.hpp"
#include "focus_billing/config/convert/read_payers.hpp"
#include "focus_billing/convert/converters.hpp"
#include "focus_billing/files/open_input.hpp"
#include "focus_billing/format/json.hpp"
#include "focus_billing/format/sha256.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/nearest_name.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t largest_yaml = std::size_t{1} << 20U;
constexpr std::size_t hash_digits = 16;

Error no_section(const Config& config, const std::string& name) {
    std::vector<std::string> names(conversion_kind_names.begin(), conversion_kind_names.end());
    for (const auto& conversion : config.conversions)
        names.push_back(conversion.basics.name);
    const auto near = nearest_name(name, std::span<const std::string>(names));
    const bool is_kind =
        std::ranges::find(conversion_kind_names, name) != conversion_kind_names.end();
    if (is_kind) {
        return {ErrorKind::usage,
                make_diagnostic(20, {}, "convert." + name + " is not in the configuration", {},
                                "add it with its prices, as docs/integrations has them")};
    }
    std::string list;
    for (const auto& known : names)
        list += (list.empty() ? "" : ", ") + known;
    return {ErrorKind::usage,
            make_diagnostic(20, {}, "there is no converter '" + name + "'", {},
                            near ? "did you mean '" + *near + "'?" : "name one of: " + list)};
}

ConversionConfig find_section(const Config& config, const std::string& name) {
    const auto section = std::ranges::find_if(config.conversions, [&](const auto& conversion) {
        return equals_ignoring_case(conversion.basics.name, name);
    });
    if (section != config.conversions.end())
        return *section;
    const auto kind = std::ranges::find(conversion_kind_names, name);
    if (kind == conversion_kind_names.end())
        throw no_section(config, name);
    const auto value = static_cast<ConversionKind>(kind - conversion_kind_names.begin());
    if (converter_traits(value).needs_section)
        throw no_section(config, name);
    return usual_conversion(value, config);
}

LoadedPayers load_payers(InputFile& file, const std::string& path, const TagMapping& mapping) {
    if (path.ends_with(".yaml") || path.ends_with(".yml")) {
        const auto text = read_all(file.bytes(), largest_yaml);
        if (text)
            return read_payer_yaml(*text, path, mapping);
        LoadedPayers refused;
        refused.diagnostics.push_back(make_diagnostic(5, {.file = path, .line = 0, .column = 0},
                                                      "the file is larger than 1 MiB", {},
                                                      "write the payers as CSV"));
        return refused;
    }
    return read_payer_table({path, &file.bytes()}, mapping);
}

// Returns the hash of the file.
std::string read_payers_file(Session& session, ConversionConfig& conversion) {
    const auto& path = conversion.basics.payers_file;
    std::unique_ptr<InputFile> file;
    try {
        file = open_input(path, path, true);
    } catch (const Error& error) {
        throw Error(ErrorKind::usage,
                    make_diagnostic(35, error.diagnostic().place, error.diagnostic().message, {},
                                    "convert." + conversion.basics.name +
                                        ".payers names this file; a relative path counts from "
                                        "the folder of the configuration"));
    }
    auto loaded = load_payers(*file, path, session.config().tag_mapping);
    for (const auto& diagnostic : loaded.diagnostics)
        session.print(diagnostic);
    if (!loaded.diagnostics.empty())
        throw ConfigurationRefused();
    conversion.basics.payers = PayerMap(std::move(loaded.entries));
    return file->sha256();
}

// Returns the hash of the file.
std::string read_map_file(Session& session, ConversionConfig& conversion) {
    const auto& path = conversion.basics.map_file;
    if (path.empty()) {
        throw Error(ErrorKind::usage,
                    make_diagnostic(20, {}, "convert " + conversion.basics.name + " needs a map",
                                    {},
                                    "name it: --map MAP.yaml; docs/integrations/csv.md has "
                                    "its keys"));
    }
    const auto text = read_text_file(path, ErrorKind::usage, 1);
    auto loaded = read_csv_map(text, path);
    for (const auto& diagnostic : loaded.diagnostics)
        session.print(diagnostic);
    if (!loaded.diagnostics.empty())
        throw ConfigurationRefused();
    conversion.terms = std::move(loaded.map);
    return sha256_text(text);
}

}  // namespace

FoundConversion find_conversion(Session& session, const std::string& name, const std::string& map) {
    FoundConversion found{find_section(session.config(), name), {}};
    std::string payers_hash;
    if (!found.conversion.basics.payers_file.empty())
        payers_hash = read_payers_file(session, found.conversion);
    if (found.conversion.kind == ConversionKind::csv) {
        if (!map.empty())
            found.conversion.basics.map_file = map;
        payers_hash += read_map_file(session, found.conversion);
    } else if (!map.empty()) {
        throw Error(ErrorKind::usage,
                    make_diagnostic(20, {}, "--map is for the converter csv alone", name,
                                    "leave it out, or convert csv"));
    }
    found.hash = sha256_text(found.conversion.text + "\n" + payers_hash).substr(0, hash_digits);
    return found;
}

void check_conversions(Session& session) {
    bool is_good = true;
    const auto check = [&](const std::string& path, ConversionConfig& conversion, auto read_file) {
        try {
            if (!path.empty())
                static_cast<void>(read_file(session, conversion));
        } catch (const ConfigurationRefused&) {
            is_good = false;
        }
    };
    for (auto conversion : session.config().conversions) {
        check(conversion.basics.payers_file, conversion, read_payers_file);
        check(conversion.basics.map_file, conversion, read_map_file);
    }
    if (!is_good)
        throw ConfigurationRefused();
}

}  // namespace focus_billing
