#include "focus_billing/model/diagnostic.hpp"

namespace focus_billing {

const std::vector<DiagnosticCode>& diagnostic_codes() {
    using enum Severity;
    static const std::vector<DiagnosticCode> codes = {
        // FB0xx: configuration and command line
        {1, error, "configuration file cannot be read"},
        // FB1xx: file and header
        // FB2xx: one field
        // FB3xx: across fields
        // FB4xx: attribution
        // FB9xx: environment
    };
    return codes;
}

}  // namespace focus_billing
