#include "focus_billing/config/layouts/builtin_layouts.hpp"

#include "config/layouts/builtin_layout_texts.hpp"

namespace focus_billing {

std::span<const BuiltinLayout> builtin_layouts() {
    static const std::array<BuiltinLayout, 9> layouts = {{
        {"banner", banner_layout()},
        {"detail", detail_layout()},
        {"gl", gl_layout()},
        {"hledger", hledger_layout()},
        {"kfs", kfs_layout()},
        {"oracle-fbdi", oracle_fbdi_layout()},
        {"peoplesoft", peoplesoft_layout()},
        {"summary", summary_layout()},
        {"workday", workday_layout()},
    }};
    return layouts;
}

}  // namespace focus_billing
