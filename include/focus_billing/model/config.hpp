#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/charges/attribution_rule.hpp"
#include "focus_billing/model/convert/conversion_config.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/imports/known_source.hpp"
#include "focus_billing/model/statements/statement.hpp"
#include "focus_billing/model/statements/statement_style.hpp"

namespace focus_billing {

/// The tag keys for each attribute. Of several keys the first one that a charge has is used.
struct TagMapping {
    std::array<std::vector<std::string>, attribute_count> keys;

    /// Maps each attribute to its own name.
    [[nodiscard]] static TagMapping by_name();

    bool operator==(const TagMapping&) const = default;
};

/// Patterns (RE2) that hold a charge for review, besides missing tags.
struct ReviewConfig {
    std::vector<std::string> flag_patterns;      ///< searched in the text of a charge
    std::vector<std::string> fund_org_patterns;  ///< one of them must match a whole fund_org
    std::vector<std::string> account_code_patterns = {};  ///< likewise for an account_code

    bool operator==(const ReviewConfig&) const = default;
};

/// Settings that decide who pays, besides tags.
struct AttributionConfig {
    std::vector<AttributionRule> rules;          ///< in the order in which they are tried
    std::map<std::string, std::string> aliases;  ///< e-mail to e-mail, both in comparable form
    std::string projects_file;                   ///< of the directory; may be empty
    std::string people_file;
    std::string fund_orgs_file;

    [[nodiscard]] bool has_directory() const {
        return !projects_file.empty() || !people_file.empty() || !fund_orgs_file.empty();
    }
    bool operator==(const AttributionConfig&) const = default;
};

/// Content and style of statements. The logo and the templates are named here and read when
/// statements are made: in `style` they stay empty.
struct StatementsConfig {
    Organization organization;
    StatementStyle style;
    std::string logo_file;                             ///< a PNG file; empty: none
    std::string templates_directory;                   ///< empty: the built-in templates
    std::vector<int> warning_days = {180, 90, 30, 0};  ///< before a project's dates

    bool operator==(const StatementsConfig&) const = default;
};

/// What may split the lines of a journal further than fund_org, account and source.
enum class LinePart : std::uint8_t { pi_email, project_id, statement };

/// How postings become the lines of a journal.
struct JournalConfig {
    std::string default_account;  ///< for charges whose payer and source have none
    /// Regular expressions (RE2). The first that matches a whole fund_org splits it: its named
    /// groups become placeholders of layouts. If there are none, every fund_org is valid, and
    /// {fund} is all of it.
    std::vector<std::string> fund_org_regexes;
    std::vector<std::string> account_code_regexes;  ///< one must match a whole account; empty: all
    std::vector<LinePart> lines;
    std::string description = "{source} {period} {project_id}";  ///< of payers' lines
    std::string credit_description = "{source} {period} recharge";
    int fiscal_year_start = 1;       ///< month, from 1
    bool fiscal_year_by_end = true;  ///< named after the calendar year in which it ends
    std::string format;              ///< name of a layout, or its file; empty: no default
    std::string layouts_directory;   ///< of the site's own layouts; empty: none
    std::map<std::string, std::string> values;  ///< override the values of layouts

    bool operator==(const JournalConfig&) const = default;
};

enum class LogLevel : std::uint8_t { debug, info, warning, error, off };
enum class LogFormat : std::uint8_t { text, json };

struct LoggingConfig {
    LogLevel level = LogLevel::info;
    LogFormat format = LogFormat::text;
    std::string file;  ///< a path, or "stderr"; empty: no log

    bool operator==(const LoggingConfig&) const = default;
};

/// A loaded configuration. Paths are absolute, or relative to the working folder if no file was
/// loaded or the file was named by a relative path: a relative path in a file starts at the file's
/// own folder, so that a command means the same database wherever it is started.
struct Config {
    std::string file;  ///< the file it was loaded from; empty: built-in defaults
    std::string currency = "USD";
    std::string database_path = "focus-billing.db";
    std::string output_directory = "output";  ///< default folder for statements and journals
    std::vector<KnownSource> known_sources;
    /// The fraction of a month's rows or money that may be missing from a revision.
    Decimal max_shrink = Decimal::of(1, 1);
    TagMapping tag_mapping = TagMapping::by_name();
    ReviewConfig review;
    AttributionConfig attribution;
    StatementsConfig statements;
    JournalConfig journal;
    std::vector<ConversionConfig> conversions;  ///< in the order of the file
    LoggingConfig logging;

    bool operator==(const Config&) const = default;
};

}  // namespace focus_billing
