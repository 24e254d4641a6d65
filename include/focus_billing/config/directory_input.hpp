#pragma once

#include <string>

#include "focus_billing/format/byte_source.hpp"

namespace focus_billing {

/// A CSV file of the directory, or one that is read in the same way. No bytes: there is no such
/// file.
struct DirectoryInput {
    std::string name;  ///< in findings
    ByteSource* bytes = nullptr;
};

}  // namespace focus_billing
