#include "focus_billing/render/reports/backup_json.hpp"

#include <nlohmann/json.hpp>

namespace focus_billing {

namespace {

using Json = nlohmann::ordered_json;

Json audit_json(const BackupRecord& backup) {
    if (backup.audit_sequence == 0)
        return {};
    return {{"sequence", backup.audit_sequence}, {"hash", backup.audit_hash}};
}

}  // namespace

std::string backup_json(const BackupRecord& backup) {
    const Json json = {{"command", "backup"},
                       {"file", backup.file},
                       {"database", backup.database},
                       {"size", backup.size},
                       {"imports", backup.imports},
                       {"charges", backup.charges},
                       {"superseded", backup.superseded},
                       {"audit", audit_json(backup)},
                       {"exit_code", 0}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace focus_billing
