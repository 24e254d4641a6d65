#include "focus_billing/render/reports/backup_text.hpp"

#include <fmt/format.h>

#include "focus_billing/render/diagnostic_text.hpp"
#include "focus_billing/render/text_table.hpp"

namespace focus_billing {

std::string backup_text(const BackupRecord& backup) {
    std::string text = shown_text(backup.file, 500) + "\n";
    const auto add = [&](std::string_view label, std::string_view value) {
        text += fmt::format("  {:<7}  {}\n", label, value);
    };
    add("copy of", shown_text(backup.database, 500));
    add("size", counted(backup.size, "byte"));
    add("imports", std::to_string(backup.imports));
    add("charges", fmt::format("{}, and {} superseded", backup.charges, backup.superseded));
    add("audit", backup.audit_sequence == 0
                     ? "no entry"
                     : fmt::format("{}:{}", backup.audit_sequence, backup.audit_hash));
    return text;
}

}  // namespace focus_billing
