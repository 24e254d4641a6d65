#include <string>

#include "focus_billing/model/error.hpp"
#include "focus_billing/render/statements/read_statement.hpp"
#include "focus_billing/render/statements/statement_json.hpp"
#include "require.hpp"

using namespace focus_billing;

/// Any bytes are the record of a statement, which is written and read again as the same, or are
/// refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const auto statement = read_statement(text_of(data, size));
        require(read_statement(statement_json(statement)) == statement);
    } catch (const Error& error) {
        require(error.diagnostic().code == 710);
    }
    return 0;
}
