#include "focus_billing/model/diagnostic.hpp"

namespace focus_billing {

const std::vector<DiagnosticCode>& diagnostic_codes() {
    using enum Severity;
    static const std::vector<DiagnosticCode> codes = {
        // FB0xx: configuration and command line
        {1, error, "configuration file cannot be read"},
        {2, error, "configuration is not UTF-8 text"},
        {3, error, "configuration is not valid YAML"},
        {4, error, "more than one YAML document"},
        {5, error, "configuration is too large"},
        {6, error, "unknown configuration key"},
        {7, error, "configuration key given twice"},
        {8, error, "configuration value of the wrong type"},
        {9, error, "required configuration key missing"},
        {10, error, "empty configuration value"},
        {11, error, "configuration value is not one of the choices"},
        {12, error, "invalid regular expression"},
        {13, error, "series pattern without exactly one group"},
        {14, error, "unknown currency"},
        {15, error, "environment variable not set"},
        {16, error, "malformed reference to an environment variable"},
        {17, error, "two known sources alike"},
        {18, error, "configuration value is not plain text"},
        {20, error, "command line that cannot be understood"},
        {21, error, "unknown command"},
        {22, error, "command that is not there yet"},
        {23, error, "unknown source on the command line"},
        {24, error, "file that is there already"},
        // FB1xx: file and header
        {101, error, "empty file"},
        {102, error, "text that is not UTF-8"},
        {103, error, "NUL byte in the text"},
        {104, error, "quote that is never closed"},
        {105, error, "quote out of place"},
        {106, error, "record longer than 16 MiB"},
        {107, error, "two columns of the same name"},
        {108, error, "lines that end with CR alone"},
        {109, error, "UTF-16 text"},
        {110, error, "not a CSV file"},
        {111, error, "record with the wrong number of fields"},
        {112, error, "broken gzip file"},
        {113, error, "required column missing"},
        {114, error, "fields separated by something else than a comma"},
        {115, warning, "no rows"},
        {116, error, "file of no known source"},
        {117, warning, "file of no known source, in a dry run"},
        {118, error, "file name that fits two sources alike"},
        {119, warning, "column name that is nearly a FOCUS column"},
        // FB2xx: one field
        {201, error, "not a decimal number"},
        {202, error, "required value missing"},
        {203, error, "number with more digits than can be kept exactly"},
        {204, warning, "number in a form that FOCUS does not allow"},
        {205, error, "not a date"},
        {206, note, "date without a time zone"},
        {207, note, "inclusive BillingPeriodEnd"},
        {208, note, "inclusive ChargePeriodEnd"},
        {209, error, "unknown currency"},
        {210, warning, "currency in lower case"},
        {211, note, "row without BillingCurrency"},
        {212, warning, "value that FOCUS does not allow"},
        {213, error, "billing period of an impossible year"},
        // FB3xx: across fields
        {301, error, "period that ends before it begins"},
        {302, warning, "charge period of no length"},
        {303, warning, "charge period outside the billing period"},
        {304, warning, "billing period of more than a month"},
        {305, warning, "billed and effective cost far apart"},
        // FB4xx: attribution
        {401, flag, "missing_pi_email"},
        {402, flag, "missing_project_id"},
        {403, flag, "missing_fund_org"},
        {404, flag, "invalid_fund_org"},
        {405, flag, "invalid_tags"},
        {406, flag, "pattern_match"},
        {407, flag, "period_mismatch"},
        // FB9xx: environment
        {901, error, "file that cannot be opened"},
        {902, error, "file that cannot be read"},
        {903, error, "output that cannot be written"},
        {904, error, "pattern that matches no file"},
        {905, warning, "folder without CSV files"},
        {906, error, "file that changes while it is read"},
        {907, error, "out of memory"},
        {999, error, "fault of the program"},
    };
    return codes;
}

}  // namespace focus_billing
