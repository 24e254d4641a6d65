#include "render/statements/section_view.hpp"

#include "render/statements/statement_tables.hpp"
#include "render/statements/postings_table.hpp"

namespace focus_billing {

std::string section_title(std::string_view fund_org) {
    return fund_org.empty() ? "No fund/org" : "Fund/org " + std::string(fund_org);
}

SectionView section_view(const StatementSection& section, const Money& money) {
    return {section_title(section.fund_org), lines_table(section, money),
            postings_table(section.postings, money)};
}

}  // namespace focus_billing
