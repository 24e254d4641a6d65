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
        // FB1xx: file and header
        // FB2xx: one field
        // FB3xx: across fields
        // FB4xx: attribution
        // FB9xx: environment
    };
    return codes;
}

}  // namespace focus_billing
