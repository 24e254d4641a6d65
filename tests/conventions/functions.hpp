#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "source_tree.hpp"

namespace focus_billing::conventions {

struct Function {
    std::size_t index = 0;  ///< of the line where its declaration begins, from 0
    std::size_t lines = 0;  ///< from there to its closing brace
    std::string name;       ///< with its classes as they are written: "Parser::parse"
};

/// The functions that a file defines, as far as the braces tell. Lambdas belong to the function
/// in which they stand; what is initialised with braces is no function.
[[nodiscard]] std::vector<Function> functions_of(const SourceFile& file);

}  // namespace focus_billing::conventions
