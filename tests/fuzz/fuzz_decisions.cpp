#include <string>

#include "../unit/support/memory_source.hpp"
#include "focus_billing/input/read_decisions.hpp"
#include "large_buffers.hpp"
#include "require.hpp"

using namespace focus_billing;

/// Any bytes are a list of decisions on charges with numbers, or findings that say what is wrong.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    MemorySource bytes{std::string(text_of(data, size))};
    const ReadDecisions read = read_decisions(bytes, "fuzz.csv");
    for (const Diagnostic& diagnostic : read.errors)
        require(!diagnostic.message.empty() && diagnostic.place.file == "fuzz.csv");
    for (const DecisionRequest& request : read.requests)
        require(request.charge > 0 && request.line > 1);
    return 0;
}
