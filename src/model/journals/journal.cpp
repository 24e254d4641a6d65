#include "focus_billing/model/journals/journal.hpp"

#include <algorithm>

namespace focus_billing {

namespace {

struct LineText {
    std::string_view placeholder;
    std::string JournalLine::*text;
};

constexpr std::array line_texts = {LineText{"fund_org", &JournalLine::fund_org},
                                   LineText{"account", &JournalLine::account_code},
                                   LineText{"source", &JournalLine::source},
                                   LineText{"pi_email", &JournalLine::pi_email},
                                   LineText{"project_id", &JournalLine::project_id},
                                   LineText{"statement", &JournalLine::statement},
                                   LineText{"cost_center", &JournalLine::cost_center},
                                   LineText{"reference_1", &JournalLine::reference_1},
                                   LineText{"reference_2", &JournalLine::reference_2},
                                   LineText{"description", &JournalLine::description},
                                   LineText{"reference", &JournalLine::reference}};

}  // namespace

const std::string* line_text(const JournalLine& line, std::string_view placeholder) {
    const auto found = std::ranges::find(line_texts, placeholder, &LineText::placeholder);
    return found == line_texts.end() ? nullptr : &(line.*found->text);
}

}  // namespace focus_billing
