#pragma once

#include <string>

#include "focus_billing/format/byte_source.hpp"

namespace focus_billing {

/// A CSV file of the directory, or one read in the same way. Without bytes there is no such file.
struct DirectoryInput {
    std::string name;  ///< shown in findings
    ByteSource* bytes = nullptr;
};

}  // namespace focus_billing
