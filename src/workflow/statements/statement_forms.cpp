#include "focus_billing/workflow/statements/statement_forms.hpp"

#include <algorithm>

#include "focus_billing/model/text.hpp"
#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

bool* form_of(StatementForms& forms, const std::string& word) {
    if (word == "pdf")
        return &forms.pdf;
    if (word == "html")
        return &forms.html;
    if (word == "csv")
        return &forms.csv;
    return word == "json" ? &forms.json : nullptr;
}

}  // namespace

StatementForms StatementForms::parse(const std::string& words) {
    StatementForms forms{.pdf = false, .html = false, .csv = false, .json = false};
    std::size_t begin = 0;
    while (begin <= words.size()) {
        const auto end = std::min(words.find(',', begin), words.size());
        const std::string word(trimmed(std::string_view(words).substr(begin, end - begin)));
        bool* const form = form_of(forms, word);
        if (form == nullptr) {
            throw Error(ErrorKind::usage,
                        make_diagnostic(20, {}, "--format knows pdf, html, csv and json", word,
                                        "name one of them, or several: --format pdf,csv"));
        }
        *form = true;
        begin = end + 1;
    }
    return forms;
}

}  // namespace focus_billing
