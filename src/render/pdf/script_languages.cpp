#include "render/pdf/script_languages.hpp"

#include <algorithm>
#include <array>

namespace focus_billing {

namespace {

struct ScriptLanguage {
    PangoScript script;
    const char* language;
};

// Scripts that several languages write, each in forms of its own.
constexpr std::array script_table = {
    ScriptLanguage{PANGO_SCRIPT_LATIN, "en"},      ScriptLanguage{PANGO_SCRIPT_HAN, "zh"},
    ScriptLanguage{PANGO_SCRIPT_ARABIC, "ar"},     ScriptLanguage{PANGO_SCRIPT_CYRILLIC, "ru"},
    ScriptLanguage{PANGO_SCRIPT_GREEK, "el"},      ScriptLanguage{PANGO_SCRIPT_HEBREW, "he"},
    ScriptLanguage{PANGO_SCRIPT_DEVANAGARI, "hi"}, ScriptLanguage{PANGO_SCRIPT_BENGALI, "bn"},
    ScriptLanguage{PANGO_SCRIPT_ETHIOPIC, "am"},   ScriptLanguage{PANGO_SCRIPT_MYANMAR, "my"},
    ScriptLanguage{PANGO_SCRIPT_TIBETAN, "bo"},    ScriptLanguage{PANGO_SCRIPT_SYRIAC, "syr"},
};

PangoLanguage* language_of(PangoScript script) {
    const auto* const found = std::ranges::find(script_table, script, &ScriptLanguage::script);
    return found == script_table.end() ? nullptr : pango_language_from_string(found->language);
}

}  // namespace

PangoOwned<PangoAttrList> script_languages(std::string_view text, PangoLanguage* language) {
    PangoOwned<PangoAttrList> marks(pango_attr_list_new());
    const PangoOwned<PangoScriptIter> at(
        pango_script_iter_new(text.data(), static_cast<int>(text.size())));
    do {
        const char* begin = nullptr;
        const char* end = nullptr;
        auto script = PANGO_SCRIPT_COMMON;
        pango_script_iter_get_range(at.get(), &begin, &end, &script);
        auto* const own = language_of(script);
        if (own == nullptr || pango_language_includes_script(language, script) != FALSE)
            continue;
        auto* const mark = pango_attr_language_new(own);
        mark->start_index = static_cast<guint>(begin - text.data());
        mark->end_index = static_cast<guint>(end - text.data());
        pango_attr_list_insert(marks.get(), mark);
    } while (pango_script_iter_next(at.get()) != FALSE);
    return marks;
}

}  // namespace focus_billing
