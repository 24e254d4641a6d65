#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

namespace focus_billing {

/// Finds records that were read before in another file, as where exports overlap. Equal records of
/// one file are different ones: of a record that one file has twice and another once, two count.
class RepeatedRecords {
public:
    void begin_file() { ++m_file; }

    /// Notes a record of the present file: true if an earlier file has it as many times as this one
    /// up to here.
    [[nodiscard]] bool is_repeat(const std::string& record);

private:
    struct Count {
        std::uint64_t file = 0;
        std::uint64_t in_file = 0;
        std::uint64_t before = 0;  ///< the most in an earlier file
    };

    std::uint64_t m_file = 0;
    std::unordered_map<std::string, Count> m_counts;
};

}  // namespace focus_billing
