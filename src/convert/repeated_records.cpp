#include "focus_billing/convert/repeated_records.hpp"

#include <algorithm>

namespace focus_billing {

bool RepeatedRecords::is_repeat(const std::string& record) {
    auto& count = m_counts[record];
    if (count.file != m_file) {
        count.before = std::max(count.before, count.in_file);
        count.in_file = 0;
        count.file = m_file;
    }
    return ++count.in_file <= count.before;
}

}  // namespace focus_billing
